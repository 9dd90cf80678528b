using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Scanning;

namespace Samenkracht.Insight.Findings;

/// <summary>Waar: buurten with an edge, or a community with a line to each buurt where its people live. Lines are never exact, and outside the team they go to wijken only.</summary>
internal static class FindingMap
{
    public static MapOverlay Of(FindingView view) =>
        view.Finding.Family == FindingFamily.Area
            ? MapOverlay.Outline([.. view.Finding.Buurten.Select(b => b.BuurtCode)])
            : MapOverlay.Linked(Hub(view), [.. view.Disclosure.IsExact ? Buurten(view) : Wijken(view)]);

    /// <summary>"5 tot 10 huishoudens": what a line's width says.</summary>
    public static string ShareWords(Finding finding, FindingBuurt buurt) => $"{ShareOf(finding, buurt)} {(finding.Kind == ScanKind.Signals ? "signalen" : "huishoudens")}";

    /// <summary>"5 tot 10"</summary>
    public static string ShareOf(Finding finding, FindingBuurt buurt) => Disclosure.Share(Shown(finding, buurt)) switch { 1 => "minder dan 5", 2 => "5 tot 10", _ => "10 of meer" };

    /// <summary>Of a place by population only the households with a question are of the team's own.</summary>
    public static int Shown(Finding finding, FindingBuurt buurt) => finding.Kind == ScanKind.Areas ? buurt.Cases : buurt.Among;

    private static MapHub Hub(FindingView view) => new(view.Words.KindWord[..1].ToUpperInvariant(), view.Community?.Name ?? $"een {view.Words.KindWord}");

    private static IEnumerable<MapDot> Buurten(FindingView view) => view.Finding.Buurten.Select(b =>
        new MapDot(b.BuurtCode, Disclosure.Share(Shown(view.Finding, b)) / 3.0, ShareWords(view.Finding, b)));

    private static IEnumerable<MapDot> Wijken(FindingView view) => view.Wijken.Select(wijk =>
        new MapDot(wijk, 0.5, "hier wonen huishoudens"));
}
