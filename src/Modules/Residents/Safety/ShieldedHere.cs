using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Safety;

/// <summary>Afgeschermde mensen, and parents who do not look along.</summary>
internal sealed class ShieldedHere : IShieldedItems
{
    private const string Why = "whether the household's mark for the safety compartment still stands";

    public async Task<bool> Any(Work work, HouseholdId household, CancellationToken cancel) =>
        await work.Unscoped<Person>(Why).AnyAsync(p => p.Household == household && p.Safety == SafetyMark.Shielded, cancel)
        || await work.Unscoped<ViewFreeze>(Why).AnyAsync(f => f.Household == household && f.LiftedAt == null, cancel);
}
