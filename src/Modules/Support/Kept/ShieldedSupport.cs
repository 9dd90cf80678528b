using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Kept;

/// <summary>Afgeschermde vragen, doelen, gesprekken en brieven; an agreement is shielded with its goal.</summary>
internal sealed class ShieldedSupport : IShieldedItems
{
    private const string Why = "whether the household's mark for the safety compartment still stands";

    public async Task<bool> Any(Work work, HouseholdId household, CancellationToken cancel) =>
        await work.Unscoped<Question>(Why).AnyAsync(q => q.Household == household && q.Safety == SafetyMark.Shielded, cancel)
        || await work.Unscoped<Goal>(Why).AnyAsync(g => g.Household == household && g.Safety == SafetyMark.Shielded, cancel)
        || await work.Unscoped<Conversation>(Why).AnyAsync(c => c.Household == household && c.Safety == SafetyMark.Shielded, cancel)
        || await work.Unscoped<Letter>(Why).AnyAsync(l => l.Household == household && l.Safety == SafetyMark.Shielded, cancel);
}
