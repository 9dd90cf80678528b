using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Signals.Tell;

/// <summary>Vertellen wat er is gemeld: that it was told, or why not yet. Of a household for its circle under that law; before that for who weighs the signal.</summary>
[Allow(Permission.AssessSignals, Permission.WorkWithHouseholds)]
internal sealed class TellModel(Storage storage, ReadLog reads) : SkPage
{
    // The resident reads which page was looked at. Its name may not tell what they were not told.
    private const string What = "Huishouden en plan";

    [BindProperty(SupportsGet = true)]
    public SignalId Id { get; set; }

    [BindProperty]
    public TellForm Input { get; set; } = new();

    [BindProperty]
    public WithholdForm Off { get; set; } = new();

    [BindProperty, StringLength(1000)]
    public string? Nobody { get; set; }

    public DutyToTell Duty { get; private set; } = null!;

    public Reported Said { get; private set; } = null!;

    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    public IReadOnlyList<PersonCard> People { get; private set; } = [];

    /// <summary>The household of which it is told; null when there is none, or it does not open to the actor.</summary>
    public HouseholdCard? Household { get; private set; }

    /// <summary>It lies in the safety compartment, or the household does as a whole: no letter, no telephone, no portal.</summary>
    public bool InPersonOnly => Duty.Safety == SafetyMark.Shielded || Household?.Safety == SafetyMark.Shielded;

    /// <summary>False for the attention officer who sees it because it was put off, from outside the circle or for another law.</summary>
    public bool MayTell { get; private set; }

    /// <summary>Who tells it then.</summary>
    public string TellsInstead => $"Dit vertelt wie in de kring van dit huishouden werkt voor de {Duty.Law!.Value.Label()}{(Duty.Safety == SafetyMark.Shielded ? " en is aangewezen voor wat is afgeschermd" : "")}. Alleen die legt vast dat het is verteld.";

    public DateOnly Today { get; private set; }

    public bool MayShowQuestion { get; private set; }

    /// <summary>For the attention officer who does not see the duty: that it was told, and nothing of what.</summary>
    public bool OnlyShields { get; private set; }

    /// <summary>Also what was told. Without a household nobody reads it at Mijn Samenkracht, and it is shielded with the signal.</summary>
    public bool MayShield => Duty.Safety == SafetyMark.None && Duty.Household is not null && Duty.State != DutyState.Lapsed;

    /// <summary>To whom no letter goes, on any ground: a hidden one must look like all others.</summary>
    public IReadOnlyList<PersonId> NoPost { get; private set; } = [];

    // Whoever tells it reads first how that is safe.
    public IReadOnlyList<Option> PeopleOptions => [.. People.Select(p => new Option(p.Id.ToString(), p.Name,
        string.Join(" · ", new[] { p.Relation.Label(), p.Phone is { } phone ? $"veilig nummer {phone}" : null, (p with { NoPost = NoPost.Contains(p.Id) }).Rules }.Where(words => !string.IsNullOrEmpty(words)))))];

    public IReadOnlyList<Option> Sources =>
    [
        new(nameof(SourceShown.Nobody), SourceShown.Nobody.Label()),
        .. Said.Function is { } corner ? [new Option(nameof(SourceShown.Function), SourceShown.Function.Label(), corner)] : (Option[])[],
        new(nameof(SourceShown.Name), SourceShown.Name.Label()),
    ];

    public string Back => Household is { } household ? $"/huishoudens/{household.Id}" : "/signalen/vertellen";

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Load(work))
        {
            if (!await LoadToShield(work)) return NotFound();
            Version = Duty.Version;
            return await Shown(work);
        }
        (Input.On, Input.ShowQuestion, Version) = (Today, MayShowQuestion && Duty.Law != Law.Jeugdwet, Duty.Version);
        Off.ReviewOn = Today.AddDays(28);
        return await Shown(work);
    }

    public async Task<IActionResult> OnPostTold()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!MayTell)
        {
            Refuse("", "U kunt niet vastleggen dat dit is verteld. Hieronder staat wie dat doet.");
            return await Shown(work);
        }
        foreach (var (field, words) in Input.Faults(Said, People, NoPost, InPersonOnly, work.Now)) Refuse($"{nameof(Input)}.{field}", words);
        if (Duty.State == DutyState.Lapsed) Refuse("", "Deze melding is gewist. Er is niets meer te vertellen.");
        if (!ModelState.IsValid) return await Shown(work);
        var told = Input.AsTelling(Said, InPersonOnly);
        var because = work.Because(told.Knew ? SignalEvents.KnewAlready : SignalEvents.Told, Duty.Law);
        work.Expect(Duty, Version);
        var notice = Duty.Tell(told, !Input.OthersLeft, because);
        work.Add(notice);
        foreach (var person in Input.People.Distinct()) work.Add(new NoticePerson { Notice = notice.Id, Person = person });
        await work.Note(because, Id.Value, payload: new { notice.Manner, notice.ToldOn, notice.Source, Input.OthersLeft }, cancel: Cancel);
        if (Input.ShowQuestion && MayShowQuestion) await Questions.ShowToHousehold(work, Duty.Question!.Value, Cancel);
        return await Kept(work, Input.OthersLeft ? "Dit is vastgelegd. Vertel het ook aan de anderen." : InPersonOnly ? "Dit is vastgelegd. Alleen wie dit mag zien, leest het." : "Dit is vastgelegd. Wie het hoorde, kan het teruglezen op Mijn Samenkracht.");
    }

    public async Task<IActionResult> OnPostWithhold()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        foreach (var (field, words) in Off.Faults(Today)) Refuse($"{nameof(Off)}.{field}", words);
        if (!Duty.IsOpen) Refuse("", "Dit is al verteld. Uitstellen kan niet meer.");
        if (!ModelState.IsValid) return await Shown(work);
        var because = work.Because(SignalEvents.Withheld, Duty.Law);
        work.Expect(Duty, Version);
        work.Add(Duty.Withhold(Off.AsWithholding(), because));
        await work.Note(because, Id.Value, payload: new { Off.Ground, Off.ReviewOn }, cancel: Cancel);
        return await Kept(work, "Dit is vastgelegd. Op de dag die u koos, staat het weer op de lijst.");
    }

    public async Task<IActionResult> OnPostNobody()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (string.IsNullOrWhiteSpace(Nobody)) Refuse(nameof(Nobody), "Schrijf op waarom u niet kunt weten om wie het gaat.");
        if (!Duty.IsOpen || Duty.Household is not null) Refuse("", "Wij weten om wie het gaat. Vertel het, of leg vast waarom nu niet.");
        if (!ModelState.IsValid) return await Shown(work);
        var because = work.Because(SignalEvents.NobodyFound);
        work.Expect(Duty, Version);
        work.Add(Duty.FindNobody(Nobody!.Trim(), because));
        await work.Note(because, Id.Value, cancel: Cancel);
        return await Kept(work, "Dit is vastgelegd.");
    }

    /// <summary>From now on it is on nobody's Mijn Samenkracht and in no copy, also when it was told.</summary>
    public async Task<IActionResult> OnPostShield()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work) && !await LoadToShield(work)) return NotFound();
        if (!MayShield) return Done(Back, "Dit is al afgeschermd.");
        var because = work.Because(SignalEvents.Shielded, Duty.Law);
        work.Expect(Duty, Version);
        Duty.Shield();
        await work.Note(because, Id.Value, cancel: Cancel);
        return await Duties.Shielded(work, () => Saved(work)) ? Done(Back, "Dit is afgeschermd. Het staat niet meer op Mijn Samenkracht. Alleen de aandachtsfunctionaris en wie is aangewezen, zien het nog.") : await Again();
    }

    private async Task<IActionResult> Kept(Work work, string done) => await Saved(work) ? Done(Back, done) : await Again();

    // What was refused by another's change is shown as it stands now, with what was typed.
    private async Task<IActionResult> Again()
    {
        await using var now = await storage.Read(Actor, Cancel);
        if (!await Load(now) && !await LoadToShield(now)) return NotFound();
        Version = Duty.Version;
        return await Shown(now);
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<DutyToTell>().FirstOrDefaultAsync(d => d.Signal == Id, Cancel) is not { } duty) return false;
        (Duty, Today, Said) = (duty, Amsterdam.Date(work.Now), await Reported.Of(work, duty, Cancel));
        if (duty.Household is { } traced) Household = await work.Households.FirstOrDefaultAsync(h => h.Id == traced, Cancel);
        MayTell = await TellingSight.MayTell(work, duty, Household, Cancel);
        if (duty.Household is not { } household) return true;
        People = await work.PeopleOf(household, Cancel);
        if (Household is { } home)
        {
            var contact = await work.ContactRules(home, Cancel);
            NoPost = [.. People.Where(p => !PostRule.Of(contact, home, p).MayPost).Select(p => p.Id)];
        }
        MayShowQuestion = await work.Questions.AnyAsync(q => q.Id == duty.Question && q.Audience == Audience.Professionals && q.Safety == SafetyMark.None, Cancel);
        return true;
    }

    private async Task<bool> LoadToShield(Work work)
    {
        if (await Duties.ToldHere(work, Id, Cancel) is not { } duty) return false;
        (Duty, OnlyShields) = (duty, true);
        return true;
    }

    private async Task<IActionResult> Shown(Work work)
    {
        if (Duty.Household is { } household)
            await reads.Looked(Actor, household, What, Duty.Safety == SafetyMark.Shielded || Household is null or { Safety: SafetyMark.Shielded } ? Purpose.Safety : Purpose.Support, Cancel);
        else await reads.LookedAtSignal(Actor, Id.Value, Duty.Safety == SafetyMark.Shielded ? Purpose.Safety : Purpose.SignalHandling, Cancel);
        if (!OnlyShields) Notices = await NoticeLine.Of(work, Duty, Cancel);
        return Page();
    }
}
