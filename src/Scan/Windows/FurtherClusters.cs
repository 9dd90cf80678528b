using System.Collections;

namespace Samenkracht.Scan;

/// <summary>A window of the observed map.</summary>
/// <param name="Run">Which run.</param>
/// <param name="Position">Which position, hence which units.</param>
/// <param name="Count">Cases inside.</param>
/// <param name="Score">Log likelihood ratio, above 0.</param>
readonly record struct ObservedWindow(int Run, int Position, int Count, double Score);

/// <summary>The best window of a layer, then the best without a unit in common with a better one, and so on; of equal windows the first.</summary>
static class FurtherClusters
{
    public static List<ObservedWindow> Find<TStatistic>(Layer<TStatistic> layer, ReadOnlySpan<int> counts, int most) where TStatistic : struct, IStatistic
    {
        var runs = layer.Runs;
        var windows = Weigh(layer, counts);
        var taken = new BitArray(runs.Units);
        var clusters = new List<ObservedWindow>();
        while (clusters.Count < most && Best(runs, windows, taken) is { } best)
        {
            clusters.Add(best);
            foreach (var position in runs.Path(best.Run, best.Position))
            {
                foreach (var unit in runs.UnitsAt(position))
                    taken[unit] = true;
            }
        }
        return clusters;
    }

    static List<ObservedWindow> Weigh<TStatistic>(Layer<TStatistic> layer, ReadOnlySpan<int> counts) where TStatistic : struct, IStatistic
    {
        var (runs, windows) = (layer.Runs, new List<ObservedWindow>());
        var path = new WindowPath<int>(runs);
        for (var run = 0; run < runs.Runs; run++)
        {
            for (var position = runs.Start[run]; position < runs.Start[run + 1]; position++)
            {
                var count = path.Add(run, position, counts[runs.Cells[position]]);
                if (layer.Statistic.Score(position, count) is var score && score > 0)
                    windows.Add(new(run, position, count, score));
            }
        }
        return windows;
    }

    /// <summary>The windows of a chain follow one another, so that it is only walked once and left at its first unit taken.</summary>
    static ObservedWindow? Best(WindowRuns runs, List<ObservedWindow> windows, BitArray taken)
    {
        ObservedWindow? best = null;
        var (run, free) = (-1, 0);
        foreach (var window in windows)
        {
            if (window.Run != run)
                (run, free) = (window.Run, runs.Start[window.Run]);
            if (best is { } better && window.Score <= better.Score)
                continue;
            if (runs.Depth is null)
            {
                while (free <= window.Position && IsFree(runs.UnitsAt(free), taken))
                    free++;
            }
            if (runs.Depth is null ? free > window.Position : runs.Path(window.Run, window.Position).All(position => IsFree(runs.UnitsAt(position), taken)))
                best = window;
        }
        return best;
    }

    static bool IsFree(ReadOnlySpan<int> units, BitArray taken)
    {
        foreach (var unit in units)
        {
            if (taken[unit])
                return false;
        }
        return true;
    }
}
