namespace Samenkracht.Scan;

static class Families
{
    public static void Check(IReadOnlyList<WindowFamily> families)
    {
        if (families.Count == 0)
            throw new ArgumentException("A scan needs at least one family of windows.", nameof(families));
        if (families.DistinctBy(family => family.Name).Count() < families.Count)
            throw new ArgumentException("A scan takes each family of windows at most once.", nameof(families));
    }

    /// <summary>The themes that some family looks at, of so many.</summary>
    public static IReadOnlyList<int> ThemesSeen(IReadOnlyList<WindowFamily> families, int themes)
    {
        int[] seen = [.. Enumerable.Range(0, themes).Where(theme => families.Any(family => family.LooksAt(theme)))];
        return seen.Length > 0 ? seen : throw new ArgumentException("No family looks at any theme.", nameof(families));
    }
}
