using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Open;
using Samenkracht.Residents.Safety;
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

    /// <summary>Which professionals of the circle go on seeing a household that is put in the safety compartment; who does so always does.</summary>
    [BindProperty]
    public List<CircleMemberId> Named { get; set; } = [];

    public IReadOnlyList<Option> Others { get; private set; } = [];

    public bool MayLift => Actor.May(Permission.HandleSafety);

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Naam en adres")) return NotFound();
        Buurten = await work.BuurtOptions(Cancel);
        await Circle(work);
        (Input, Version) = (HouseholdForm.Of(await work.Query<Household>().SingleAsync(h => h.Id == Id, Cancel)), Household.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        Buurten = await work.BuurtOptions(Cancel);
        await Circle(work);
        if (!await Input.BuurtIsKnown(work, Cancel)) Refuse("Input.Buurt", "Kies een buurt uit de lijst.");
        if (!ModelState.IsValid) return Page();
        var household = await work.Query<Household>().SingleAsync(h => h.Id == Id, Cancel);
        var because = work.Because(ResidentEvents.Described);
        var (before, wasSecret) = (household.Address, household.Secrecy);
        household.Describe(Input.Name!, Input.Address, Input.Secrecy, work.Secrets);
        await FoundAgain.People(work, household, Cancel);
        if (household.Address != before)
        {
            household.Moved(because);
            await work.Raise(new HouseholdEntered(Id, household.Address, [], IsNew: true), Cancel);
        }
        work.Expect(household, Version);
        await work.Note(because, Id.Value, Id, Input, Cancel);
        if (!await Compared(work, household, moved: household.Address != before, wasSecret)) return await ShowBoth();
        if (await Saved(work)) return Done($"{HouseholdUrl}/mensen", "Naam en adres zijn bewaard.");
        return await ShowBoth();
    }

    // An address that is a secret from now on was one of many before: who is known there, or was named in a signal, is told to the attention officer.
    // So is who is known at the address to which somebody hidden moves.
    private async Task<bool> Compared(Work work, Household household, bool moved, bool wasSecret)
    {
        try
        {
            if (household.Secrecy && !wasSecret) await HoldContacts.PlaceTouching(work, Id, Cancel);
            else if (moved && (household.Secrecy || household.Safety == SafetyMark.Shielded)) await HoldContacts.PlaceTouching(work, Id, Traces.Of([], household.Address), null, Cancel);
            return true;
        }
        catch (ConcurrentChangeException)
        {
            Refuse("", "Iemand anders heeft dit net gewijzigd. Wat u typte staat er nog. Kijk wat er veranderde en bewaar opnieuw.");
            return false;
        }
    }

    private async Task<IActionResult> ShowBoth()
    {
        await using var now = await storage.Read(Actor, Cancel);
        Theirs = await now.Households.FirstOrDefaultAsync(h => h.Id == Id, Cancel);
        Version = Theirs?.Version ?? Version;
        return Page();
    }

    public async Task<IActionResult> OnPostShield()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<Household>().FirstOrDefaultAsync(h => h.Id == Id, Cancel) is not { } household) return NotFound();
        household.Shield(SafetyMark.Shielded, work.Secrets);
        var members = await work.Query<CircleMember>().Where(m => m.Household == Id && m.Until == null && m.Role == CircleRole.Member).ToListAsync(Cancel);
        foreach (var member in members) member.SeeSafety(member.SeesSafety || member.Account == Actor.Account || Named.Contains(member.Id));
        await work.Note(work.Because(ResidentEvents.Shielded), Id.Value, Id, new { named = members.Where(m => m.SeesSafety).Select(m => m.Id) }, Cancel);
        await FoundAgain.People(work, household, Cancel);
        await Beyond(work, () => work.Flush(Cancel));
        await HoldContacts.PlaceTouching(work, Id, Cancel);
        await Kept(work);
        return Done(HouseholdUrl, "Dit huishouden is afgeschermd.");
    }

    public async Task<IActionResult> OnPostLift()
    {
        if (!MayLift) return NotFound();
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<Household>().FirstOrDefaultAsync(h => h.Id == Id, Cancel) is not { } household) return NotFound();
        household.Shield(SafetyMark.None, work.Secrets);
        await work.Note(work.Because(ResidentEvents.Unshielded), Id.Value, Id, cancel: Cancel);
        await FoundAgain.People(work, household, Cancel);
        await Kept(work);
        return Done("/huishoudens", "De afscherming is opgeheven.");
    }

    // Who lets a household open for others, or no longer, may lose sight of it halfway through writing it down.
    private Task<bool> Kept(Work work) => Beyond(work, () => work.Commit(Cancel));

    private static Task<bool> Beyond(Work work, Func<Task> write) => work.Beyond("the change was made on a household in one's own scope", async () =>
    {
        await write();
        return true;
    });

    private async Task Circle(Work work)
    {
        var others = (await work.Circle(Id, cancel: Cancel)).Where(m => m.IsProfessional && m.Who.Id != Actor.Account).ToList();
        Others = [.. others.Select(m => new Option(m.Id.ToString(), m.Who.Name, m.IsCoordinator ? "vaste contactpersoon" : m.IsDeputy ? "vervanger" : m.Who.Function))];
        Named = [.. others.Where(m => m.IsCoordinator || m.IsDeputy).Select(m => m.Id)];
    }
}
