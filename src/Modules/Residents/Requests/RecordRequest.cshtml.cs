using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Requests;

/// <summary>Een verzoek vastleggen namens iemand: for who has no account, or asks it at the kitchen table.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class RecordRequestModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty(SupportsGet = true, Name = "soort")]
    public RequestKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "regel")]
    public string? Line { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Words { get; set; }

    public AskedLook? Asked { get; private set; }

    public IReadOnlyList<Option> People { get; private set; } = [];

    /// <summary>What is asked without a line of who looked.</summary>
    public IReadOnlyList<Option> Kinds { get; } = [.. new[] { RequestKind.Correct, RequestKind.Copy, RequestKind.Erase }.Select(k => new Option(k.ToString(), k.Label()))];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Look(work, reads, "Verzoek vastleggen") && await Load(work) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || !await Load(work)) return NotFound();
        var id = Kernel.Id.TryParse<PersonId>(Person, out var chosen) ? chosen : default;
        var person = await work.People.FirstOrDefaultAsync(p => p.Household == Id && p.Id == id, Cancel);
        if (person is null) Refuse(nameof(Person), "Kies wie het vraagt.");
        if (Kind is null || !Enum.IsDefined(Kind.Value)) Refuse("soort", "Kies wat er wordt gevraagd.");
        else if (PersonRequest.NeedsWords(Kind.Value) && string.IsNullOrWhiteSpace(Words)) Refuse(nameof(Words), "Schrijf op wat er wordt gevraagd.");
        if (!ModelState.IsValid) return Page();
        await Asking.Ask(work, Kind!.Value, person!, Words, Asked?.Line, onBehalf: true, Cancel);
        return await Saved(work, Asking.Twice) ? Done(HouseholdUrl, "Het verzoek staat erbij. De termijn loopt vanaf vandaag.") : Page();
    }

    private async Task<bool> Load(Work work)
    {
        People = [.. (await work.People.Where(p => p.Household == Id).OrderBy(p => p.BirthDate).ThenBy(p => p.Name).ToListAsync(Cancel)).Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        if (Kind != RequestKind.Names)
        {
            Line = null;
            return true;
        }
        return Line is { } line && (Asked = await AskedLook.Find(work, reads, Id, line, Cancel)) is not null;
    }
}
