using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Closing;

/// <summary>Afspraken van wie weggaat: open ones of a professional go to the household's contact person, as it is after the circles were settled.</summary>
internal sealed class LeavingAgreements : IAccountClosing
{
    public async Task<ClosingForecast> Foresee(Work work, AccountId account, CancellationToken cancel)
    {
        var households = work.Households.Where(h => h.Safety == SafetyMark.None);
        var count = await Open(work, account).CountAsync(a => a.Safety == SafetyMark.None && households.Any(h => h.Id == a.Household), cancel);
        return new(count switch
        {
            0 => [],
            1 => ["1 open afspraak gaat naar de vaste contactpersoon."],
            _ => [$"{count} open afspraken gaan naar de vaste contactpersoon."],
        });
    }

    public async Task Close(Work work, AccountClosing closing, CancellationToken cancel)
    {
        var actions = await Open(work, closing.Account).ToListAsync(cancel);
        var ids = actions.Select(a => a.Household).Distinct().ToArray();
        var coordinators = await work.Households.Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Coordinator, cancel);
        foreach (var action in actions)
        {
            var because = closing.Because(work, SupportEvents.Handed);
            action.HandTo(coordinators.GetValueOrDefault(action.Household));
            await work.Note(because, action.Id.Value, action.Household, cancel: cancel);
        }
    }

    private static IQueryable<PlanAction> Open(Work work, AccountId account) =>
        work.Query<PlanAction>().InCurrentPlan(work).Where(a => a.DoneAt == null && a.DoerAccount == account);
}
