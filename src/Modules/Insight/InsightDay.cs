using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Day;

namespace Samenkracht.Insight;

/// <summary>What insight asks of someone today: findings to judge, and actions of issues that are due.</summary>
internal sealed class InsightDay : IDayItems
{
    private const int Findings = 3;
    private const int Actions = 3;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        var items = new List<DayItem>();
        if (work.Actor.May(Permission.JudgeFindings))
            items.AddRange((await FindingList.Unjudged(work, Findings, cancel)).Select(f =>
                new DayItem(Direction.Community, $"Mogelijke kwestie: {f.Title.ToLowerInvariant()}", $"{f.Short} · bevestig of wijs af", $"/kwesties/bevinding/{f.Finding.Id}", Tag: "scan")));
        if (work.Actor.May(Permission.WorkOnIssues)) items.AddRange(await Due(work, cancel));
        return items;
    }

    private static async Task<IEnumerable<DayItem>> Due(Work work, CancellationToken cancel)
    {
        var due = await (from a in work.Query<IssueAction>()
                         join i in work.Query<CollectiveIssue>() on a.Issue equals i.Id
                         where a.DoneAt == null && a.AddedBy == work.Actor.Account
                         orderby a.DueOn
                         select new { a.Direction, a.Text, a.DueOn, i.Id, i.Title }).Take(Actions).ToListAsync(cancel);
        return due.Select(a => new DayItem(a.Direction, a.Text, $"kwestie: {a.Title}", $"/kwesties/{a.Id}", a.DueOn));
    }
}
