using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;

namespace Samenkracht.Residents.Safety;

/// <summary>Bewaken: the households whose safety compartment an attention officer sees: those in which somebody of the officer's own organisation works, and when the
/// household itself is shielded, was named for it.</summary>
/// <remarks>Where no such organisation has an officer, those of the municipality stand in, and where it has none, all: a hit must reach somebody (ADR 0090).</remarks>
internal static class Guard
{
    private const string Why = "Who guards a household follows from who works there.";

    public static IQueryable<Household> Households(Work work)
    {
        var (own, account, now) = (work.Actor.Organisation, work.Actor.Account, work.Now);
        var all = work.Unscoped<Household>(Why);
        if (!work.Actor.May(Permission.HandleSafety)) return all.Where(_ => false);
        var officers = work.Accounts.Where(a => a.Role == Role.AttentionOfficer);
        var townHall = officers.Where(a => a.OrganisationKind == OrganisationKind.Municipality);
        var working = from member in work.Unscoped<CircleMember>(Why)
                      join colleague in work.Accounts on member.Account equals colleague.Id
                      where member.Until == null && (member.EndsAt == null || member.EndsAt > now)
                      select new { member.Household, member.SeesSafety, colleague.Organisation };
        return all.Where(h => working.Any(w => w.Household == h.Id && (h.Safety == SafetyMark.None || w.SeesSafety) && w.Organisation == own)
            || ((!townHall.Any() || townHall.Any(o => o.Id == account))
                && !working.Any(w => w.Household == h.Id && (h.Safety == SafetyMark.None || w.SeesSafety) && officers.Any(o => o.Organisation == w.Organisation))));
    }
}
