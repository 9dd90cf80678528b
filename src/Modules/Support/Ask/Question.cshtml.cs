using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Ask;

/// <summary>Hulpvraag toevoegen bij een huishouden in de eigen kring.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class QuestionModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty]
    public QuestionForm Input { get; set; } = new();

    public IReadOnlyList<Option> Laws { get; private set; } = [];

    public IReadOnlyList<Option> Communities { get; private set; } = [];

    /// <summary>About whom it can be.</summary>
    public IReadOnlyList<Option> People { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Vraag toevoegen") || !await Choices(work)) return NotFound();
        Input.Law = Laws.Only();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || !await Choices(work)) return NotFound();
        if (Input.Law is { } law && !Laws.Any(l => l.Value == law.ToString())) Refuse("Input.Law", "Kies een wet waarvoor u in de kring zit.");
        if (Input.Community is { Length: > 0 } chosen && !Communities.Any(c => c.Value == chosen)) Refuse("Input.Community", "Kies een gemeenschap uit de lijst.");
        if (Input.About is { Length: > 0 } about && !People.Any(p => p.Value == about)) Refuse("Input.About", "Kies iemand uit de lijst.");
        if (!ModelState.IsValid) return Page();
        return await Saved(work, last: () => Questions.Ask(work, Input.Wanted(Id) with { Id = OnceId<QuestionId>() }, Cancel)) ? Done(HouseholdUrl, "De vraag staat erbij.") : Page();
    }

    private async Task<bool> Choices(Work work)
    {
        Laws = [.. (await work.LawsIn(Id, Cancel)).Select(l => new Option(l.ToString(), l.Label()))];
        Communities = [.. (await work.LinkableCommunities.OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(Cancel))
            .Select(c => new Option(c.Id.ToString(), c.Name))];
        People = [.. (await work.PeopleOf(Id, Cancel)).Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        return Laws.Count > 0 && Actor.Organisation is not null;
    }
}

/// <summary>What is typed of a question.</summary>
internal sealed class QuestionForm
{
    [Required(ErrorMessage = "Schrijf de vraag op."), StringLength(2000)]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Kies een thema.")]
    public Theme? Theme { get; set; }

    [Required(ErrorMessage = "Kies een wet.")]
    public Law? Law { get; set; }

    public string? Community { get; set; }

    public string? About { get; set; }

    public Audience Audience { get; set; }

    public bool Shielded { get; set; }

    internal NewQuestion Wanted(HouseholdId household) => new(household, Law!.Value, Theme!.Value, Text!, Audience,
        Shielded ? SafetyMark.Shielded : SafetyMark.None, ViaCommunity: Kernel.Id.TryParse<CommunityId>(Community, out var community) ? community : null,
        About: Kernel.Id.TryParse<PersonId>(About, out var person) ? person : null);
}
