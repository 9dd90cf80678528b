namespace Samenkracht.Scan;

/// <summary>Sterkste patroon door toeval: the greatest value in each replicate, to draw as a histogram and to rank an observed value in.</summary>
public sealed class NullDistribution
{
    /// <summary>Differences below this are rounding, and count as equal.</summary>
    internal const double Rounding = 1e-9;

    readonly double[] _sorted;

    readonly int? _stopAfter;

    internal NullDistribution(double[] maxima, int? stopAfter = null)
    {
        (Maxima, _stopAfter) = (maxima, stopAfter);
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

    /// <summary>
    /// (1 + replicates at least as great) / (1 + replicates); where the scan stops early and this value reached the number h asked for, h / the replicates that it took.
    /// </summary>
    public double PValue(double observed)
    {
        if (_stopAfter is { } enough && ReachedAt(enough, observed, (double[])Maxima) is { } drawn)
            return (double)enough / drawn;
        var least = Least(observed);
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

    /// <summary>After how many of these, in their order, so many are at least as great; null when that does not happen.</summary>
    internal static int? ReachedAt(int enough, double observed, ReadOnlySpan<double> maxima)
    {
        var (least, reached) = (Least(observed), 0);
        for (var i = 0; i < maxima.Length; i++)
        {
            if (maxima[i] >= least && ++reached == enough)
                return i + 1;
        }
        return null;
    }

    static double Least(double observed) => observed - (Rounding * Math.Max(1, Math.Abs(observed)));
}
