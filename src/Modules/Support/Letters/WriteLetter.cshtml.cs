using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Letters;

/// <summary>Brief schrijven: a draft, until it is sent.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class WriteLetterModel(Storage storage, ReadLog reads) : HouseholdPage
{
    private const string NoMandate = "Dit besluit kan nog niet worden verstuurd: er staat nog niet waar de bewoner bezwaar kan maken. Vraag de beheerder om dat in te vullen, bij Beheer, Organisaties, bij de gemeente. Bewaar het besluit zolang als concept.";

    /// <summary>The draft to write on; a new one without it.</summary>
    [BindProperty(SupportsGet = true, Name = "letter")]
    public LetterId? Draft { get; set; }

    [BindProperty]
    public LetterForm Input { get; set; } = new();

    public IReadOnlyList<Option> People { get; private set; } = [];

    public IReadOnlyList<Option> Laws { get; private set; } = [];

    /// <summary>What someone else saved in the meantime.</summary>
    public Letter? Theirs { get; private set; }

    /// <summary>The draft was sent by somebody else: what was typed becomes a letter of its own.</summary>
    [BindProperty]
    public bool Anew { get; set; }

    public bool IsNew => Draft is null || Anew;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Brief schrijven", await LetterMark.Of(work, Id, Draft, Cancel)) || !await Choices(work)) return NotFound();
        if (IsNew)
        {
            if (People.Count == 1) Input.To = People[0].Value;
            Input.Law = Laws.Only();
        }
        else if (await Stored(work) is { } draft) (Input, Version) = (LetterForm.Of(draft), draft.Version);
        else return NotFound();
        return Page();
    }

    public Task<IActionResult> OnPostDraft() => Keep(send: false);

    public Task<IActionResult> OnPostSend() => Keep(send: true);

    private async Task<IActionResult> Keep(bool send)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || !await Choices(work)) return NotFound();
        var draft = IsNew ? null : await Stored(work);
        if (!IsNew && draft is null) return await WasSent(work, send);
        if (draft is null && !People.Any(p => p.Value == Input.To)) Refuse("Input.To", "Kies aan wie u schrijft.");
        if (!Laws.Any(l => l.Value == Input.Law?.ToString())) Refuse("Input.Law", "Kies onder welke wet dit valt.");
        if (Input.Kind == LetterKind.Decision && string.IsNullOrWhiteSpace(Input.Outcome)) Refuse("Input.Outcome", "Schrijf op wat er is besloten.");
        if (Input.Kind == LetterKind.Decision && !await Decides(work)) Refuse("Input.Kind", "Een besluit komt van de gemeente, of van het wijkteam namens de gemeente. Kies Brief.");
        var mandate = send && Input.Kind == LetterKind.Decision ? await Mandated(work) : null;
        if (send && Input.Kind == LetterKind.Decision && mandate is null) Refuse("Input.Kind", NoMandate);
        if (!ModelState.IsValid) return Page();
        return await Keep(work, draft, send, mandate);
    }

    private async Task<bool> Decides(Work work)
    {
        var own = await work.Organisations.Where(o => o.Id == Actor.Organisation).Select(o => o.Kind).ToListAsync(Cancel);
        return own is [var kind] && kind.MayDecide();
    }

    // The own municipality, or the one of which the neighbourhood team has the mandate.
    private async Task<Mandate?> Mandated(Work work) => Mandate.Of(await work.Organisations.Where(o => o.Kind == OrganisationKind.Municipality && o.ObjectionAddress != null)
        .OrderBy(o => o.Id != Actor.Organisation).ThenBy(o => o.Name).FirstOrDefaultAsync(Cancel));

    // By oneself and with these words: this form was sent twice. Otherwise what was typed stays, as a letter of its own.
    private async Task<IActionResult> WasSent(Work work, bool send)
    {
        if (await Own(work).FirstOrDefaultAsync(l => l.SentAt != null, Cancel) is not { } sent) return NotFound();
        if (send && sent.SentBy == Actor.Account && Typed(sent)) return Sent(sent);
        Refuse("", "Deze brief is net verstuurd. Uw tekst staat hieronder; bewaart u die, dan wordt het een nieuwe brief.");
        Anew = true;
        return Page();
    }

    private bool Typed(Letter stands) => ModelState.GetFieldValidationState("Input") != ModelValidationState.Invalid && Input.Law is not null && stands.Says(Input.Wanted());

    private LocalRedirectResult Sent(Letter letter) => Done($"{HouseholdUrl}/brieven/{letter.Id}", letter.Safety == SafetyMark.Shielded || Household.Safety == SafetyMark.Shielded ? "De brief staat vast. Geef hem zelf, op een veilige plek." : "De brief is verstuurd.");

    private LocalRedirectResult Drafted() => Done($"{HouseholdUrl}/brieven", "Het concept is bewaard. De bewoner ziet het nog niet.");

    private async Task<IActionResult> Keep(Work work, Letter? draft, bool send, Mandate? mandate)
    {
        var kind = !send ? SupportEvents.LetterDrafted : Input.Kind == LetterKind.Decision ? SupportEvents.DecisionSent : SupportEvents.LetterSent;
        var because = work.Because(kind, Input.Law);
        if (draft is null)
        {
            draft = Letter.Draft(Id, Kernel.Id.TryParse<PersonId>(Input.To, out var to) ? to : default, Input.Safety, Input.Wanted(), Actor.Organisation ?? throw new InvalidOperationException("Who writes works somewhere."), because, OnceId<LetterId>());
            work.Add(draft);
        }
        else
        {
            draft.Write(Input.Wanted());
            work.Expect(draft, Version);
        }
        if (send) draft.Send(because, mandate);
        await work.Note(because, draft.Id.Value, Id, new { Title = draft.Subject, draft.Kind, draft.About, draft.ObjectionUntil }, Cancel);
        if (await Saved(work, last: () => Households.KeepSafetyItems(work, Id, draft.Safety, Cancel))) return send ? Sent(draft) : Drafted();
        await using var now = await storage.Read(Actor, Cancel);
        if (await Stored(now) is not { } theirs) return await WasSent(now, send);
        if (!send && Typed(theirs)) return Drafted();
        (Theirs, Version) = (theirs, theirs.Version);
        return Page();
    }

    // Who answers for a letter, writes it: a draft of another organisation is not there to change.
    private IQueryable<Letter> Own(Work work) => work.Query<Letter>().Where(l => l.Household == Id && l.Id == Draft && l.Controller == Actor.Organisation);

    private async Task<Letter?> Stored(Work work) => await Own(work).FirstOrDefaultAsync(l => l.SentAt == null, Cancel);

    private async Task<bool> Choices(Work work)
    {
        Laws = [.. (await work.LawsIn(Id, Cancel)).Select(l => new Option(l.ToString(), l.Label()))];
        People = [.. (await work.PeopleOf(Id, Cancel)).Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        return Laws.Count > 0;
    }
}
