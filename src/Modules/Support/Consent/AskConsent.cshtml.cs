using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
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

namespace Samenkracht.Support.Consent;

/// <summary>Om instemming vragen: one thing at a time, so that yes and no mean something.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class AskConsentModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty, Required(ErrorMessage = "Kies of het om hulp of om delen gaat.")]
    public ConsentKind? Kind { get; set; }

    [BindProperty]
    public Law? Law { get; set; }

    [BindProperty]
    public string? With { get; set; }

    [BindProperty]
    public Law? ToLaw { get; set; }

    [BindProperty, Required(ErrorMessage = "Schrijf op waar het om gaat."), StringLength(ConsentRequest.MostWords)]
    public string? What { get; set; }

    [BindProperty, Required(ErrorMessage = "Schrijf op waarom."), StringLength(ConsentRequest.MostWords)]
    public string? Why { get; set; }

    public IReadOnlyList<Option> People { get; private set; } = [];

    public IReadOnlyList<Option> Laws { get; private set; } = [];

    public IReadOnlyList<Option> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Look(work, reads, "Om instemming vragen") && await Choices(work) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || !await Choices(work)) return NotFound();
        if (!People.Any(p => p.Value == Person)) Refuse(nameof(Person), "Kies aan wie u het vraagt.");
        if (!Laws.Any(l => l.Value == Law?.ToString())) Refuse(nameof(Law), "Kies onder welke wet u werkt.");
        if (!Organisations.Any(o => o.Value == With)) Refuse(nameof(With), "Kies een organisatie uit de lijst.");
        if (Kind == ConsentKind.Sharing && ToLaw is null) Refuse(nameof(ToLaw), "Kies onder welke wet de ander werkt.");
        else if (Kind == ConsentKind.Sharing && ToLaw == Law && With == Actor.Organisation?.ToString()) Refuse(nameof(ToLaw), "Dit bent u zelf. Kies een andere organisatie of een andere wet.");
        if (!ModelState.IsValid) return Page();
        return await Ask(work);
    }

    private async Task<IActionResult> Ask(Work work)
    {
        var (person, with) = (Kernel.Id.TryParse<PersonId>(Person, out var p) ? p : default, Kernel.Id.TryParse<OrganisationId>(With, out var o) ? o : default);
        var because = work.Because(SupportEvents.ConsentAsked, Law);
        var wanted = new WantedConsent(Kind!.Value, Law!.Value, with, Kind == ConsentKind.Sharing ? ToLaw : null, What!, Why!);
        var request = ConsentRequest.Ask(Id, person, wanted, Actor.Organisation ?? throw new InvalidOperationException("Who asks works somewhere."), because, OnceId<ConsentRequestId>());
        work.Add(request);
        await work.Note(because, request.Id.Value, Id, new { Title = request.What, request.Kind, request.WithOrganisation, request.ToLaw }, Cancel);
        return await Saved(work) ? Done($"{HouseholdUrl}/instemming", "De vraag staat klaar bij Instemming op de eigen pagina. Kan iemand niet inloggen? Leg het antwoord hier vast.") : Page();
    }

    private async Task<bool> Choices(Work work)
    {
        Laws = [.. (await work.LawsIn(Id, Cancel)).Select(l => new Option(l.ToString(), l.Label()))];
        People = [.. (await work.PeopleOf(Id, Cancel)).Where(p => p.Safety == SafetyMark.None).Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        Organisations = [.. (await work.Organisations.OrderBy(o => o.Name).ToListAsync(Cancel)).Where(o => o.Kind.MayJoinCircle()).Select(o => new Option(o.Id.ToString(), o.Name))];
        return Laws.Count > 0;
    }
}
