namespace Samenkracht.Scan;

/// <summary>
/// Wijk of netwerk? Has a set (community) more cases than the buurten of its members account for?
/// </summary>
/// <remarks>
/// Expected is Σ over buurten of (members there) × (cases there) / (households there); the score is the Poisson log likelihood ratio against it. Null hypothesis: within each
/// buurt, whole theme vectors are dealt out at random. Each theme's maximum is taken over all sets, not those that a scan picked before, and themes are corrected for together as in
/// a scan. A result that is not significant never proves that the neighbourhood explains it.
/// </remarks>
public static class NeighbourhoodTest
{
    /// <summary>Runs the test for every set and theme.</summary>
    /// <param name="known">The households; at least one set.</param>
    /// <param name="options">How; null for 999 replicates with seed 1 on all processors.</param>
    /// <param name="cancellation">Ends the test within one batch of replicates.</param>
    /// <exception cref="ArgumentException">There are no sets.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; there is no partial result.</exception>
    public static NeighbourhoodResult Run(KnownHouseholds known, ScanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        if (known.Sets == 0)
            throw new ArgumentException("The test is about sets; there are none.", nameof(known));
        var layout = new HouseholdLayout(known);
        var runs = SetWindows.OfCells(new Sets(), known.Memberships.Inverted(known.Sets), known.Count, layout.FirstSetCell);
        var observed = layout.Observed();
        var strata = new NeighbourhoodStrata(known, layout, runs);
        var xLogX = XLogX.UpTo(known.Count);
        var layers = known.Cases.Select((cases, theme) => new Layer<PoissonScore>(runs, theme, new(xLogX, strata.Moments(theme, observed).Expected, cases))).ToArray();
        var experiment = new Experiment<PoissonScore>(layers, known.Themes, layout.Cells, () => new PermutationWithinLocations(known, layout), Purpose: 2);
        return Judge(known, layers, strata, observed, experiment.Maxima(options with { StopAfter = null }, 0, cancellation));
    }

    static NeighbourhoodResult Judge(KnownHouseholds known, Layer<PoissonScore>[] layers, NeighbourhoodStrata strata, int[] observed, double[][] maxima)
    {
        var scores = layers.Select(layer => strata.Counts(layer.Theme, observed).Select((count, run) => layer.Statistic.Score(run, count)).ToArray()).ToArray();
        var test = new JointTest([.. scores.Select(ofTheme => ofTheme.DefaultIfEmpty(0).Max())], maxima);
        var effects = new NeighbourhoodEffect[known.Sets, known.Themes];
        foreach (var layer in layers)
        {
            var (expected, variance) = strata.Moments(layer.Theme, observed);
            var counts = strata.Counts(layer.Theme, observed);
            for (var run = 0; run < layer.Runs.Runs; run++)
            {
                var score = scores[layer.Theme][run];
                var differs = variance[run] > 0;
                effects[layer.Runs.Label(run), layer.Theme] = new(counts[run], expected[run], Math.Sqrt(variance[run]), score)
                {
                    P = differs ? test.PValue(layer.Theme, score) : null,
                    PWithinTheme = differs ? test.Layers[layer.Theme].PValue(score) : null,
                };
            }
        }
        return new(effects, test.Layers, test.Joint);
    }
}
