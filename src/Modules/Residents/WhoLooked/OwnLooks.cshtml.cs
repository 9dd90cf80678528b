using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.WhoLooked;

/// <summary>Wie keek bij mij mee, for the resident: without what could betray someone's safety, because a login can be forced.</summary>
[Allow(Permission.SeeOwnHousehold)]
internal sealed class OwnLooksModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "lijsten")]
    public bool Lists { get; set; }

    /// <summary>Null when this person has no household (yet) to look into.</summary>
    public Looks? Looks { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        // Who stands beside a resident does not see who looked at the resident.
        if (Actor.Role != Role.Resident) return NotFound();
        await using var work = await storage.Read(Actor, Cancel);
        if (await work.Households.OrderBy(h => h.KnownSince).FirstOrDefaultAsync(Cancel) is not { } own) return Page();
        await HouseholdFile.Open(work, reads, own.Id, "Wie keek mee", Cancel);
        Looks = await WhoLooked.Looks.Read(work, reads, own.Id, PageNumber, Lists, Cancel);
        return Page();
    }
}
