namespace Samenkracht.Scan;

/// <summary>
/// A family's windows, laid out for adding: each position adds one cell to an earlier window of its run. A circle's run is a chain, with a window at every position; a set's run
/// a chain with a window at its end; connected sets are a tree, walked depth first.
/// </summary>
/// <remarks>A cell is what replicates are counted in; it holds one unit, or (a set of households) many that are always counted together.</remarks>
sealed class WindowRuns(WindowFamily family, int[] start, int[] cells, int[] labels, bool wholeRunsOnly, int units)
{
    public WindowFamily Family => family;

    public int Runs => labels.Length;

    /// <summary>Run → its first position; one more at the end.</summary>
    public int[] Start => start;

    /// <summary>Position → the cell added there.</summary>
    public int[] Cells => cells;

    /// <summary>Position → how many cells its window has besides the one added there; null for chains.</summary>
    public byte[]? Depth { get; init; }

    /// <summary>Run → the neighbourhood that its set is taken in; null where windows are not parts of sets.</summary>
    public int[]? Parts { get; init; }

    /// <summary>Position → its units, where a cell is not simply a unit.</summary>
    public Grouping? UnitsOfPosition { get; init; }

    /// <summary>Unit → the fewest cases with which it may be part of a window; null where any number will do.</summary>
    public int[]? Admitted { get; init; }

    /// <summary>Number of units that windows of this family are made of.</summary>
    public int Units => units;

    public int Windows => wholeRunsOnly ? Runs : cells.Length;

    /// <summary>The centre's or the set's index.</summary>
    public int Label(int run) => labels[run];

    public bool IsWindow(int run, int position) => !wholeRunsOnly || position == start[run + 1] - 1;

    /// <summary>The units that the position adds to its window.</summary>
    public ReadOnlySpan<int> UnitsAt(int position) => UnitsOfPosition is null ? cells.AsSpan(position, 1) : UnitsOfPosition[position];

    /// <summary>The positions whose cells make up a window, last first.</summary>
    public IEnumerable<int> Path(int run, int position)
    {
        if (Depth is null)
        {
            for (var added = position; added >= start[run]; added--)
                yield return added;
            yield break;
        }
        yield return position;
        for (var (before, depth) = (position - 1, Depth[position]); depth > 0; before--)
        {
            if (Depth[before] != depth - 1)
                continue;
            depth--;
            yield return before;
        }
    }

    /// <summary>The units of a window, rising.</summary>
    public int[] UnitsOf(int run, int position)
    {
        var all = new List<int>();
        foreach (var added in Path(run, position))
            all.AddRange(UnitsAt(added));
        all.Sort();
        return [.. all];
    }

    /// <summary>Position → the sum of its window, with <paramref name="noWindow"/> where there is none.</summary>
    public TNumber[] Sum<TNumber>(ReadOnlySpan<TNumber> perCell, TNumber noWindow) where TNumber : System.Numerics.INumber<TNumber>
    {
        var sums = new TNumber[cells.Length];
        var path = new WindowPath<TNumber>(this);
        for (var run = 0; run < Runs; run++)
        {
            for (var position = start[run]; position < start[run + 1]; position++)
            {
                var sum = path.Add(run, position, perCell[cells[position]]);
                sums[position] = IsWindow(run, position) ? sum : noWindow;
            }
        }
        return sums;
    }
}
