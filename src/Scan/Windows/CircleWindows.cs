namespace Samenkracht.Scan;

/// <summary>Circles (Kulldorff 1997): the nearest units of each unit, while their population stays within a share of the whole.</summary>
static class CircleWindows
{
    /// <param name="family">The family that asked for them.</param>
    /// <param name="maxShare">Greatest part of the whole population in a circle, above 0 and at most 1.</param>
    /// <param name="units">Their places.</param>
    /// <param name="population">Per unit; a unit is also a cell.</param>
    public static WindowRuns Build(WindowFamily family, double maxShare, IReadOnlyList<Point> units, ReadOnlyMemory<long> population)
    {
        if (maxShare is not (> 0 and <= 1))
            throw new ArgumentException($"The greatest share of a circle is {maxShare}; it must be above 0 and at most 1.", nameof(maxShare));
        var most = MostWithin(maxShare, population.Span);
        var runs = new int[units.Count][];
        Parallel.For(0, units.Count, centre => runs[centre] = Grow(units, population.Span, centre, most));
        var start = new int[units.Count + 1];
        for (var run = 0; run < runs.Length; run++)
            start[run + 1] = checked(start[run] + runs[run].Length);
        var cells = new int[start[^1]];
        Parallel.For(0, runs.Length, run => runs[run].CopyTo(cells, start[run]));
        return new(family, start, cells, [.. Enumerable.Range(0, units.Count)], wholeRunsOnly: false, units.Count);
    }

    static double MostWithin(double share, ReadOnlySpan<long> population)
    {
        var total = 0L;
        foreach (var people in population)
            total = checked(total + people);
        return share * total;
    }

    static int[] Grow(IReadOnlyList<Point> units, ReadOnlySpan<long> population, int centre, double most)
    {
        var nearest = Nearest(units, centre);
        var (length, sum) = (0, 0L);
        while (length < nearest.Length && (sum += population[nearest[length]]) <= most)
            length++;
        return nearest[..length];
    }

    /// <summary>All units from near to far; ties by input order.</summary>
    public static int[] Nearest(IReadOnlyList<Point> units, int centre)
    {
        var distance = new double[units.Count];
        var nearest = new int[units.Count];
        for (var unit = 0; unit < nearest.Length; unit++)
            (distance[unit], nearest[unit]) = (units[centre].SquaredDistanceTo(units[unit]), unit);
        Array.Sort(distance, nearest);
        // Numbers sort far faster than by a comparison of our own, but ties come out in any order.
        for (var (first, next) = (0, 1); next <= nearest.Length; next++)
        {
            if (next < nearest.Length && distance[next] == distance[first])
                continue;
            Array.Sort(nearest, first, next - first);
            first = next;
        }
        return nearest;
    }
}
