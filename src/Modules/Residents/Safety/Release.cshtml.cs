using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Safety;

/// <summary>Vrijgeven: after a call and with a reason, because a visit to the wrong door cannot be taken back.</summary>
[Allow(Permission.HandleSafety)]
internal sealed class ReleaseModel(Storage storage, ReadLog reads) : SkPage
{
    private const int MostWords = 500, FewestWords = 10;

    [BindProperty(SupportsGet = true, Name = "hold")]
    public ContactHoldId Id { get; set; }

    [BindProperty, Required(ErrorMessage = "Schrijf op waarom het kan.")]
    [StringLength(MostWords, MinimumLength = FewestWords, ErrorMessage = "Schrijf in een of twee zinnen waarom het kan.")]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public HeldContact Held { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Load(work) is not { } hold ? NotFound() : hold.ReleasedAt is null ? await Shown() : Already();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Load(work) is not { } hold) return NotFound();
        if (hold.ReleasedAt is not null) return Already();
        if (!Sure) Refuse(nameof(Sure), "Zet een vinkje als u hebt gebeld en het zeker weet.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.Released);
        hold.Release(Reason!.Trim(), because);
        // Not in the household's timeline either: that somebody released it would tell that it was held. So it says no more than which.
        await work.Note(because, hold.Id.Value, cancel: Cancel);
        var others = await work.Query<ContactHold>().AnyAsync(h => h.Household == hold.Household && h.Id != Id && h.Blocks && h.ReleasedAt == null, Cancel);
        return !await Saved(work) ? await Shown() : Done("/veiligheid", others ? "Vrijgegeven. Voor dit huishouden wacht er nog iets: bezoek en post dus ook." : "Bezoek en post zijn vrijgegeven.");
    }

    private async Task<IActionResult> Shown()
    {
        await reads.LookedAtHolds(Actor, Held.Seen, new Looking("Vrijgeven", Purpose.Safety, Data: LookData.NameAndAddress), Cancel);
        return Page();
    }

    private LocalRedirectResult Already() => Done("/veiligheid", "Dit was al vrijgegeven.");

    private async Task<ContactHold?> Load(Work work)
    {
        if (await work.Query<ContactHold>().FirstOrDefaultAsync(h => h.Id == Id, Cancel) is not { } hold) return null;
        Held = (await HeldContact.Of(work, [hold], Cancel))[0];
        return hold;
    }
}
