namespace Samenkracht.Scan;

/// <summary>
/// Scan over areas: does a place, or a community of areas, have more cases than its population (or an expectation of one's own) accounts for?
/// </summary>
/// <remarks>
/// Model: Poisson (Kulldorff, "A spatial scan statistic", 1997). Windows with more cases than expected (or, when asked for, fewer) and at least two. Null hypothesis: the cases fall in areas in proportion
/// to what is expected there.
/// </remarks>
public static class PoissonScan
{
    /// <summary>Runs the scan; takes as long as it takes, so call it off the request's thread.</summary>
    /// <param name="areas">At least two; the index in this list is the unit in the findings.</param>
    /// <param name="families">Where to look; each family at most once.</param>
    /// <param name="options">How; null for 999 replicates with seed 1 on all processors.</param>
    /// <param name="cancellation">Ends the scan within one batch of replicates.</param>
    /// <exception cref="ArgumentException">An area, named by its index, has an impossible value, or cases where none can be; no family, one twice, or one with an impossible setting.</exception>
    /// <exception cref="OverflowException">There are more windows than memory can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; there is no partial result.</exception>
    public static ScanResult Run(IReadOnlyList<Area> areas, IReadOnlyList<WindowFamily> families, ScanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        Families.Check(families);
        return Run([new AreaMap(areas)], families, options, cancellation);
    }

    /// <summary>The same for several themes in the same areas, drawn apart and corrected for together.</summary>
    /// <param name="areas">At least two; their own <see cref="Area.Cases"/> are not used.</param>
    /// <param name="cases">Theme, then area: cases.</param>
    /// <param name="families">Where to look; each family at most once.</param>
    /// <param name="options">How; null for 999 replicates with seed 1 on all processors.</param>
    /// <param name="cancellation">Ends the scan within one batch of replicates.</param>
    /// <exception cref="ArgumentException">There is no theme, or one without a number of cases for every area; further as for one theme.</exception>
    /// <exception cref="OverflowException">There are more windows than memory can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; there is no partial result.</exception>
    public static ScanResult Run(IReadOnlyList<Area> areas, IReadOnlyList<IReadOnlyList<int>> cases, IReadOnlyList<WindowFamily> families, ScanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        Families.Check(families);
        if (cases.Count == 0 || cases.Any(theme => theme.Count != areas.Count))
            throw new ArgumentException($"Of each theme the cases in each of the {areas.Count} areas are needed.", nameof(cases));
        return Run([.. cases.Select(theme => new AreaMap([.. areas.Zip(theme, (area, inside) => area with { Cases = inside })]))], families, options, cancellation);
    }

    static ScanResult Run(AreaMap[] themes, IReadOnlyList<WindowFamily> families, ScanOptions options, CancellationToken cancellation)
    {
        var seen = Families.ThemesSeen(families, themes.Length);
        Experiment<PoissonScore>[] experiments = [.. seen.Select(theme => ExperimentOf(themes[theme], theme, families, options.Low))];
        return Inference.Run(experiments, [.. seen.Select(theme => themes[theme].Cases)], (layer, window) => themes[layer.Theme].Describe(layer, window), options, cancellation);
    }

    static Experiment<PoissonScore> ExperimentOf(AreaMap map, int theme, IReadOnlyList<WindowFamily> families, bool low)
    {
        var xLogX = XLogX.UpTo(map.TotalCases);
        var layers = families.Where(family => family.LooksAt(theme)).Select(map.Windows)
            .Select(runs => new Layer<PoissonScore>(runs, theme, new PoissonScore(xLogX, map.ExpectedIn(runs), map.TotalCases, low)));
        return new([.. layers], Themes: 1, map.Cases.Length, () => CaseBinomials.Of(map.Expected, map.TotalCases), Purpose: 1 + ((uint)theme << 8)) { Low = low };
    }
}
