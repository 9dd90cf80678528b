using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Findings;

/// <summary>Het netwerk: the community with a line to each buurt, wijk by wijk. Of a finding of places, the community around which the same theme stands out, if any.</summary>
internal static class FindingNetwork
{
    /// <summary>Null where no community is known to have to do with it.</summary>
    public static NetworkPicture? Of(FindingView view)
    {
        if (view.Finding.Family == FindingFamily.Community)
            return Picture(view, view.Words, view.Community?.Name, [.. Told(view.Finding, view.Disclosure)], _ => true);
        if (view.SameTheme.FirstOrDefault(other => other.Finding.Community is not null) is not { } around) return null;
        var linked = Told(around.Finding, view.Disclosure).Select(b => b.BuurtCode).ToHashSet();
        return Picture(view, around, null, view.Finding.Buurten, linked.Contains);
    }

    private static IEnumerable<FindingBuurt> Told(Finding finding, Disclosure show)
    {
        var wijken = FindingView.WijkenOf(finding, show).ToHashSet();
        return finding.Buurten.Where(b => b.BuurtCode.Parent is not { } wijk || wijken.Contains(wijk));
    }

    private static NetworkPicture Picture(FindingView view, FindingWords community, string? name, IReadOnlyList<FindingBuurt> buurten, Func<AreaCode, bool> linked) => new(
        community.KindWord[..1].ToUpperInvariant(),
        name ?? $"een {community.KindWord}",
        [
            .. buurten.GroupBy(b => b.BuurtCode.Parent ?? b.BuurtCode).OrderBy(w => view.NameOf(w.Key), StringComparer.CurrentCultureIgnoreCase)
                .Select(wijk => new NetworkGroup(view.NameOf(wijk.Key), view.Disclosure.IsExact
                    ? [.. wijk.OrderBy(b => view.NameOf(b.BuurtCode), StringComparer.CurrentCultureIgnoreCase).Select(b => Buurt(view, b, linked(b.BuurtCode)))]
                    : [new NetworkNode($"{view.NameOf(wijk.Key)}: hier wonen huishoudens", 0.5, wijk.Any(b => linked(b.BuurtCode)))])),
        ]);

    // Never exact, as on the map.
    private static NetworkNode Buurt(FindingView view, FindingBuurt buurt, bool linked) =>
        new($"{view.NameOf(buurt.BuurtCode)}: {FindingMap.ShareWords(view.Finding, buurt)}", Disclosure.Share(FindingMap.Shown(view.Finding, buurt)) / 3.0, linked);
}
