using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>The answers of the neighbourhood test as a report: a cluster per set with an excess, overlapping or not.</summary>
internal static class ConditionalReport
{
    public static ScanReport Of(NeighbourhoodResult result, ScanInput input, ScanOptions options, ScanSeconds seconds)
    {
        var filled = Enumerable.Range(0, input.Sets.Count).Where(set => input.MembersOf(set).Any(unit => unit.Population > 0)).ToList();
        var chance = ReportedNull.Of(result.Themes[0]);
        var total = input.Units.Sum(unit => unit.Cases);
        return new()
        {
            Windows = filled.Count,
            Clusters = [.. filled.Where(set => result.Of(set, 0) is { P: not null, LogLikelihoodRatio: > 0 })
                .Select(set => Cluster(set, result.Of(set, 0), input, total)).OrderBy(cluster => cluster.P).ThenByDescending(cluster => cluster.Llr)],
            Null = new Dictionary<string, ReportedNull> { ["pooled"] = chance, ["sets"] = chance },
            Seed = options.Seed,
            Replicates = options.Replicates,
            Seconds = seconds,
            CannotBeToldApart = [.. filled.Where(set => result.Of(set, 0).CannotBeToldApart).Select(set => input.Sets[set])],
        };
    }

    private static ReportedCluster Cluster(int set, NeighbourhoodEffect effect, ScanInput input, int total)
    {
        var (outside, expectedOutside) = (total - effect.Observed, total - effect.Expected);
        return new()
        {
            Family = "sets",
            Label = input.Sets[set],
            Units = [.. input.MembersOf(set).Select(unit => unit.Id)],
            Observed = effect.Observed,
            Expected = effect.Expected,
            Llr = effect.LogLikelihoodRatio,
            RelativeRisk = outside > 0 && expectedOutside > 0 ? effect.Observed / effect.Expected / (outside / expectedOutside) : null,
            P = effect.P!.Value,
            PWithinFamily = effect.PWithinTheme!.Value,
            PPooled = effect.PWithinTheme!.Value,
        };
    }
}
