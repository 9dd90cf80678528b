using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Open;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Describe;

/// <summary>Naam, adres en afscherming van een huishouden. Anyone of the circle may shield; only the attention officer lifts it.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class DescribeModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty]
    public HouseholdForm Input { get; set; } = new();

    public IReadOnlyList<Option> Buurten { get; private set; } = [];

    /// <summary>What someone else saved in the meantime.</summary>
    public HouseholdCard? Theirs { get; private set; }

    public bool MayLift => Actor.May(Permission.HandleSafety);

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Naam en adres")) return NotFound();
        Buurten = await work.BuurtOptions(Cancel);
        (Input, Version) = (HouseholdForm.Of(Household), Household.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        Buurten = await work.BuurtOptions(Cancel);
        if (!await Input.BuurtIsKnown(work, Cancel)) Refuse("Input.Buurt", "Kies een buurt uit de lijst.");
        if (!ModelState.IsValid) return Page();
        var household = await work.Query<Household>().SingleAsync(h => h.Id == Id, Cancel);
        var because = work.Because(ResidentEvents.Described);
        household.Describe(Input.Name!, Input.Address);
        work.Expect(household, Version);
        await work.Note(because, Id.Value, Id, Input, Cancel);
        if (await Saved(work)) return Done($"{HouseholdUrl}/mensen", "Naam en adres zijn bewaard.");
        await using var now = await storage.Read(Actor, Cancel);
        Theirs = await now.Households.FirstOrDefaultAsync(h => h.Id == Id, Cancel);
        Version = Theirs?.Version ?? Version;
        return Page();
    }

    public Task<IActionResult> OnPostShield() => Shield(SafetyMark.Shielded, ResidentEvents.Shielded, "Dit huishouden is afgeschermd.");

    public async Task<IActionResult> OnPostLift() =>
        MayLift ? await Shield(SafetyMark.None, ResidentEvents.Unshielded, "De afscherming is opgeheven.") : NotFound();

    private async Task<IActionResult> Shield(SafetyMark safety, JournalKind kind, string done)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<Household>().FirstOrDefaultAsync(h => h.Id == Id, Cancel) is not { } household) return NotFound();
        household.Shield(safety);
        await work.Note(work.Because(kind), Id.Value, Id, cancel: Cancel);
        await work.Commit(Cancel);
        return Done(HouseholdUrl, done);
    }
}
