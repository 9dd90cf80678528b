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

public static class CircleQueries
{
    extension(Work work)
    {
        /// <summary>The circle of a household that the actor may open, contact person first; empty for any other.</summary>
        /// <param name="former">Also who was in it before.</param>
        public async Task<IReadOnlyList<CircleCard>> Circle(HouseholdId household, bool former = false, CancellationToken cancel = default)
        {
            var members = await work.Query<CircleMember>()
                .Where(m => m.Household == household && (former || m.Until == null)).ToListAsync(cancel);
            if (members.Count == 0) return [];
            var ids = members.Select(m => m.Id).ToArray();
            var laws = (await work.Query<CircleLaw>().Where(l => ids.Contains(l.Member)).ToListAsync(cancel)).ToLookup(l => l.Member, l => l.Law);
            var period = await work.Query<SupportPeriod>().FirstOrDefaultAsync(s => s.Household == household && s.EndedAt == null, cancel);
            var names = await work.AccountNames(members.Select(m => m.Account), cancel);
            var seesSafety = Sight.IsOfficer(work.Actor) || members.Any(m => m.Account == work.Actor.Account && m.IsCurrent && m.SeesSafety);
            return
            [
                .. members.Select(m => new CircleCard(m.Id, names[m.Account], m.Role, m.Id == period?.Coordinator, m.Id == period?.Deputy,
                        [.. laws[m.Id].Order()], m.Since, m.Until, m.SeesSafety, m.EndsAt, m.Beside, (Parts)m.Parts))
                    // The attention officer's presence would say what must not be said.
                    .Where(c => seesSafety || c.Who.Role != Kernel.Access.Role.AttentionOfficer)
                    .OrderByDescending(c => c.Until is null).ThenByDescending(c => c.IsCoordinator).ThenByDescending(c => c.IsDeputy).ThenBy(c => c.Since),
            ];
        }

        /// <summary>Whether the actor sees what of this household lies in the safety compartment: the attention officer, and who was named for it.</summary>
        public Task<bool> SeesSafety(HouseholdId household, CancellationToken cancel = default) => Sight.SeesSafety(work, household, cancel);

        /// <summary>Memberships and people that only who sees the safety compartment may know of, and requests that are others': their journal lines are left out for all others.</summary>
        public async Task<IReadOnlyList<Guid>> InCompartment(HouseholdId household, CancellationToken cancel = default)
        {
            var members = await work.Query<CircleMember>().Where(m => m.Household == household).Select(m => new { m.Id, m.Account }).ToListAsync(cancel);
            var names = await work.AccountNames(members.Select(m => m.Account), cancel);
            const string IdsOnly = "only the ids of lines to leave out";
            var people = await work.Beyond(IdsOnly, () => work.Unscoped<Person>(IdsOnly)
                .Where(p => p.Household == household && p.Safety == SafetyMark.Shielded).Select(p => p.Id).ToListAsync(cancel));
            return
            [
                .. members.Where(m => names[m.Account].Role == Kernel.Access.Role.AttentionOfficer).Select(m => m.Id.Value),
                .. people.Select(p => p.Value),
                .. (await RequestSight.Unseen(work, household, cancel)).Select(r => r.Value),
            ];
        }

        /// <summary>The laws for which the actor works in a household's circle; all of them for its residents.</summary>
        public async Task<IReadOnlyList<Law>> LawsIn(HouseholdId household, CancellationToken cancel = default)
        {
            if (work.Actor.Account is not { } account || work.Actor.Emergency is not null || work.Actor.Role == Kernel.Access.Role.Resident) return Enum.GetValues<Law>();
            return await Sight.Covered(work, account).Where(c => c.Household == household).Select(c => c.Law).Distinct().OrderBy(l => l).ToListAsync(cancel);
        }
    }
}
