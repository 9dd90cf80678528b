using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Authority;

namespace Samenkracht.Residents.Contract;

public static class ParentQueries
{
    extension(Work work)
    {
        /// <summary>Ouders met gezag, by child, as it was checked: for who works in this household. That what parents see is frozen, does not show here.</summary>
        public async Task<ILookup<PersonId, PersonId>> ParentsIn(HouseholdId household, CancellationToken cancel = default) =>
            (await work.Query<ParentalAuthority>().Where(a => a.Household == household && a.Holds && a.EndedAt == null).Select(a => new { a.Child, a.Parent }).ToListAsync(cancel))
                .ToLookup(a => a.Child, a => a.Parent);
    }
}
