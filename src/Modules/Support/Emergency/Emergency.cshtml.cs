using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Show;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Emergency;

/// <summary>Meekijken met noodtoegang: what the circle sees, to read and not to change, as long as the access lasts.</summary>
[Allow(Permission.UseEmergencyAccess)]
internal sealed class EmergencyModel(Storage storage, ReadLog reads, IEnumerable<IHouseholdPanel> panels, SafetyOptions safety) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "household")]
    public HouseholdId Id { get; set; }

    /// <summary>Null when the access has ended: its time is over, or the household is shielded since. The page says the same of both.</summary>
    public HouseholdView? View { get; private set; }

    public override HeadMark? Mark => RestrictedMark.Whole(View?.Household);

    /// <summary>The attention officer or a substitute, day and night.</summary>
    public string? OfficerPhone => safety.OfficerPhone;

    /// <summary>Until when this can be opened.</summary>
    public DateTimeOffset Until { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor.InEmergency(Id), Cancel);
        if (await HouseholdFile.Open(work, reads, Id, EmergencyQueries.Page, Cancel) is not { } household) return await work.TookEmergencyAccess(Id, Cancel) ? Page() : NotFound();
        View = await HouseholdView.Load(work, household, panels, Cancel);
        Until = await work.EmergencyUntil(Id, Cancel) ?? work.Now;
        return Page();
    }
}
