using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Day;

namespace Samenkracht.Support.Consent;

/// <summary>Mijn dag van de contactpersoon: someone said no, and what they said no to is still shared without a ground in law.</summary>
internal sealed class ConsentDay : IDayItems
{
    private const int Most = 3;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.WorkWithHouseholds) || work.Actor.Account is not { } account) return [];
        var (goals, questions) = (work.Query<Goal>().InCurrentPlan(work), work.Questions.Where(q => q.ClosedAt == null));
        var shared = await (from refused in Refused(work)
                            join household in work.Households on refused.Household equals household.Id
                            let bit = refused.ToLaw == Law.Wmo ? 1 : refused.ToLaw == Law.Jeugdwet ? 2 : refused.ToLaw == Law.Participatiewet ? 4 : 8
                            where household.Coordinator == account
                                && (questions.Any(q => q.Household == refused.Household && q.Law == refused.Law && (q.SharedWith & bit) != 0)
                                    || goals.Any(g => g.Household == refused.Household && g.Law == refused.Law && (g.SharedWith & bit) != 0))
                            orderby refused.AskedAt
                            select new { household.Id, household.Name, household.Safety, refused.ToLaw }).Take(Most).ToListAsync(cancel);
        return [.. shared.Select(s => new DayItem(Direction.Personal, $"Nee tegen delen: {s.Name}", $"Er wordt nog iets gedeeld met {s.ToLaw!.Value.Label()}. Zet het uit, of schrijf op waarom het moet.",
            $"/huishoudens/{s.Id}/instemming", Tag: "nieuw")
        {
            Names = new(s.Id, HouseholdFile.PurposeOf(work.Actor, s.Safety)),
        })];
    }

    // One no is a no (ADR 0086): the last answer of each who counts, as in ConsentView.StateOf.
    private static IQueryable<ConsentRequest> Refused(Work work)
    {
        var (answers, grounds) = (work.Query<ConsentAnswer>(), work.Query<LawfulSharing>());
        var withParents = work.DecidedAlong;
        return work.Query<ConsentRequest>().Where(r => r.Kind == ConsentKind.Sharing && r.EndedAt == null && !grounds.Any(l => l.Request == r.Id)
            && answers.Any(a => a.Request == r.Id && !a.Agrees && (a.ByPerson == r.About || withParents.Any(p => p == r.About))
                && !answers.Any(later => later.Request == r.Id && later.ByPerson == a.ByPerson && later.At > a.At)));
    }
}
