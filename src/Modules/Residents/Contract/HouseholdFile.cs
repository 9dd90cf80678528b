using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Dossier openen: the only way for a page to show a household's contents.</summary>
public static class HouseholdFile
{
    /// <summary>The household, with the look logged before anything of it can be shown. Null when the actor may not open it: the page answers 404.</summary>
    /// <param name="what">Which page or export, in Dutch; the resident reads it.</param>
    public static async Task<HouseholdCard?> Open(Work work, ReadLog reads, HouseholdId id, string what, CancellationToken cancel = default)
    {
        var card = await work.Households.FirstOrDefaultAsync(h => h.Id == id, cancel);
        if (card is not null) await reads.Looked(work.Actor, id, what, PurposeOf(work.Actor, card), cancel);
        return card;
    }

    internal static Purpose PurposeOf(Actor actor, HouseholdCard card) =>
        actor.Emergency is not null ? Purpose.Emergency
        : card.Safety == SafetyMark.Shielded || actor.Role == Role.AttentionOfficer ? Purpose.Safety : Purpose.Support;
}
