using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class PoissonScanTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    /// <summary>Windows, clusters and maxima of every replicate against the definitions, by population and by own expectation.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Agrees_with_brute_force(int seed)
    {
        var areas = RandomMaps.Areas(new(seed), ownExpectation: seed % 2 == 0);
        var options = new ScanOptions { Replicates = 39, Seed = seed };
        var result = PoissonScan.Run(areas, [new Circles(), new Sets()], options);

        var cases = areas.Sum(area => area.Cases);
        var weight = areas.Select(area => area.Expected ?? area.Population).ToArray();
        var expected = weight.Select(w => w / weight.Sum() * cases).ToArray();
        var drawnFrom = new AreaMap(areas).Expected; // The same but for rounding, to which an alias table is sensitive.
        List<int[]>[] families = [BruteForce.Circles([.. areas.Select(area => area.Centre)], [.. areas.Select(area => area.Population)]), SetsOf(areas)];
        Assert.Equal(families.Sum(windows => windows.Count), result.Windows);
        foreach (var (windows, layer) in families.Zip(result.Layers))
        {
            double Best(int[] counts) => windows.Select(window => BruteForce.Poisson(window.Sum(i => counts[i]), window.Sum(i => expected[i]), cases)).DefaultIfEmpty(0).Max();
            var found = result.Clusters.Where(cluster => cluster.Family == layer.Family).ToList();
            Assert.Equal(Best([.. areas.Select(area => area.Cases)]), found.Select(cluster => cluster.LogLikelihoodRatio).DefaultIfEmpty(0).Max(), 1e-9);
            Assert.All(found, cluster => Assert.Equal(cluster.Observed, cluster.Units.Sum(i => areas[i].Cases)));
            Assert.All(found, cluster => Assert.Equal(cluster.Expected, cluster.Units.Sum(i => expected[i]), 1e-9));
            Assert.Equal(found.Sum(cluster => cluster.Units.Count), found.SelectMany(cluster => cluster.Units).Distinct().Count());
            Assert.Equal(Enumerable.Range(0, options.Replicates).Select(replicate => Best(Draw(drawnFrom, cases, seed, replicate))), layer.Null.Maxima, (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    /// <summary>Connected sets, plain and restricted, and low rates: every maximum against the definitions.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Connected_sets_restriction_and_low_rates_agree_with_brute_force(int seed)
    {
        var random = new Random(seed);
        var areas = RandomMaps.Areas(random).WithNeighbours(random);
        var (low, admitBelow) = (seed % 3 == 0, seed % 3 == 1 ? 0.4 : (double?)null);
        var options = new ScanOptions { Replicates = 39, Seed = seed, Low = low };
        var result = PoissonScan.Run(areas, [new Connected(5) { AdmitBelow = admitBelow }], options);

        var map = new AreaMap(areas);
        var windows = BruteForce.Connected(areas, 5);
        double Best(int[] counts) => windows
            .Where(window => admitBelow is not { } level || window.All(i => BruteForce.MidP(counts[i], map.Expected[i]) < level))
            .Select(window => (low ? BruteForce.LowPoisson : (Func<int, double, int, double>)BruteForce.Poisson)(window.Sum(i => counts[i]), window.Sum(i => map.Expected[i]), map.TotalCases))
            .DefaultIfEmpty(0).Max();
        Assert.Equal(windows.Count, result.Windows);
        Assert.Equal(Best(map.Cases), result.Clusters.Select(cluster => cluster.LogLikelihoodRatio).DefaultIfEmpty(0).Max(), 1e-9);
        Assert.All(result.Clusters, cluster => Assert.Equal(cluster.Observed, cluster.Units.Sum(i => areas[i].Cases)));
        Assert.Equal(Enumerable.Range(0, options.Replicates).Select(replicate => Best(Draw(map.Expected, map.TotalCases, seed, replicate))), result.Layers[0].Null.Maxima, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Counts_above_16_bits_are_scanned_in_wider_lanes()
    {
        List<Area> areas = [new(new(0, 0), 1000, 21_000), new(new(1, 0), 1000, 20_000), new(new(9, 0), 1000, 20_000), new(new(10, 0), 1000, 20_000)];
        var result = PoissonScan.Run(areas, [new Circles()], new() { Replicates = 99 });
        Assert.Equal([0], result.Clusters[0].Units);
        Assert.Equal(0.01, result.Clusters[0].P);
        Assert.InRange(result.Pooled.Mean, 0.5, 4);
    }

    [Fact]
    public void Of_windows_with_equal_strength_the_first_centre_is_named()
    {
        List<Area> areas = [new(new(0, 0), 100, 1), new(new(1, 0), 100, 9), new(new(2, 0), 100, 9), new(new(3, 0), 100, 1), new(new(4, 0), 100, 1)];
        var best = PoissonScan.Run(areas, [new Circles()], new() { Replicates = 9 }).Clusters[0];
        // The pair {1, 2} is the second window of centre 2 (ties go to the earlier unit) and of no earlier centre: centre 1 takes 0 before 2.
        Assert.Equal([1, 2], best.Units);
        Assert.Equal(2, best.Label);
    }

    [Fact]
    public void An_area_that_expects_nothing_never_gets_a_case()
    {
        double[] expected = [0, 1, 2, 0, 4, 0];
        for (var replicate = 0; replicate < 50; replicate++)
        {
            var counts = Draw(expected, 70, seed: 1, replicate);
            Assert.Equal(70, counts.Sum());
            Assert.Equal(0, counts[0] + counts[3] + counts[5]);
        }
    }

    [Fact]
    public void Cases_fall_in_proportion_to_what_is_expected()
    {
        double[] expected = [1, 2, 3, 4];
        var counts = Draw(expected, 100_000, seed: 3, replicate: 0);
        Assert.All(counts.Zip(expected), pair => Assert.InRange(pair.First, (pair.Second * 10_000) - 800, (pair.Second * 10_000) + 800));
    }

    static List<int[]> SetsOf(List<Area> areas) =>
        [.. Enumerable.Range(0, 4).Select(set => areas.Index().Where(area => area.Item.Sets.Contains(set)).Select(area => area.Index).ToArray()).Where(set => set.Length > 0)];

    static int[] Draw(double[] expected, int cases, long seed, int replicate)
    {
        var counts = new int[expected.Length];
        var random = new ReplicateRandom(seed, replicate, purpose: 1);
        new CaseMultinomial(expected, cases).Draw(ref random, new Tally<int>(counts, counts.Length));
        return counts;
    }
}
