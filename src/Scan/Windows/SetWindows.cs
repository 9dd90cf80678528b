namespace Samenkracht.Scan;

/// <summary>One window per set that has members.</summary>
static class SetWindows
{
    /// <summary>Over areas: a run adds the cells of the set's members one by one.</summary>
    /// <param name="family">The family that asked for them.</param>
    /// <param name="members">Set → its units, which are also the cells.</param>
    /// <param name="units">Number of units.</param>
    public static WindowRuns OverUnits(Sets family, Grouping members, int units)
    {
        var filled = Filled(members);
        var start = new int[filled.Length + 1];
        for (var run = 0; run < filled.Length; run++)
            start[run + 1] = start[run] + members[filled[run]].Length;
        return new(family, start, members.Items, filled, wholeRunsOnly: true, units);
    }

    /// <summary>The parts of the sets: of each, its members in one neighbourhood.</summary>
    /// <param name="family">The family that asked for them.</param>
    /// <param name="members">Set → its units, which are also the cells.</param>
    /// <param name="parts">Unit → its neighbourhood; null for none.</param>
    public static WindowRuns ByArea(SetsByArea family, Grouping members, int?[] parts)
    {
        var windows = Enumerable.Range(0, members.Count)
            .SelectMany(set => members[set].ToArray().Where(unit => parts[unit] is not null).GroupBy(unit => parts[unit]!.Value).OrderBy(part => part.Key).Select(part => (Set: set, Part: part.Key, Units: part.ToArray())))
            .ToList();
        var start = new int[windows.Count + 1];
        for (var run = 0; run < windows.Count; run++)
            start[run + 1] = start[run] + windows[run].Units.Length;
        return new(family, start, [.. windows.SelectMany(window => window.Units)], [.. windows.Select(window => window.Set)], wholeRunsOnly: true, parts.Length)
        {
            Parts = [.. windows.Select(window => window.Part)],
        };
    }

    /// <summary>Where replicates are counted per set at once, as of households: a set is a cell, and its run has one position.</summary>
    /// <param name="family">The family that asked for them.</param>
    /// <param name="members">Set → its units.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="firstCell">The cell of the first set.</param>
    public static WindowRuns OfCells(WindowFamily family, Grouping members, int units, int firstCell)
    {
        var filled = Filled(members);
        var start = Enumerable.Range(0, filled.Length + 1).ToArray();
        int[] membersStart = [0, .. filled.Select(set => members.Start[set + 1])];
        return new(family, start, [.. filled.Select(set => firstCell + set)], filled, wholeRunsOnly: true, units) { UnitsOfPosition = new(membersStart, members.Items) };
    }

    /// <summary>The same for sets by location.</summary>
    public static WindowRuns OfParts(SetsByArea family, HouseholdLayout layout, int households)
    {
        var parts = Enumerable.Range(0, layout.Parts.Count);
        return new(family, [.. parts, layout.Parts.Count], [.. parts.Select(part => layout.FirstPartCell + part)], [.. layout.Parts.Select(part => part.Set)], wholeRunsOnly: true, households)
        {
            Parts = [.. layout.Parts.Select(part => part.Location)],
            UnitsOfPosition = layout.PartMembers(),
        };
    }

    static int[] Filled(Grouping members) => [.. Enumerable.Range(0, members.Count).Where(set => members[set].Length > 0)];
}
