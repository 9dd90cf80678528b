namespace Samenkracht.Residents.People;

/// <summary>Gelijkende namen: whether two names, both in search form, may be one person's. Forgives a typing error or two, not another name.</summary>
internal static class NameLikeness
{
    private const int StartLength = 3;

    /// <summary>The first letters of the last word, which typing errors seldom touch.</summary>
    public static string LastNameStart(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last[..Math.Min(StartLength, last.Length)];
    }

    public static bool AreAlike(string one, string other) => Distance(one, other) <= Math.Max(one.Length, other.Length) / 6;

    // Levenshtein: the fewest letters to add, remove or change.
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var (row, letter) in one.Index())
        {
            var current = new int[other.Length + 1];
            current[0] = row + 1;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = above[column - 1] + (letter == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[^1];
    }
}
