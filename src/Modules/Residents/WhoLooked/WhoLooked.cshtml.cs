using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.WhoLooked;

/// <summary>Wie keek mee, for the circle.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class WhoLookedModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "lijsten")]
    public bool Lists { get; set; }

    public Looks Looks { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Wie keek mee")) return NotFound();
        Looks = await Looks.Read(work, reads, Id, PageNumber, Lists, Cancel);
        return Page();
    }
}
