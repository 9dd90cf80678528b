using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>Per position the greatest count that cannot reach a level, so that one integer comparison spares a likelihood.</summary>
static class Thresholds
{
    /// <summary>
    /// Counts within rounding of the level are let through: a threshold may be too low, at the cost of a likelihood, but never too high.
    /// </summary>
    public static TCount[] Below<TCount, TStatistic>(double level, WindowRuns runs, TStatistic statistic)
        where TCount : unmanaged, INumber<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
    {
        var least = level - (1e-9 * Math.Max(1, level));
        var thresholds = new TCount[runs.Cells.Length];
        for (var run = 0; run < runs.Runs; run++)
        {
            // A window and the next differ by one cell, so that their counts lie close: the walk starts where the last one ended.
            var count = IStatistic.LeastCases;
            for (var position = runs.Start[run]; position < runs.Start[run + 1]; position++)
                thresholds[position] = runs.IsWindow(run, position) ? Last(position) : TCount.MaxValue;

            TCount Last(int position)
            {
                var (first, last) = (statistic.Least(position), statistic.Most(position));
                count = Math.Clamp(count, first, Math.Max(first, last));
                while (count > first && Reaches(position, count - 1))
                    count--;
                while (count <= last && !Reaches(position, count))
                    count++;
                return count > last ? TCount.MaxValue : TCount.CreateChecked(count - 1);
            }
        }
        return thresholds;

        bool Reaches(int position, int count) => statistic.Score(position, count) is var score && score > 0 && score >= least;
    }
}
