using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>
/// Finds a layer's maxima in a batch of replicates, with the thresholds of a level that most replicates pass: those that do not are weighed window by window.
/// A few replicates set the level for the first batch, and that batch sets it for the others; whatever the level, the maxima are exact.
/// </summary>
sealed class Pruning<TCount, TStatistic>(Layer<TStatistic> layer)
    where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
{
    /// <summary>Reduced Gumbel variate that one replicate in 100 stays below: cheaper to weigh those again than to lower every threshold.</summary>
    const double FewStayBelow = -1.527;
    const int Pilots = 8;

    readonly Lock _setting = new();
    volatile Cut? _cut;

    public void Maxima(ReadOnlySpan<TCount> counts, Span<double> best, int width)
    {
        best.Clear();
        if (!layer.CanScore)
            return;
        var cut = _cut ?? FirstCut(counts, Math.Min(width, Pilots));
        MaximaKernel<TCount>.Raise(layer.Runs, counts, cut.Thresholds, layer.Statistic, best);
        for (var lane = 0; lane < width; lane++)
        {
            if (best[lane] < cut.Level)
                best[lane] = MaximaKernel<TCount>.Best(layer.Runs, counts, lane, layer.Statistic);
        }
        if (cut.Pilots < width && cut.Pilots == Pilots)
            _cut = CutFrom(best[..width]);
    }

    Cut FirstCut(ReadOnlySpan<TCount> counts, int pilots)
    {
        lock (_setting)
        {
            if (_cut is not null)
                return _cut;
            Span<double> maxima = stackalloc double[pilots];
            for (var lane = 0; lane < pilots; lane++)
                maxima[lane] = MaximaKernel<TCount>.Best(layer.Runs, counts, lane, layer.Statistic);
            return _cut = CutFrom(maxima);
        }
    }

    Cut CutFrom(ReadOnlySpan<double> maxima)
    {
        var gumbel = Gumbel.Fit(maxima);
        var level = Math.Max(0, gumbel.Location + (FewStayBelow * gumbel.Scale));
        return new(maxima.Length, level, Thresholds.Below<TCount, TStatistic>(level, layer.Runs, layer.Statistic));
    }

    /// <summary>Thresholds that spare whatever stays below a level.</summary>
    /// <param name="Pilots">How many maxima the level was taken from.</param>
    /// <param name="Level">A log likelihood ratio.</param>
    /// <param name="Thresholds">Per position.</param>
    sealed record Cut(int Pilots, double Level, TCount[] Thresholds);
}
