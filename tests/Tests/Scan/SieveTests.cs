using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>Replicates move between groups and levels; each keeps its own greatest score.</summary>
public class SieveTests
{
    [Theory]
    [InlineData(300, 400, 3)] // 16 bits a count
    [InlineData(300, 4_000, 2)] // drawn area by area
    [InlineData(60, 40_000, 1)] // 32 bits a count
    public void Every_replicate_keeps_its_own_maximum(int replicates, int cases, int threads)
    {
        var random = new Random(5);
        var homes = Enumerable.Range(0, cases).Select(_ => random.Next(60)).CountBy(home => home).ToDictionary();
        var areas = Enumerable.Range(0, 60).Select(i => new Area(new(random.NextDouble(), random.NextDouble()), random.Next(500, 1_500), homes.GetValueOrDefault(i))).ToList();
        var map = new AreaMap(areas);
        var windows = BruteForce.Circles(map.Centres, map.Population.ToArray());

        var drawn = PoissonScan.Run(areas, [new Circles()], new() { Replicates = replicates, Seed = 2, Threads = threads }).Pooled.Maxima;

        Assert.Equal(Enumerable.Range(0, replicates).Select(replicate => Best(map, windows, replicate)), drawn, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void A_replicate_allocates_nothing()
    {
        var areas = RandomMaps.Areas(new(3));
        static long Allocated(Action run)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        void Scan(int replicates) => PoissonScan.Run(areas, [new Circles()], new() { Replicates = replicates, Threads = 1 });
        Scan(99);
        // What a replicate leaves behind is its maximum, kept and sorted for layer, pool and joint, and the groups' turns.
        Assert.InRange((Allocated(() => Scan(20_000)) - Allocated(() => Scan(10_000))) / 10_000, 0, 100);
    }

    [Fact]
    public void Several_themes_are_each_drawn_as_if_alone()
    {
        var areas = RandomMaps.Areas(new(9));
        int[][] cases = [[.. areas.Select(area => area.Cases)], [.. areas.Select((_, i) => i % 3)], [.. areas.Select(_ => 0)]];
        var options = new ScanOptions { Replicates = 99 };
        var several = PoissonScan.Run(areas, cases, [new Circles(), new Sets { Themes = 0b010 }], options);
        Assert.Equal([("circles", 0), ("circles", 1), ("sets", 1), ("circles", 2)], several.Layers.Select(layer => (layer.Family.Name, layer.Theme)));
        Assert.Equal(PoissonScan.Run(areas, [new Circles()], options).Pooled.Maxima, several.Layers[0].Null.Maxima);
        var second = areas.Select((area, i) => area with { Cases = i % 3 }).ToList();
        Assert.Equal(PoissonScan.Run(second, [new Circles()], options).Clusters.Select(cluster => (cluster.Label, cluster.Observed, cluster.LogLikelihoodRatio)),
            several.Clusters.Where(cluster => cluster.Theme == 1 && cluster.Family is Circles).Select(cluster => (cluster.Label, cluster.Observed, cluster.LogLikelihoodRatio)));
        Assert.NotEqual(several.Layers[0].Null.Maxima, several.Layers[1].Null.Maxima);
        Assert.Throws<ArgumentException>(() => PoissonScan.Run(areas, [[1, 2]], [new Circles()]));
    }

    static double Best(AreaMap map, List<int[]> windows, int replicate)
    {
        var counts = new int[map.Cases.Length];
        var random = new ReplicateRandom(2, replicate, 1);
        CaseBinomials.Of(map.Expected, map.TotalCases).Draw(ref random, new Tally<int>(counts, counts.Length));
        return windows.Max(window => BruteForce.Poisson(window.Sum(i => counts[i]), window.Sum(i => map.Expected[i]), map.TotalCases));
    }
}
