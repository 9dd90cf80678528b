using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class ReproducibilityTests
{
    static readonly WindowFamily[] CirclesAndSets = [new Circles(), new Sets()];

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Threads_change_nothing_to_the_last_bit(int threads)
    {
        var known = RandomMaps.Households(new(11), locations: 12, households: 300, themes: 4, sets: 9);
        var options = new ScanOptions { Replicates = 333, Seed = 5 };
        AssertSame(BernoulliScan.Run(known, CirclesAndSets, options with { Threads = 1 }), BernoulliScan.Run(known, CirclesAndSets, options with { Threads = threads }));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Nor_do_they_in_any_family_or_model(int threads)
    {
        var random = new Random(3);
        var areas = RandomMaps.Areas(random).WithNeighbours(random).ConvertAll(area => area with { Part = random.Next(3) });
        WindowFamily[] families = [new Circles(), new Connected(5), new Sets(), new SetsByArea()];
        WindowFamily[] restricted = [new Connected(5) { AdmitBelow = 0.2 }];
        foreach (var low in new[] { false, true })
        {
            ScanOptions On(int processors) => new() { Replicates = 333, Seed = 5, Threads = processors, Low = low };
            AssertSame(PoissonScan.Run(areas, families, On(1)), PoissonScan.Run(areas, families, On(threads)));
            AssertSame(BernoulliScan.Run(areas, families, On(1)), BernoulliScan.Run(areas, families, On(threads)));
            AssertSame(PoissonScan.Run(areas, restricted, On(1)), PoissonScan.Run(areas, restricted, On(threads)));
        }
    }

    [Fact]
    public void More_replicates_begin_with_the_same_ones()
    {
        var known = RandomMaps.Households(new(2));
        double[] Maxima(int replicates, long seed) => [.. BernoulliScan.Run(known, CirclesAndSets, new() { Replicates = replicates, Seed = seed }).Pooled.Maxima];
        Assert.Equal(Maxima(50, seed: 1), Maxima(99, seed: 1)[..50]);
        Assert.NotEqual(Maxima(50, seed: 1), Maxima(50, seed: 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void An_early_stop_comes_at_the_same_replicate_whatever_the_threads(int threads)
    {
        var areas = RandomMaps.Areas(new(3));
        var all = PoissonScan.Run(areas, [new Circles()], new() { Replicates = 9_999, Seed = 5 });
        var stopped = PoissonScan.Run(areas, [new Circles()], new() { Replicates = 9_999, Seed = 5, StopAfter = 50, Threads = threads });
        var observed = all.Clusters[0].LogLikelihoodRatio;
        var last = all.Pooled.Maxima.Index().Where(map => map.Item >= observed - 1e-9).ElementAt(49).Index;

        Assert.Equal(last + 1, stopped.Replicates);
        Assert.Equal(all.Pooled.Maxima.Take(last + 1), stopped.Pooled.Maxima);
        Assert.Equal(50.0 / (last + 1), stopped.Clusters[0].P, 1e-12);
        Assert.Throws<ArgumentException>(() => PoissonScan.Run(areas, CirclesAndSets, new() { StopAfter = 50 }));
    }

    [Fact]
    public void Progress_runs_from_nothing_to_all()
    {
        var steps = new List<ScanProgress>();
        var options = new ScanOptions { Replicates = 100, Threads = 1, Progress = new Steps(steps) };
        BernoulliScan.Run(RandomMaps.Households(new(2)), CirclesAndSets, options);
        Assert.Equal(new ScanProgress(0, 100), steps[0]);
        Assert.Equal(new ScanProgress(100, 100), steps[^1]);
        Assert.Equal(steps.OrderBy(step => step.Done), steps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_scan_ends_when_it_is_cancelled(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        var options = new ScanOptions { Replicates = int.MaxValue / 1000, Threads = threads, Progress = new CancelAfter(cancellation, 100) };
        Assert.Throws<OperationCanceledException>(() => BernoulliScan.Run(RandomMaps.Households(new(2)), CirclesAndSets, options, cancellation.Token));
    }

    static void AssertSame(ScanResult one, ScanResult other)
    {
        Assert.Equal(one.Clusters.Select(Key), other.Clusters.Select(Key));
        Assert.Equal(one.Joint.Maxima, other.Joint.Maxima);
        Assert.Equal(one.Pooled.Maxima, other.Pooled.Maxima);
        Assert.All(one.Layers.Zip(other.Layers), pair => Assert.Equal(pair.First.Null.Maxima, pair.Second.Null.Maxima));
    }

    static object Key(Cluster cluster) =>
        (cluster.Family, cluster.Theme, cluster.Label, cluster.Observed, cluster.LogLikelihoodRatio, cluster.P, cluster.TailScore, string.Join(' ', cluster.Units));

    sealed class Steps(List<ScanProgress> steps) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => steps.Add(value);
    }

    sealed class CancelAfter(CancellationTokenSource source, int done) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value)
        {
            if (value.Done >= done)
                source.Cancel();
        }
    }
}
