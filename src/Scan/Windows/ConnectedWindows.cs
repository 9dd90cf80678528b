namespace Samenkracht.Scan;

/// <summary>Connected sets (Tango and Takahashi 2005): every connected set that holds a centre and lies within its nearest units.</summary>
static class ConnectedWindows
{
    /// <summary>Beyond this, memory runs out before anything was found.</summary>
    const int MostSets = 50_000_000;

    /// <param name="family">How near.</param>
    /// <param name="units">Their places; a unit is also a cell.</param>
    /// <param name="neighbours">Unit → its neighbours; taken as mutual.</param>
    /// <param name="expected">Per unit, the cases to be expected; for the restricted scan.</param>
    public static WindowRuns Build(Connected family, IReadOnlyList<Point> units, Grouping neighbours, IReadOnlyList<double> expected)
    {
        if (family.Nearest is < 1 or > Connected.MostNearest)
            throw new ArgumentException($"Connected sets are made of 1 to {Connected.MostNearest} nearest units, not {family.Nearest}.", nameof(family));
        if (family.AdmitBelow is not (null or (>= 1e-6 and <= 1)))
            throw new ArgumentException($"Units are admitted below a mid-p of {family.AdmitBelow}; it must be 0.000001 to 1.", nameof(family));
        var trees = new Tree[units.Count];
        var most = MostSets / units.Count;
        var all = Parallel.For(0, units.Count, (centre, loop) =>
        {
            trees[centre] = new Tree(most, [centre, .. CircleWindows.Nearest(units, centre).Where(unit => unit != centre).Take(family.Nearest - 1)], neighbours);
            if (trees[centre].Cells.Count > most)
                loop.Stop();
        });
        if (!all.IsCompleted)
            throw new OverflowException($"A centre has more than {most} connected sets; take fewer nearest units.");
        var start = new int[units.Count + 1];
        for (var centre = 0; centre < trees.Length; centre++)
            start[centre + 1] = checked(start[centre] + trees[centre].Cells.Count);
        var (cells, depths) = (new int[start[^1]], new byte[start[^1]]);
        Parallel.For(0, trees.Length, centre =>
        {
            trees[centre].Cells.CopyTo(cells, start[centre]);
            trees[centre].Depths.CopyTo(depths, start[centre]);
        });
        return new(family, start, cells, [.. Enumerable.Range(0, units.Count)], wholeRunsOnly: false, units.Count)
        {
            Depth = depths,
            Admitted = family.AdmitBelow is { } level ? [.. expected.Select(cases => Admission.FewestCases(cases, level))] : null,
        };
    }

    /// <summary>All connected sets around one centre, each once: a set grows by a unit on its edge, and a unit passed over stays out of all that follows.</summary>
    sealed class Tree
    {
        readonly int _most;
        readonly int[] _units;
        readonly uint[] _beside;

        /// <param name="most">Sets at most; one more tells that there are too many.</param>
        /// <param name="nearest">The centre, and then the units near it.</param>
        /// <param name="neighbours">Unit → its neighbours.</param>
        public Tree(int most, int[] nearest, Grouping neighbours)
        {
            (_most, _units) = (most, nearest);
            _beside = new uint[nearest.Length];
            for (var i = 0; i < nearest.Length; i++)
            {
                foreach (var other in neighbours[nearest[i]])
                {
                    var j = Array.IndexOf(nearest, other);
                    if (j >= 0)
                        (_beside[i], _beside[j]) = (_beside[i] | (1u << j), _beside[j] | (1u << i));
                }
            }
            Grow(unit: 0, inside: 0, edge: 0, passed: 0, depth: 0);
        }

        public List<int> Cells { get; } = [];

        public List<byte> Depths { get; } = [];

        void Grow(int unit, uint inside, uint edge, uint passed, byte depth)
        {
            if (Cells.Count > _most)
                return;
            Cells.Add(_units[unit]);
            Depths.Add(depth);
            inside |= 1u << unit;
            edge = (edge | _beside[unit]) & ~inside & ~passed;
            for (; edge != 0; edge &= edge - 1)
            {
                Grow(System.Numerics.BitOperations.TrailingZeroCount(edge), inside, edge, passed, (byte)(depth + 1));
                passed |= edge & (0 - edge);
            }
        }
    }
}
