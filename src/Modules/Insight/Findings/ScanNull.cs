using System.Runtime.InteropServices;
using Samenkracht.Insight.Scanning;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Findings;

/// <summary>Sterkste patroon door toeval: the greatest score of each replicate, for one family and theme. The histogram "Hoe zeker".</summary>
internal sealed class ScanNull
{
    private ScanNull() { }

    public ScanRunId Run { get; private set; }
    public FindingFamily Family { get; private set; }
    public Theme Theme { get; private set; }
    public byte[] Maxima { get; private set; } = [];

    /// <summary>In the order of the replicates, to 32 bits: enough for a picture; p-values were worked out before.</summary>
    public IReadOnlyList<double> Values => [.. MemoryMarshal.Cast<byte, float>(Maxima).ToArray().Select(value => (double)value)];

    public static ScanNull Of(ScanRunId run, FindingFamily family, Theme theme, IEnumerable<double> maxima) => new()
    {
        Run = run,
        Family = family,
        Theme = theme,
        Maxima = MemoryMarshal.AsBytes<float>(maxima.Select(value => (float)value).ToArray()).ToArray(),
    };
}
