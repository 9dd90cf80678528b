namespace Samenkracht.Scan;

/// <summary>Geval met datum: one case, of which only place and day are known.</summary>
/// <param name="Location">Index of its place, in the list of locations.</param>
/// <param name="Day">A whole number of days since any fixed day, such as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Theme">Index of what it is about; 0 where there is only one kind of case.</param>
/// <param name="Sets">Indexes of the sets (communities) through which it is known, each at most once; null for none.</param>
public readonly record struct DatedCase(int Location, int Day, int Theme = 0, IReadOnlyList<int>? Sets = null);
