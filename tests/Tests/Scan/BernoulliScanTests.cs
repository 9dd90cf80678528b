using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class BernoulliScanTests
{
    static readonly WindowFamily[] All = [new Circles(), new Sets(), new SetsByArea()];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    /// <summary>Windows, scores, maxima of every replicate, and all three p-values, against the definitions.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Agrees_with_brute_force(int seed)
    {
        var known = RandomMaps.Households(new(seed), locations: 3 + (seed % 5));
        var options = new ScanOptions { Replicates = 39, Seed = seed };
        var result = BernoulliScan.Run(known, All, options);

        var layout = new HouseholdLayout(known, byPart: true);
        var windows = All.Select(family => WindowsOf(family, known)).ToList();
        var observed = Scores(known, windows, layout.Observed());
        var simulated = Enumerable.Range(0, options.Replicates).Select(replicate => Scores(known, windows, Draw(known, layout, seed, replicate))).ToList();
        Assert.Equal(windows.Sum(family => family.Count), result.Windows);
        foreach (var (layer, i) in result.Layers.Select((layer, i) => (layer, i)))
        {
            Assert.Equal(simulated.Select(map => map[i]), layer.Null.Maxima, (a, b) => Math.Abs(a - b) < 1e-9);
            var best = result.Clusters.Where(cluster => result.LayerOf(cluster) == layer).Select(cluster => cluster.LogLikelihoodRatio).DefaultIfEmpty(0).Max();
            Assert.Equal(observed[i], best, 1e-9);
        }
        (double Mean, double Deviation)[] moments = [.. observed.Select((_, i) => Moments([observed[i], .. simulated.Select(map => map[i])]))];
        double[] joint = [.. simulated.Select(map => map.Select((value, i) => TailScore(value, moments[i])).Max())];
        Assert.All(result.Clusters, cluster => AssertPValues(cluster, result, moments, joint, simulated));
    }

    static (double Mean, double Deviation) Moments(double[] all) => (all.Average(), Math.Sqrt(all.Sum(x => Math.Pow(x - all.Average(), 2)) / (all.Length - 1)));

    static double TailScore(double value, (double Mean, double Deviation) of)
    {
        var scale = of.Deviation * Math.Sqrt(6) / Math.PI;
        return of.Deviation < 1e-12 ? double.NegativeInfinity : (value - of.Mean + (0.57721566490153286 * scale)) / scale;
    }

    static void AssertPValues(Cluster cluster, ScanResult result, (double, double)[] moments, double[] joint, List<double[]> simulated)
    {
        var layer = result.Layers.ToList().IndexOf(result.LayerOf(cluster));
        var replicates = simulated.Count;
        Assert.Equal(BruteForce.PValue(TailScore(cluster.LogLikelihoodRatio, moments[layer]), joint, replicates), cluster.P, 1e-12);
        Assert.Equal(BruteForce.PValue(cluster.LogLikelihoodRatio, simulated.Select(map => map[layer]), replicates), cluster.PWithinFamily, 1e-12);
        Assert.Equal(BruteForce.PValue(cluster.LogLikelihoodRatio, simulated.Select(map => map.Max()), replicates), cluster.PPooled, 1e-12);
    }

    [Fact]
    public void A_theme_that_may_not_be_looked_at_by_community_is_not()
    {
        var known = RandomMaps.Households(new(5), themes: 3);
        var result = BernoulliScan.Run(known, [new Circles(), new Sets { Themes = 0b101 }], new() { Replicates = 9 });

        Assert.Equal([0, 1, 2], result.Layers.Where(layer => layer.Family is Circles).Select(layer => layer.Theme));
        Assert.Equal([0, 2], result.Layers.Where(layer => layer.Family is Sets).Select(layer => layer.Theme));
        Assert.Throws<ArgumentException>(() => BernoulliScan.Run(known, [new Sets { Themes = 0 }]));
    }

    [Fact]
    public void Tells_what_is_inside_and_outside()
    {
        // Twelve households in two places; all three debts, and nothing else, live in the first place and share set 1.
        var households = Enumerable.Range(0, 12).Select(i => new Household(i < 4 ? 0 : 1, i < 3 ? 1UL : 0, i < 5 ? [1] : [])).ToList();
        var known = new KnownHouseholds([new(0, 0), new(1, 0)], households, themes: 1, sets: 2);
        var result = BernoulliScan.Run(known, All, new() { Replicates = 9 });

        var circle = Assert.Single(result.Clusters, cluster => cluster.Family is Circles);
        Assert.Equal((0, 3, 0, 4L, 8L, 1.0), (circle.Label, circle.Observed, circle.ObservedOutside, circle.Population, circle.PopulationOutside, circle.Expected));
        Assert.Null(circle.RelativeRisk);
        Assert.Equal([0], circle.Units);
        Assert.Equal(BruteForce.Bernoulli(3, 4, 3, 12), circle.LogLikelihoodRatio, 1e-12);
        var community = Assert.Single(result.Clusters, cluster => cluster.Family is Sets);
        Assert.Equal((1, 3, 5L), (community.Label, community.Observed, community.Population));
        Assert.Equal([0, 1, 2, 3, 4], community.Units);
    }

    [Fact]
    public void A_circle_takes_a_location_as_a_whole_and_stays_within_its_share()
    {
        var households = Enumerable.Range(0, 10).Select(i => new Household(i < 6 ? 0 : 1, 1UL << (i % 2), [])).ToList();
        var known = new KnownHouseholds([new(0, 0), new(5, 0)], households, themes: 2, sets: 0);
        // Six of ten live at the first location: more than half, so that only the other can be a circle.
        Assert.Equal(1, BernoulliScan.Run(known, [new Circles()], new() { Replicates = 1 }).Windows);
        Assert.Equal(4, BernoulliScan.Run(known, [new Circles(MaxShare: 1)], new() { Replicates = 1 }).Windows);
    }

    [Fact]
    public void A_theme_with_one_case_finds_nothing_and_disturbs_nothing()
    {
        var random = new Random(5);
        var one = RandomMaps.Households(random, themes: 1);
        var households = Enumerable.Range(0, one.Count).Select(i => new Household(one.Location[i], one.Labels[i] | (i == 7 ? 2UL : 0), [])).ToList();
        var two = new KnownHouseholds(one.Locations, households, themes: 2, sets: 0);
        var result = BernoulliScan.Run(two, [new Circles()], new() { Replicates = 99 });
        Assert.All(result.Clusters, cluster => Assert.Equal(0, cluster.Theme));
        Assert.All(result.Clusters, cluster => Assert.Equal(cluster.PWithinFamily, cluster.P, 1e-12));
    }

    static List<int[]> WindowsOf(WindowFamily family, KnownHouseholds known)
    {
        var layout = new HouseholdLayout(known, byPart: true);
        return family switch
        {
            Circles => BruteForce.Circles(known.Locations, layout.Population[..known.Locations.Count]),
            Sets => [.. Enumerable.Range(layout.FirstSetCell, known.Sets).Where(cell => layout.Population[cell] > 0).Select(cell => new[] { cell })],
            _ => [.. Enumerable.Range(layout.FirstPartCell, layout.Parts.Count).Select(cell => new[] { cell })],
        };
    }

    [Fact]
    public void A_set_is_counted_apart_at_each_location()
    {
        var known = RandomMaps.Households(new(7));
        var result = BernoulliScan.Run(known, [new SetsByArea()], new() { Replicates = 19 });
        foreach (var cluster in result.Clusters)
        {
            int[] members = [.. Enumerable.Range(0, known.Count).Where(household => known.Location[household] == cluster.Part && known.Memberships[household].Contains(cluster.Label))];
            Assert.Equal(members, cluster.Units);
            Assert.Equal(members.Count(household => (known.Labels[household] >> cluster.Theme & 1) != 0), cluster.Observed);
            Assert.Equal(members.Length, cluster.Population);
        }
        Assert.NotEmpty(result.Clusters);
    }

    /// <summary>Per family, then theme: the greatest score.</summary>
    static double[] Scores(KnownHouseholds known, List<List<int[]>> families, int[] counts)
    {
        var layout = new HouseholdLayout(known, byPart: true);
        return [.. from windows in families
            from theme in Enumerable.Range(0, known.Themes)
            select windows.Select(cells => BruteForce.Bernoulli(cells.Sum(cell => counts[(theme * layout.Cells) + cell]), (int)cells.Sum(cell => layout.Population[cell]),
                known.Cases[theme], known.Count)).DefaultIfEmpty(0).Max()];
    }

    static int[] Draw(KnownHouseholds known, HouseholdLayout layout, long seed, int replicate)
    {
        var counts = new int[known.Themes * layout.Cells];
        var random = new ReplicateRandom(seed, replicate, purpose: 0);
        new LabelPermutation(known, layout).Draw(ref random, new Tally<int>(counts, layout.Cells));
        return counts;
    }
}
