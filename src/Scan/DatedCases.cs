namespace Samenkracht.Scan;

/// <summary>Gevallen met datum: all that a space-time scan knows, checked. There is no population: the cases of other days and other places are what a window is compared with.</summary>
public sealed class DatedCases
{
    /// <param name="locations">Where cases can be; a location without any is allowed.</param>
    /// <param name="cases">The cases, in any order.</param>
    /// <param name="firstDay">The first day on which cases were counted.</param>
    /// <param name="lastDay">The last day, with or without a case; prospective periods end here.</param>
    /// <param name="themes">How many themes there are, 1 to 64.</param>
    /// <param name="sets">How many sets there are; zero when there are none.</param>
    /// <exception cref="ArgumentException">A coordinate is not finite, or a case names a location, theme or set that does not exist, one set twice, or a day outside the period. The message names its index.</exception>
    public DatedCases(IReadOnlyList<Point> locations, IReadOnlyList<DatedCase> cases, int firstDay, int lastDay, int themes = 1, int sets = 0)
    {
        if (themes is < 1 or > KnownHouseholds.MaxThemes)
            throw new ArgumentException($"The number of themes is {themes}; it must be 1 to {KnownHouseholds.MaxThemes}.", nameof(themes));
        ArgumentOutOfRangeException.ThrowIfNegative(sets);
        if (lastDay < firstDay)
            throw new ArgumentException($"The last day, {lastDay}, lies before the first, {firstDay}.", nameof(lastDay));
        for (var i = 0; i < locations.Count; i++)
        {
            if (!locations[i].IsFinite)
                throw new ArgumentException($"Location {i} has a coordinate that is not a finite number.");
        }
        (Locations, Cases, FirstDay, LastDay, Themes, Sets) = ([.. locations], [.. cases], firstDay, lastDay, themes, sets);
        for (var i = 0; i < cases.Count; i++)
            Check(cases[i], i);
        _ = Grouping.From(cases.Count, i => cases[i].Sets ?? [], sets, "Case", "set");
    }

    /// <summary>Where cases can be, in the order given.</summary>
    public IReadOnlyList<Point> Locations { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<DatedCase> Cases { get; }

    /// <summary>The first day on which cases were counted.</summary>
    public int FirstDay { get; }

    /// <summary>The last day on which cases were counted.</summary>
    public int LastDay { get; }

    /// <summary>The number of themes.</summary>
    public int Themes { get; }

    /// <summary>The number of sets.</summary>
    public int Sets { get; }

    void Check(DatedCase dated, int index)
    {
        if ((uint)dated.Location >= (uint)Locations.Count)
            throw new ArgumentException($"Case {index} is at location {dated.Location}; there are {Locations.Count} locations.");
        if ((uint)dated.Theme >= (uint)Themes)
            throw new ArgumentException($"Case {index} has theme {dated.Theme}; there are {Themes} themes.");
        if (dated.Day < FirstDay || dated.Day > LastDay)
            throw new ArgumentException($"Case {index} is of day {dated.Day}; counted were {FirstDay} to {LastDay}.");
    }
}
