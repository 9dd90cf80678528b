using System.Diagnostics;
using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>Times a scan, and tells someone at a terminal how far it is.</summary>
internal sealed class ScanWatch : IProgress<ScanProgress>, IDisposable
{
    private readonly bool watched = !Console.IsErrorRedirected;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly Lock turn = new();
    private double setup;
    private double last;
    private int shown = -1;

    public ScanSeconds Seconds => new(setup, last - setup);

    public void Report(ScanProgress value)
    {
        lock (turn)
        {
            last = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (value.Done == 0) setup = last;
            var percent = (int)(100L * value.Done / value.Total);
            // Batches can report in another order than they ended.
            if (!watched || percent <= shown) return;
            shown = percent;
            Console.Error.Write($"\r{percent,3} %");
        }
    }

    public void Dispose()
    {
        if (shown >= 0) Console.Error.Write("\r     \r");
    }
}
