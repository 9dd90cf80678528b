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
}
