using Samenkracht.Insight.Findings;
using Samenkracht.Scan;

namespace Samenkracht.Insight.Scanning;

/// <summary>Over known households: buurten and communities together, and for each community that stands out the question "wijk of netwerk?".</summary>
internal static class HouseholdSearch
{
    public static PatternsFound Run(ScanRun run, ScanInput input, DateTimeOffset at, ScanMeter meter, CancellationToken cancel)
    {
        var known = Known(input);
        var options = PatternSearch.Options(run, meter.First);
        var scan = BernoulliScan.Run(known, Families(run, input), options, cancel);
        var told = scan.Clusters.Where(cluster => cluster.P <= Finding.Level).ToList();
        var beside = told.Any(cluster => cluster.Family is Sets)
            ? NeighbourhoodTest.Run(known, options with { Progress = meter.Second }, cancel)
            : null;
        return new PatternsFound([.. told.Select(cluster => ToFinding(run, input, at, cluster, beside))], PatternSearch.Nulls(run, input, scan, told));
    }

    private static KnownHouseholds Known(ScanInput input)
    {
        var (place, theme, community) = (input.PlaceIndex(), input.ThemeIndex(), input.CommunityIndex());
        return new KnownHouseholds(
            [.. input.Places.Select(p => new Point(p.X, p.Y))],
            [.. input.Rows.Select(row => new Household(place[row.Buurt],
                row.Asked.Aggregate(0UL, (bits, asked) => bits | (1UL << theme[asked.Theme])), [.. row.Communities.Select(c => community[c]).Order()]))],
            input.Themes.Count,
            input.Communities.Count);
    }

    private static List<WindowFamily> Families(ScanRun run, ScanInput input)
    {
        List<WindowFamily> families = [new Circles(run.MaxSharePercent / 100.0)];
        if (input.Communities.Count > 0 && input.ByCommunity != 0) families.Add(new Sets { Themes = input.ByCommunity });
        return families;
    }

    private static Finding ToFinding(ScanRun run, ScanInput input, DateTimeOffset at, Cluster cluster, NeighbourhoodResult? beside)
    {
        var theme = input.Themes[cluster.Theme];
        if (cluster.Family is not Sets) return Finding.InBuurten(run, at, theme, PatternOf(run, input, cluster, RowsIn(input, cluster)));
        var effect = beside!.Of(cluster.Label, cluster.Theme);
        var pattern = PatternOf(run, input, cluster, cluster.Units.Select(household => input.Rows[household]));
        return Finding.AroundCommunity(run, at, theme, input.Communities[cluster.Label], pattern, new BuurtComparison(effect.Expected, effect.P));
    }

    // The units of a circle are buurten, those of a set households.
    private static IEnumerable<ScanRow> RowsIn(ScanInput input, Cluster cluster)
    {
        var buurten = cluster.Units.Select(unit => input.Places[unit].Buurt).ToHashSet();
        return input.Rows.Where(row => buurten.Contains(row.Buurt));
    }

    private static Pattern PatternOf(ScanRun run, ScanInput input, Cluster cluster, IEnumerable<ScanRow> inside)
    {
        var theme = input.Themes[cluster.Theme];
        var rows = inside.ToList();
        return new Pattern(cluster.Observed, (int)cluster.Population, cluster.Observed + cluster.ObservedOutside, input.Rows.Count,
            cluster.LogLikelihoodRatio, cluster.P, cluster.PWithinFamily,
            [.. rows.GroupBy(row => row.Buurt).Select(b => new BuurtCount(b.Key, b.Count(row => row.Asks(theme)), b.Count()))],
            FindingPeriod.Of(run, rows, theme));
    }
}
