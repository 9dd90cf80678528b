namespace Samenkracht.Scan;

/// <summary>Sterkste patroon door toeval: the greatest value in each replicate, to draw as a histogram and to rank an observed value in.</summary>
public sealed class NullDistribution
{
    /// <summary>Differences below this are rounding, and count as equal.</summary>
    internal const double Rounding = 1e-9;

    readonly double[] _sorted;

    internal NullDistribution(double[] maxima)
    {
        Maxima = maxima;
        _sorted = [.. maxima];
        Array.Sort(_sorted);
    }

    /// <summary>One value per replicate, in their order.</summary>
    public IReadOnlyList<double> Maxima { get; }

    /// <summary>The average.</summary>
    public double Mean => Maxima.Average();

    /// <summary>The smallest value that at least this share of the replicates does not exceed.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public double Quantile(double share)
    {
        if (share is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies above 0 and at most at 1.");
        return _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];
    }

    /// <summary>(1 + replicates at least as great) / (1 + replicates).</summary>
    public double PValue(double observed)
    {
        var least = observed - (Rounding * Math.Max(1, Math.Abs(observed)));
        var (below, from) = (0, _sorted.Length);
        while (below < from)
        {
            var middle = (below + from) / 2;
            if (_sorted[middle] >= least)
                from = middle;
            else
                below = middle + 1;
        }
        return (1.0 + _sorted.Length - below) / (1.0 + _sorted.Length);
    }
}
