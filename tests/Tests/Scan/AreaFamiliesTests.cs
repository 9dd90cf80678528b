using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>Every family and both models over areas, for high rates and low ones, against the definitions.</summary>
public class AreaFamiliesTests
{
    static readonly WindowFamily[] All = [new Circles(), new Connected(5), new Sets(), new SetsByArea()];

    public static TheoryData<int, bool> Maps => new(Enumerable.Range(1, 40).SelectMany(seed => new[] { (seed, false), (seed, true) }));

    [Theory]
    [MemberData(nameof(Maps))]
    public void Poisson_agrees_with_brute_force(int seed, bool low)
    {
        var areas = RandomAreas(seed);
        var map = new AreaMap(areas);
        double Score(int[] window, int[] counts) =>
            (low ? BruteForce.LowPoisson : (Func<int, double, int, double>)BruteForce.Poisson)(window.Sum(i => counts[i]), window.Sum(i => map.Expected[i]), map.TotalCases);
        AssertAgrees(areas, PoissonScan.Run(areas, All, Options(seed, low)), seed, low, Score, () => CaseBinomials.Of(map.Expected, map.TotalCases), purpose: 1);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Bernoulli_agrees_with_brute_force(int seed, bool low)
    {
        var areas = RandomAreas(seed).ConvertAll(area => area with { Population = area.Population / 50 });
        var map = new AreaMap(areas);
        double Score(int[] window, int[] counts) => (low ? BruteForce.LowBernoulli : (Func<int, int, int, int, double>)BruteForce.Bernoulli)(
            window.Sum(i => counts[i]), (int)window.Sum(i => areas[i].Population), map.TotalCases, (int)map.TotalPopulation);
        AssertAgrees(areas, BernoulliScan.Run(areas, All, Options(seed, low)), seed, low, Score, () => new CasesOverAreas(map.Population, map.TotalCases), purpose: 3);
    }

    [Fact]
    public void A_map_with_one_case_in_each_of_its_individuals_finds_nothing() =>
        Assert.Empty(BernoulliScan.Run([new(new(0, 0), 2, 2), new(new(1, 0), 3, 3)], [new Circles()], new() { Replicates = 9 }).Clusters);

    [Fact]
    public void More_cases_than_individuals_are_refused() =>
        Assert.Contains("Area 1", Assert.Throws<ArgumentException>(() => BernoulliScan.Run([new(new(0, 0), 5, 1), new(new(1, 0), 2, 3)], [new Circles()])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_a_set_in_parts_each_finding_names_set_and_part()
    {
        var areas = Enumerable.Range(0, 8).Select(i => new Area(new(i, 0), 100, i is 2 or 3 ? 9 : 1) { Part = i / 4, Sets = [0, 1] }).ToList();
        areas[4] = areas[4] with { Sets = [] };
        areas[0] = areas[0] with { Sets = [0] };
        var best = PoissonScan.Run(areas, [new SetsByArea()], new() { Replicates = 99 }).Clusters[0];
        Assert.Equal((1, 0), (best.Label, best.Part));
        Assert.Equal([1, 2, 3], best.Units);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(26)]
    public void A_number_of_nearest_units_that_cannot_be_is_refused(int nearest) =>
        Assert.Throws<ArgumentException>(() => PoissonScan.Run(RandomAreas(1), [new Connected(nearest)]));

    [Fact]
    public void So_many_connected_sets_that_memory_would_run_out_are_refused()
    {
        List<Area> areas = [.. Enumerable.Range(0, 30).Select(i => new Area(new(i, 0), 100, 1) { Neighbours = [.. Enumerable.Range(0, 30).Where(other => other != i)] })];
        Assert.Contains("fewer nearest", Assert.Throws<OverflowException>(() => PoissonScan.Run(areas, [new Connected(25)])).Message, StringComparison.Ordinal);
    }

    static void AssertAgrees(List<Area> areas, ScanResult result, int seed, bool low, Func<int[], int[], double> score, Func<ICaseSampler> sampler, uint purpose)
    {
        var families = Windows(areas);
        Assert.Equal(families.Sum(windows => windows.Count), result.Windows);
        int[] cases = [.. areas.Select(area => area.Cases)];
        foreach (var (windows, layer) in families.Zip(result.Layers))
        {
            double Best(int[] counts) => windows.Select(window => score(window, counts)).DefaultIfEmpty(0).Max();
            var found = result.Clusters.Where(cluster => cluster.Family == layer.Family).ToList();
            Assert.Equal(Best(cases), found.Select(cluster => cluster.LogLikelihoodRatio).DefaultIfEmpty(0).Max(), 1e-9);
            Assert.All(found, cluster => Assert.Equal(cluster.Observed, cluster.Units.Sum(i => areas[i].Cases)));
            Assert.All(found, cluster => Assert.Equal(low, cluster.Observed < cluster.Expected));
            Assert.Equal(Enumerable.Range(0, result.Replicates).Select(replicate => Best(Draw(sampler(), areas.Count, seed, replicate, purpose))), layer.Null.Maxima, (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    static List<int[]>[] Windows(List<Area> areas)
    {
        int[] InSet(int set) => [.. areas.Index().Where(area => area.Item.Sets.Contains(set)).Select(area => area.Index)];
        var sets = Enumerable.Range(0, 4).Select(InSet).Where(set => set.Length > 0).ToList();
        return
        [
            BruteForce.Circles([.. areas.Select(area => area.Centre)], [.. areas.Select(area => area.Population)]),
            BruteForce.Connected(areas, 5),
            sets,
            [.. sets.SelectMany(set => set.Where(i => areas[i].Part is not null).GroupBy(i => areas[i].Part).Select(part => part.ToArray()))],
        ];
    }

    static List<Area> RandomAreas(int seed)
    {
        var random = new Random(seed);
        return RandomMaps.Areas(random).WithNeighbours(random).ConvertAll(area => area with { Part = random.Next(4) is var part and < 3 ? part : null, Cases = Math.Min(area.Cases, (int)area.Population / 50) });
    }

    static int[] Draw(ICaseSampler sampler, int areas, int seed, int replicate, uint purpose)
    {
        var counts = new int[areas];
        var random = new ReplicateRandom(seed, replicate, purpose);
        sampler.Draw(ref random, new Tally<int>(counts, areas));
        return counts;
    }

    static ScanOptions Options(int seed, bool low) => new() { Replicates = 39, Seed = seed, Low = low };
}
