using System.Globalization;

namespace Samenkracht.Kernel.Records;

/// <summary>Finds names in a text by their words, whatever their case and accents, also with an s behind them: of Noor are "noor", "Nóór's" and "Noors". Of two letters only apart from that s: "Bo's", and no "bos".</summary>
internal sealed class NamesInText(IEnumerable<string> names)
{
    private const int ShortestWithS = 3;

    // The longest first: of two that begin at the same word, the whole name goes.
    private readonly IReadOnlyList<string[]> sought =
        [.. names.Select(name => SearchText.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0).OrderByDescending(words => words.Length)];

    /// <summary>Where they stand, from front to back.</summary>
    public IReadOnlyList<Range> In(string text)
    {
        if (sought.Count == 0) return [];
        var (words, found) = (Words(text), new List<Range>());
        for (var at = 0; at < words.Count; at++)
        {
            if (sought.FirstOrDefault(name => Begins(words, at, name)) is not { } name) continue;
            var last = at + name.Length - 1;
            found.Add(words[at].At.Start..words[last].At.End);
            at = last;
        }
        return found;
    }

    private static bool Begins(List<(string Word, Range At)> words, int at, string[] name)
    {
        if (at + name.Length > words.Count) return false;
        for (var i = 0; i < name.Length; i++)
            if (words[at + i].Word != name[i] && (i < name.Length - 1 || name[i].Length < ShortestWithS || words[at + i].Word != name[i] + "s")) return false;
        return true;
    }

    private static List<(string Word, Range At)> Words(string text)
    {
        var words = new List<(string, Range)>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && IsOfWord(text[at])) at++;
            if (at > start && SearchText.Of(text[start..at]) is { Length: > 0 } word) words.Add((word, start..at));
        }
        return words;
    }

    // An accent may be a sign of its own, behind its letter.
    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}
