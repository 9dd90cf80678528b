namespace Samenkracht.Scan;

/// <summary>
/// Scan over known households: of those we know, do households with a question about a theme live together, or share a community, more than chance would have it?
/// </summary>
/// <remarks>
/// Model: Bernoulli (Kulldorff, "A spatial scan statistic", 1997). Windows with a higher rate than elsewhere and at least two cases. Null hypothesis: whole theme vectors dealt out
/// over the households at random. All themes and families share the replicates and are corrected for together. Only says something about households that are known.
/// </remarks>
public static class BernoulliScan
{
    /// <summary>Runs the scan; takes as long as it takes, so call it off the request's thread.</summary>
    /// <param name="known">The households.</param>
    /// <param name="families">Where to look; each family at most once.</param>
    /// <param name="options">How; null for 999 replicates with seed 1 on all processors.</param>
    /// <param name="cancellation">Ends the scan within one batch of replicates.</param>
    /// <exception cref="ArgumentException">No family, one twice, or one with an impossible setting or without a theme.</exception>
    /// <exception cref="OverflowException">There are more windows than memory can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; there is no partial result.</exception>
    public static ScanResult Run(KnownHouseholds known, IReadOnlyList<WindowFamily> families, ScanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        Families.Check(families);
        var layout = new HouseholdLayout(known, byPart: families.Any(family => family is SetsByArea));
        var xLogX = XLogX.UpTo(known.Count);
        var inside = layout.Population.Select(population => (int)population).ToArray();
        var layers = new List<Layer<BernoulliScore>>();
        foreach (var runs in families.Select(family => Windows(known, layout, family)))
        {
            var populations = runs.Sum(inside, noWindow: known.Count);
            layers.AddRange(known.Cases.Index().Where(theme => runs.Family.LooksAt(theme.Index))
                .Select(theme => new Layer<BernoulliScore>(runs, theme.Index, new(xLogX, populations, known.Count, theme.Item, options.Low))));
        }
        if (layers.Count == 0)
            throw new ArgumentException("No family looks at any theme.", nameof(families));
        var experiment = new Experiment<BernoulliScore>(layers, known.Themes, layout.Cells, () => new LabelPermutation(known, layout), Purpose: 0) { Low = options.Low };
        return Inference.Run([experiment], [layout.Observed()], Describe, options, cancellation);
    }

    /// <summary>The same over areas, of which each individual is a case or not.</summary>
    /// <param name="areas">At least two; <see cref="Area.Population"/> is cases and controls together, and <see cref="Area.Expected"/> is not used.</param>
    /// <param name="families">Where to look; each family at most once.</param>
    /// <param name="options">How; null for 999 replicates with seed 1 on all processors.</param>
    /// <param name="cancellation">Ends the scan within one batch of replicates.</param>
    /// <exception cref="ArgumentException">An area, named by its index, has an impossible value, such as more cases than individuals; no family, one twice, or one with an impossible setting.</exception>
    /// <exception cref="OverflowException">There are more windows than memory can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; there is no partial result.</exception>
    public static ScanResult Run(IReadOnlyList<Area> areas, IReadOnlyList<WindowFamily> families, ScanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        Families.Check(families);
        var map = new AreaMap([.. areas.Select(area => area with { Expected = null })]);
        for (var i = 0; i < areas.Count; i++)
        {
            if (areas[i].Cases > areas[i].Population)
                throw new ArgumentException($"Area {i} has {areas[i].Cases} cases among {areas[i].Population} individuals.", nameof(areas));
        }
        var population = checked((int)map.TotalPopulation);
        var xLogX = XLogX.UpTo(population);
        var layers = families.Select(map.Windows)
            .Select(runs => new Layer<BernoulliScore>(runs, 0, new(xLogX, [.. runs.Sum(map.Population.Span, noWindow: population).Select(inside => (int)inside)], population, map.TotalCases, options.Low))).ToArray();
        var experiment = new Experiment<BernoulliScore>(layers, 1, areas.Count, () => new CasesOverAreas(map.Population, map.TotalCases), Purpose: 3) { Low = options.Low };
        return Inference.Run([experiment], [map.Cases], map.Describe, options, cancellation);
    }

    static WindowRuns Windows(KnownHouseholds known, HouseholdLayout layout, WindowFamily family) => family switch
    {
        Circles circles => CircleWindows.Build(circles, circles.MaxShare, known.Locations, layout.Population.AsMemory(0, known.Locations.Count)),
        SetsByArea parts => SetWindows.OfParts(parts, layout, known.Count),
        Sets sets => SetWindows.OfCells(sets, known.Memberships.Inverted(known.Sets), known.Count, layout.FirstSetCell),
        _ => throw new ArgumentException($"A Bernoulli scan over households has no family '{family.Name}'.", nameof(family)),
    };

    static Measure Describe(Layer<BernoulliScore> layer, ObservedWindow window)
    {
        var (inside, population) = (layer.Statistic.Inside(window.Position), layer.Statistic.Population);
        return new(inside, population - inside, (double)inside * layer.Statistic.Cases / population);
    }
}
