using Samenkracht.Kernel;

namespace Samenkracht.Insight.Scanning;

/// <summary>Soort scan: what is counted, and against what.</summary>
internal enum ScanKind
{
    /// <summary>Bernoulli: of the households that are known, which have a question. By buurt and by community.</summary>
    [Label("Huishoudens die wij kennen")] Households,
    /// <summary>Poisson: known questions against everyone whom CBS counts in a buurt.</summary>
    [Label("Buurten en wie er woont")] Areas,
    /// <summary>Space-time permutation, prospective: what came in lately, against what is usual at that place.</summary>
    [Label("Nieuwe signalen")] Signals,
}

/// <summary>Bevolking: whom CBS counts in a buurt, as the scan over areas takes it.</summary>
internal enum CbsUnit
{
    [Label("huishoudens")] Households,
    [Label("inwoners")] Inhabitants,
}

/// <summary>All that a result depends on, beside the input: with these and the same input it can be had again, bit for bit.</summary>
/// <param name="Since">The first day that counts.</param>
/// <param name="Until">The last day that counts.</param>
internal sealed record ScanSettings(DateOnly Since, DateOnly Until, long Seed, int Replicates = ScanSettings.MonthlyReplicates, int MaxSharePercent = 50)
{
    /// <summary>As long as a pattern may take to grow, and no longer than one may keep looking back.</summary>
    public const int Months = 18;

    private const int MonthlyReplicates = 999;

    // Asked every night, p must be at most 1/365; with 999 draws that would hang on two of them.
    private const int NightlyReplicates = 9_999;

    public ScanKind Kind { get; init; }

    /// <summary>The longest period that a scan over signals takes together; null for the others.</summary>
    public int? MaxDays { get; init; }

    public static ScanSettings Standard(ScanKind kind, DateOnly today, long seed) => kind == ScanKind.Signals
        ? new(today.AddYears(-1), today, seed, NightlyReplicates) { Kind = kind, MaxDays = 30 }
        : new(today.AddMonths(-Months), today, seed) { Kind = kind };

    /// <summary>A seed that nobody chose.</summary>
    public static long AnySeed() => Random.Shared.Next(1, 1_000_000_000);
}
