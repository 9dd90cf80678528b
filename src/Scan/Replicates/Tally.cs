using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>The cases of one map, counted: one number per theme (or day, of a single theme) and cell.</summary>
/// <param name="counts">Theme, then cell.</param>
/// <param name="cells">Cells per theme.</param>
readonly ref struct Tally<TCount>(Span<TCount> counts, int cells) where TCount : unmanaged, INumber<TCount>
{
    readonly Span<TCount> _counts = counts;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCase(int theme, int cell) => _counts[(theme * cells) + cell]++;

    /// <summary>Adds several cases of the first theme.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCases(int cell, TCount cases) => _counts[cell] += cases;

    /// <summary>Adds a case of one theme to several cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCase(int theme, ReadOnlySpan<int> several)
    {
        var ofTheme = _counts.Slice(theme * cells, cells);
        foreach (var cell in several)
            ofTheme[cell]++;
    }
}
