using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
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

    /// <summary>The parent who asks it for a child.</summary>
    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public bool Unable { get; set; }

    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Words { get; set; }

    public AskedLook? Asked { get; private set; }

    public IReadOnlyList<Option> People { get; private set; } = [];

    /// <summary>Who can ask it for a child: the grown people here.</summary>
    public IReadOnlyList<Option> Parents { get; private set; } = [];

    /// <summary>For who works here under the Jeugdwet, and so reads whose authority was checked.</summary>
    public bool MayDestroy { get; private set; }

    public bool Destroys => Kind == RequestKind.Destroy;

    /// <summary>What is asked without a line of who looked.</summary>
    public IReadOnlyList<Option> Kinds { get; } = [.. new[] { RequestKind.Correct, RequestKind.Copy, RequestKind.Erase, RequestKind.Restrict, RequestKind.Object }.Select(k => new Option(k.ToString(), k.Label()))];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Look(work, reads, "Huishouden en plan") && await Load(work) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || !await Load(work)) return NotFound();
        var person = await Chosen(work, Person);
        if (person is null) Refuse(nameof(Person), Destroys ? "Kies over wie het gaat." : "Kies wie het vraagt.");
        if (Kind is null || !Enum.IsDefined(Kind.Value)) Refuse("soort", "Kies wat er wordt gevraagd.");
        else if (PersonRequest.NeedsWords(Kind.Value) && string.IsNullOrWhiteSpace(Words)) Refuse(nameof(Words), "Schrijf op wat er wordt gevraagd.");
        var parent = Kind == RequestKind.Names ? null : await Chosen(work, Parent);
        if (parent?.Id == person?.Id) parent = null;
        if (Kind is { } kind && Enum.IsDefined(kind) && person is not null && (Destroys || parent is not null) && await Refusal(work, person, parent) is { } no) Refuse(nameof(Parent), no);
        if (!ModelState.IsValid) return Page();
        await Asking.Ask(work, Kind!.Value, person!, Words, Asked?.Line, onBehalf: true, Cancel, parent is null ? null : new AskedFor(parent.Id, Destroys && Unable), OnceId<PersonRequestId>());
        return await Saved(work, Asking.Twice) ? Done(HouseholdUrl, "Het verzoek staat erbij. De termijn loopt vanaf vandaag.") : Page();
    }

    private async Task<string?> Refusal(Work work, PersonCard person, PersonCard? parent) => WhoAsks.Refuses(Kind!.Value, person, parent ?? person,
        parent is not null && await WhoAsks.Holds(work, parent.Id, person.Id, Cancel), Unable, Amsterdam.Date(work.Now));

    private async Task<PersonCard?> Chosen(Work work, string? person) =>
        Kernel.Id.TryParse<PersonId>(person, out var id) ? await work.People.FirstOrDefaultAsync(p => p.Household == Id && p.Id == id, Cancel) : null;

    private async Task<bool> Load(Work work)
    {
        var people = await work.PeopleOf(Id, Cancel);
        People = [.. people.Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        Parents = [.. people.Where(p => p.Relation is not (Relation.Child or Relation.Housemate)).Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        MayDestroy = (await work.LawsIn(Id, Cancel)).Contains(Law.Jeugdwet);
        if (Destroys && !MayDestroy) return false;
        if (Kind != RequestKind.Names)
        {
            Line = null;
            return true;
        }
        return Line is { } line && (Asked = await AskedLook.Find(work, reads, Id, line, Cancel)) is not null;
    }
}
