using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Converse;

/// <summary>Gesprekken bij een huishouden: read them, and write one down.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class ConversationsModel(Storage storage, ReadLog reads) : HouseholdPage
{
    // Older is a slip of the finger.
    private const int MostYears = 20;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public ConversationForm Input { get; set; } = new();

    public ConversationList List { get; private set; } = null!;

    public IReadOnlyList<Option> Laws { get; private set; } = [];

    public IReadOnlyList<Option> People { get; private set; } = [];

    /// <summary>Who answers for an item writes one; the attention officer of elsewhere reads.</summary>
    public bool MayWrite => Laws.Count > 0 && Actor.Organisation is not null;

    private Dictionary<string, PersonCard> cards = [];

    public async Task<IActionResult> OnGet() => await Shown();

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        await Choices(work);
        if (!MayWrite) return NotFound();
        var today = Amsterdam.Date(work.Now);
        if (Input.Law is { } law && !Laws.Any(l => l.Value == law.ToString())) Refuse("Input.Law", "Kies een wet waarvoor u in de kring zit.");
        if (Input.HeldOn > today || Input.HeldOn < today.AddYears(-MostYears)) Refuse("Input.HeldOn", "Kies vandaag of een dag ervoor.");
        if (Input.About is { Length: > 0 } about && !cards.ContainsKey(about)) Refuse("Input.About", "Kies iemand uit de lijst.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(SupportEvents.ConversationKept, Input.Law);
        var kept = Conversation.Keep(Input.Wanted(Id, cards.GetValueOrDefault(Input.About ?? "")), Actor.Organisation!.Value, today, because, OnceId<ConversationId>());
        work.Add(kept);
        await work.Note(because, kept.Id.Value, Id, new { kept.HeldOn, kept.Audience }, Cancel);
        return await Saved(work, last: () => Households.KeepSafetyItems(work, Id, kept.Safety, Cancel)) ? Done($"{HouseholdUrl}/gesprekken", Told(kept.Audience)) : await Shown();
    }

    private static string Told(Audience audience) => audience switch
    {
        Audience.Author => "Het gesprek is bewaard. Alleen u leest het.",
        Audience.Professionals => "Het gesprek is bewaard. De professionals van de kring lezen het.",
        _ => "Het gesprek is bewaard. De hele kring leest het, ook de bewoner.",
    };

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Gesprekken")) return NotFound();
        await Choices(work);
        List = await ConversationList.Read(work, Id, PageNumber, Cancel);
        Input.Law ??= Laws.Only();
        Input.HeldOn ??= Amsterdam.Date(work.Now);
        return Page();
    }

    private async Task Choices(Work work)
    {
        Laws = [.. (await work.LawsIn(Id, Cancel)).Select(l => new Option(l.ToString(), l.Label()))];
        cards = (await work.PeopleOf(Id, Cancel)).ToDictionary(p => p.Id.ToString());
        People = [.. cards.Values.Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
    }
}

/// <summary>Wie een gesprek leest, as it is asked: what is usual stands first.</summary>
internal enum ConversationReaders
{
    [Label("Zoals gebruikelijk: met een kind alleen ik, anders de professionals")] Usual,
    [Label("Hele kring, ook de bewoner")] Circle,
    [Label("Alleen professionals")] Professionals,
    [Label("Alleen ik")] Author,
}

/// <summary>What is typed of a conversation.</summary>
internal sealed class ConversationForm
{
    [Required(ErrorMessage = "Kies de dag van het gesprek.")]
    public DateOnly? HeldOn { get; set; }

    public string? About { get; set; }

    [Required(ErrorMessage = "Schrijf op wat er is gezegd."), StringLength(Conversation.MostText)]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Kies een wet.")]
    public Law? Law { get; set; }

    public ConversationReaders Readers { get; set; }

    public bool Shielded { get; set; }

    internal NewConversation Wanted(HouseholdId household, PersonCard? about) => new(household, Law!.Value, HeldOn!.Value, Text!, about, Readers switch
    {
        ConversationReaders.Circle => Audience.Circle,
        ConversationReaders.Professionals => Audience.Professionals,
        ConversationReaders.Author => Audience.Author,
        _ => null,
    }, Shielded ? SafetyMark.Shielded : SafetyMark.None);
}
