using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Issues;

/// <summary>"Kwesties hier": on the page of a wijk or buurt, what plays in it and what plays around the communities that have their place there.</summary>
internal sealed class AreaIssues : IAreaPanel
{
    private const int Most = 10;

    public int Order => 50;

    public async Task<AreaPanel?> For(Work work, AreaCard area, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.SeeIssues)) return null;
        var here = await InArea(work, area, cancel);
        var around = await AroundCommunities(work, area, cancel);
        if (here.Count == 0 && around.Count == 0) return null;
        var counts = await work.ContributionCounts([.. here.Concat(around.Select(a => a.Issue)).Select(i => i.Id).Distinct()], cancel);
        return new AreaPanel("/Insight/Issues/_AreaIssues.cshtml", new AreaIssuesView(here, around, counts, Disclosure.For(work.Actor)));
    }

    // An issue of a wijk is one of its buurten too, and the other way around.
    private static async Task<IReadOnlyList<IssueCard>> InArea(Work work, AreaCard area, CancellationToken cancel)
    {
        List<AreaCode> codes = [area.Code, .. await work.NewestAreas.Where(a => a.Parent == area.Code).Select(a => a.Code).ToListAsync(cancel)];
        if (area.Kind == AreaKind.Buurt && area.Parent is { } wijk) codes.Add(wijk);
        var linked = work.Query<IssueArea>().Where(a => codes.Contains(a.AreaCode)).Select(a => a.Issue);
        return await work.Issues.Where(i => linked.Contains(i.Id)).OrderByDescending(i => i.OpenedAt).Take(Most).ToListAsync(cancel);
    }

    // By where a community has its place, never by where its people live. Outside the team only what may be named: a kind and a wijk together are a name.
    private static async Task<IReadOnlyList<IssueAround>> AroundCommunities(Work work, AreaCard area, CancellationToken cancel)
    {
        var wijk = (area.Kind == AreaKind.Buurt ? area.Parent : area.Code)?.Value;
        var rows = await (from link in work.Query<IssueCommunity>()
                          join community in work.Communities on link.Community equals community.Id
                          join issue in work.Issues on link.Issue equals issue.Id
                          where community.WijkCode == wijk
                          orderby issue.OpenedAt descending, community.Name
                          select new IssueAround(issue, community)).Take(Most).ToListAsync(cancel);
        if (Disclosure.For(work.Actor).IsExact) return rows;
        var named = new List<IssueAround>();
        foreach (var theme in rows.GroupBy(r => r.Issue.Theme))
        {
            var heard = await Hearings.Heard(work, [.. theme.Select(r => r.Community.Id)], theme.Key, cancel);
            named.AddRange(theme.Where(r => heard.Contains(r.Community.Id)));
        }
        return named;
    }
}

/// <summary>An issue around a community.</summary>
internal sealed record IssueAround(IssueCard Issue, CommunityCard Community);

internal sealed record AreaIssuesView(
    IReadOnlyList<IssueCard> Here, IReadOnlyList<IssueAround> Around, IReadOnlyDictionary<IssueId, ContributionCount> Counts, Disclosure Disclosure)
{
    /// <summary>How many take part, exact for the team and rounded for others.</summary>
    public string TakePart(IssueId issue)
    {
        var count = Counts.GetValueOrDefault(issue) ?? new ContributionCount(0, 0);
        return $"{Disclosure.Words(count.Households, "huishouden", "huishoudens")} en {Disclosure.Words(count.Signals, "signaal", "signalen")}";
    }
}
