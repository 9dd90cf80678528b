using System.Text;
using System.Text.RegularExpressions;

namespace Samenkracht.App.Papers;

/// <summary>A text of the papers, written by hand, in whose gaps the program fills in what it does: <c>{{naam}}</c> or <c>{{soort:naam}}</c>.</summary>
internal static partial class PaperText
{
    /// <exception cref="InvalidOperationException">The text asks for what the program does not tell.</exception>
    public static string Fill(string name, Func<string, string?> tell)
    {
        using var text = new StreamReader(typeof(PaperText).Assembly.GetManifestResourceStream($"papers/{name}.md") ?? throw new InvalidOperationException($"There is no text '{name}'."));
        return Slot().Replace(text.ReadToEnd().ReplaceLineEndings("\n"), slot => tell(slot.Groups[1].Value) ?? throw new InvalidOperationException($"{name}.md asks for '{slot.Groups[1].Value}'."));
    }

    public static string Table(string head, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder($"{head}\n|{string.Concat(Enumerable.Repeat("---|", head.Count(sign => sign == '|') - 1))}\n");
        foreach (var row in rows) text.Append($"| {string.Join(" | ", row)} |\n");
        return text.ToString().TrimEnd('\n');
    }

    public static string List(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}"));

    /// <summary>As it stands within a sentence; an abbreviation keeps its capitals.</summary>
    public static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\{\{([a-z0-9:-]+)\}\}")]
    private static partial Regex Slot();
}
