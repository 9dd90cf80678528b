using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>The counts of one replicate, among those of the replicates drawn beside it: one per theme (or day, of a single theme) and cell.</summary>
readonly ref struct Lane<TCount> where TCount : unmanaged, INumber<TCount>
{
    readonly Span<TCount> _counts;
    readonly int _cells, _lanes;

    /// <param name="counts">Theme, then cell, then lane.</param>
    /// <param name="cells">Cells per theme.</param>
    /// <param name="lanes">Replicates side by side.</param>
    /// <param name="lane">Which of them.</param>
    public Lane(Span<TCount> counts, int cells, int lanes, int lane)
    {
        _counts = counts[lane..];
        (_cells, _lanes) = (cells, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCase(int theme, int cell) => _counts[((theme * _cells) + cell) * _lanes]++;

    /// <summary>Adds several cases of the first theme.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCases(int cell, TCount cases) => _counts[cell * _lanes] += cases;

    /// <summary>Adds a case of one theme to several cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCase(int theme, ReadOnlySpan<int> cells)
    {
        var ofTheme = _counts[(theme * _cells * _lanes)..];
        foreach (var cell in cells)
            ofTheme[cell * _lanes]++;
    }
}
