using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents;

/// <summary>Bestaan vóór inhoud: that someone is involved, and whom to call, beyond the actor's own circles. Households under secrecy or in the safety compartment do not exist here.</summary>
internal static class Existence
{
    public const string Why = "Outside the circle one learns that someone is involved and whom to call, nothing more.";

    public static IQueryable<Household> Known(Work work) => work.Unscoped<Household>(Why).Where(h => h.Safety == SafetyMark.None && !h.Secrecy);

    /// <summary>Whom to call for each household: the vaste contactpersoon, or else the first professional of the circle.</summary>
    public static async Task<IReadOnlyDictionary<HouseholdId, Involvement>> Contacts(Work work, IReadOnlyCollection<HouseholdId> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return new Dictionary<HouseholdId, Involvement>();
        var members = await work.Unscoped<CircleMember>(Why)
            .Where(m => ids.Contains(m.Household) && m.Until == null && m.Role == CircleRole.Member)
            .Select(m => new
            {
                m.Household,
                m.Account,
                m.Since,
                Coordinates = work.Unscoped<SupportPeriod>(Why).Any(s => s.Coordinator == m.Id && s.EndedAt == null),
            }).ToListAsync(cancel);
        var first = members.GroupBy(m => m.Household)
            .Select(circle => circle.OrderByDescending(m => m.Coordinates).ThenBy(m => m.Since).First()).ToList();
        var names = await work.AccountNames(first.Select(m => m.Account), cancel);
        return first.ToDictionary(m => m.Household, m => Of(m.Household, names[m.Account]));
    }

    private static Involvement Of(HouseholdId household, AccountCard who) => new(household, who.Name, who.OrganisationName ?? "", who.Phone);
}
