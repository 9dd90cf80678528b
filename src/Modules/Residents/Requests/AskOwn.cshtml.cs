using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

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
        if (!ModelState.IsValid) return Page();
        await Asking.Ask(work, Kind, self, Words, Look?.Line, onBehalf: false, Cancel);
        return await Saved(work, Asking.Twice) ? Done("/mijn/verzoeken", $"Uw verzoek is verstuurd. U krijgt antwoord, {RequestTerm.Words(DueOn, Amsterdam.Date(work.Now))}.") : Page();
    }

    private async Task<PersonCard?> Load(Work work)
    {
        if (!Enum.IsDefined(Kind) || await work.Self.FirstOrDefaultAsync(Cancel) is not { } self) return null;
        DueOn = PersonRequest.TermFrom(work.Now);
        if (Kind != RequestKind.Names) Line = null;
        else if (Line is not { } line || (Look = await AskedLook.Find(work, reads, self.Household, line, Cancel)) is null) return null;
        return self;
    }
}
