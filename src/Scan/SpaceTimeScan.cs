namespace Samenkracht.Scan;

/// <summary>
/// Scan over place and time: are there more cases somewhere in a period than that place and that period each account for?
/// </summary>
/// <remarks>
/// Model: space-time permutation (Kulldorff, Heffernan, Hartman, Assunção and Mostashari 2005). Of the cases of one theme, n_z lie in a place and n_d in a period, of C in all: expected are n_z·n_d/C;
/// the score is the Poisson log likelihood ratio. Null hypothesis: days dealt out over the cases at random. What is always busy, and what is busy everywhere, does not stand out.
/// Themes are permuted apart and corrected for together. Asked every day, a prospective finding is an alert only with a <see cref="Cluster.RecurrenceInterval"/> of a year or more.
/// </remarks>
public static class SpaceTimeScan
{
    /// <summary>Runs the scan; takes as long as it takes, so call it off the request's thread.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="families"><see cref="Cylinders"/>, <see cref="SetCylinders"/>, or both.</param>
    /// <param name="options">How; null for 999 replicates with seed 1 on all processors.</param>
    /// <param name="cancellation">Ends the scan within one batch of replicates.</param>
    /// <exception cref="ArgumentException">No family, one twice, one of another kind, or one with an impossible setting or without a theme.</exception>
    /// <exception cref="OverflowException">There are more places, days and windows than memory can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; there is no partial result.</exception>
    public static ScanResult Run(DatedCases cases, IReadOnlyList<WindowFamily> families, ScanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        Families.Check(families);
        var layouts = Families.ThemesSeen(families, cases.Themes).ToDictionary(theme => theme, theme => new DatedLayout(cases, theme, families));
        Experiment<SpaceTimeScore>[] experiments = [.. layouts.Values.Select(layout => ExperimentOf(layout, families, options.Low))];
        return Inference.Run(experiments, [.. layouts.Values.Select(layout => layout.Observed())], (layer, window) => layouts[layer.Theme].Describe(layer, window), options, cancellation);
    }

    static Experiment<SpaceTimeScore> ExperimentOf(DatedLayout layout, IReadOnlyList<WindowFamily> families, bool low)
    {
        var layers = families.Where(family => family.LooksAt(layout.Theme)).Select(family => layout.LayerOf(family, low));
        return new([.. layers], Themes: 1, layout.Cells, () => new DatePermutation(layout), Purpose: 4 + ((uint)layout.Theme << 8)) { Low = low, Days = layout.Days };
    }
}
