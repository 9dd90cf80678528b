using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;

namespace Samenkracht.Residents.Contract;

/// <summary>Iemand in de kring: who, for which laws, since when, and whether vaste contactpersoon or vervanger.</summary>
public sealed record CircleCard(
    CircleMemberId Id, AccountCard Who, CircleRole Role, bool IsCoordinator, bool IsDeputy,
    IReadOnlyList<Law> Laws, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>Counts among the professionals who come to one household.</summary>
    public bool IsProfessional => Until is null && Role == CircleRole.Member;
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
            return
            [
                .. members.Select(m => new CircleCard(m.Id, names[m.Account], m.Role, m.Id == period?.Coordinator, m.Id == period?.Deputy,
                        [.. laws[m.Id].Order()], m.Since, m.Until))
                    // In a portal the attention officer's presence would say what must not be said.
                    .Where(c => work.Actor.Role.IsProfessional() || work.Actor.IsSystem || c.Who.Role != Kernel.Access.Role.AttentionOfficer)
                    .OrderByDescending(c => c.Until is null).ThenByDescending(c => c.IsCoordinator).ThenByDescending(c => c.IsDeputy).ThenBy(c => c.Since),
            ];
        }

        /// <summary>The memberships that a portal does not show; their journal lines stay out of it as well.</summary>
        public async Task<IReadOnlyList<Guid>> UnseenMembers(HouseholdId household, CancellationToken cancel = default)
        {
            var members = await work.Query<CircleMember>().Where(m => m.Household == household).Select(m => new { m.Id, m.Account }).ToListAsync(cancel);
            var names = await work.AccountNames(members.Select(m => m.Account), cancel);
            return [.. members.Where(m => names[m.Account].Role == Kernel.Access.Role.AttentionOfficer).Select(m => m.Id.Value)];
        }

        /// <summary>The laws for which the actor works in a household's circle; all of them for its residents.</summary>
        public async Task<IReadOnlyList<Law>> LawsIn(HouseholdId household, CancellationToken cancel = default)
        {
            if (work.Actor.Account is not { } account || work.Actor.Role == Kernel.Access.Role.Resident) return Enum.GetValues<Law>();
            return await Sight.Covered(work, account).Where(c => c.Household == household).Select(c => c.Law).Distinct().OrderBy(l => l).ToListAsync(cancel);
        }
    }
}
