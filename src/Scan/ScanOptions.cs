namespace Samenkracht.Scan;

/// <summary>How a scan is carried out. The result depends on these settings and the input alone, not on <see cref="Threads"/>.</summary>
public sealed record ScanOptions
{
    /// <summary>Maps drawn by chance to compare with; the smallest p-value is 1 / (this + 1).</summary>
    public int Replicates { get; init; } = 999;

    /// <summary>Same seed, same input: same result, bit for bit.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Processors to use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Seek windows with a lower rate than elsewhere instead of a higher one; they too have at least two cases.</summary>
    public bool Low { get; init; }

    /// <summary>
    /// Stop once this many replicates, in their order, are at least as strong as the best window found (Besag and Clifford 1991): chance explains it, and more replicates would not change that.
    /// Only with one family and one theme, where the p-value stays exact. Null draws all.
    /// </summary>
    public int? StopAfter { get; init; }

    /// <summary>How many clusters at most to report per family and theme.</summary>
    public int MaxClusters { get; init; } = 10;

    /// <summary>Told when the drawing of replicates starts, and then after each batch of them; called from any thread.</summary>
    public IProgress<ScanProgress>? Progress { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is below one.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Replicates, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxClusters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(StopAfter ?? 1, 1, nameof(StopAfter));
    }
}

/// <summary>How far a scan is.</summary>
/// <param name="Done">Replicates ready.</param>
/// <param name="Total">Replicates asked for.</param>
public readonly record struct ScanProgress(int Done, int Total);
