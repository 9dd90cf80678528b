namespace Samenkracht.Scan;

/// <summary>
/// A family's windows, laid out for adding. A run is a list of cells; the window at a position holds the cells of its run up to and including that position.
/// A circle's run yields a window at every position, a set's run only at its last.
/// </summary>
/// <remarks>A cell is what replicates are counted in; it holds one unit, or (a set of households) many that are always counted together.</remarks>
sealed class WindowRuns(WindowFamily family, int[] start, int[] cells, int[] labels, bool wholeRunsOnly, int units, Grouping? unitsOfPosition = null)
{
    public WindowFamily Family => family;

    public int Runs => labels.Length;

    /// <summary>Run → its first position; one more at the end.</summary>
    public int[] Start => start;

    /// <summary>Position → the cell added there.</summary>
    public int[] Cells => cells;

    /// <summary>Number of units that windows of this family are made of.</summary>
    public int Units => units;

    public int Windows => wholeRunsOnly ? Runs : cells.Length;

    /// <summary>The centre's or the set's index.</summary>
    public int Label(int run) => labels[run];

    public bool IsWindow(int run, int position) => !wholeRunsOnly || position == start[run + 1] - 1;

    /// <summary>The units that the position adds to its run.</summary>
    public ReadOnlySpan<int> UnitsAt(int position) => unitsOfPosition is null ? cells.AsSpan(position, 1) : unitsOfPosition[position];

    /// <summary>The units of a window, rising.</summary>
    public int[] UnitsOf(int run, int position)
    {
        var all = new List<int>();
        for (var added = start[run]; added <= position; added++)
            all.AddRange(UnitsAt(added));
        all.Sort();
        return [.. all];
    }

    /// <summary>Position → the sum of its window, with <paramref name="noWindow"/> where there is none.</summary>
    public TNumber[] Sum<TNumber>(ReadOnlySpan<TNumber> perCell, TNumber noWindow) where TNumber : System.Numerics.INumber<TNumber>
    {
        var sums = new TNumber[cells.Length];
        for (var run = 0; run < Runs; run++)
        {
            var sum = TNumber.Zero;
            for (var position = start[run]; position < start[run + 1]; position++)
            {
                sum += perCell[cells[position]];
                sums[position] = IsWindow(run, position) ? sum : noWindow;
            }
        }
        return sums;
    }
}
