using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Safety;
using Samenkracht.Residents.Identify;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.People;

/// <summary>Eén persoon: what is known, and the account with which they sign in.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class PersonModel(Storage storage, ReadLog reads, IEnumerable<IShieldedItems> shielded) : HouseholdPage
{
    // One answer for an account that is not there and one that is another's, who may be hidden.
    private const string NoAccount = "Met dit e-mailadres kan hier niemand worden gekoppeld. Klopt het adres? De beheerder kan een account maken.";

    public static readonly string NotYet = $"Inloggen kan vanaf {Ages.OwnDoor} jaar.";

    [BindProperty(SupportsGet = true, Name = "person")]
    public PersonId PersonId { get; set; }

    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What someone else saved in the meantime.</summary>
    public Person? Theirs { get; private set; }

    public AccountCard? Linked { get; private set; }

    public SafetyMark Safety { get; private set; }

    public bool MayLift => Actor.May(Permission.HandleSafety);

    /// <summary>Whether the actor may keep and see the burgerservicenummer here.</summary>
    public bool MayIdentify { get; private set; }

    public bool HasBsn { get; private set; }

    public bool MayLink => Actor.May(Permission.LinkResidents);

    /// <summary>Who is younger has no door of one's own yet.</summary>
    public bool TooYoung { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Gegevens van een persoon") || await Stored(work) is not { } person) return NotFound();
        (Input, Version) = (PersonForm.Of(person), person.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await Stored(work) is not { } person) return NotFound();
        foreach (var (field, words) in Input.Wrong(Amsterdam.Date(work.Now))) Refuse($"Input.{field}", words);
        if (!ModelState.IsValid) return Page();
        var because = work.Because(ResidentEvents.PersonDescribed);
        var before = SearchText.Of(person.Name);
        person.Describe(Input.Wanted(), Form(work));
        work.Expect(person, Version);
        await work.Note(because, PersonId.Value, Id, Input, Cancel);
        // "Anna" who turns out to be "Anna de Vries" is entered by her whole name only now.
        if (await Saved(work, last: () => SearchText.Of(person.Name) == before ? Task.CompletedTask : HoldContacts.PlaceNamed(work, Household, person, Cancel)))
            return Done($"{HouseholdUrl}/mensen", "De gegevens zijn bewaard.");
        await using var now = await storage.Read(Actor, Cancel);
        Theirs = await Stored(now);
        Version = Theirs?.Version ?? Version;
        return Page();
    }

    /// <summary>Gives the person the account with this exact address; a list of residents' accounts there is not.</summary>
    public async Task<IActionResult> OnPostLink()
    {
        ModelState.Clear();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!MayLink || !await Find(work) || await Stored(work) is not { } person) return NotFound();
        (Input, Version) = (PersonForm.Of(person), person.Version);
        var account = string.IsNullOrWhiteSpace(Email) ? null : await work.ResidentAccount(Email, Cancel);
        if (TooYoung) Refuse("", NotYet);
        else if (account?.Role != Role.Resident) Refuse(nameof(Email), NoAccount);
        else if (Linked is not null) Refuse(nameof(Email), "Deze persoon heeft al een account.");
        if (!ModelState.IsValid) return Page();
        work.Add(new ResidentAccount { Account = account!.Id, Person = PersonId });
        await work.Note(work.Because(ResidentEvents.AccountLinked), PersonId.Value, Id, cancel: Cancel);
        try
        {
            await work.Commit(Cancel);
        }
        catch (UniqueConflictException)
        {
            Refuse(nameof(Email), NoAccount);
            return Page();
        }
        return Done($"{HouseholdUrl}/mensen", "Deze persoon kan nu inloggen.");
    }

    public async Task<IActionResult> OnPostUnlink()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!MayLink || !await Find(work) || await Stored(work) is null) return NotFound();
        if (await work.Query<ResidentAccount>().FirstOrDefaultAsync(r => r.Person == PersonId, Cancel) is { } link)
        {
            work.Remove(link);
            await work.Note(work.Because(ResidentEvents.AccountUnlinked), PersonId.Value, Id, cancel: Cancel);
            await work.Commit(Cancel);
        }
        return Done($"{HouseholdUrl}/mensen", "Deze persoon kan niet meer inloggen.");
    }

    /// <summary>That this person is here becomes part of the safety compartment. Anyone of the circle may shield; only the attention officer lifts it.</summary>
    public Task<IActionResult> OnPostShield() => Shield(SafetyMark.Shielded, ResidentEvents.PersonShielded, "Deze persoon is afgeschermd.");

    public async Task<IActionResult> OnPostLift() =>
        MayLift ? await Shield(SafetyMark.None, ResidentEvents.PersonUnshielded, "De afscherming is opgeheven.") : NotFound();

    private async Task<IActionResult> Shield(SafetyMark safety, JournalKind kind, string done)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await Stored(work) is not { } person) return NotFound();
        // Sent twice is shielded once, and one line.
        if (person.Safety == safety) return Done($"{HouseholdUrl}/mensen", done);
        person.Shield(safety, Form(work));
        if (safety == SafetyMark.Shielded) await Households.KeepSafetyItems(work, Id, Cancel);
        await work.Note(work.Because(kind), PersonId.Value, Id, cancel: Cancel);
        if (safety == SafetyMark.Shielded)
        {
            // Who was not named for the compartment loses sight of this person by it (docs/adr/0102).
            await work.Beyond("who shields a person need not see them after that", async () =>
            {
                await work.Flush(Cancel);
                return true;
            });
            await HoldContacts.PlaceTouching(work, Id, Cancel);
        }
        else await Households.LeaveSafetyItems(work, Id, shielded, Cancel);
        var opens = await work.Households.AnyAsync(h => h.Id == Id, Cancel);
        await work.Commit(Cancel);
        return Done(opens ? $"{HouseholdUrl}/mensen" : "/huishoudens", done);
    }

    private FindForm Form(Work work) => new(work.Secrets, Household.Safety, Household.Secrecy);

    private async Task<Person?> Stored(Work work)
    {
        var link = await work.Query<ResidentAccount>().FirstOrDefaultAsync(r => r.Person == PersonId, Cancel);
        if (link is not null) Linked = (await work.AccountNames([link.Account], Cancel))[link.Account];
        var person = await work.Query<Person>().FirstOrDefaultAsync(p => p.Household == Id && p.Id == PersonId, Cancel);
        (Safety, HasBsn) = (person?.Safety ?? SafetyMark.None, person?.Bsn is not null);
        // Of a child whose day of birth nobody wrote down, nobody knows that it is old enough.
        TooYoung = person is { BirthDate: null, Relation: Relation.Child } || person?.BirthDate?.AddYears(Ages.OwnDoor) > Amsterdam.Date(work.Now);
        MayIdentify = Actor.May(Permission.WorkWithHouseholds) && IdentifyModel.MayFor(await work.LawsIn(Id, Cancel));
        return person;
    }
}
