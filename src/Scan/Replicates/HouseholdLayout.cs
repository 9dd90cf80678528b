using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>The cells in which households are counted: first every location, then every set.</summary>
sealed class HouseholdLayout(KnownHouseholds known)
{
    public int Cells => known.Locations.Count + known.Sets;

    public int FirstSetCell => known.Locations.Count;

    public long[] Population { get; } = CountHouseholds(known);

    /// <summary>Counts a household that bears these themes.</summary>
    public void Count<TCount>(Lane<TCount> lane, int household, ulong themes) where TCount : unmanaged, INumber<TCount>
    {
        var location = known.Location[household];
        var sets = known.Memberships[household];
        for (; themes != 0; themes &= themes - 1)
        {
            var theme = BitOperations.TrailingZeroCount(themes);
            lane.AddCase(theme, location);
            foreach (var set in sets)
                lane.AddCase(theme, FirstSetCell + set);
        }
    }

    /// <summary>Theme, then cell: the cases as they are.</summary>
    public int[] Observed()
    {
        var counts = new int[known.Themes * Cells];
        var lane = new Lane<int>(counts, Cells, lanes: 1, lane: 0);
        for (var household = 0; household < known.Count; household++)
            Count(lane, household, known.Labels[household]);
        return counts;
    }

    static long[] CountHouseholds(KnownHouseholds known) =>
        [.. known.HouseholdsPerLocation(), .. known.Memberships.Inverted(known.Sets).Sizes];
}
