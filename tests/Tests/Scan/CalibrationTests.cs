using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>Where there is nothing to find, a p-value of at most α comes up in at most a share α of the maps.</summary>
public class CalibrationTests
{
    const int Maps = 2_000;

    static readonly WindowFamily[] CirclesAndSets = [new Circles(), new Sets()];
    static readonly double[] Levels = [0.01, 0.05, 0.10];

    [Fact]
    public void The_joint_p_over_families_and_themes_keeps_its_promise() =>
        AssertAtMost(OverMaps(seed =>
        {
            var known = RandomMaps.Households(new(seed), locations: 8, households: 60, themes: 3);
            return Least(BernoulliScan.Run(known, CirclesAndSets, Options(seed)));
        }));

    [Fact]
    public void The_test_within_neighbourhoods_keeps_its_promise_on_maps_with_bad_neighbourhoods() =>
        AssertAtMost(OverMaps(seed =>
        {
            var random = new Random(seed);
            var households = Enumerable.Range(0, 60).Select(_ => random.Next(5)).Select(location => new Household(
                location,
                (random.Next(location + 2) > 0 ? 1UL : 0) | (random.Next(location + 1) > 2 ? 2UL : 0),
                random.Next(6 - location) == 0 ? [random.Next(3)] : [3])).ToList();
            var known = new KnownHouseholds([.. Enumerable.Range(0, 5).Select(x => new Point(x, 0))], households, themes: 2, sets: 4);
            var result = NeighbourhoodTest.Run(known, Options(seed));
            return Enumerable.Range(0, 4).SelectMany(set => Enumerable.Range(0, 2).Select(theme => result.Of(set, theme).P ?? 1)).Min();
        }));

    [Fact]
    public void With_counts_that_are_not_coarse_the_promise_is_exact()
    {
        AssertExact(OverMaps(seed => Least(PoissonScan.Run(Town(new(seed)), CirclesAndSets, Options(seed)))));
    }

    [Fact]
    public void Connected_sets_plain_and_restricted_keep_it_beside_circles() =>
        AssertExact(OverMaps(seed => Least(PoissonScan.Run(Town(new(seed), cases: 130), [new Circles(), new Connected(6) { AdmitBelow = seed % 2 == 0 ? 0.2 : null }, new SetsByArea()], Options(seed)))));

    [Fact]
    public void Low_rates_keep_it() => AssertExact(OverMaps(seed => Least(PoissonScan.Run(Town(new(seed)), CirclesAndSets, Options(seed) with { Low = true }))));

    [Fact]
    public void Cases_and_controls_over_areas_keep_it() => AssertAtMost(OverMaps(seed => Least(BernoulliScan.Run(Town(new(seed)), CirclesAndSets, Options(seed)))));

    [Fact]
    public void A_scan_that_stops_early_keeps_it() =>
        AssertAtMost(OverMaps(seed => Least(PoissonScan.Run(Town(new(seed)), [new Circles()], Options(seed) with { Replicates = 999, StopAfter = 10 }))));

    [Fact]
    public void Place_and_time_together_keep_it_looking_back_and_at_what_goes_on() =>
        AssertAtMost(OverMaps(seed => Least(SpaceTimeScan.Run(Year(new(seed)), [new Cylinders(6) { Prospective = seed % 2 == 0 }, new SetCylinders(6) { Prospective = seed % 2 == 0 }], Options(seed)))));

    [Fact]
    public void Several_themes_over_areas_keep_it() => AssertExact(OverMaps(seed =>
    {
        var town = Town(new(seed));
        return Least(PoissonScan.Run(town, [[.. town.Select(area => area.Cases)], Multinomial(town, new(-seed))], CirclesAndSets, Options(seed)));
    }));

    /// <summary>Ten places and three communities, some busier than others, in weeks busier than others.</summary>
    static DatedCases Year(Random random)
    {
        int Skewed(int below) => Math.Min(random.Next(below), random.Next(below));
        var places = Enumerable.Range(0, 10).Select(_ => new Point(random.NextDouble(), random.NextDouble())).ToList();
        var cases = Enumerable.Range(0, 240).Select(_ => new DatedCase(Skewed(10), Skewed(20), random.Next(2), random.Next(2) == 0 ? [Skewed(3)] : null)).ToList();
        return new(places, cases, firstDay: 0, lastDay: 19, themes: 2, sets: 3);
    }

    static int[] Multinomial(List<Area> areas, Random random)
    {
        var homes = areas.Index().SelectMany(area => Enumerable.Repeat(area.Index, (int)area.Item.Population)).ToArray();
        var cases = new int[areas.Count];
        for (var i = 0; i < 200; i++)
            cases[homes[random.Next(homes.Length)]]++;
        return cases;
    }

    /// <summary>Twelve places, where anyone may be a case. From 144 cases on replicates are drawn by area, below that by case.</summary>
    static List<Area> Town(Random random, int cases = 200)
    {
        var places = Enumerable.Range(0, 12).Select(_ => (Point: new Point(random.NextDouble(), random.NextDouble()), People: random.Next(500, 1500))).ToList();
        var homes = places.Index().SelectMany(place => Enumerable.Repeat(place.Index, place.Item.People)).ToArray();
        random.Shuffle(homes);
        var inPlace = homes.Take(cases).CountBy(place => place).ToDictionary();
        return [.. places.Select((place, i) => new Area(place.Point, place.People, inPlace.GetValueOrDefault(i))
        {
            Sets = random.Next(3) == 0 ? [random.Next(4)] : [],
            Part = i % 3,
            Neighbours = [(i + 1) % 12, (i + 5) % 12],
        })];
    }

    static ScanOptions Options(int seed) => new() { Replicates = 99, Seed = seed, Threads = 1 };

    static double Least(ScanResult result) => result.Clusters.Select(cluster => cluster.P).DefaultIfEmpty(1).Min();

    static double[] OverMaps(Func<int, double> leastP)
    {
        var least = new double[Maps];
        Parallel.For(0, Maps, map => least[map] = leastP(map + 1));
        return [.. Levels.Select(level => least.Count(p => p <= level + 1e-12) / (double)Maps)];
    }

    static void AssertAtMost(double[] shares) => Assert.All(Levels.Zip(shares), pair => Assert.InRange(pair.Second, 0, pair.First + Margin(pair.First)));

    static void AssertExact(double[] shares)
    {
        AssertAtMost(shares);
        Assert.All(Levels.Zip(shares), pair => Assert.InRange(pair.Second, pair.First - Margin(pair.First), 1));
    }

    static double Margin(double level) => 3 * Math.Sqrt(level * (1 - level) / Maps);
}
