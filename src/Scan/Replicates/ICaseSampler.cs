using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>Draws one map from the null hypothesis. Holds scratch space, so that each thread needs its own.</summary>
interface ICaseSampler
{
    /// <summary>Adds the drawn cases to a lane that is all zero.</summary>
    void Draw<TCount>(ref Philox random, Lane<TCount> lane) where TCount : unmanaged, INumber<TCount>;
}

/// <summary>The counts of one replicate, among those of the replicates drawn beside it.</summary>
/// <param name="counts">Theme, then cell, then lane.</param>
/// <param name="cells">Cells per theme.</param>
/// <param name="lanes">Replicates side by side.</param>
/// <param name="lane">Which of them.</param>
readonly ref struct Lane<TCount>(Span<TCount> counts, int cells, int lanes, int lane) where TCount : unmanaged, INumber<TCount>
{
    readonly Span<TCount> _counts = counts;

    public void AddCase(int theme, int cell) => _counts[(((theme * cells) + cell) * lanes) + lane]++;
}
