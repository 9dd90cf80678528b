using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Requests;

/// <summary>Een verzoek doen: one kind at a time, with what happens next and by when there is an answer.</summary>
[Allow(Permission.DecideForOneself)]
internal sealed class AskOwnModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "soort")]
    public RequestKind Kind { get; set; }

    /// <summary>Of which line of who looked the name is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "regel")]
    public string? Line { get; set; }

    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Words { get; set; }

    /// <summary>About oneself, or about a child for whom one may ask.</summary>
    [BindProperty]
    public string? Over { get; set; }

    public IReadOnlyList<PersonCard> About { get; private set; } = [];

    public IReadOnlyList<Option> AboutOptions => [.. About.Select(p => new Option(p.Id.ToString(), p.Name))];

    public DateOnly DueOn { get; private set; }

    public AskedLook? Look { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Load(work) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Load(work) is not { } self) return NotFound();
        if (PersonRequest.NeedsWords(Kind) && string.IsNullOrWhiteSpace(Words)) Refuse(nameof(Words), "Schrijf op wat u wilt. Een paar woorden is genoeg.");
        var about = About.Count == 1 ? About[0] : About.FirstOrDefault(p => p.Id.ToString() == Over);
        if (about is null) Refuse(nameof(Over), "Kies over wie het gaat.");
        if (!ModelState.IsValid) return Page();
        await Asking.Ask(work, Kind, about!, Words, Look?.Line, onBehalf: false, Cancel, about!.Id == self.Id ? null : new AskedFor(self.Id), OnceId<PersonRequestId>());
        return await Saved(work, Asking.Twice) ? Done("/mijn/verzoeken", $"Uw verzoek is verstuurd. U krijgt antwoord, {RequestTerm.Words(DueOn, Amsterdam.Date(work.Now))}.") : Page();
    }

    private async Task<PersonCard?> Load(Work work)
    {
        // A kind that does not exist is not taken for the first one.
        if (ModelState["soort"] is { Errors.Count: > 0 } || !Enum.IsDefined(Kind) || await work.Self.FirstOrDefaultAsync(Cancel) is not { } self) return null;
        DueOn = PersonRequest.TermFrom(Kind, work.Now);
        if ((About = await WhoAsks.Online(work, Kind, self, Amsterdam.Date(work.Now), Cancel)).Count == 0) return null;
        if (Kind != RequestKind.Names) Line = null;
        else if (Line is not { } line || (Look = await AskedLook.Find(work, reads, self.Household, line, Cancel)) is null) return null;
        return self;
    }
}
