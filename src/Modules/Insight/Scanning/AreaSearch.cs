using Samenkracht.Insight.Findings;
using Samenkracht.Scan;

namespace Samenkracht.Insight.Scanning;

/// <summary>Over buurten: households with a question against everyone whom CBS counts there. Finds places; that a team knows more people somewhere shows here too.</summary>
internal static class AreaSearch
{
    public static PatternsFound Run(ScanRun run, ScanInput input, DateTimeOffset at, ScanMeter meter, CancellationToken cancel)
    {
        var cases = Cases(input);
        var areas = input.Places.Select(place => new Area(new Point(place.X, place.Y), place.Population!.Value, 0)).ToList();
        var scan = PoissonScan.Run(areas, cases, [new Circles(run.MaxSharePercent / 100.0)], PatternSearch.Options(run, meter.Whole), cancel);
        var told = scan.Clusters.Where(cluster => cluster.P <= Finding.Level).ToList();
        var all = input.Places.Sum(place => place.Population!.Value);
        return new PatternsFound([.. told.Select(cluster => ToFinding(run, input, at, cluster, cases[cluster.Theme], all))], PatternSearch.Nulls(run, input, scan, told));
    }

    // Theme, then place.
    private static int[][] Cases(ScanInput input)
    {
        var (place, theme) = (input.PlaceIndex(), input.ThemeIndex());
        var cases = input.Themes.Select(_ => new int[input.Places.Count]).ToArray();
        foreach (var row in input.Rows)
            foreach (var asked in row.Asked) cases[theme[asked.Theme]][place[row.Buurt]]++;
        return cases;
    }

    private static Finding ToFinding(ScanRun run, ScanInput input, DateTimeOffset at, Cluster cluster, int[] cases, int all)
    {
        var theme = input.Themes[cluster.Theme];
        var buurten = cluster.Units.Select(unit => input.Places[unit].Buurt).ToHashSet();
        var pattern = new Pattern(cluster.Observed, (int)cluster.Population, cluster.Observed + cluster.ObservedOutside, all,
            cluster.LogLikelihoodRatio, cluster.P, cluster.PWithinFamily,
            [.. cluster.Units.Select(unit => new BuurtCount(input.Places[unit].Buurt, cases[unit], input.Places[unit].Population!.Value))],
            FindingPeriod.Of(run, input.Rows.Where(row => buurten.Contains(row.Buurt)), theme));
        return Finding.InBuurten(run, at, theme, pattern);
    }
}
