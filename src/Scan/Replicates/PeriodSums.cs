using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Samenkracht.Scan;

/// <summary>The counts of a layer's periods, one after the other, from counts per day.</summary>
/// <param name="periods">The layer's.</param>
/// <param name="counts">Day, then cell, then lane.</param>
/// <param name="sums">Scratch space for one day; not used without time.</param>
readonly ref struct PeriodSums<TCount>(Period[] periods, ReadOnlySpan<TCount> counts, Span<TCount> sums) where TCount : unmanaged, INumber<TCount>
{
    readonly ReadOnlySpan<TCount> _counts = counts;
    readonly Span<TCount> _sums = sums;

    /// <summary>Cell, then lane; to be asked for in the order of the periods.</summary>
    public ReadOnlySpan<TCount> In(int period)
    {
        if (periods.Length == 1 && periods[0].First == periods[0].Last)
            return _counts;
        var (first, last, _) = periods[period];
        var continues = period > 0 && periods[period - 1].Last == last;
        if (!continues)
            _sums.Clear();
        for (var day = first; day <= (continues ? periods[period - 1].First - 1 : last); day++)
            Add(_counts.Slice(day * _sums.Length, _sums.Length), _sums);
        return _sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Add(ReadOnlySpan<TCount> more, Span<TCount> sums)
    {
        var done = sums.Length - (sums.Length % Vector<TCount>.Count);
        var from = MemoryMarshal.Cast<TCount, Vector<TCount>>(more[..done]);
        var to = MemoryMarshal.Cast<TCount, Vector<TCount>>(sums[..done]);
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
        for (var i = done; i < sums.Length; i++)
            sums[i] += more[i];
    }
}
