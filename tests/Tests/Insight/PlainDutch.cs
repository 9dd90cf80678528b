using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Samenkracht.Tests.Insight;

/// <summary>Whether everyone can read it (B1): short sentences, and none of the words that only those who count for a living know.</summary>
internal static partial class PlainDutch
{
    public const int LongestSentence = 20;

    private const string Blocks = "p, li, dd, dt, h1, h2, h3, td, th, caption, figcaption, summary, label, .sk-item__title, .sk-item__when, .sk-item__text";

    private static readonly string[] Jargon =
    [
        "significan", "p-waarde", "likelihood", "cluster", "statisti", "hypothese", "correlatie", "verdeling", "permutatie", "bernoulli", "poisson", "monte carlo",
        "steekproef", "replica", "variabele", "parameter", "algoritm", "data", "score", "profiel", "risico", "prevalentie", "incidentie", "causaal", "verband",
        "interval", "drempel", "geaggregeerd", "indicat", "monitor", "detect", "anomalie", "betreffende", "middels", "teneinde", "derhalve", "alsmede", "conform",
        "doelgroep", "cliënt", "casus", "problematiek", "zorgmijder",
    ];

    /// <summary>What is wrong with these words, in words.</summary>
    public static IEnumerable<string> Faults(string text) =>
        Sentences(text).Where(sentence => Words(sentence) > LongestSentence).Select(sentence => $"{Words(sentence)} woorden: {sentence}")
            .Concat(Jargon.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"'{word}' in: {text}"));

    /// <summary>The same of all that stands on a part of a page, also what is only heard.</summary>
    public static IEnumerable<string> Faults(IElement part) =>
        part.QuerySelectorAll(Blocks).Where(block => block.QuerySelector(Blocks) is null).Select(block => block.TextContent)
            .Concat(part.QuerySelectorAll("[aria-label]").Select(element => element.GetAttribute("aria-label")!))
            .SelectMany(Faults);

    // A point inside a number or before a small letter ends no sentence.
    private static string[] Sentences(string text) => SentenceEnd().Split(Space().Replace(text, " ").Trim());

    private static int Words(string sentence) => sentence.Split(' ').Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"(?<=[.!?:])\s+(?=[\p{Lu}“‘])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
