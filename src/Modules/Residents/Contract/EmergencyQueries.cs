using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Emergency;

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

        /// <summary>Whether the actor ever took emergency access to it: then they are told that it ended, whatever the reason.</summary>
        public Task<bool> TookEmergencyAccess(HouseholdId household, CancellationToken cancel = default)
        {
            var account = work.Actor.Account;
            return work.Query<EmergencyAccess>().AnyAsync(e => e.Household == household && e.Account == account, cancel);
        }
    }
}
