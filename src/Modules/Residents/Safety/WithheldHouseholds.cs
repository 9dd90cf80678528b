using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Safety;

/// <summary>Afgeschermde huishoudens: nothing of them goes out by itself, not even under a pseudonym.</summary>
internal sealed class WithheldHouseholds : IHiddenHouseholds
{
    public async Task<IReadOnlyCollection<HouseholdId>> Hidden(Storage storage, CancellationToken cancel)
    {
        await using var work = await storage.Read(Actor.System, cancel);
        return await work.Query<Household>().Where(h => h.Safety == SafetyMark.Shielded).Select(h => h.Id).ToListAsync(cancel);
    }
}
