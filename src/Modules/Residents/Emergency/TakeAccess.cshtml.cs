using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Emergency;

/// <summary>Noodtoegang nemen: by a full name or address and with a reason, for 24 hours. A hidden household answers as one that is not there.</summary>
[Allow(Permission.UseEmergencyAccess), EnableRateLimiting("search")]
internal sealed class TakeAccessModel(Storage storage, ReadLog reads, SafetyOptions safety) : SkPage
{
    private const int LongestSearch = 100;
    private const int ShortestReason = 10;

    [BindProperty, Required(ErrorMessage = "Vul de volledige naam of het adres in."), StringLength(LongestSearch)]
    public string? Tekst { get; set; }

    [BindProperty, Required(ErrorMessage = "Schrijf op waarom u nu moet kijken.")]
    [StringLength(EmergencyAccess.MostWords, MinimumLength = ShortestReason, ErrorMessage = "Schrijf in een of twee zinnen waarom u nu moet kijken.")]
    public string? Reason { get; set; }

    /// <summary>Which of them, when more answer to the same name: what one must know of it, and is never shown.</summary>
    [BindProperty, StringLength(LongestSearch)]
    public string? Exact { get; set; }

    public bool FoundNothing { get; private set; }

    /// <summary>The attention officer or a substitute, day and night.</summary>
    public string? OfficerPhone => safety.OfficerPhone;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid) return Page();
        await using var work = await storage.Begin(Actor, Cancel);
        var involved = await work.Involvement(Tekst!, Cancel);
        await reads.Looked(Actor, [.. involved.Select(i => i.Household)], Looking.Involvement("Noodtoegang: is er iemand betrokken?", Purpose.Emergency), Cancel);
        if (!string.IsNullOrWhiteSpace(Exact))
        {
            var meant = await Existence.Exactly(work, [.. involved.Select(i => i.Household)], Exact, Cancel);
            involved = [.. involved.Where(i => meant.Contains(i.Household))];
        }
        FoundNothing = involved.Count == 0;
        if (involved.Count > 1) Refuse(nameof(Exact), "Er zijn er meer. Vul ook het adres in, of de geboortedatum van iemand die er woont.");
        if (involved is not [var chosen]) return Page();
        // Who is in the circle needs none.
        if (await work.Households.AnyAsync(h => h.Id == chosen.Household, Cancel)) return LocalRedirect($"/huishoudens/{chosen.Household}");
        // Asked again while it runs, or sent twice: the one that there is.
        if (await Sight.Emergencies(work, chosen.Household).AnyAsync(Cancel)) return LocalRedirect($"/noodtoegang/{chosen.Household}");
        return await Take(work, chosen.Household);
    }

    private async Task<IActionResult> Take(Work work, HouseholdId household)
    {
        var because = work.Because(ResidentEvents.EmergencyOpened, reason: Reason);
        var access = EmergencyAccess.Take(household, Reason!, because, OnceId<EmergencyAccessId>());
        work.Add(access);
        await work.Note(because, access.Id.Value, household, new { Title = access.Reason, access.Until }, Cancel);
        return await Saved(work) ? Done($"/noodtoegang/{household}", "U kunt 24 uur meekijken. De contactpersoon en de privacyfunctionaris weten ervan.") : Page();
    }
}
