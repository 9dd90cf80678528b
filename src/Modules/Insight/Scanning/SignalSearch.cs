using Samenkracht.Insight.Findings;
using Samenkracht.Scan;

namespace Samenkracht.Insight.Scanning;

/// <summary>Over signals, each night: did lately more come in from a place, or through a community, than place and period by themselves let expect? Only periods that last until today.</summary>
internal static class SignalSearch
{
    public static PatternsFound Run(ScanRun run, ScanInput input, DateTimeOffset at, ScanMeter meter, CancellationToken cancel)
    {
        var scan = SpaceTimeScan.Run(Cases(run, input), Families(run, input), PatternSearch.Options(run, meter.Whole), cancel);
        var told = scan.Clusters.Where(cluster => cluster.P <= Finding.NightlyLevel).ToList();
        return new PatternsFound([.. told.Select(cluster => ToFinding(run, input, at, cluster))], PatternSearch.Nulls(run, input, scan, told));
    }

    private static DatedCases Cases(ScanRun run, ScanInput input)
    {
        var (place, theme, community) = (input.PlaceIndex(), input.ThemeIndex(), input.CommunityIndex());
        return new DatedCases(
            [.. input.Places.Select(p => new Point(p.X, p.Y))],
            [.. input.Rows.Select(row => new DatedCase(place[row.Buurt], row.Asked[0].Day.DayNumber, theme[row.Asked[0].Theme], [.. row.Communities.Select(c => community[c])]))],
            run.Since.DayNumber, run.Until.DayNumber, input.Themes.Count, input.Communities.Count);
    }

    private static List<WindowFamily> Families(ScanRun run, ScanInput input)
    {
        List<WindowFamily> families = [new Cylinders(run.MaxDays!.Value, run.MaxSharePercent / 100.0) { Prospective = true }];
        if (input.Communities.Count > 0 && input.ByCommunity != 0)
            families.Add(new SetCylinders(run.MaxDays!.Value) { Prospective = true, Themes = input.ByCommunity });
        return families;
    }

    private static Finding ToFinding(ScanRun run, ScanInput input, DateTimeOffset at, Cluster cluster)
    {
        var theme = input.Themes[cluster.Theme];
        var same = input.Rows.Where(row => row.Asks(theme)).ToList();
        var (first, last) = (DateOnly.FromDayNumber(cluster.FirstDay!.Value), DateOnly.FromDayNumber(cluster.LastDay!.Value));
        bool Lately(ScanRow row) => row.Asked[0].Day >= first && row.Asked[0].Day <= last;
        var community = cluster.Family is SetCylinders ? input.Communities[cluster.Label] : default;
        var buurten = cluster.Family is SetCylinders ? [] : cluster.Units.Select(unit => input.Places[unit].Buurt).ToHashSet();
        var here = same.Where(row => cluster.Family is SetCylinders ? row.Communities.Contains(community) : buurten.Contains(row.Buurt)).ToList();
        var pattern = new Pattern(cluster.Observed, here.Count, same.Count(Lately), same.Count, cluster.LogLikelihoodRatio, cluster.P, cluster.PWithinFamily,
            [.. here.GroupBy(row => row.Buurt).Select(b => new BuurtCount(b.Key, b.Count(Lately), b.Count()))],
            new FindingPeriod(first, null, last));
        return cluster.Family is SetCylinders ? Finding.AroundCommunity(run, at, theme, community, pattern, null) : Finding.InBuurten(run, at, theme, pattern);
    }
}
