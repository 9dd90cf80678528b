using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.Residents.Closing;

/// <summary>Mijn dag: what one took over from a colleague who left.</summary>
internal sealed class TakeoverDay : IDayItems
{
    private const int Most = 6;
    private const int ToldForDays = 14;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.WorkWithHouseholds)) return [];
        var since = work.Now.AddDays(-ToldForDays);
        var taken = await (from takeover in work.Query<CircleTakeover>()
                           join household in work.Query<Household>() on takeover.Household equals household.Id
                           where takeover.At >= since
                           orderby takeover.At descending
                           select new { takeover.Part, household.Id, household.Name, household.Safety }).Take(Most).ToListAsync(cancel);
        return [.. taken.Select(t => new DayItem(Direction.Personal, $"Overgenomen: {t.Name}", t.Part.Label(), Url(t.Part, t.Id), Tag: "nieuw")
        {
            Names = new(t.Id, HouseholdFile.PurposeOf(work.Actor, t.Safety)),
        })];
    }

    private static string Url(TakenPart part, HouseholdId household) =>
        part == TakenPart.DeputyChanged ? $"/huishoudens/{household}/kring" : $"/huishoudens/{household}";
}
