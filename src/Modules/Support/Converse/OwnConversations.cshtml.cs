using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Converse;

/// <summary>Gesprekken in de eigen deur: what the circle shares with the resident of what was said.</summary>
[Allow(Permission.SeeOwnHousehold)]
internal sealed class OwnConversationsModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Which household, for someone who stands beside more than one.</summary>
    [BindProperty(SupportsGet = true, Name = "household")]
    public HouseholdId? Id { get; set; }

    public bool IsResident => Actor.May(Permission.DecideForOneself);

    /// <summary>Null when this person has no household (yet).</summary>
    public ConversationList? List { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (await Own(work) is not { } own) return Id is null ? Page() : NotFound();
        await reads.Looked(Actor, own, "Mijn gesprekken", Purpose.OwnAffairs, Cancel);
        List = await ConversationList.Read(work, own, PageNumber, Cancel);
        return Page();
    }

    // Who stands beside a resident for their conversations need not read their plan.
    private async Task<HouseholdId?> Own(Work work) => Actor.Role == Role.Resident
        ? await work.Households.Where(h => Id == null || h.Id == Id).OrderBy(h => h.KnownSince).Select(h => (HouseholdId?)h.Id).FirstOrDefaultAsync(Cancel)
        : (await work.Entries(Cancel)).FirstOrDefault(e => e.Parts.HasFlag(Parts.Conversations) && (Id is null || e.Household == Id))?.Household;
}
