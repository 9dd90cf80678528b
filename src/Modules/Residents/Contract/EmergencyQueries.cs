using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

public static class EmergencyQueries
{
    /// <summary>What the log of looks says of the page that emergency access opens.</summary>
    public const string Page = "Noodtoegang";

    extension(Work work)
    {
        /// <summary>Until when the actor looks into this household by emergency access; null when they do not.</summary>
        public async Task<DateTimeOffset?> EmergencyUntil(HouseholdId household, CancellationToken cancel = default) =>
            await Sight.Emergencies(work, household).MaxAsync(e => (DateTimeOffset?)e.Until, cancel);
    }
}
