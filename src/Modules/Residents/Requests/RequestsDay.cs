using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.Residents.Requests;

/// <summary>Mijn dag: requests that wait for an answer. For the contact person with the household, for who decides without a name.</summary>
internal sealed class RequestsDay : IDayItems
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (work.Actor.May(Permission.HandleRequests)) return await ToDecide(work, cancel);
        return work.Actor.May(Permission.WorkWithHouseholds) || work.Actor.May(Permission.HandleSafety) ? await OfHouseholds(work, cancel) : [];
    }

    private static async Task<IReadOnlyList<DayItem>> ToDecide(Work work, CancellationToken cancel)
    {
        var waiting = await work.OpenRequests.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(Most).ToListAsync(cancel);
        return [.. waiting.Select(r => new DayItem(Direction.Rules, "Verzoek van een inwoner", r.Kind.Label(), $"/verzoeken/{r.Id}", r.DueOn, "verzoek"))];
    }

    private static async Task<IReadOnlyList<DayItem>> OfHouseholds(Work work, CancellationToken cancel)
    {
        var waiting = await (from request in work.OpenRequests
                             join household in work.Households on request.Household equals household.Id
                             orderby request.DueOn, request.Id
                             select new { request.Id, request.Kind, request.DueOn, Household = household.Id, household.Name, household.Safety }).Take(Most).ToListAsync(cancel);
        return [.. waiting.Select(r => new DayItem(Direction.Rules, $"Verzoek: {r.Name}", r.Kind.Label(), $"/verzoeken/{r.Id}", r.DueOn, "verzoek")
        {
            Names = new(r.Household, HouseholdFile.PurposeOf(work.Actor, r.Safety)),
        })];
    }
}
