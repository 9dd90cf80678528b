using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>The cells in which households are counted: first every location, then every set.</summary>
sealed class HouseholdLayout
{
    readonly KnownHouseholds _known;
    readonly Grouping _cellsOfHousehold;

    public HouseholdLayout(KnownHouseholds known)
    {
        _known = known;
        FirstSetCell = known.Locations.Count;
        Cells = FirstSetCell + known.Sets;
        _cellsOfHousehold = Grouping.From(known.Count, CellsOf, Cells, "Household", "cell");
        Population = [.. _cellsOfHousehold.Inverted(Cells).Sizes];
    }

    public int Cells { get; }

    public int FirstSetCell { get; }

    /// <summary>Cell → households in it.</summary>
    public long[] Population { get; }

    /// <summary>Counts a household that bears these themes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count<TCount>(Lane<TCount> lane, int household, ulong themes) where TCount : unmanaged, INumber<TCount>
    {
        for (; themes != 0; themes &= themes - 1)
            lane.AddCase(BitOperations.TrailingZeroCount(themes), _cellsOfHousehold[household]);
    }

    /// <summary>Theme, then cell: the cases as they are.</summary>
    public int[] Observed()
    {
        var counts = new int[_known.Themes * Cells];
        var lane = new Lane<int>(counts, Cells, lanes: 1, lane: 0);
        for (var household = 0; household < _known.Count; household++)
            Count(lane, household, _known.Labels[household]);
        return counts;
    }

    int[] CellsOf(int household)
    {
        var sets = _known.Memberships[household];
        var cells = new int[sets.Length + 1];
        cells[0] = _known.Location[household];
        for (var i = 0; i < sets.Length; i++)
            cells[i + 1] = FirstSetCell + sets[i];
        return cells;
    }
}
