using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents.Contract;

/// <summary>Of bezoek en post mogen: what every visit, letter and message asks first.</summary>
/// <param name="From">From when on, if only time is waited for; null when the attention officer has to release it, or when it may already.</param>
public sealed record ContactRules(bool MayVisitAndWrite, DateTimeOffset? From);

public static class ContactRuleQueries
{
    extension(Work work)
    {
        /// <summary>Of a household that the actor may open. A hold says nothing of its ground: some are drawn by lot (ADR 0042).</summary>
        public async Task<ContactRules> ContactRules(HouseholdCard household, CancellationToken cancel = default)
        {
            if (work.Now < household.ContactFrom) return new(false, household.ContactFrom);
            const string Why = "that it is held, never why";
            var held = await work.Beyond(Why, () => work.Unscoped<ContactHold>(Why).AnyAsync(h => h.Household == household.Id && h.Blocks && h.ReleasedAt == null, cancel));
            return new(!held, null);
        }
    }
}
