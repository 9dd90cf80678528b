using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Requests;

namespace Samenkracht.Residents.Contract;

/// <summary>Iemand in de kring: who, for which laws, since when, and whether vaste contactpersoon or vervanger.</summary>
public sealed record CircleCard(
    CircleMemberId Id, AccountCard Who, CircleRole Role, bool IsCoordinator, bool IsDeputy,
    IReadOnlyList<Law> Laws, DateTimeOffset Since, DateTimeOffset? Until, bool SeesSafety, DateTimeOffset? EndsAt, PersonId? Beside, Parts Parts)
{
    /// <summary>Counts among the professionals who come to one household.</summary>
    public bool IsProfessional => Until is null && Role == CircleRole.Member;

    /// <summary>The last day of a membership whose end is planned.</summary>
    public DateOnly? LastDay => EndsAt is { } end ? Amsterdam.Date(end).AddDays(-1) : null;
}

/// <summary>De hele kring, with who was in it before.</summary>
/// <param name="Members">As far as the actor may know of them.</param>
/// <param name="OfOfficers">Memberships of attention officers, also those that the actor may not know of: to leave out what is told of them.</param>
public sealed record WholeCircle(IReadOnlyList<CircleCard> Members, IReadOnlyList<CircleMemberId> OfOfficers);

/// <summary>Regie: whose organisation decides on support, plan and circle of a household (ADR 0091).</summary>
public static class CircleLead
{
    /// <summary>A professional of the circle; and when there is a contact person, one of the same organisation as the contact person or the deputy.</summary>
    public static bool LedBy(this IEnumerable<CircleCard> circle, Actor actor)
    {
        var now = circle.Where(m => m.Until is null).ToList();
        var lead = now.FindAll(m => m.IsCoordinator || m.IsDeputy);
        return now.Find(m => m.IsProfessional && m.Who.Id == actor.Account) is { } own && (lead.Count == 0 || lead.Exists(m => m.Who.Organisation == own.Who.Organisation));
    }
}

public static class CircleQueries
{
    extension(Work work)
    {
        /// <summary>The circle of a household that the actor may open, contact person first; empty for any other.</summary>
        /// <param name="former">Also who was in it before.</param>
        public async Task<IReadOnlyList<CircleCard>> Circle(HouseholdId household, bool former = false, CancellationToken cancel = default) =>
            [.. (await Whole(work, household, former, cancel)).Members.Where(m => former || m.Until is null)];

        /// <summary>The same with who was in it before, and with the memberships that the actor may not know of.</summary>
        public Task<WholeCircle> WholeCircle(HouseholdId household, CancellationToken cancel = default) => Whole(work, household, former: true, cancel);

        /// <summary>Whether the actor sees what of this household lies in the safety compartment: the attention officer, and who was named for it.</summary>
        public Task<bool> SeesSafety(HouseholdId household, CancellationToken cancel = default) => Sight.SeesSafety(work, household, cancel);

        /// <summary>Memberships and people that only who sees the safety compartment may know of, and requests that are others': their journal lines are left out for all others.</summary>
        /// <param name="circle">When it was read already.</param>
        public async Task<IReadOnlyList<Guid>> InCompartment(HouseholdId household, WholeCircle? circle = null, CancellationToken cancel = default)
        {
            const string IdsOnly = "only the ids of lines to leave out";
            var people = await work.Beyond(IdsOnly, () => work.Unscoped<Person>(IdsOnly)
                .Where(p => p.Household == household && p.Safety == SafetyMark.Shielded).Select(p => p.Id).ToListAsync(cancel));
            circle ??= await work.WholeCircle(household, cancel);
            return
            [
                .. circle.OfOfficers.Select(m => m.Value),
                .. people.Select(p => p.Value),
                .. (await RequestSight.Unseen(work, household, cancel)).Select(r => r.Value),
            ];
        }

        /// <summary>The laws for which the actor works in a household's circle; all of them for its residents.</summary>
        public async Task<IReadOnlyList<Law>> LawsIn(HouseholdId household, CancellationToken cancel = default)
        {
            if (work.Actor.Account is not { } account || Sight.WorksForAll(work.Actor)) return Enum.GetValues<Law>();
            return await Sight.Covered(work, account).Where(c => c.Household == household).Select(c => c.Law).Distinct().OrderBy(l => l).ToListAsync(cancel);
        }
    }

    private static async Task<WholeCircle> Whole(Work work, HouseholdId household, bool former, CancellationToken cancel)
    {
        const string Joined = "joined to memberships that the actor may see";
        var rows = await (from member in work.Query<CircleMember>()
                          where member.Household == household && (former || member.Until == null)
                          join current in work.Unscoped<SupportPeriod>(Joined).Where(s => s.EndedAt == null) on member.Household equals current.Household into periods
                          from period in periods.DefaultIfEmpty()
                          join covers in work.Unscoped<CircleLaw>(Joined) on member.Id equals covers.Member into laws
                          from law in laws.DefaultIfEmpty()
                          select new { Member = member, Coordinator = (CircleMemberId?)period.Coordinator, Deputy = (CircleMemberId?)period.Deputy, Law = (Law?)law.Law }).ToListAsync(cancel);
        var names = await work.AccountNames(rows.Select(r => r.Member.Account), cancel);
        var all = rows.GroupBy(r => r.Member.Id).Select(same => (same.First().Member, Card: Card(same.First().Member, names, same.First().Coordinator, same.First().Deputy, same.Select(r => r.Law)))).ToList();
        var seesSafety = Sight.IsOfficer(work.Actor) || all.Any(m => m.Member.Account == work.Actor.Account && m.Member.IsCurrent && m.Member.SeesSafety);
        var ordered = all.Select(m => m.Card).OrderByDescending(c => c.Until is null).ThenByDescending(c => c.IsCoordinator).ThenByDescending(c => c.IsDeputy).ThenBy(c => c.Since);
        var officers = ordered.Where(c => c.Who.Role == Kernel.Access.Role.AttentionOfficer).ToList();
        // The attention officer's presence would say what must not be said.
        return new([.. seesSafety ? ordered : ordered.Except(officers)], [.. officers.Select(c => c.Id)]);
    }

    private static CircleCard Card(CircleMember m, IReadOnlyDictionary<AccountId, AccountCard> names, CircleMemberId? coordinator, CircleMemberId? deputy, IEnumerable<Law?> laws) =>
        new(m.Id, names[m.Account], m.Role, m.Id == coordinator, m.Id == deputy, [.. laws.OfType<Law>().Order()], m.Since, m.Until, m.SeesSafety, m.EndsAt, m.Beside, (Parts)m.Parts);
}
