namespace Samenkracht.Scan;

/// <summary>A window of the observed map.</summary>
/// <param name="Period">Which of the layer's periods.</param>
/// <param name="Run">Which run.</param>
/// <param name="Position">Which position, hence which units.</param>
/// <param name="Count">Cases inside.</param>
/// <param name="Score">Log likelihood ratio, above 0.</param>
readonly record struct ObservedWindow(int Period, int Run, int Position, int Count, double Score);

/// <summary>The best window of a layer, then the best without a unit in common with a better one, and so on; of equal windows the first.</summary>
static class FurtherClusters
{
    /// <param name="layer">The layer.</param>
    /// <param name="counts">Day, then cell: the cases as they are.</param>
    /// <param name="cells">Cells per day.</param>
    /// <param name="most">Clusters at most.</param>
    public static List<ObservedWindow> Find<TStatistic>(Layer<TStatistic> layer, ReadOnlySpan<int> counts, int cells, int most) where TStatistic : struct, IStatistic
    {
        var runs = layer.Runs;
        var (taken, barred) = (new bool[runs.Units], new bool[cells]);
        var clusters = new List<ObservedWindow>();
        while (clusters.Count < most && Best(layer, counts, barred) is { } best)
        {
            clusters.Add(best);
            foreach (var unit in runs.UnitsOf(best.Run, best.Position))
                taken[unit] = true;
            for (var position = 0; position < runs.Cells.Length; position++)
                barred[runs.Cells[position]] |= HasTaken(runs.UnitsAt(position), taken);
        }
        return clusters;
    }

    static ObservedWindow? Best<TStatistic>(Layer<TStatistic> layer, ReadOnlySpan<int> counts, bool[] barred) where TStatistic : struct, IStatistic
    {
        ObservedWindow? best = null;
        var sums = new PeriodSums<int>(layer.Periods, counts, new int[barred.Length]);
        for (var period = 0; period < layer.Periods.Length; period++)
        {
            if (Best(layer, period, sums.In(period), barred, best?.Score ?? 0) is { } better)
                best = better;
        }
        return best;
    }

    static ObservedWindow? Best<TStatistic>(Layer<TStatistic> layer, int period, ReadOnlySpan<int> counts, bool[] barred, double least) where TStatistic : struct, IStatistic
    {
        var (runs, statistic) = (layer.Runs, layer.Statistics[layer.Periods[period].Statistic]);
        ObservedWindow? best = null;
        var path = new WindowPath<long>(runs);
        for (var run = 0; run < runs.Runs; run++)
        {
            for (var position = runs.Start[run]; position < runs.Start[run + 1]; position++)
            {
                // What is barred counts for so much that no window with it can be one.
                var count = path.Add(run, position, barred[runs.Cells[position]] ? int.MaxValue : counts[runs.Cells[position]]);
                var score = Math.Abs(count) > layer.Cases ? 0 : statistic.Score(statistic.KindOf(position), (int)count);
                if (score > least)
                    (best, least) = (new(period, run, position, (int)count, score), score);
            }
        }
        return best;
    }

    static bool HasTaken(ReadOnlySpan<int> units, bool[] taken)
    {
        foreach (var unit in units)
        {
            if (taken[unit])
                return true;
        }
        return false;
    }
}
