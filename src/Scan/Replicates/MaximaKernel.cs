using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samenkracht.Scan;

/// <summary>
/// The inner loop of the scan: the greatest score over all windows of a family, for many replicates side by side. Per window and replicate it costs one addition and one
/// comparison of integers; the exact likelihood is only worked out where the count passes the window's threshold.
/// </summary>
static class MaximaKernel<TCount> where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount>
{
    /// <summary>Replicates side by side: two vectors, 32 counts of 16 bits or 16 of 32 bits.</summary>
    public static int Lanes => 2 * Vector256<TCount>.Count;

    /// <summary>Raises <paramref name="best"/> (one per lane) to the greatest score among the windows whose count exceeds their threshold.</summary>
    /// <param name="runs">The windows; all cells lie within <paramref name="counts"/>.</param>
    /// <param name="counts">Cell, then lane.</param>
    /// <param name="thresholds">Per kind of window.</param>
    /// <param name="statistic">The exact score.</param>
    /// <param name="best">Per lane.</param>
    public static void Raise<TStatistic>(WindowRuns runs, ReadOnlySpan<TCount> counts, TCount[] thresholds, TStatistic statistic, Span<double> best)
        where TStatistic : struct, IStatistic
    {
        if (runs.Depth is { } depth)
            RaiseTrees(runs.Cells, depth, counts, thresholds, statistic, best);
        else
            RaiseChains(runs, counts, thresholds, statistic, best);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // A short scan would otherwise be over before the JIT has warmed up.
    static unsafe void RaiseChains<TStatistic>(WindowRuns runs, ReadOnlySpan<TCount> counts, TCount[] thresholds, TStatistic statistic, Span<double> best)
        where TStatistic : struct, IStatistic
    {
        var half = Vector256<TCount>.Count;
        var starts = runs.Start;
        fixed (TCount* origin = counts, limits = thresholds)
        fixed (int* cells = runs.Cells)
        {
            for (var run = 0; run < runs.Runs; run++)
            {
                var (low, high) = (Vector256<TCount>.Zero, Vector256<TCount>.Zero);
                var end = starts[run + 1];
                for (var position = starts[run]; position < end; position++)
                {
                    var cell = origin + ((nint)cells[position] * 2 * half);
                    low += Vector256.Load(cell);
                    high += Vector256.Load(cell + half);
                    var kind = statistic.KindOf(position);
                    var threshold = Vector256.Create(limits[kind]);
                    if ((Vector256.GreaterThan(low, threshold) | Vector256.GreaterThan(high, threshold)) != Vector256<TCount>.Zero)
                        RaiseLanes(low, high, threshold, kind, statistic, best);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void RaiseTrees<TStatistic>(int[] cells, byte[] depths, ReadOnlySpan<TCount> counts, TCount[] thresholds, TStatistic statistic, Span<double> best)
        where TStatistic : struct, IStatistic
    {
        // The windows on the way from the root, after an empty one.
        Span<Vector256<TCount>> lows = stackalloc Vector256<TCount>[Connected.MostNearest + 1], highs = stackalloc Vector256<TCount>[Connected.MostNearest + 1];
        (lows[0], highs[0]) = (Vector256<TCount>.Zero, Vector256<TCount>.Zero);
        ref var origin = ref MemoryMarshal.GetReference(counts);
        var half = (nuint)Vector256<TCount>.Count;
        for (var position = 0; position < cells.Length; position++)
        {
            var offset = (nuint)cells[position] * 2 * half;
            var depth = depths[position];
            var low = lows[depth + 1] = lows[depth] + Vector256.LoadUnsafe(ref origin, offset);
            var high = highs[depth + 1] = highs[depth] + Vector256.LoadUnsafe(ref origin, offset + half);
            var kind = statistic.KindOf(position);
            var threshold = Vector256.Create(thresholds[kind]);
            if ((Vector256.GreaterThan(low, threshold) | Vector256.GreaterThan(high, threshold)) != Vector256<TCount>.Zero)
                RaiseLanes(low, high, threshold, kind, statistic, best);
        }
    }


    // Never inlined: its variables would push those of the loop out of the registers.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    static void RaiseLanes<TStatistic>(Vector256<TCount> low, Vector256<TCount> high, Vector256<TCount> threshold, int kind, in TStatistic statistic, Span<double> best)
        where TStatistic : struct, IStatistic
    {
        var half = Vector256<TCount>.Count;
        var beyond = Vector256.GreaterThan(low, threshold).ExtractMostSignificantBits() | (Vector256.GreaterThan(high, threshold).ExtractMostSignificantBits() << half);
        for (; beyond != 0; beyond &= beyond - 1)
        {
            var lane = BitOperations.TrailingZeroCount(beyond);
            var score = statistic.Score(kind, int.CreateTruncating(lane < half ? low[lane] : high[lane - half]));
            if (score > best[lane])
                best[lane] = score;
        }
    }
}
