using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>The cells in which households are counted: first every location, then every set, then, where asked for, every part of a set that lives at one location.</summary>
sealed class HouseholdLayout
{
    readonly KnownHouseholds _known;
    readonly Grouping _cellsOfHousehold;
    readonly Dictionary<(int Set, int Location), int> _cellOfPart;

    public HouseholdLayout(KnownHouseholds known, bool byPart = false)
    {
        _known = known;
        FirstSetCell = known.Locations.Count;
        FirstPartCell = FirstSetCell + known.Sets;
        Parts = byPart ? [.. Enumerable.Range(0, known.Count).SelectMany(PartsOf).Distinct().Order()] : [];
        _cellOfPart = Parts.Index().ToDictionary(part => part.Item, part => FirstPartCell + part.Index);
        Cells = FirstPartCell + Parts.Count;
        _cellsOfHousehold = Grouping.From(known.Count, CellsOf, Cells, "Household", "cell");
        Population = [.. _cellsOfHousehold.Inverted(Cells).Sizes];
    }

    public int Cells { get; }

    public int FirstSetCell { get; }

    public int FirstPartCell { get; }

    /// <summary>Sets by location, in the order of their cells.</summary>
    public IReadOnlyList<(int Set, int Location)> Parts { get; }

    /// <summary>Part → its households.</summary>
    public Grouping PartMembers() => Grouping.From(_known.Count, household => [.. PartsOf(household).Select(part => _cellOfPart[part] - FirstPartCell)], Parts.Count, "Household", "part").Inverted(Parts.Count);

    /// <summary>Cell → households in it.</summary>
    public long[] Population { get; }

    /// <summary>Counts a household that bears these themes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count<TCount>(Tally<TCount> tally, int household, ulong themes) where TCount : unmanaged, INumber<TCount>
    {
        for (; themes != 0; themes &= themes - 1)
            tally.AddCase(BitOperations.TrailingZeroCount(themes), _cellsOfHousehold[household]);
    }

    /// <summary>Theme, then cell: the cases as they are.</summary>
    public int[] Observed()
    {
        var counts = new int[_known.Themes * Cells];
        var tally = new Tally<int>(counts, Cells);
        for (var household = 0; household < _known.Count; household++)
            Count(tally, household, _known.Labels[household]);
        return counts;
    }

    int[] CellsOf(int household)
    {
        IEnumerable<int> sets = _known.Memberships[household].ToArray().Select(set => FirstSetCell + set);
        return [_known.Location[household], .. sets, .. Parts.Count == 0 ? [] : PartsOf(household).Select(part => _cellOfPart[part])];
    }

    IEnumerable<(int Set, int Location)> PartsOf(int household) => _known.Memberships[household].ToArray().Select(set => (set, _known.Location[household]));
}
