using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>The scan over place and time against the definitions, on small maps with many ties.</summary>
public class SpaceTimeScanTests
{
    const int FirstDay = 700_000, Days = 9;

    public static TheoryData<int, bool, bool> Maps => new(Enumerable.Range(1, 15).SelectMany(seed => new[] { (seed, false, false), (seed, true, false), (seed, false, true), (seed, true, true) }));

    [Theory]
    [MemberData(nameof(Maps))]
    public void Agrees_with_brute_force(int seed, bool prospective, bool low)
    {
        var dated = RandomCases(new(seed), themes: 2);
        WindowFamily[] families = [new Cylinders(4) { Prospective = prospective }, new SetCylinders(3) { Prospective = prospective }];
        var result = SpaceTimeScan.Run(dated, families, new() { Replicates = 19, Seed = seed, Low = low });

        Assert.Equal(4, result.Layers.Count);
        foreach (var layer in result.Layers)
        {
            var cases = dated.Cases.Where(one => one.Theme == layer.Theme).ToList();
            var windows = Windows(dated, cases, layer.Family, prospective);
            if (layer.Theme == 0)
                Assert.Equal(windows.Count, layer.Windows);
            double Best(IReadOnlyList<int> days) => windows.Select(window => Score(cases, days, window, low)).DefaultIfEmpty(0).Max();
            var found = result.Clusters.Where(cluster => cluster.Family == layer.Family && cluster.Theme == layer.Theme).ToList();
            Assert.Equal(Best([.. cases.Select(one => one.Day)]), found.Select(cluster => cluster.LogLikelihoodRatio).DefaultIfEmpty(0).Max(), 1e-9);
            Assert.All(found.Where(cluster => cluster.Family is Cylinders), cluster => AssertDescribes(cluster, cases, low));
            var layout = new DatedLayout(dated, layer.Theme, families);
            Assert.Equal(Enumerable.Range(0, 19).Select(replicate => Best(Draw(layout, seed, replicate, cases, dated))), layer.Null.Maxima, (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    [Fact]
    public void Finds_the_street_where_something_began_a_week_ago()
    {
        var result = SpaceTimeScan.Run(Outbreak(), [new Cylinders(30) { Prospective = true }], new() { Replicates = 999 });
        var alert = result.Clusters[0];
        Assert.Equal([3, 4], alert.Units);
        Assert.Equal((FirstDay + 353, FirstDay + 359), (alert.FirstDay, alert.LastDay));
        Assert.Equal(0.001, alert.P);
        Assert.Equal(1_000, alert.RecurrenceInterval, 1e-6);
        Assert.All(result.Clusters.Skip(1), further => Assert.Empty(further.Units.Intersect(alert.Units)));
    }

    [Fact]
    public void What_is_over_is_found_looking_back_and_is_no_alert()
    {
        var dated = Outbreak();
        var later = new DatedCases(dated.Locations, dated.Cases, dated.FirstDay, dated.LastDay + 40);
        Assert.Empty(SpaceTimeScan.Run(later, [new Cylinders(30) { Prospective = true }]).Clusters);
        var back = SpaceTimeScan.Run(later, [new Cylinders(30)], new() { Replicates = 99 }).Clusters[0];
        Assert.Equal((FirstDay + 353, FirstDay + 359), (back.FirstDay, back.LastDay));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Threads_change_nothing_to_the_last_bit(int threads)
    {
        var dated = RandomCases(new(3), themes: 3);
        ScanResult Run(int on) => SpaceTimeScan.Run(dated, [new Cylinders(4), new SetCylinders(4)], new() { Replicates = 333, Seed = 8, Threads = on });
        var (one, other) = (Run(1), Run(threads));
        Assert.Equal(one.Joint.Maxima, other.Joint.Maxima);
        Assert.Equal(one.Clusters.Select(cluster => (cluster.Label, cluster.FirstDay, cluster.P, cluster.LogLikelihoodRatio)), other.Clusters.Select(cluster => (cluster.Label, cluster.FirstDay, cluster.P, cluster.LogLikelihoodRatio)));
    }

    [Fact]
    public void Days_are_dealt_out_and_places_keep_their_cases()
    {
        var dated = RandomCases(new(4), themes: 1);
        var layout = new DatedLayout(dated, 0, [new Cylinders(4)]);
        var observed = layout.Observed();
        var drawn = new int[observed.Length];
        var random = new ReplicateRandom(1, 0, 4);
        new DatePermutation(layout).Draw(ref random, new Tally<int>(drawn, layout.Cells));
        int[] PerCell(int[] counts) => [.. Enumerable.Range(0, layout.Cells).Select(cell => Enumerable.Range(0, layout.Days).Sum(day => counts[(day * layout.Cells) + cell]))];
        int[] PerDay(int[] counts) => [.. Enumerable.Range(0, layout.Days).Select(day => counts.Skip(day * layout.Cells).Take(dated.Locations.Count).Sum())];
        Assert.NotEqual(observed, drawn);
        Assert.Equal(PerCell(observed), PerCell(drawn));
        Assert.Equal(PerDay(observed), PerDay(drawn));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        Point[] places = [new(0, 0), new(1, 0)];
        static void Refuses(Action call, string word) => Assert.Contains(word, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
        Refuses(() => _ = new DatedCases(places, [new(2, 5)], 1, 9), "Case 0 is at location 2");
        Refuses(() => _ = new DatedCases(places, [new(0, 5), new(0, 10)], 1, 9), "Case 1 is of day 10");
        Refuses(() => _ = new DatedCases(places, [new(0, 5, Theme: 1)], 1, 9), "theme 1");
        Refuses(() => _ = new DatedCases(places, [new(0, 5, Sets: [0])], 1, 9), "Case 0 names set 0");
        Refuses(() => _ = new DatedCases(places, [], 9, 1), "last day");
        Refuses(() => _ = new DatedCases([new(double.NaN, 0)], [], 1, 9), "Location 0");
        var good = new DatedCases(places, [new(0, 5), new(1, 6)], 1, 9);
        Refuses(() => SpaceTimeScan.Run(good, [new Circles()]), "circles");
        Refuses(() => SpaceTimeScan.Run(good, [new Cylinders(0)]), "0 days");
        Refuses(() => SpaceTimeScan.Run(good, [new Cylinders { Themes = 0 }]), "theme");
        Refuses(() => PoissonScan.Run([new(new(0, 0), 1, 0), new(new(1, 0), 1, 0)], [new Cylinders()]), "cylinders");
    }

    [Fact]
    public void Nothing_is_found_in_nothing() =>
        Assert.Empty(SpaceTimeScan.Run(new([new(0, 0), new(1, 0)], [], 1, 9), [new Cylinders()], new() { Replicates = 9 }).Clusters);

    [Fact]
    public void More_places_and_days_than_memory_holds_are_refused() =>
        Assert.Throws<OverflowException>(() => SpaceTimeScan.Run(new([.. Enumerable.Range(0, 3_000).Select(i => new Point(i, 0))], [], 0, 3_650), [new Cylinders()]));

    [Fact]
    public void So_are_more_periods() =>
        Assert.Contains("periods", Assert.Throws<OverflowException>(() => SpaceTimeScan.Run(new([new(0, 0), new(1, 0)], [new(0, 1), new(1, 2)], 0, 500_000), [new Cylinders(3_650)])).Message, StringComparison.Ordinal);

    /// <summary>A year in which each of nine places has a case every eight days; in the last week two of them have one a day more.</summary>
    static DatedCases Outbreak() => new(
        [.. Enumerable.Range(0, 9).Select(x => new Point(x, 0))],
        [
            .. Enumerable.Range(0, 405).Select(i => new DatedCase(i % 9, FirstDay + (i / 9 * 8) + 1 + (i % 5))),
            .. Enumerable.Range(353, 7).SelectMany(day => new[] { new DatedCase(3, FirstDay + day), new DatedCase(4, FirstDay + day) }),
        ],
        FirstDay, FirstDay + 359);

    static DatedCases RandomCases(Random random, int themes)
    {
        var locations = Enumerable.Range(0, 5).Select(_ => new Point(random.Next(3), random.Next(3))).ToList();
        var cases = Enumerable.Range(0, random.Next(20, 40)).Select(_ => new DatedCase(random.Next(5), FirstDay + random.Next(Days), random.Next(themes), [.. Enumerable.Range(0, 3).Where(_ => random.Next(3) == 0)]));
        return new(locations, [.. cases], FirstDay, FirstDay + Days - 1, themes, sets: 3);
    }

    /// <summary>Which cases lie in the place, and the period.</summary>
    sealed record Window(bool[] InPlace, int First, int Last);

    static List<Window> Windows(DatedCases dated, List<DatedCase> cases, WindowFamily family, bool prospective)
    {
        var most = family is Cylinders cylinders ? cylinders.MaxDays : ((SetCylinders)family).MaxDays;
        var places = family is Cylinders
            ? BruteForce.Circles(dated.Locations, [.. Enumerable.Range(0, 5).Select(location => (long)cases.Count(one => one.Location == location))]).Select(circle => (bool[])[.. cases.Select(one => circle.Contains(one.Location))])
            : Enumerable.Range(0, 3).Where(set => cases.Any(one => one.Sets!.Contains(set))).Select(set => (bool[])[.. cases.Select(one => one.Sets!.Contains(set))]);
        var periods = from last in Enumerable.Range(FirstDay, Days)
                      from first in Enumerable.Range(FirstDay, Days)
                      where first <= last && last - first < most && (!prospective || last == dated.LastDay)
                      select (first, last);
        return [.. from place in places from period in periods select new Window(place, period.first, period.last)];
    }

    static double Score(List<DatedCase> cases, IReadOnlyList<int> days, Window window, bool low)
    {
        bool InPeriod(int i) => days[i] >= window.First && days[i] <= window.Last;
        var (inPlace, inPeriod) = (window.InPlace.Count(inside => inside), Enumerable.Range(0, cases.Count).Count(InPeriod));
        var both = Enumerable.Range(0, cases.Count).Count(i => window.InPlace[i] && InPeriod(i));
        return (low ? BruteForce.LowPoisson : (Func<int, double, int, double>)BruteForce.Poisson)(both, (double)inPlace * inPeriod / cases.Count, cases.Count);
    }

    static void AssertDescribes(Cluster cluster, List<DatedCase> cases, bool low)
    {
        var inPlace = cases.Where(one => cluster.Units.Contains(one.Location)).ToList();
        bool InPeriod(DatedCase one) => one.Day >= cluster.FirstDay && one.Day <= cluster.LastDay;
        Assert.Equal(inPlace.Count(InPeriod), cluster.Observed);
        Assert.Equal(inPlace.Count, cluster.Population);
        Assert.Equal((double)inPlace.Count * cases.Count(InPeriod) / cases.Count, cluster.Expected, 1e-9);
        Assert.Equal(low, cluster.Observed < cluster.Expected);
    }

    /// <summary>The days of the cases in a replicate; those that are not counted lie before all windows.</summary>
    static int[] Draw(DatedLayout layout, int seed, int replicate, List<DatedCase> cases, DatedCases dated)
    {
        var random = new ReplicateRandom(seed, replicate, 4 + ((uint)layout.Theme << 8));
        var all = Enumerable.Range(0, cases.Count).ToArray();
        int[] days = [.. cases.Select(_ => int.MinValue)];
        for (var i = 0; i < layout.CountedDays.Length; i++)
        {
            var other = i + random.Below(all.Length - i);
            (all[i], all[other]) = (all[other], all[i]);
            days[all[i]] = dated.LastDay - layout.Days + 1 + layout.CountedDays[i];
        }
        return days;
    }
}
