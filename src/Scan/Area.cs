namespace Samenkracht.Scan;

/// <summary>Gebied: one area with a population and cases counted in it.</summary>
/// <param name="Centre">Its place, from which circles are drawn.</param>
/// <param name="Population">People (or households) at risk; not negative.</param>
/// <param name="Cases">Cases among them; not negative.</param>
public sealed record Area(Point Centre, long Population, int Cases)
{
    /// <summary>
    /// Cases to be expected by a model of one's own (age, sex, household type), instead of by population. Given for every area or for none;
    /// the scan rescales them to the total number of cases.
    /// </summary>
    public double? Expected { get; init; }

    /// <summary>Indexes of the areas beside it, for connected sets; that one of two names the other is enough.</summary>
    public IReadOnlyList<int> Neighbours { get; init; } = [];

    /// <summary>Index of the neighbourhood it is part of, for <see cref="SetsByArea"/>; null for none.</summary>
    public int? Part { get; init; }

    /// <summary>Indexes of the sets (communities) the area belongs to, each at most once.</summary>
    public IReadOnlyList<int> Sets { get; init; } = [];
}
