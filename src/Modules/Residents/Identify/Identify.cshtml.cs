using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Safety;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Identify;

/// <summary>Burgerservicenummer van een persoon: masked, never needed to work, and each look at the whole number is kept. For who works there under
/// the Wmo or the Jeugdwet, whose tasks need it (Wmo 2015 art. 5.2.9, Jeugdwet art. 7.2.1).</summary>
[Allow(Permission.WorkWithHouseholds), EnableRateLimiting("search")]
internal sealed class IdentifyModel(Storage storage, ReadLog reads) : HouseholdPage
{
    private static readonly Law[] Grounds = [Law.Wmo, Law.Jeugdwet];

    [BindProperty(SupportsGet = true, Name = "person")]
    public PersonId PersonId { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    /// <summary>That the number may go.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>Asked to remove it, and not yet sure.</summary>
    public bool Removes { get; private set; }

    public string PersonName { get; private set; } = "";

    /// <summary>Masked, or whole for who asked for it; null when there is none.</summary>
    public string? Kept { get; private set; }

    public bool IsWhole { get; private set; }

    public static bool MayFor(IEnumerable<Law> laws) => laws.Intersect(Grounds).Any();

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Look(work, reads, "Burgerservicenummer, op vier cijfers na verborgen") && await Stored(work) is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await Stored(work) is not { } person) return NotFound();
        if (await Typed(work) is not { } wanted) return Page();
        return await Keep(work, person, wanted, ResidentEvents.BsnKept, "Het BSN is bewaard.");
    }

    /// <summary>Asked for on purpose: an empty field is a slip.</summary>
    public async Task<IActionResult> OnPostRemove()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await Stored(work) is not { } person) return NotFound();
        // A colleague was first, or this same form was.
        if (Kept is null) return Done($"{HouseholdUrl}/mensen/{PersonId}/bsn", "Er staat hier geen BSN meer.");
        if (Sure) return await Keep(work, person, null, ResidentEvents.BsnRemoved, "Het BSN is verwijderd.");
        Refuse(nameof(Sure), "Zet een vinkje als u het zeker weet.");
        Removes = true;
        return Page();
    }

    private async Task<IActionResult> Keep(Work work, Person person, Bsn? bsn, JournalKind kind, string done)
    {
        PersonBsn.Keep(work, person, bsn);
        work.Expect(person, Version);
        await work.Note(work.Because(kind), PersonId.Value, Id, cancel: Cancel);
        return await Saved(work) ? Done($"{HouseholdUrl}/mensen/{PersonId}/bsn", done) : Page();
    }

    /// <summary>The whole number; that it was shown stands in the journal and among the looks before it is.</summary>
    public async Task<IActionResult> OnPostShow()
    {
        ModelState.Clear();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await Stored(work) is not { } person || PersonBsn.Read(work, person) is not { } bsn) return NotFound();
        await work.Note(work.Because(ResidentEvents.BsnShown), PersonId.Value, Id, cancel: Cancel);
        await work.Commit(Cancel);
        await reads.Looked(Actor, [Id], new Looking("Het hele burgerservicenummer", HouseholdFile.PurposeOf(Actor, Household), Data: LookData.Bsn), Cancel);
        (Kept, IsWhole) = (bsn.Digits, true);
        return Page();
    }

    // Null is a refusal that stands at the field.
    private async Task<Bsn?> Typed(Work work)
    {
        if (string.IsNullOrWhiteSpace(Number)) return No("Vul het BSN in. Weghalen kan met Verwijder.");
        if (!Bsn.TryParse(Number, out var bsn)) return No("Dit is geen BSN. Kijk de negen cijfers na.");
        var same = await PersonBsn.Elsewhere(work, PersonId, bsn, Cancel);
        if (same.Where(s => !s.IsHidden).Select(s => s.Household).Distinct().ToList() is { Count: > 0 } known) return await Known(work, known);
        // Someone hidden: nothing shows here, and the attention officer reads it.
        var hits = same.Where(s => s.Household != Id).Select(s => new Hit(s.Household, HoldGround.Bsn)).Distinct().ToList();
        await work.Raise(new PersonIdentified(Id, bsn, hits, IsNew: work.Now < Household.ContactFrom), Cancel);
        return bsn;
    }

    // That the number stands somewhere is a look too. Whom to call is for who may learn that someone is involved elsewhere, or may open it.
    private async Task<Bsn?> Known(Work work, IReadOnlyCollection<HouseholdId> known)
    {
        if (known.Contains(Id)) return No("Dit BSN staat al bij iemand anders van dit huishouden.");
        await reads.Looked(Actor, known, Looking.Involvement("Misschien dezelfde persoon", Purpose.Support), Cancel);
        var told = Actor.May(Permission.FindInvolvement) ? known : await work.HouseholdIds.Where(id => known.Contains(id)).ToListAsync(Cancel);
        var calls = await Existence.Contacts(work, told, Cancel);
        var who = string.Join(", ", calls.Values.Select(c => $"{c.Name} ({c.Organisation}{(c.Phone is { } phone ? $", {phone}" : "")})"));
        return No(who.Length == 0 ? "Dit BSN staat al bij iemand anders." : $"Dit BSN staat al bij iemand anders. Bel {who}.");
    }

    private Bsn? No(string why)
    {
        Refuse(nameof(Number), why);
        return null;
    }

    private async Task<Person?> Stored(Work work)
    {
        if (!MayFor(await work.LawsIn(Id, Cancel))) return null;
        if (await work.Query<Person>().FirstOrDefaultAsync(p => p.Household == Id && p.Id == PersonId, Cancel) is not { } person) return null;
        (PersonName, Kept) = (person.Name, PersonBsn.Read(work, person)?.Masked);
        if (HttpContext.Request.Method == "GET") Version = person.Version;
        return person;
    }
}
