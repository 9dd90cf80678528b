namespace Samenkracht.Scan;

/// <summary>From an experiment and the observed map to a result.</summary>
static class Inference
{
    /// <param name="experiments">What to simulate, each with replicates of its own.</param>
    /// <param name="observed">Per experiment: theme, then day, then cell: the cases as they are.</param>
    /// <param name="describe">Fills in what depends on the model: population and expected cases of a window.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the scan.</param>
    public static ScanResult Run<TStatistic>(IReadOnlyList<Experiment<TStatistic>> experiments, IReadOnlyList<int[]> observed, Func<Layer<TStatistic>, ObservedWindow, Measure> describe,
        ScanOptions options, CancellationToken cancellation) where TStatistic : struct, IStatistic
    {
        Layer<TStatistic>[] layers = [.. experiments.SelectMany(experiment => experiment.Layers)];
        if (options.StopAfter is not null && layers.Length > 1)
            throw new ArgumentException("An early stop keeps p-values exact only with one family and one theme.", nameof(options));
        List<ObservedWindow>[] found = [.. experiments.Zip(observed).SelectMany(pair => Observe(pair.First, pair.Second, options))];
        double[] strongest = [.. found.Select(windows => windows.Count == 0 ? 0 : windows[0].Score)];
        double[][] maxima = [.. experiments.SelectMany((experiment, i) => experiment.Maxima(options with { Progress = PartOf(options.Progress, i, experiments.Count) }, strongest.Max(), cancellation))];
        var test = new JointTest(strongest, maxima, options.StopAfter);
        var clusters = found.SelectMany((windows, i) => windows.Select(window => ToCluster(layers[i], window, describe(layers[i], window), test, i)));
        return new()
        {
            Clusters = [.. clusters.OrderBy(cluster => cluster.P).ThenByDescending(cluster => cluster.LogLikelihoodRatio)],
            Layers = [.. layers.Select((layer, i) => new LayerResult(layer.Runs.Family, layer.Theme, layer.Windows, test.Layers[i], test.Fit(i)))],
            Joint = test.Joint,
            Pooled = test.Pooled,
            Windows = layers.DistinctBy(layer => layer.Runs.Family).Sum(layer => layer.Windows),
            Seed = options.Seed,
            Replicates = test.Joint.Maxima.Count,
        };
    }

    static PartOfProgress? PartOf(IProgress<ScanProgress>? whole, int part, int parts) => whole is null ? null : new(whole, part, parts);

    static IEnumerable<List<ObservedWindow>> Observe<TStatistic>(Experiment<TStatistic> experiment, int[] observed, ScanOptions options) where TStatistic : struct, IStatistic
    {
        int[] signed = experiment.Low ? [.. observed.Select(count => -count)] : observed;
        return experiment.Layers.Select(layer =>
            FurtherClusters.Find(layer, Admission.Of(layer.Runs, signed.AsSpan(experiment.PlaceOf(layer) * experiment.Size, experiment.Size), layer.Cases), experiment.Cells, options.MaxClusters));
    }

    static Cluster ToCluster<TStatistic>(Layer<TStatistic> layer, ObservedWindow window, Measure measure, JointTest test, int index)
        where TStatistic : struct, IStatistic
    {
        var inside = Math.Abs(window.Count);
        var outside = layer.Cases - inside;
        return new()
        {
            Family = layer.Runs.Family,
            Theme = layer.Theme,
            Label = layer.Runs.Label(window.Run),
            Part = layer.Runs.Parts?[window.Run],
            Units = layer.Runs.UnitsOf(window.Run, window.Position),
            Observed = inside,
            ObservedOutside = outside,
            Population = measure.Population,
            PopulationOutside = measure.PopulationOutside,
            Expected = measure.Expected,
            FirstDay = measure.FirstDay,
            LastDay = measure.LastDay,
            LogLikelihoodRatio = window.Score,
            RelativeRisk = outside == 0 ? null : inside / measure.Expected / (outside / (layer.Cases - measure.Expected)),
            TailScore = test.Score(index, window.Score),
            P = test.PValue(index, window.Score),
            PWithinFamily = test.Layers[index].PValue(window.Score),
            PPooled = test.Pooled.PValue(window.Score),
            PGumbel = test.Fit(index).Tail(window.Score),
        };
    }
}

/// <summary>The progress of one of several simulations, as part of the whole.</summary>
sealed class PartOfProgress(IProgress<ScanProgress> whole, int part, int parts) : IProgress<ScanProgress>
{
    public void Report(ScanProgress value) => whole.Report(new((int)((((long)part * value.Total) + value.Done) / parts), value.Total));
}

/// <summary>The size of a window.</summary>
readonly record struct Measure(long Population, long PopulationOutside, double Expected)
{
    public int? FirstDay { get; init; }

    public int? LastDay { get; init; }
}
