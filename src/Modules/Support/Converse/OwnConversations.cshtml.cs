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
        if (await work.Households.Where(h => Id == null || h.Id == Id).OrderBy(h => h.KnownSince).FirstOrDefaultAsync(Cancel) is not { } own) return Id is null ? Page() : NotFound();
        await HouseholdFile.Open(work, reads, own.Id, "Mijn gesprekken", Cancel);
        List = await ConversationList.Read(work, own.Id, PageNumber, Cancel);
        return Page();
    }
}
