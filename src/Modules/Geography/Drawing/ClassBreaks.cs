namespace Samenkracht.Geography.Drawing;

/// <summary>
/// The classes of a map: at most five, with about as many areas in each, and bounds rounded as far as that keeps them apart,
/// so that a legend can be said aloud.
/// </summary>
sealed class ClassBreaks
{
    public const int Most = 5;
    readonly double[] bounds;

    ClassBreaks(double[] bounds, double lowest, double highest) => (this.bounds, Lowest, Highest) = (bounds, lowest, highest);

    public double Lowest { get; }
    public double Highest { get; }
    public int Count => bounds.Length + 1;

    /// <summary>Null when there is nothing to divide.</summary>
    public static ClassBreaks? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            return null;
        var classes = Math.Min(Most, sorted.Distinct().Count());
        var exact = WithoutEmpty([.. Enumerable.Range(1, classes - 1).Select(i => Between(sorted, (double)i / classes))], sorted);
        return new ClassBreaks(Rounded(exact, sorted), sorted[0], sorted[^1]);
    }

    /// <summary>The class a value falls in, from 0. A value on a bound falls in the higher class.</summary>
    public int ClassOf(double value) => bounds.Count(bound => value >= bound);

    /// <summary>The lower and upper end of a class.</summary>
    public (double From, double To) Ends(int index) =>
        (index == 0 ? Lowest : bounds[index - 1], index == bounds.Length ? Highest : bounds[index]);

    static double Between(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, above) = (sorted[(int)place], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }

    // Equal values crowd several bounds into one place.
    static double[] WithoutEmpty(double[] bounds, double[] values)
    {
        var kept = new List<double>();
        foreach (var bound in bounds)
            if (values.Any(v => v < bound && v >= kept.LastOrDefault(double.NegativeInfinity)))
                kept.Add(bound);
        return [.. kept];
    }

    static double[] Rounded(double[] exact, double[] sorted)
    {
        for (var step = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(Math.Abs(sorted[^1]), Math.Abs(sorted[0])) + 1))); step > 1e-4; step /= 10)
        {
            foreach (var unit in (double[])[step, step / 2, step / 4])
            {
                var rounded = exact.Select(bound => Math.Round(Math.Round(bound / unit) * unit, 6)).ToArray();
                if (IsFaithful(rounded, exact, sorted))
                    return rounded;
            }
        }

        return exact;
    }

    // Rounding may move a bound by a sliver of the whole range, and must leave no class empty.
    static bool IsFaithful(double[] rounded, double[] exact, double[] sorted) =>
        WithoutEmpty(rounded, sorted).Length == exact.Length
        && rounded.All(bound => bound <= sorted[^1])
        && rounded.Zip(exact).All(pair => Math.Abs(pair.First - pair.Second) <= (sorted[^1] - sorted[0]) / 40);
}
