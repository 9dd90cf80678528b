using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;

namespace Samenkracht.Insight.Findings;

/// <summary>Waar: buurten with an edge, or a community with a line to each buurt where its people live. Lines are never exact, and outside the team they go to wijken only.</summary>
internal static class FindingMap
{
    public static MapOverlay Of(FindingView view) =>
        view.Finding.Family == FindingFamily.Area
            ? MapOverlay.Outline([.. view.Finding.Buurten.Select(b => b.BuurtCode)])
            : MapOverlay.Linked(Hub(view), [.. view.Disclosure.IsExact ? Buurten(view) : Wijken(view)]);

    /// <summary>"minder dan 5", "5 tot 10", "10 of meer": what a line's width says.</summary>
    public static string ShareWords(int households) => Disclosure.Share(households) switch { 1 => "minder dan 5", 2 => "5 tot 10", _ => "10 of meer" };

    private static MapHub Hub(FindingView view)
    {
        var kind = view.Words.Kind ?? CommunityKind.Association;
        return new MapHub(kind.Label()[..1], view.Community?.Name ?? $"een {kind.Label().ToLowerInvariant()}");
    }

    private static IEnumerable<MapDot> Buurten(FindingView view) => view.Finding.Buurten.Select(b =>
        new MapDot(b.BuurtCode, Disclosure.Share(b.Households) / 3.0, $"{ShareWords(b.Households)} huishoudens"));

    private static IEnumerable<MapDot> Wijken(FindingView view) => view.Wijken.Select(wijk =>
        new MapDot(wijk, 0.5, "hier wonen huishoudens"));
}
