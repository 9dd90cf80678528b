using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Day;

namespace Samenkracht.Support.Due;

/// <summary>Mijn dag: agreements that come due and new questions, of households that the actor coordinates; for a resident the own agreements.</summary>
internal sealed class SupportDay : IDayItems
{
    private const int Most = 6;
    private const int DaysAhead = 7;
    private const int NewForDays = 14;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (work.Actor.May(Permission.SeeOwnHousehold)) return await OwnAgreements(work, cancel);
        if (!work.Actor.May(Permission.WorkWithHouseholds) || work.Actor.Account is not { } account) return [];
        return [.. await Agreements(work, account, cancel), .. await NewQuestions(work, account, cancel)];
    }

    private static async Task<IEnumerable<DayItem>> Agreements(Work work, AccountId account, CancellationToken cancel)
    {
        var until = Amsterdam.Date(work.Now).AddDays(DaysAhead);
        var due = await (from action in Open(work)
                         join household in work.Households on action.Household equals household.Id
                         where action.Rhythm == Rhythm.Once && action.DueOn <= until
                             && (household.Coordinator == account || action.DoerAccount == account)
                         orderby action.DueOn
                         select new { action.Text, action.DueOn, action.Doer, action.DoerName, household.Id, household.Name, household.Safety }).Take(Most).ToListAsync(cancel);
        return due.Select(a => new DayItem(a.Doer.Direction(), $"Afspraak nagaan: {a.Text}", $"{a.DoerName ?? a.Doer.Label()} · {a.Name}", $"/huishoudens/{a.Id}", a.DueOn)
        {
            Names = new(a.Id, HouseholdFile.PurposeOf(work.Actor, a.Safety)),
        });
    }

    // A question is new until there is a plan, for two weeks at most.
    private static async Task<IEnumerable<DayItem>> NewQuestions(Work work, AccountId account, CancellationToken cancel)
    {
        var since = work.Now.AddDays(-NewForDays);
        var plans = work.Query<Plan>().Where(p => p.EndedAt == null);
        var asked = await (from question in work.Questions
                           join household in work.Households on question.Household equals household.Id
                           where question.ClosedAt == null && question.AskedAt >= since
                               && (household.Coordinator == account || household.Coordinator == null) && !plans.Any(p => p.Household == household.Id)
                           orderby question.AskedAt
                           select new { question.Text, question.Theme, household.Id, household.Name, household.Safety }).Take(Most).ToListAsync(cancel);
        return asked.Select(q => new DayItem(Direction.Personal, $"Nieuwe vraag: {q.Name}", q.Theme.Label(), $"/huishoudens/{q.Id}", Tag: "nieuw")
        {
            Names = new(q.Id, HouseholdFile.PurposeOf(work.Actor, q.Safety)),
        });
    }

    private static async Task<IReadOnlyList<DayItem>> OwnAgreements(Work work, CancellationToken cancel)
    {
        var due = await Open(work).OrderBy(a => a.DueOn).Take(Most).ToListAsync(cancel);
        return [.. due.Select(a => new DayItem(a.Doer.Direction(), a.Text, Said(a), "/mijn", a.Rhythm == Rhythm.Once ? a.DueOn : null))];
    }

    private static string Said(PlanAction action)
    {
        var who = action.Doer == Doer.Resident ? "dat doe ik" : $"dat doet: {action.DoerName ?? action.Doer.Label()}";
        return action.Rhythm == Rhythm.Once ? who : $"{who}, {action.Rhythm.Label()}";
    }

    private static IQueryable<PlanAction> Open(Work work) => work.Query<PlanAction>().InCurrentPlan(work).Where(a => a.DoneAt == null);
}
