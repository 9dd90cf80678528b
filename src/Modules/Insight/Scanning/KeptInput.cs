using System.IO.Compression;
using System.Text;

namespace Samenkracht.Insight.Scanning;

/// <summary>
/// Bewaarde invoer: what a scan looked at, so that its findings can be had again when households have changed since. Sorted rows of buurt, themes and
/// communities; no household can be told from them, and after a while they are erased (AVG art. 5(1)(e)).
/// </summary>
internal sealed class KeptInput
{
    /// <summary>A little over a year: as long as what was found may still be judged and talked about.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    private KeptInput() { }

    public ScanRunId Run { get; private set; }
    public byte[] Compressed { get; private set; } = [];
    public DateTimeOffset KeptAt { get; private set; }

    public static KeptInput Of(ScanRunId run, ScanInput input, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var compressing = new BrotliStream(bytes, CompressionLevel.Optimal)) compressing.Write(Encoding.UTF8.GetBytes(input.Text));
        return new KeptInput { Run = run, Compressed = bytes.ToArray(), KeptAt = at };
    }

    /// <summary>As it was written: its digest is that of the run.</summary>
    public string Text()
    {
        using var reading = new StreamReader(new BrotliStream(new MemoryStream(Compressed), CompressionMode.Decompress), Encoding.UTF8);
        return reading.ReadToEnd();
    }
}
