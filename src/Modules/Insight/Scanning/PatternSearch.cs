using Samenkracht.Insight.Findings;
using Samenkracht.Scan;

namespace Samenkracht.Insight.Scanning;

/// <summary>From the input of a run to its findings: nothing but the input and the settings goes in, so that the same comes out whenever it is done again.</summary>
internal static class PatternSearch
{
    public static PatternsFound Run(ScanRun run, ScanInput input, DateTimeOffset at, ScanMeter meter, CancellationToken cancel) =>
        !input.IsEnough ? PatternsFound.None : run.Kind switch
        {
            ScanKind.Households => HouseholdSearch.Run(run, input, at, meter, cancel),
            ScanKind.Areas => AreaSearch.Run(run, input, at, meter, cancel),
            _ => SignalSearch.Run(run, input, at, meter, cancel),
        };

    public static ScanOptions Options(ScanRun run, IProgress<ScanProgress> progress) => new() { Replicates = run.Replicates, Seed = run.Seed, Progress = progress };

    /// <summary>What chance gave in each family and theme that something was found in.</summary>
    public static IReadOnlyList<ScanNull> Nulls(ScanRun run, ScanInput input, ScanResult result, IEnumerable<Cluster> told) =>
        [.. told.Select(result.LayerOf).Distinct().Select(layer => ScanNull.Of(run.Id, FamilyOf(layer.Family), input.Themes[layer.Theme], layer.Null.Maxima))];

    public static FindingFamily FamilyOf(WindowFamily family) => family is Sets or SetCylinders ? FindingFamily.Community : FindingFamily.Area;
}

/// <summary>What a scan found, and the chance it was weighed against.</summary>
internal sealed record PatternsFound(IReadOnlyList<Finding> Findings, IReadOnlyList<ScanNull> Nulls)
{
    public static PatternsFound None { get; } = new([], []);
}
