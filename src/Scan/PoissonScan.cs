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
        var map = new AreaMap(areas);
        var xLogX = XLogX.UpTo(map.TotalCases);
        var layers = families.Select(map.Windows)
            .Select(runs => new Layer<PoissonScore>(runs, 0, new(xLogX, map.ExpectedIn(runs), map.TotalCases, options.Low))).ToArray();
        var experiment = new Experiment<PoissonScore>(layers, 1, areas.Count, () => new CaseMultinomial(map.Expected, map.TotalCases), Purpose: 1) { Low = options.Low };
        return Inference.Run([experiment], [map.Cases], map.Describe, options, cancellation);
    }
}
