using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Issues;

/// <summary>Kwesties: what people meet together, and what a scan saw that nobody has judged yet.</summary>
[Allow(Permission.SeeIssues)]
internal sealed class IssueListModel(Storage storage, IEnumerable<IIssuePanel> slots) : SkPage
{
    public const int Size = 25;
    private const int MostFindings = 10;

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "thema")]
    public Theme? Theme { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public bool MaySeeFindings => Actor.May(Permission.SeeFindings) || Actor.May(Permission.SeeRoundedFindings);
    public IReadOnlyList<FindingWords> Findings { get; private set; } = [];
    public bool AnyWithheld { get; private set; }
    public IReadOnlyList<IssueRow> Issues { get; private set; } = [];
    public int Total { get; private set; }

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (MaySeeFindings)
        {
            Findings = await FindingList.Unjudged(work, MostFindings, Cancel);
            AnyWithheld = !Actor.May(Permission.SeeFindings) && await FindingList.AnyWithheld(work, Cancel);
        }
        var matching = Matching(work);
        Total = await matching.CountAsync(Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        var cards = await matching.OrderByDescending(i => i.OpenedAt).ThenBy(i => i.Id)
            .Skip((Number - 1) * Size).Take(Size).ToListAsync(Cancel);
        Issues = await WithStanding(work, cards);
    }

    private IQueryable<IssueCard> Matching(Work work)
    {
        var issues = work.Issues;
        if (Theme is { } theme) issues = issues.Where(i => i.Theme == theme);
        var words = SearchText.Of(Words);
        return words.Length == 0 ? issues : issues.Where(i => i.SearchText.Contains(words));
    }

    private async Task<IReadOnlyList<IssueRow>> WithStanding(Work work, List<IssueCard> cards)
    {
        var ids = cards.Select(c => c.Id).ToList();
        var actions = await work.Query<IssueAction>().Where(a => ids.Contains(a.Issue)).GroupBy(a => a.Issue)
            .Select(g => new { g.Key, All = g.Count(), Done = g.Count(a => a.DoneAt != null) }).ToDictionaryAsync(g => g.Key, Cancel);
        var standing = new Dictionary<IssueId, string>();
        foreach (var slot in slots)
            foreach (var (issue, panel) in await slot.For(work, ids, Cancel))
                if (panel.Standing is { } words) standing[issue] = words;
        return [.. cards.Select(c => new IssueRow(c, actions.GetValueOrDefault(c.Id)?.All ?? 0, actions.GetValueOrDefault(c.Id)?.Done ?? 0, standing.GetValueOrDefault(c.Id)))];
    }
}

internal sealed record IssueRow(IssueCard Card, int Actions, int Done, string? Standing);
