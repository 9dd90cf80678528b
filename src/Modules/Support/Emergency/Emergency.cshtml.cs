using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Show;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Emergency;

/// <summary>Meekijken met noodtoegang: what the circle sees, to read and not to change, as long as the access lasts.</summary>
[Allow(Permission.UseEmergencyAccess)]
internal sealed class EmergencyModel(Storage storage, ReadLog reads, IEnumerable<IHouseholdPanel> panels) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "household")]
    public HouseholdId Id { get; set; }

    public HouseholdView View { get; private set; } = null!;

    /// <summary>Until when this can be opened.</summary>
    public DateTimeOffset Until { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor.InEmergency(Id), Cancel);
        if (await HouseholdFile.Open(work, reads, Id, EmergencyQueries.Page, Cancel) is not { } household) return NotFound();
        View = await HouseholdView.Load(work, household, panels, Cancel);
        Until = await work.EmergencyUntil(Id, Cancel) ?? work.Now;
        return Page();
    }
}
