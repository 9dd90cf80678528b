using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>
/// Bekende huishoudens: everything a Bernoulli scan may know of the households that are known, checked and laid out for counting.
/// </summary>
/// <remarks>
/// The unit of a circle is a location, not a household: where a household's place is only known as its buurt, a circle takes the
/// buurt as a whole or not at all, and never draws a border that the data cannot see. The unit of a set is a household.
/// </remarks>
public sealed class KnownHouseholds
{
    /// <summary>Themes are bits of one word.</summary>
    public const int MaxThemes = 64;

    /// <param name="locations">Where households can live; a location without any household is allowed.</param>
    /// <param name="households">All known households, with and without a question; at least two.</param>
    /// <param name="themes">How many themes there are, 1 to 64.</param>
    /// <param name="sets">How many sets there are; zero when there are none.</param>
    /// <exception cref="ArgumentException">A coordinate is not finite, or a household names a location, theme or set that does not exist, or one set twice. The message names its index.</exception>
    public KnownHouseholds(IReadOnlyList<Point> locations, IReadOnlyList<Household> households, int themes, int sets)
    {
        if (themes is < 1 or > MaxThemes)
            throw new ArgumentException($"The number of themes is {themes}; it must be 1 to {MaxThemes}.", nameof(themes));
        ArgumentOutOfRangeException.ThrowIfNegative(sets);
        if (households.Count < 2)
            throw new ArgumentException("A scan compares households: at least two are needed.", nameof(households));
        Locations = [.. locations];
        Themes = themes;
        Sets = sets;
        Location = new int[households.Count];
        Labels = new ulong[households.Count];
        CheckLocations();
        Memberships = Grouping.From(households.Count, i => Take(households[i], i), sets, "Household", "set");
        Cases = [.. Enumerable.Range(0, themes).Select(CasesOf)];
    }

    /// <summary>Where households can live, in the order given.</summary>
    public IReadOnlyList<Point> Locations { get; }

    /// <summary>The number of households.</summary>
    public int Count => Labels.Length;

    /// <summary>The number of themes.</summary>
    public int Themes { get; }

    /// <summary>The number of sets.</summary>
    public int Sets { get; }

    /// <summary>Per theme, the number of households with a question about it.</summary>
    public IReadOnlyList<int> Cases { get; }

    internal int[] Location { get; }

    internal ulong[] Labels { get; }

    /// <summary>Household → the sets it belongs to.</summary>
    internal Grouping Memberships { get; }

    IReadOnlyList<int> Take(Household household, int index)
    {
        if ((uint)household.Location >= (uint)Locations.Count)
            throw new ArgumentException($"Household {index} lives at location {household.Location}; there are {Locations.Count} locations.");
        if (64 - BitOperations.LeadingZeroCount(household.Themes) > Themes)
            throw new ArgumentException($"Household {index} has theme {63 - BitOperations.LeadingZeroCount(household.Themes)}; there are {Themes} themes.");
        Location[index] = household.Location;
        Labels[index] = household.Themes;
        return household.Sets ?? [];
    }

    void CheckLocations()
    {
        for (var i = 0; i < Locations.Count; i++)
        {
            if (!Locations[i].IsFinite)
                throw new ArgumentException($"Location {i} has a coordinate that is not a finite number.");
        }
    }

    int CasesOf(int theme) => Labels.Count(label => (label >> theme & 1) != 0);
}
