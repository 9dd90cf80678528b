using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Beside;
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
/// <param name="Guarded">Memberships of attention officers, also when the actor may not know of them: to leave out what is told of them.</param>
public sealed record WholeCircle(IReadOnlyList<CircleCard> Members, IReadOnlyList<CircleMemberId> Guarded);

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
    private const string Joined = "joined to memberships that the actor may see";

    private const string IdsOnly = "only the ids of lines to leave out";

    /// <summary>A person of the safety compartment, with what is about no one else, who stands beside them and the account they sign in with: it would tell of them as well.</summary>
    private sealed record Shielded(PersonId Person, ParentalAuthorityId? AsParent, ParentalAuthorityId? AsChild, InvitationId? Invitation, CircleMemberId? Beside, AccountId? Account)
    {
        public IEnumerable<Guid> Ids => ((Guid?[])[Person.Value, AsParent?.Value, AsChild?.Value, Invitation?.Value, Beside?.Value, Account?.Value]).OfType<Guid>();
    }

    private static readonly CompiledQuery<HouseholdId, Shielded> ShieldedPeople = new((work, household) =>
        from person in work.Unscoped<Person>(IdsOnly)
        where person.Household == household && person.Safety == SafetyMark.Shielded
        from parent in work.Unscoped<ParentalAuthority>(IdsOnly).Where(a => a.Household == household && a.Parent == person.Id).DefaultIfEmpty()
        from child in work.Unscoped<ParentalAuthority>(IdsOnly).Where(a => a.Household == household && a.Child == person.Id).DefaultIfEmpty()
        from invitation in work.Unscoped<Invitation>(IdsOnly).Where(i => i.Person == person.Id).DefaultIfEmpty()
        from beside in work.Unscoped<CircleMember>(IdsOnly).Where(m => m.Household == household && m.Beside == person.Id).DefaultIfEmpty()
        from link in work.Unscoped<ResidentAccount>(IdsOnly).Where(r => r.Person == person.Id).DefaultIfEmpty()
        select new Shielded(person.Id, (ParentalAuthorityId?)parent.Id, (ParentalAuthorityId?)child.Id, (InvitationId?)invitation.Id, (CircleMemberId?)beside.Id, (AccountId?)link.Account));

    private sealed record Place(CircleMember Member, AccountCard Who, CircleMemberId? Coordinator, CircleMemberId? Deputy, Law? Law);

    private static readonly CompiledQuery<HouseholdId, Place> Places = new((work, household) =>
        from member in work.WithAccounts(work.Query<CircleMember>().Where(m => m.Household == household), m => m.Account)
        join current in work.Unscoped<SupportPeriod>(Joined).Where(s => s.EndedAt == null) on member.Row.Household equals current.Household into periods
        from period in periods.DefaultIfEmpty()
        join covers in work.Unscoped<CircleLaw>(Joined) on member.Row.Id equals covers.Member into laws
        from law in laws.DefaultIfEmpty()
        select new Place(member.Row, member.Who, (CircleMemberId?)period.Coordinator, (CircleMemberId?)period.Deputy, (Law?)law.Law));

    extension(Work work)
    {
        /// <summary>The circle of a household that the actor may open, contact person first; empty for any other.</summary>
        /// <param name="former">Also who was in it before.</param>
        public async Task<IReadOnlyList<CircleCard>> Circle(HouseholdId household, bool former = false, CancellationToken cancel = default) =>
            [.. (await work.WholeCircle(household, cancel)).Members.Where(m => former || m.Until is null)];

        /// <summary>The same with who was in it before, and with the memberships that the actor may not know of.</summary>
        public async Task<WholeCircle> WholeCircle(HouseholdId household, CancellationToken cancel = default)
        {
            var all = (await Places.List(work, household, cancel)).GroupBy(p => p.Member.Id).Select(same => (same.First().Member, Card: Card(same.First(), same.Select(p => p.Law)))).ToList();
            var seesSafety = Sight.IsOfficer(work.Actor) || all.Any(m => m.Member.Account == work.Actor.Account && m.Member.IsCurrent && m.Member.SeesSafety);
            var ordered = all.Select(m => m.Card).OrderByDescending(c => c.Until is null).ThenByDescending(c => c.IsCoordinator).ThenByDescending(c => c.IsDeputy).ThenBy(c => c.Since);
            // The attention officer's presence would say what must not be said.
            var unseen = ordered.Where(c => c.Who.Role == Kernel.Access.Role.AttentionOfficer).ToList();
            return new([.. seesSafety ? ordered : ordered.Except(unseen)], [.. unseen.Select(c => c.Id)]);
        }

        /// <summary>Whether the actor sees what of this household lies in the safety compartment: the attention officer, and who was named for it.</summary>
        public Task<bool> SeesSafety(HouseholdId household, CancellationToken cancel = default) => Sight.SeesSafety(work, household, cancel);

        /// <summary>Memberships and people, with their authority and invitations, that only who sees the safety compartment may know of, and requests that are others': their journal lines are left out for all others.</summary>
        /// <param name="circle">When it was read already.</param>
        public async Task<IReadOnlyList<Guid>> InCompartment(HouseholdId household, WholeCircle? circle = null, CancellationToken cancel = default)
        {
            var people = await work.Beyond(IdsOnly, () => ShieldedPeople.List(work, household, cancel));
            circle ??= await work.WholeCircle(household, cancel);
            return
            [
                .. circle.Guarded.Select(m => m.Value),
                .. people.SelectMany(p => p.Ids).Distinct(),
                .. await OthersHelp(work, household, cancel),
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

    // Whom somebody else at home asked to stand beside them is theirs to tell.
    private static async Task<IReadOnlyList<Guid>> OthersHelp(Work work, HouseholdId household, CancellationToken cancel)
    {
        if (work.Actor.IsSystem || work.Actor.Role.IsProfessional() || work.Actor.Account is not { } account) return [];
        return await work.Beyond(IdsOnly, async () =>
        {
            var doors = Sight.Doors(work, account);
            var asked = work.Unscoped<Invitation>(IdsOnly).Where(i => i.Household == household && !doors.Any(d => d.Person == i.Person)).Select(i => i.Id);
            var came = work.Unscoped<CircleMember>(IdsOnly).Where(m => m.Household == household && m.Beside != null && m.Account != account && !doors.Any(d => d.Person == m.Beside)).Select(m => m.Id);
            return (IReadOnlyList<Guid>)[.. (await asked.ToListAsync(cancel)).Select(i => i.Value), .. (await came.ToListAsync(cancel)).Select(m => m.Value)];
        });
    }

    private static CircleCard Card(Place place, IEnumerable<Law?> laws)
    {
        var m = place.Member;
        return new(m.Id, place.Who, m.Role, m.Id == place.Coordinator, m.Id == place.Deputy, [.. laws.OfType<Law>().Order()], m.Since, m.Until, m.SeesSafety, m.EndsAt, m.Beside, (Parts)m.Parts);
    }
}
