using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>On a household's page and the resident's own: what was asked on behalf of who takes part, and the answer for who wants to hear it.</summary>
internal sealed class AnswerPanel : IHouseholdPanel
{
    public int Order => 60;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        var asked = await AnswersFor.Household(work, household.Id, cancel);
        if (asked.Count == 0) return null;
        var today = Amsterdam.Date(work.Now);
        var isResident = work.Actor.May(Permission.DecideForOneself);
        var view = new AnswerPanelView(household.Id, isResident, isResident || work.Actor.May(Permission.WorkWithHouseholds), [.. asked.Where(a => a.Wanted)], today);
        return new HouseholdPanel(view.Items.Count == 0 ? null : "/PolicyTable/Agenda/_Answers.cshtml", view, [.. Steps(asked, today)]);
    }

    private static IEnumerable<ChainStep> Steps(IReadOnlyList<AskedFor> asked, DateOnly today)
    {
        var latest = asked[0].Card;
        var url = $"/beleidstafel/{latest.Id}";
        yield return new ChainStep(ChainLink.PolicyTable, DutchDate.Short(latest.PutAt, today), $"gevraagd aan {latest.Debtor}", "done", url);
        yield return latest.AnsweredAt is { } at
            ? new ChainStep(ChainLink.Answer, DutchDate.Short(at, today), latest.Decision!.Value.Label().ToLowerInvariant(), "done", url)
            : new ChainStep(ChainLink.Answer, DutchDate.Due(latest.AnswerBy, today), latest.IsLate(today) ? $"{latest.Debtor} is te laat" : "uiterlijk", "now", url);
    }
}

internal sealed record AnswerPanelView(HouseholdId Household, bool IsResident, bool MayJudge, IReadOnlyList<AskedFor> Items, DateOnly Today);

/// <summary>Something asked on behalf of a household that takes part.</summary>
internal sealed record AskedFor
{
    public required AgendaCard Card { get; init; }
    public required HouseholdId Household { get; init; }
    /// <summary>With which it takes part.</summary>
    public required QuestionId Question { get; init; }
    /// <summary>The household wants to hear the answer.</summary>
    public required bool Wanted { get; init; }
    /// <summary>Whether it finds the answer an answer; null while it has not said so.</summary>
    public required bool? Said { get; init; }
}

internal static class AnswersFor
{
    private static readonly CompiledQuery<HouseholdId, AskedFor> OfHousehold = new((work, household) => All(work).Where(a => a.Household == household).OrderByDescending(a => a.Card.PutAt));

    public static async Task<IReadOnlyList<AskedFor>> Household(Work work, HouseholdId household, CancellationToken cancel) => await OfHousehold.List(work, household, cancel);

    /// <summary>Answers that the households of this actor asked for and said nothing of yet.</summary>
    public static async Task<IReadOnlyList<AskedFor>> Unread(Work work, int take, CancellationToken cancel) =>
        await All(work).Where(a => a.Wanted && a.Said == null && a.Card.AnsweredAt != null).OrderByDescending(a => a.Card.AnsweredAt).Take(take).ToListAsync(cancel);

    private static IQueryable<AskedFor> All(Work work) =>
        from c in work.Contributions
        where c.Household != null
        join a in work.Agenda on c.Issue equals a.Issue
        select new AskedFor
        {
            Card = a,
            Household = c.Household!.Value,
            Question = c.Question!.Value,
            Wanted = c.WantsAnswer,
            Said = work.Query<AnswerOpinion>().Where(o => o.Item == a.Id && o.Household == c.Household).Select(o => (bool?)o.IsAnswer).FirstOrDefault(),
        };
}
