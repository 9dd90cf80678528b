using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.Residents.Emergency;

/// <summary>Mijn dag: emergency access, told at once to the contact person (or the circle as long as there is none) and to the privacy officer.</summary>
internal sealed class EmergencyDay : IDayItems
{
    private const int Most = 5;
    private const int ToldForDays = 7;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (work.Actor.May(Permission.JudgeEmergencyAccess)) return await ToJudge(work, cancel);
        return work.Actor.May(Permission.WorkWithHouseholds) || work.Actor.May(Permission.HandleSafety) ? await Told(work, cancel) : [];
    }

    private static async Task<IReadOnlyList<DayItem>> ToJudge(Work work, CancellationToken cancel)
    {
        var unjudged = await work.Query<EmergencyAccess>().Where(e => e.JudgedAt == null).OrderBy(e => e.At).Take(Most)
            .Select(e => new { e.Account, e.At }).ToListAsync(cancel);
        var names = await work.AccountNames(unjudged.Select(e => e.Account), cancel);
        return [.. unjudged.Select(e => new DayItem(Direction.Rules, "Noodtoegang beoordelen", names[e.Account].Name, "/noodtoegang/beoordelen", Amsterdam.Date(e.At), "noodtoegang"))];
    }

    private static async Task<IReadOnlyList<DayItem>> Told(Work work, CancellationToken cancel)
    {
        var (account, since) = (work.Actor.Account, work.Now.AddDays(-ToldForDays));
        var taken = await (from access in work.Query<EmergencyAccess>()
                           join household in work.Households on access.Household equals household.Id
                           where access.At >= since && access.Account != account && (household.Coordinator == account || household.Coordinator == null)
                           orderby access.At descending
                           select new { access.Account, access.Reason, access.At, household.Id, household.Name, household.Safety }).Take(Most).ToListAsync(cancel);
        var names = await work.AccountNames(taken.Select(t => t.Account), cancel);
        return [.. taken.Select(t => new DayItem(Direction.Personal, $"Noodtoegang bij {t.Name}", $"{names[t.Account].Name}: {t.Reason}", $"/huishoudens/{t.Id}/inzage",
            Amsterdam.Date(t.At), "noodtoegang") { Names = new(t.Id, HouseholdFile.PurposeOf(work.Actor, t.Safety)) })];
    }
}
