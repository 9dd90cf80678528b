namespace Samenkracht.Scan;

/// <summary>From an experiment and the observed map to a result.</summary>
static class Inference
{
    /// <param name="experiment">What to simulate.</param>
    /// <param name="observed">Theme, then cell: the cases as they are.</param>
    /// <param name="describe">Fills in what depends on the model: population and expected cases of a window.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the scan.</param>
    public static ScanResult Run<TStatistic>(Experiment<TStatistic> experiment, int[] observed, Func<Layer<TStatistic>, ObservedWindow, Measure> describe,
        ScanOptions options, CancellationToken cancellation) where TStatistic : struct, IStatistic
    {
        var layers = experiment.Layers;
        var signed = experiment.Low ? [.. observed.Select(count => -count)] : observed;
        var found = layers.Select(layer => FurtherClusters.Find(layer, Admission.Of(layer.Runs, signed.AsSpan(layer.Theme * experiment.Cells, experiment.Cells), layer.Statistic.Cases), options.MaxClusters)).ToArray();
        double[] strongest = [.. found.Select(windows => windows.Count == 0 ? 0 : windows[0].Score)];
        var test = new JointTest(strongest, experiment.Maxima(options, strongest.Max(), cancellation), options.StopAfter);
        var clusters = found.SelectMany((windows, i) => windows.Select(window => ToCluster(layers[i], window, describe(layers[i], window), test, i)));
        return new()
        {
            Clusters = [.. clusters.OrderBy(cluster => cluster.P).ThenByDescending(cluster => cluster.LogLikelihoodRatio)],
            Layers = [.. layers.Select((layer, i) => new LayerResult(layer.Runs.Family, layer.Theme, layer.Runs.Windows, test.Layers[i], test.Fit(i)))],
            Joint = test.Joint,
            Pooled = test.Pooled,
            Windows = layers.Select(layer => layer.Runs).Distinct().Sum(runs => (long)runs.Windows),
            Seed = options.Seed,
            Replicates = test.Joint.Maxima.Count,
        };
    }

    static Cluster ToCluster<TStatistic>(Layer<TStatistic> layer, ObservedWindow window, Measure measure, JointTest test, int index)
        where TStatistic : struct, IStatistic
    {
        var inside = Math.Abs(window.Count);
        var outside = layer.Statistic.Cases - inside;
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
            LogLikelihoodRatio = window.Score,
            RelativeRisk = outside == 0 ? null : inside / measure.Expected / (outside / (layer.Statistic.Cases - measure.Expected)),
            TailScore = test.Score(index, window.Score),
            P = test.PValue(index, window.Score),
            PWithinFamily = test.Layers[index].PValue(window.Score),
            PPooled = test.Pooled.PValue(window.Score),
            PGumbel = test.Fit(index).Tail(window.Score),
        };
    }
}

/// <summary>The size of a window.</summary>
readonly record struct Measure(long Population, long PopulationOutside, double Expected);
