using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>
/// Finds a layer's greatest scores in a batch of replicates by descending levels: what lies below a level costs one addition and one comparison per window. Half the replicates
/// are done at the first level; those that are not move together into fewer vectors, and go on to the next. Whatever the levels, the maxima are exact.
/// </summary>
/// <remarks>A high level first, because below a low one many windows of every replicate would have to be weighed.</remarks>
sealed class Sieve<TCount, TStatistic>(Layer<TStatistic> layer, int cells)
    where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
{
    /// <summary>Reduced Gumbel variates: half the replicates, one in twenty and one in a thousand stay below.</summary>
    const double Half = 0.367, OneInTwenty = -1.097, OneInThousand = -1.933;

    /// <summary>With fewer windows than this per cell, moving replicates costs more than it spares.</summary>
    const int WindowsWorthMoving = 16;

    static readonly int Lanes = MaximaKernel<TCount>.Lanes;

    Level[] _levels = [new(0, layer)];

    /// <summary>Chooses the levels.</summary>
    /// <param name="maxima">Of some replicates.</param>
    public void Learn(ReadOnlySpan<double> maxima)
    {
        var gumbel = Gumbel.Fit(maxima);
        double[] variates = layer.Windows < WindowsWorthMoving * (long)cells ? [OneInThousand] : [Half, OneInTwenty, OneInThousand];
        _levels = [.. variates.Select(variate => gumbel.Location + (variate * gumbel.Scale)).Where(level => level > 0).Append(0).Distinct().Select(level => new Level(level, layer))];
    }

    /// <summary>Works the first thresholds out, before any thread needs them.</summary>
    public void Prepare() => _levels[0].Prepare();

    /// <param name="counts">Per group of lanes: day, then cell, then lane.</param>
    /// <param name="best">Per group, then lane: the greatest score.</param>
    /// <param name="width">Replicates in all groups.</param>
    /// <param name="scratch">Of this thread.</param>
    public void Maxima(ReadOnlySpan<Memory<TCount>> counts, Span<double> best, int width, Scratch scratch)
    {
        best.Clear();
        if (!layer.CanScore)
            return;
        for (var group = 0; group * Lanes < width; group++)
            _levels[0].Raise(counts[group].Span, scratch.Sums, best.Slice(group * Lanes, Lanes));
        Span<int> open = stackalloc int[width];
        var left = 0;
        for (var lane = 0; lane < width; lane++)
            open[left++] = lane;
        for (var level = 1; (left = StillBelow(_levels[level - 1].Value, best, open[..left])) > 0; level++)
        {
            for (var first = 0; first < left; first += Lanes)
                Again(level, counts, best, open[first..Math.Min(left, first + Lanes)], scratch);
        }
    }

    void Again(int level, ReadOnlySpan<Memory<TCount>> counts, Span<double> best, ReadOnlySpan<int> lanes, Scratch scratch)
    {
        scratch.Moved.Clear();
        Span<double> again = stackalloc double[Lanes];
        for (var i = 0; i < lanes.Length; i++)
            Move(counts[lanes[i] / Lanes].Span[(lanes[i] % Lanes)..], scratch.Moved[i..]);
        _levels[level].Raise(scratch.Moved, scratch.Sums, again);
        for (var i = 0; i < lanes.Length; i++)
            best[lanes[i]] = again[i];
    }

    static void Move(ReadOnlySpan<TCount> from, Span<TCount> to)
    {
        for (var i = 0; i < from.Length; i += Lanes)
            to[i] = from[i];
    }

    static int StillBelow(double level, ReadOnlySpan<double> best, Span<int> open)
    {
        var left = 0;
        foreach (var lane in open)
        {
            if (best[lane] < level)
                open[left++] = lane;
        }
        return left;
    }

    /// <summary>Space for one thread: a day of counts, and the counts of replicates that are moved.</summary>
    public readonly ref struct Scratch(Span<TCount> sums, Span<TCount> moved)
    {
        public Span<TCount> Sums { get; } = sums;

        public Span<TCount> Moved { get; } = moved;
    }

    /// <summary>Thresholds that spare whatever stays below a level.</summary>
    sealed class Level(double value, Layer<TStatistic> layer)
    {
        readonly Lazy<TCount[][]> _thresholds = new(() => [.. layer.Statistics.Select(statistic => Thresholds.Below<TCount, TStatistic>(value, statistic))]);

        public double Value => value;

        public void Prepare() => _ = _thresholds.Value;

        public void Raise(ReadOnlySpan<TCount> counts, Span<TCount> sums, Span<double> best)
        {
            var periods = new PeriodSums<TCount>(layer.Periods, counts, sums);
            for (var period = 0; period < layer.Periods.Length; period++)
            {
                var statistic = layer.Periods[period].Statistic;
                MaximaKernel<TCount>.Raise(layer.Runs, periods.In(period), _thresholds.Value[statistic], layer.Statistics[statistic], best);
            }
        }
    }
}
