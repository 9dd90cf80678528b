using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>
/// Finds a layer's maxima in a batch of replicates, with the thresholds of a level that most replicates pass: those that do not are weighed window by window.
/// The first batch sets the level for the others; whatever the level, the maxima are exact.
/// </summary>
sealed class Pruning<TCount, TStatistic>(Layer<TStatistic> layer)
    where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
{
    /// <summary>Reduced Gumbel variate that one replicate in 200 stays below: cheaper to weigh those again than to lower every threshold.</summary>
    const double FewStayBelow = -1.667;

    readonly Lock _setting = new();
    TCount[]? _thresholds;
    double _level;

    public void Maxima(ReadOnlySpan<TCount> counts, Span<double> best, int width)
    {
        best.Clear();
        if (!layer.CanScore)
            return;
        var (thresholds, level) = ThresholdsFrom(counts, width);
        MaximaKernel<TCount>.Raise(layer.Runs, counts, thresholds, layer.Statistic, best);
        for (var lane = 0; lane < width; lane++)
        {
            if (best[lane] < level)
                best[lane] = MaximaKernel<TCount>.Best(layer.Runs, counts, lane, layer.Statistic);
        }
    }

    (TCount[] Thresholds, double Level) ThresholdsFrom(ReadOnlySpan<TCount> counts, int width)
    {
        lock (_setting)
        {
            if (_thresholds is null)
            {
                _level = LevelFrom(counts, Math.Min(width, 8));
                _thresholds = Thresholds.Below<TCount, TStatistic>(_level, layer.Runs, layer.Statistic);
            }
            return (_thresholds, _level);
        }
    }

    double LevelFrom(ReadOnlySpan<TCount> counts, int lanes)
    {
        var maxima = new double[lanes];
        for (var lane = 0; lane < lanes; lane++)
            maxima[lane] = MaximaKernel<TCount>.Best(layer.Runs, counts, lane, layer.Statistic);
        var gumbel = Gumbel.Fit(maxima);
        return Math.Max(0, gumbel.Location + (FewStayBelow * gumbel.Scale));
    }
}
