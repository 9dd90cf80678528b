using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Issues;

/// <summary>"Doe mee met een kwestie": the step from individual to collective, on the household's page and on the resident's own.</summary>
internal sealed class JoinPanel : IHouseholdPanel
{
    private const int Most = 5;

    private static readonly CompiledQuery<HouseholdId, JoinedIssue> Joined = new((work, household) =>
        from c in work.Query<IssueContribution>()
        join i in work.Query<CollectiveIssue>() on c.Issue equals i.Id
        where c.Household == household
        orderby c.AddedAt descending
        select new JoinedIssue(i.Id, i.Title, i.Theme, c.WantsAnswer));

    // Of the themes of its questions, where it does not take part yet.
    private static readonly CompiledQuery<HouseholdId, IssueCard> Offered = new((work, household) =>
    {
        var themes = work.Questions.Where(q => q.Household == household).Select(q => q.Theme);
        var joined = work.Query<IssueContribution>().Where(c => c.Household == household).Select(c => c.Issue);
        return work.Issues.Where(i => themes.Contains(i.Theme) && !joined.Contains(i.Id)).OrderByDescending(i => i.OpenedAt).Take(Most);
    });

    public int Order => 50;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        var joined = await Joined.List(work, household.Id, cancel);
        var isResident = work.Actor.May(Permission.DecideForOneself);
        var offered = isResident || work.Actor.May(Permission.WorkWithHouseholds)
            ? await Offered.List(work, household.Id, cancel)
            : [];
        if (joined.Count == 0 && offered.Count == 0) return null;
        var shown = new JoinView(household.Id, isResident, joined, offered);
        return new HouseholdPanel("/Insight/Issues/_Join.cshtml", shown, [.. Step(joined)]);
    }

    private static IEnumerable<ChainStep> Step(IReadOnlyList<JoinedIssue> joined)
    {
        if (joined is [var latest, ..])
            yield return new ChainStep(ChainLink.Issue, latest.Theme.Label().ToLowerInvariant(), "ook bij anderen", "now", $"/kwesties/{latest.Issue}");
    }
}

internal sealed record JoinView(HouseholdId Household, bool IsResident, IReadOnlyList<JoinedIssue> Joined, IReadOnlyList<IssueCard> Offered);

internal sealed record JoinedIssue(IssueId Issue, string Title, Theme Theme, bool WantsAnswer);
