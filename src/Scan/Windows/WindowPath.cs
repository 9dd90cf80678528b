using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Sums along the runs, one position after the other.</summary>
struct WindowPath<TNumber>(WindowRuns runs) where TNumber : INumber<TNumber>
{
    readonly TNumber[] _sums = new TNumber[Connected.MostNearest + 1];
    TNumber _sum = TNumber.Zero;

    /// <summary>The sum of the window at a position; positions are handed over in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TNumber Add(int run, int position, TNumber value)
    {
        if (runs.Depth is { } depth)
            return _sums[depth[position] + 1] = _sums[depth[position]] + value;
        return _sum = position == runs.Start[run] ? value : _sum + value;
    }
}
