using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Issues;

/// <summary>All that the page of an issue shows, to this reader: areas, communities, actions, counts. No list of names.</summary>
internal sealed record IssueView
{
    public required CollectiveIssue Issue { get; init; }
    public required Disclosure Disclosure { get; init; }
    public required IReadOnlyList<IssueAction> Actions { get; init; }
    public required IReadOnlyList<NamedCommunity> Communities { get; init; }
    public required IReadOnlyDictionary<AreaCode, string> AreaNames { get; init; }
    public required ContributionCount Contributions { get; init; }
    /// <summary>Null when it came from no finding, or from one that this reader may not see.</summary>
    public required Finding? Finding { get; init; }
    public required IReadOnlyList<IssuePanel> Panels { get; init; }
    public required DateOnly Today { get; init; }

    public IEnumerable<IssueAction> In(Direction direction) =>
        Actions.Where(a => a.Direction == direction).OrderBy(a => a.DoneAt is not null).ThenBy(a => a.DueOn);

    /// <summary>The whole chain in one picture: back to where it came from, forward to the answer and to whoever asked.</summary>
    public IReadOnlyList<IssueStep> Chain =>
    [
        new("Signalen", Disclosure.Words(Contributions.Signals), "hoorden hierbij", Disclosure.MaySayAny(Contributions.Signals) ? "done" : "next"),
        new("Huishoudens", Disclosure.Words(Contributions.Households), "doen zelf mee", Disclosure.MaySayAny(Contributions.Households) ? "done" : "next"),
        Origin,
        new("Kwestie", DutchDate.Short(Issue.OpenedAt, Today), "samen opgepakt", Actions.Count == 0 ? "now" : "done"),
        Work,
        .. Panels.SelectMany(p => p.Steps),
    ];

    private IssueStep Origin => Finding is { } finding
        ? new("Patroon", DutchDate.Short(finding.FoundAt, Today), "gevonden door een scan", "done", $"/kwesties/bevinding/{finding.Id}")
        : new("Patroon", Issue.Finding is null ? "gezien" : "gevonden", Issue.Finding is null ? "door mensen zelf" : "door een scan", "done");

    private IssueStep Work => new("Acties", Actions.Count == 0 ? null : $"{Actions.Count(a => a.DoneAt is not null)} van {Actions.Count}",
        Actions.Count == 0 ? "nog geen acties" : "gedaan", Actions.Count == 0 ? "next" : Actions.All(a => a.DoneAt is not null) ? "done" : "now", "#acties");

    /// <summary>Null when there is no such issue.</summary>
    public static async Task<IssueView?> Load(Work work, IssueId id, IEnumerable<IIssuePanel> slots, CancellationToken cancel)
    {
        var issue = await work.Query<CollectiveIssue>().Include(i => i.Areas).Include(i => i.Communities).FirstOrDefaultAsync(i => i.Id == id, cancel);
        if (issue is null) return null;
        var disclosure = Disclosure.For(work.Actor);
        var panels = new List<IssuePanel>();
        foreach (var slot in slots)
            if ((await slot.For(work, [id], cancel)).TryGetValue(id, out var panel)) panels.Add(panel);
        return new IssueView
        {
            Issue = issue,
            Disclosure = disclosure,
            Actions = await work.Query<IssueAction>().Where(a => a.Issue == id).ToListAsync(cancel),
            Communities = await Named(work, issue, disclosure, cancel),
            AreaNames = await work.AreaNames([.. issue.Areas.Select(a => a.AreaCode)], cancel),
            Contributions = (await work.ContributionCounts([id], cancel)).GetValueOrDefault(id) ?? new ContributionCount(0, 0),
            Finding = issue.Finding is { } from ? await work.Query<Finding>().FirstOrDefaultAsync(f => f.Id == from, cancel) : null,
            Panels = panels,
            Today = Amsterdam.Date(work.Now),
        };
    }

    private static async Task<IReadOnlyList<NamedCommunity>> Named(Work work, CollectiveIssue issue, Disclosure disclosure, CancellationToken cancel)
    {
        var ids = issue.Communities.Select(c => c.Community).ToList();
        if (ids.Count == 0) return [];
        var heard = await Hearings.Heard(work, ids, issue.Theme, cancel);
        var cards = await work.Communities.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Name).ToListAsync(cancel);
        return [.. cards.Select(c => new NamedCommunity(c.Kind, disclosure.MayName(heard.Contains(c.Id)) ? c : null, c.Id, heard.Contains(c.Id)))];
    }
}

/// <summary>A community of an issue: its card only for who may know which one it is.</summary>
internal sealed record NamedCommunity(CommunityKind Kind, CommunityCard? Card, CommunityId Id, bool IsHeard);
