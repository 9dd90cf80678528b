namespace Samenkracht.Scan;

/// <summary>Areas, checked and laid out for counting.</summary>
sealed class AreaMap
{
    readonly bool _byPopulation;

    public AreaMap(IReadOnlyList<Area> areas)
    {
        if (areas.Count < 2)
            throw new ArgumentException("A scan compares areas: at least two are needed.", nameof(areas));
        for (var i = 0; i < areas.Count; i++)
            Check(areas[i], i);
        Centres = [.. areas.Select(area => area.Centre)];
        Population = areas.Select(area => area.Population).ToArray();
        Cases = [.. areas.Select(area => area.Cases)];
        TotalCases = checked((int)Cases.Sum(cases => (long)cases));
        TotalPopulation = areas.Sum(area => area.Population);
        Parts = [.. areas.Select(area => area.Part)];
        _byPopulation = areas.All(area => area.Expected is null);
        Expected = ExpectedPer(areas);
        var sets = areas.SelectMany(area => area.Sets).DefaultIfEmpty(-1).Max() + 1;
        Neighbours = Grouping.From(areas.Count, i => areas[i].Neighbours, areas.Count, "Area", "neighbour");
        Members = Grouping.From(areas.Count, i => areas[i].Sets, sets, "Area", "set").Inverted(sets);
    }

    public Point[] Centres { get; }

    public ReadOnlyMemory<long> Population { get; }

    public int[] Cases { get; }

    public int TotalCases { get; }

    public long TotalPopulation { get; }

    /// <summary>Area → the neighbourhood it is part of; null for none.</summary>
    public int?[] Parts { get; }

    /// <summary>Per area; the sum is <see cref="TotalCases"/>.</summary>
    public double[] Expected { get; }

    /// <summary>Area → the areas it names as neighbours.</summary>
    public Grouping Neighbours { get; }

    /// <summary>Set → its areas.</summary>
    public Grouping Members { get; }

    /// <summary>Position → expected cases; infinite where there is no window. From whole numbers where possible, so that equal windows score exactly equal.</summary>
    public double[] ExpectedIn(WindowRuns runs) => _byPopulation
        ? [.. runs.Sum(Population.Span, noWindow: -1).Select(population => population < 0 ? double.PositiveInfinity : ByPopulation(population))]
        : runs.Sum<double>(Expected, noWindow: double.PositiveInfinity);

    public WindowRuns Windows(WindowFamily family) => family switch
    {
        Circles circles => CircleWindows.Build(circles, circles.MaxShare, Centres, Population),
        Connected connected => ConnectedWindows.Build(connected, Centres, Neighbours, Expected),
        Sets sets => SetWindows.OverUnits(sets, Members, Centres.Length),
        SetsByArea parts => SetWindows.ByArea(parts, Members, Parts),
        _ => throw new ArgumentException($"A scan over areas has no family '{family.Name}'.", nameof(family)),
    };

    public Measure Describe(Layer<PoissonScore> layer, ObservedWindow window) =>
        MeasureOf(layer.Runs, window, layer.Statistic.Expected(window.Position));

    public Measure Describe(Layer<BernoulliScore> layer, ObservedWindow window) =>
        MeasureOf(layer.Runs, window, (double)layer.Statistic.Inside(window.Position) * TotalCases / TotalPopulation);

    Measure MeasureOf(WindowRuns runs, ObservedWindow window, double expected)
    {
        var inside = 0L;
        foreach (var unit in runs.UnitsOf(window.Run, window.Position))
            inside += Population.Span[unit];
        return new(inside, TotalPopulation - inside, expected);
    }

    double ByPopulation(long population) => (double)TotalCases * population / TotalPopulation;

    double[] ExpectedPer(IReadOnlyList<Area> areas)
    {
        if (_byPopulation)
        {
            if (TotalPopulation == 0)
                throw new ArgumentException("No area has a population.", nameof(areas));
            return [.. areas.Select(area => ByPopulation(area.Population))];
        }
        if (areas.Any(area => area.Expected is null))
            throw new ArgumentException($"Area {areas.ToList().FindIndex(area => area.Expected is null)} has no expected cases, others have: give them for all areas or for none.", nameof(areas));
        var sum = areas.Sum(area => area.Expected!.Value);
        if (sum <= 0)
            throw new ArgumentException("No area expects any case.", nameof(areas));
        return [.. areas.Select(area => area.Expected!.Value / sum * TotalCases)];
    }

    static void Check(Area area, int index)
    {
        if (!area.Centre.IsFinite)
            throw new ArgumentException($"Area {index} has a coordinate that is not a finite number.");
        if (area.Population < 0)
            throw new ArgumentException($"Area {index} has population {area.Population}; it cannot be negative.");
        if (area.Cases < 0)
            throw new ArgumentException($"Area {index} has {area.Cases} cases; it cannot be negative.");
        if (area.Expected is { } expected && !(expected >= 0 && double.IsFinite(expected)))
            throw new ArgumentException($"Area {index} expects {expected} cases; it must be a finite number, not negative.");
        if (area.Cases > 0 && (area.Expected ?? area.Population) == 0)
            throw new ArgumentException($"Area {index} has {area.Cases} cases where none can be: its population or expectation is 0.");
        if (area.Sets.Any(set => set < 0))
            throw new ArgumentException($"Area {index} names a set below 0.");
    }
}
