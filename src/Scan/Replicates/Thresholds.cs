using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>Per kind of window the greatest count that cannot reach a level, so that one integer comparison spares a likelihood.</summary>
static class Thresholds
{
    const int Portion = 1 << 14;

    /// <summary>
    /// Counts within rounding of the level are let through: a threshold may be too low, at the cost of a likelihood, but never too high.
    /// </summary>
    public static TCount[] Below<TCount, TStatistic>(double level, TStatistic statistic)
        where TCount : unmanaged, INumber<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
    {
        var least = level - (1e-9 * Math.Max(1, level));
        var thresholds = new TCount[statistic.Kinds];
        Parallel.For(0, (thresholds.Length + Portion - 1) / Portion, portion =>
        {
            // A kind and the next differ little, so that their counts lie close: the walk starts where the last one ended.
            var count = IStatistic.LeastCases;
            for (var kind = portion * Portion; kind < Math.Min((portion + 1) * Portion, thresholds.Length); kind++)
            {
                var (first, last) = (statistic.Least(kind), statistic.Most(kind));
                if (last < first)
                {
                    thresholds[kind] = TCount.MaxValue;
                    continue;
                }
                count = Math.Clamp(count, first, last);
                while (count > first && Reaches(kind, count - 1))
                    count--;
                while (count <= last && !Reaches(kind, count))
                    count++;
                thresholds[kind] = count > last ? TCount.MaxValue : TCount.CreateChecked(count - 1);
            }
        });
        return thresholds;

        bool Reaches(int kind, int count) => statistic.Score(kind, count) is var score && score > 0 && score >= least;
    }
}
