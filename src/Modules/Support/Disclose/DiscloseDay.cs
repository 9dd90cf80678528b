using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.Support.Disclose;

/// <summary>Mijn dag van de aandachtsfunctionaris: what of the safety compartment nobody was told yet, with its term, and which letter nobody was given.</summary>
internal sealed class DiscloseDay : IDayItems
{
    private const int Most = 3;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.HandleSafety)) return [];
        var today = Amsterdam.Date(work.Now);
        var untold = await (from question in SafeItem.Untold(work, today)
                            join household in work.Households on question.Household equals household.Id
                            where question.Safety == SafetyMark.Shielded || household.Safety == SafetyMark.Shielded
                            select new { question.AskedAt, household.Id, household.Name }).Take(Most).ToListAsync(cancel);
        var ungiven = await (from letter in SafeItem.Ungiven(work, today)
                             join household in work.Households on letter.Household equals household.Id
                             where letter.Safety == SafetyMark.Shielded || household.Safety == SafetyMark.Shielded
                             select new { household.Id, household.Name }).Take(Most).ToListAsync(cancel);
        return
        [
            .. untold.Select(u => new DayItem(Direction.Personal, $"In een gesprek vertellen: {u.Name}", "wat is afgeschermd, nooit met de post", $"/huishoudens/{u.Id}/mondeling",
                Amsterdam.Date(u.AskedAt).AddMonths(1)) { Names = new(u.Id, Purpose.Safety) }),
            .. ungiven.Select(u => new DayItem(Direction.Rules, $"Brief zelf geven: {u.Name}", "afgeschermd, nooit met de post", $"/huishoudens/{u.Id}/mondeling") { Names = new(u.Id, Purpose.Safety) }),
        ];
    }
}
