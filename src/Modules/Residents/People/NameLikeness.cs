namespace Samenkracht.Residents.People;

/// <summary>Gelijkende namen: whether two names, both in search form, may be one person's. Forgives a typing error or two, not another name.</summary>
internal static class NameLikeness
{
    private const int StartLength = 3;

    /// <summary>The first letters of the last word, which typing errors seldom touch.</summary>
    public static string LastNameStart(string name)
    {
        var last = LastName(name);
        return last[..Math.Min(StartLength, last.Length)];
    }

    public static bool AreAlike(string one, string other) =>
        IsNear(LastName(one), LastName(other)) && (IsNear(FirstNames(one), FirstNames(other)) || HaveOneInitial(FirstNames(one), FirstNames(other)));

    private static bool IsNear(string one, string other) => Distance(one, other) <= Math.Max(one.Length, other.Length) / 6;

    // "d vos" may be "dirk vos", and so may "vos"; "mina vos" is someone else.
    private static bool HaveOneInitial(string one, string other) =>
        one.Length == 0 || other.Length == 0 || (one[0] == other[0] && (one.Length == 1 || other.Length == 1));

    private static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string FirstNames(string name) => name.LastIndexOf(' ') is > 0 and var end ? name[..end] : "";

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
