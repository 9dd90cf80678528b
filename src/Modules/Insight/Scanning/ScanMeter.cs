using Samenkracht.Scan;

namespace Samenkracht.Insight.Scanning;

/// <summary>How far a scan is, told by its threads and read by the heartbeat. The second part, "wijk of netwerk", draws as many maps again.</summary>
internal sealed class ScanMeter(int replicates)
{
    private int whole;
    private int first;
    private int second;

    /// <summary>In replicates, of <c>replicates</c>.</summary>
    public int Done => (Volatile.Read(ref first) + Volatile.Read(ref second)) / 2 + Volatile.Read(ref whole);

    /// <summary>For a scan that has no second part.</summary>
    public IProgress<ScanProgress> Whole => new Teller(done => Volatile.Write(ref whole, Math.Min(done, replicates)));

    public IProgress<ScanProgress> First => new Teller(done => Volatile.Write(ref first, Math.Min(done, replicates)));

    public IProgress<ScanProgress> Second => new Teller(done => Volatile.Write(ref second, Math.Min(done, replicates)));

    // Progress<T> would post to a thread pool and arrive out of order.
    private sealed class Teller(Action<int> tell) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => tell(value.Done);
    }
}
