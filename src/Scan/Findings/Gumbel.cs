namespace Samenkracht.Scan;

/// <summary>
/// Gumbel distribution, the shape that maxima of scans take (Abrams, Kulldorff &amp; Kleinman 2010). An approximation: never a p-value by itself for coarse data, where maxima take few values.
/// </summary>
/// <param name="Location">μ = mean − 0.57722 β.</param>
/// <param name="Scale">β = standard deviation · √6 / π; 0 where all values are equal.</param>
public readonly record struct Gumbel(double Location, double Scale)
{
    const double EulerGamma = 0.57721566490153286;

    /// <summary>Probability that a maximum by chance is at least this great; between 0 and 1.</summary>
    public double Tail(double value)
    {
        if (Scale == 0)
            return value > Location ? 0 : 1;
        var rate = Math.Exp(-Reduced(value));
        // 1 − e^−r loses all its digits for small r.
        return rate < 1e-5 ? rate * (1 - (rate / 2)) : 1 - Math.Exp(-rate);
    }

    /// <summary>
    /// (value − μ) / β, the tail score: the Gumbel tail falls with it and depends on nothing else, so that ranking by one is ranking by the other, without running out of digits.
    /// </summary>
    public double Reduced(double value) => (value - Location) / Scale;

    internal static Gumbel Fit(ReadOnlySpan<double> values)
    {
        var (mean, squares) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var step = values[i] - mean;
            mean += step / (i + 1);
            squares += step * (values[i] - mean);
        }
        var scale = values.Length < 2 ? 0 : Math.Sqrt(squares / (values.Length - 1) * 6) / Math.PI;
        return new(mean - (EulerGamma * scale), scale);
    }
}
