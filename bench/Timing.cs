using Samenkracht.Scan;

namespace Samenkracht.Bench;

/// <summary>
/// Processor time, so that other work on the machine does not count. Setup lasts until the first replicate is drawn, the simulation from there.
/// </summary>
sealed class Timing : IProgress<ScanProgress>
{
    readonly TimeSpan _start = Now;
    TimeSpan _drawing;

    public static TimeSpan Now => Environment.CpuUsage.TotalTime;

    public void Report(ScanProgress value)
    {
        if (value.Done == 0)
            _drawing = Now;
    }

    public (double Setup, double Simulation) Seconds() => ((_drawing - _start).TotalSeconds, (Now - _drawing).TotalSeconds);
}
