using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Disclose;

/// <summary>Alleen in een gesprek: what of the safety compartment was told to whom it is about, for the attention officer and who was named.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class DiscloseModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty]
    public DiscloseForm Input { get; set; } = new();

    [BindProperty]
    public PutOffForm Off { get; set; } = new();

    public IReadOnlyList<SafeItem> Items { get; private set; } = [];

    public IReadOnlyList<PersonCard> People { get; private set; } = [];

    public ILookup<Guid, Disclosure> Said { get; private set; } = Array.Empty<Disclosure>().ToLookup(d => d.Id.Value);

    public DateOnly Today { get; private set; }

    private IReadOnlyDictionary<AccountId, AccountCard> names = new Dictionary<AccountId, AccountCard>();

    /// <summary>For which the actor works here.</summary>
    private IReadOnlyList<Law> laws = [];

    public IReadOnlyList<Option> ItemOptions => [.. Items.Where(IsTold).Select(i => new Option(i.Id.ToString(), i.Short))];

    /// <summary>Told by who works for its law, and also writes that down; others read it along.</summary>
    public bool IsOwn(SafeItem item) => Actor.May(Permission.HandleSafety) || laws.Contains(item.Law);

    /// <summary>What came by a report is told on the page of that report.</summary>
    private bool IsTold(SafeItem item) => item.FromSignal is null && IsOwn(item);

    public IReadOnlyList<Option> PeopleOptions => [.. People.Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];

    public string NameOf(PersonId? person) => People.FirstOrDefault(p => p.Id == person)?.Name ?? "iemand die hier niet meer staat";

    public string By(Disclosure said) => names.GetValueOrDefault(said.Author!.Value)?.Name ?? "een collega";

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        Input.On = Today;
        Off.ReviewOn = Today.AddDays(28);
        return await Shown();
    }

    public async Task<IActionResult> OnPostTold()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        var (item, whom) = Chosen(nameof(Input), Input.Item, Input.Person);
        foreach (var (field, words) in Input.Faults(item is null ? DateOnly.MinValue : Amsterdam.Date(item.Since), Today)) Refuse($"{nameof(Input)}.{field}", words);
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(SupportEvents.Disclosed, item!.Law);
        return await Keep(work, Disclosure.Tell(item, whom!.Value, Input.On!.Value, Input.Place!, Input.Words!, because, OnceId<DisclosureId>()), because, "Dit is vastgelegd. Alleen wie dit mag zien, leest het.");
    }

    public async Task<IActionResult> OnPostPutOff()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        var (item, whom) = Chosen(nameof(Off), Off.Item, Off.Person);
        foreach (var (field, words) in Off.Faults(Today)) Refuse($"{nameof(Off)}.{field}", words);
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(SupportEvents.DisclosurePutOff, item!.Law);
        return await Keep(work, Disclosure.PutOff(item, whom!.Value, Off.Reason!, Off.ReviewOn!.Value, because, OnceId<DisclosureId>()), because, "Dit is vastgelegd. Op de dag die u koos, staat het weer op Mijn dag.");
    }

    private (SafeItem? Item, PersonId? Whom) Chosen(string form, Guid? item, PersonId? person)
    {
        var chosen = Items.FirstOrDefault(i => i.Id == item && IsTold(i));
        if (chosen is null) Refuse($"{form}.Item", "Kies waar het over gaat.");
        if (!People.Any(p => p.Id == person)) Refuse($"{form}.Person", "Kies om wie het gaat.");
        return (chosen, person);
    }

    private async Task<IActionResult> Keep(Work work, Disclosure said, Because because, string done)
    {
        work.Add(said);
        await work.Note(because, said.Id.Value, Id, new { said.Question, said.Goal, said.Letter, said.Conversation, said.ToldOn, said.ReviewOn }, Cancel);
        return await Saved(work) ? Done($"{HouseholdUrl}/mondeling", done) : await Shown();
    }

    // Who sees nothing of the compartment here, learns not even that it has a page of its own.
    private async Task<bool> Load(Work work)
    {
        if (!await Find(work) || !await work.SeesSafety(Id, Cancel)) return false;
        Today = Amsterdam.Date(work.Now);
        Items = await SafeItem.In(work, Household, Cancel);
        laws = await work.LawsIn(Id, Cancel);
        People = await work.PeopleOf(Id, Cancel);
        var said = await work.Query<Disclosure>().AsNoTracking().Where(d => d.Household == Id).OrderByDescending(d => d.At).ToListAsync(Cancel);
        Said = said.ToLookup(d => d.Item);
        names = await work.AccountNames(said.Select(d => d.Author).OfType<AccountId>(), Cancel);
        return true;
    }

    private async Task<IActionResult> Shown()
    {
        await reads.Looked(Actor, Id, "Alleen in een gesprek", Purpose.Safety, Cancel);
        return Page();
    }
}
