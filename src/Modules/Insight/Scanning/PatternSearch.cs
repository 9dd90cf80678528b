using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Scan;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Scanning;

/// <summary>From known households to findings: the scan over buurten and communities together, and for each community that stands out the question "wijk of netwerk?".</summary>
/// <remarks>Some themes are never looked at by community (arrears, violence, abuse, addiction, sexuality): that would put a mark on its people.</remarks>
internal static class PatternSearch
{
    private static readonly ulong ByCommunity = ScanInput.Bits(ScanInput.Themes.Where(theme => theme.MayBeScannedByCommunity()));

    public static PatternsFound Run(ScanInput input, Func<AreaCode, Point> place, ScanRun run, DateTimeOffset at, ScanMeter meter, CancellationToken cancel)
    {
        var known = input.ForScan(place);
        var settings = run.Settings;
        var options = new ScanOptions { Replicates = settings.Replicates, Seed = settings.Seed, Progress = meter.First };
        var scan = BernoulliScan.Run(known, Families(settings, known), options, cancel);
        var clusters = scan.Clusters.Where(cluster => cluster.P <= Finding.Level).ToList();
        var beside = clusters.Any(cluster => cluster.Family is Sets)
            ? NeighbourhoodTest.Run(known, options with { Progress = meter.Second }, cancel)
            : null;
        var findings = clusters.Select(cluster => ToFinding(input, run, at, cluster, beside)).ToList();
        var nulls = clusters.Select(scan.LayerOf).Distinct()
            .Select(layer => ScanNull.Of(run.Id, FamilyOf(layer.Family), ScanInput.Themes[layer.Theme], layer.Null.Maxima)).ToList();
        return new PatternsFound(findings, nulls);
    }

    private static List<WindowFamily> Families(ScanSettings settings, KnownHouseholds known)
    {
        List<WindowFamily> families = [new Circles(settings.MaxSharePercent / 100.0)];
        if (known.Sets > 0) families.Add(new Sets { Themes = ByCommunity });
        return families;
    }

    private static FindingFamily FamilyOf(WindowFamily family) => family is Sets ? FindingFamily.Community : FindingFamily.Area;

    private static Finding ToFinding(ScanInput input, ScanRun run, DateTimeOffset at, Cluster cluster, NeighbourhoodResult? beside)
    {
        var theme = ScanInput.Themes[cluster.Theme];
        if (cluster.Family is not Sets) return Finding.InBuurten(run, at, theme, PatternOf(input, cluster, [.. RowsIn(input, cluster)]));
        var effect = beside!.Of(cluster.Label, cluster.Theme);
        return Finding.AroundCommunity(run, at, theme, input.Communities[cluster.Label],
            PatternOf(input, cluster, [.. cluster.Units.Select(household => input.Rows[household])]), new BuurtComparison(effect.Expected, effect.P));
    }

    // The units of a circle are buurten, those of a set households.
    private static IEnumerable<ScanRow> RowsIn(ScanInput input, Cluster cluster)
    {
        var buurten = cluster.Units.Select(unit => input.Buurten[unit]).ToHashSet();
        return input.Rows.Where(row => buurten.Contains(row.Buurt));
    }

    private static Pattern PatternOf(ScanInput input, Cluster cluster, IReadOnlyList<ScanRow> inside)
    {
        var theme = ScanInput.Themes[cluster.Theme];
        var buurten = inside.GroupBy(row => row.Buurt).Select(b => new BuurtCount(b.Key, b.Count(row => row.Themes.Contains(theme)), b.Count()));
        return new Pattern(cluster.Observed, (int)cluster.Population, cluster.Observed + cluster.ObservedOutside, input.Rows.Count,
            cluster.LogLikelihoodRatio, cluster.P, cluster.PWithinFamily, [.. buurten]);
    }
}

/// <summary>What a scan found, and the chance it was weighed against.</summary>
internal sealed record PatternsFound(IReadOnlyList<Finding> Findings, IReadOnlyList<ScanNull> Nulls);
