namespace Samenkracht.Scan;

/// <summary>
/// One honest p-value over several families and themes at once (ADR 0020). Maxima of different layers are not comparable; each becomes a tail score by the Gumbel fit of
/// its own layer, and the greatest score of the observed map is ranked among those of the replicates.
/// </summary>
/// <remarks>The fit takes in the observed maximum like any replicate's, so that under the null all R + 1 maps are exchangeable and the rank is exact, however well a Gumbel fits.</remarks>
sealed class JointTest
{
    readonly Gumbel[] _fits;

    /// <param name="observed">Per layer, the greatest score of the observed map; 0 where no window scores.</param>
    /// <param name="maxima">Layer, then replicate.</param>
    /// <param name="stopAfter">As asked for.</param>
    public JointTest(double[] observed, double[][] maxima, int? stopAfter = null)
    {
        _fits = [.. maxima.Select((ofLayer, layer) => Gumbel.Fit([.. ofLayer, observed[layer]]))];
        Layers = [.. maxima.Select(ofLayer => new NullDistribution(ofLayer, stopAfter))];
        Pooled = new(Greatest(maxima, (_, value) => value));
        Joint = new(Greatest(maxima, Score));
    }

    public NullDistribution[] Layers { get; }

    /// <summary>Greatest log likelihood ratio over all layers.</summary>
    public NullDistribution Pooled { get; }

    /// <summary>Greatest tail score over all layers.</summary>
    public NullDistribution Joint { get; }

    public Gumbel Fit(int layer) => _fits[layer];

    /// <summary>A layer whose maxima are all equal tells nothing.</summary>
    public double Score(int layer, double value) => _fits[layer].Scale == 0 ? double.NegativeInfinity : _fits[layer].Reduced(value);

    /// <summary>With a single layer the rank of the score is the rank of the value; it is taken of the value, to which the rounding refers.</summary>
    public double PValue(int layer, double value) => Layers.Length == 1 ? Layers[0].PValue(value) : Joint.PValue(Score(layer, value));

    static double[] Greatest(double[][] maxima, Func<int, double, double> measure)
    {
        var greatest = new double[maxima[0].Length];
        Array.Fill(greatest, double.NegativeInfinity);
        for (var layer = 0; layer < maxima.Length; layer++)
        {
            for (var replicate = 0; replicate < greatest.Length; replicate++)
                greatest[replicate] = Math.Max(greatest[replicate], measure(layer, maxima[layer][replicate]));
        }
        return greatest;
    }
}
