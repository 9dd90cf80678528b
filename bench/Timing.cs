using System.Diagnostics;
using Samenkracht.Scan;

namespace Samenkracht.Bench;

/// <summary>One scan, timed. Processor time, so that other work on the machine does not count, and the clock, to stand beside others.</summary>
/// <param name="Windows">Windows looked at.</param>
/// <param name="Simulation">Processor seconds from the first replicate that is drawn on.</param>
/// <param name="Clock">Seconds from begin to end.</param>
sealed record Timing(long Windows, double Simulation, double Clock)
{
    public static TimeSpan Now => Environment.CpuUsage.TotalTime;

    public static Timing Of(Func<ScanOptions, ScanResult> scan, int replicates, int threads)
    {
        var (watch, drawing) = (Stopwatch.StartNew(), new Drawing());
        var result = scan(new() { Replicates = replicates, Threads = threads, Progress = drawing });
        return new(result.Windows, (Now - drawing.Since).TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    sealed class Drawing : IProgress<ScanProgress>
    {
        public TimeSpan Since { get; private set; }

        public void Report(ScanProgress value)
        {
            if (value.Done == 0)
                Since = Now;
        }
    }
}
