namespace Samenkracht.Scan;

/// <summary>Huishouden: one known household, without anything that tells who it is.</summary>
/// <param name="Location">Index of the place it lives at, in the list of locations (a buurt's centroid, so that many households share one).</param>
/// <param name="Themes">Bit <c>t</c> is set when the household has a question about theme <c>t</c>; zero is a household without any.</param>
/// <param name="Sets">Indexes of the sets (communities) through which it is known, each at most once; empty for none.</param>
public readonly record struct Household(int Location, ulong Themes, IReadOnlyList<int> Sets);
