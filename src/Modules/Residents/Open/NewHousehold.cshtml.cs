using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Access.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Open;

/// <summary>Nieuw huishouden, after a look at those that may be the same.</summary>
[Allow(Permission.WorkWithHouseholds), EnableRateLimiting("search")]
internal sealed class NewHouseholdModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty]
    public HouseholdForm Input { get; set; } = new();

    [BindProperty]
    [Required(ErrorMessage = "Schrijf op wie hier woont."), StringLength(100)]
    public string? Person { get; set; }

    [BindProperty]
    public List<Law> Laws { get; set; } = [];

    /// <summary>The worker saw the possible duplicates and says that this is another household.</summary>
    [BindProperty]
    public bool IsOther { get; set; }

    public IReadOnlyList<PossibleDuplicate> Duplicates { get; private set; } = [];

    public IReadOnlyList<Option> Buurten { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!Actor.Role.MayJoinCircle()) return NotFound();
        Buurten = await work.BuurtOptions(Cancel);
        Laws = [Law.Wmo];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!Actor.Role.MayJoinCircle()) return NotFound();
        Buurten = await work.BuurtOptions(Cancel);
        if (Laws.Count == 0) Refuse(nameof(Laws), "Kies minstens één wet.");
        if (!await Input.BuurtIsKnown(work, Cancel)) Refuse("Input.Buurt", "Kies een buurt uit de lijst.");
        if (!ModelState.IsValid) return Page();
        var id = OnceId<HouseholdId>();
        // Sent before: it would look like the household that it made itself.
        if (await work.IsNoted(id.Value, Cancel)) return Opened(id);
        if (!IsOther && await LooksKnown(work))
            // The same form, kept between the two questions above.
            return await work.IsNoted(id.Value, Cancel) ? Opened(id) : Page();
        return await Saved(work, last: () => Households.Open(work, new NewHousehold(Input.Name!, Input.Address, [new NewPerson(Person!)], Laws, Id: id), Cancel)) ? Opened(id) : Page();
    }

    private LocalRedirectResult Opened(HouseholdId id) => Done($"/huishoudens/{id}", "Het huishouden staat erin. U bent de eerste in de kring.");

    private async Task<bool> LooksKnown(Work work)
    {
        Duplicates = await work.PossibleDuplicates(Input.Address, [Person!], Cancel);
        await reads.Looked(Actor, [.. Duplicates.Select(d => d.Household)], Looking.Involvement("Misschien hetzelfde huishouden", Purpose.Support), Cancel);
        return Duplicates.Count > 0;
    }
}
