using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Requests;

namespace Samenkracht.Residents.Contract;

public static class ParentQueries
{
    extension(Work work)
    {
        /// <summary>Ouders met gezag, by child, as it was checked: for who works in this household. That what parents see is frozen, does not show here.</summary>
        public async Task<ILookup<PersonId, PersonId>> ParentsIn(HouseholdId household, CancellationToken cancel = default) =>
            (await work.Query<ParentalAuthority>().Where(a => a.Household == household && a.Holds && a.EndedAt == null).Select(a => new { a.Child, a.Parent }).ToListAsync(cancel))
                .ToLookup(a => a.Child, a => a.Parent);

        /// <summary>The lines that may go into a copy for this person: not what another asked about their data (ADR 0095). That somebody was heard about it stands in no timeline at all.</summary>
        public async Task<IReadOnlyList<TimelineEntry>> OwnRequestsOnly(IReadOnlyList<TimelineEntry> lines, HouseholdId household, PersonId person, CancellationToken cancel = default)
        {
            var others = (await RequestSight.Others(work, household, person, cancel)).Select(r => r.Value).ToHashSet();
            return [.. lines.Where(l => !others.Contains(l.Subject))];
        }
    }
}
