using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Samenkracht.Scan;

/// <summary>
/// The restricted scan (Tango and Takahashi 2008): a unit may be part of a window only when it stands out by itself, in every replicate anew. Whatever is not admitted counts as
/// so many cases below zero that no window with it can score, and the kernel needs no question more.
/// </summary>
static class Admission
{
    /// <summary>The fewest cases c with P(X &gt; c) + ½ P(X = c) below <paramref name="level"/>, X Poisson; <see cref="int.MaxValue"/> where nothing is expected.</summary>
    public static int FewestCases(double expected, double level)
    {
        if (expected <= 0)
            return int.MaxValue;
        var (upTo, logChance) = (0.0, -expected);
        for (var cases = 0; ; cases++)
        {
            if (cases > 0)
                logChance += Math.Log(expected / cases);
            var chance = Math.Exp(logChance);
            if (1 - upTo - (chance / 2) < level)
                return cases;
            upTo += chance;
        }
    }

    /// <summary>Fills <paramref name="admitted"/> with the counts as far as they are admitted.</summary>
    /// <param name="runs">The windows that ask for it.</param>
    /// <param name="counts">Cell, then lane.</param>
    /// <param name="cases">Cases in all.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<TCount>(WindowRuns runs, ReadOnlySpan<TCount> counts, int cases, Span<TCount> admitted) where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount>
    {
        var barred = Vector256.Create(TCount.CreateChecked(-cases));
        var width = Vector256<TCount>.Count;
        for (var cell = 0; cell < runs.Units; cell++)
        {
            var fewest = runs.Admitted![cell];
            var below = Vector256.Create(fewest > cases ? TCount.MaxValue : TCount.CreateChecked(fewest - 1));
            for (var lane = 0; lane < MaximaKernel<TCount>.Lanes; lane += width)
            {
                var place = (cell * MaximaKernel<TCount>.Lanes) + lane;
                var here = Vector256.Create(counts.Slice(place, width));
                Vector256.ConditionalSelect(Vector256.GreaterThan(here, below), here, barred).CopyTo(admitted[place..]);
            }
        }
    }

    /// <summary>The same for the observed map.</summary>
    public static int[] Of(WindowRuns runs, ReadOnlySpan<int> counts, int cases)
    {
        var admitted = counts.ToArray();
        for (var unit = 0; unit < admitted.Length && runs.Admitted is not null; unit++)
        {
            if (admitted[unit] < runs.Admitted[unit])
                admitted[unit] = -cases;
        }
        return admitted;
    }
}
