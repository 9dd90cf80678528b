using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Requests;

/// <summary>Een verzoek beantwoorden, or say that it takes longer and why. Erasure and names are for who decides on requests; the contact person corrects and gives copies.</summary>
[Allow(Permission.HandleRequests, Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class DecideModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public PersonRequestId Id { get; set; }

    [BindProperty]
    public RequestOutcome? Outcome { get; set; }

    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Answer { get; set; }

    /// <summary>On which ground destruction is refused.</summary>
    [BindProperty]
    public RefusalGround? Ground { get; set; }

    /// <summary>What goes, when erasure is granted.</summary>
    [BindProperty]
    public Erased? Erased { get; set; }

    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Reason { get; set; }

    public PersonRequest Asked { get; private set; } = null!;

    public Asker Asker { get; private set; } = null!;

    /// <summary>Who else has authority over the child for whom a parent asks.</summary>
    public IReadOnlyList<HeardVoice> Others { get; private set; } = [];

    public IReadOnlyList<Option> OtherOptions => [.. Others.Select(o => new Option(o.Row.Person.ToString(), o.Name))];

    [BindProperty]
    public PersonId? Parent { get; set; }

    [BindProperty]
    public VoiceSays? Says { get; set; }

    public IReadOnlyList<Option> ParentSays { get; } = OptionsOf(RequestVoice.Choices(VoiceKind.Parent));

    /// <summary>The child for whom a parent asks, where it is heard too.</summary>
    public HeardVoice? Child { get; private set; }

    public bool HearsChild => Asked.HearsChild(Asker.BirthDate);

    public bool AgeKnown => Asker.BirthDate is not null;

    public IReadOnlyList<Option> ChildMaySay => OptionsOf(RequestVoice.Choices(VoiceKind.Child, AgeKnown));

    [BindProperty]
    public VoiceSays? ChildSays { get; set; }

    /// <summary>What the child said, or why it was not heard.</summary>
    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? ChildWords { get; set; }

    /// <summary>Why it is granted although the child objects.</summary>
    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Despite { get; set; }

    /// <summary>The child objects to what could be undone: that is weighed, and does not stop it.</summary>
    public bool WeighsChild => HearsChild && !Asked.CannotBeUndone && Child?.Row.Says == VoiceSays.Objects;

    /// <summary>Who decides on this kind reads what the child said; who only sees that it was asked does not.</summary>
    public bool ReadsChild => MayDecideOn(Asked.Kind);

    public DateOnly Today { get; private set; }

    /// <summary>What somebody was typing while a colleague answered: it fits in no form any more, and is not lost.</summary>
    public string? Typed => Asked.IsOpen ? null : string.Join("\n\n", new[] { Answer, Despite, ChildWords, Reason }.Where(words => !string.IsNullOrWhiteSpace(words)));

    /// <summary>The look of which the name is asked.</summary>
    public AskedLook? Look { get; private set; }

    public bool MayExtend { get; private set; }

    /// <summary>What can go by a request of this kind: under the Jeugdwet only what lies under it.</summary>
    public IReadOnlyList<Option> MayGo => Asked.Kind switch
    {
        RequestKind.Erase => Options(Requests.Erased.Piece, Requests.Erased.Person),
        RequestKind.Destroy => Options(Requests.Erased.YouthOfPerson, Requests.Erased.Youth),
        _ => [],
    };

    /// <summary>On which grounds destruction is refused: one of them only to a parent.</summary>
    public IReadOnlyList<Option> Grounds => [.. Option.Of<RefusalGround>().Where(o => Asked.AskedBy is not null || o.Value != nameof(RefusalGround.GoodCare))];

    public Involvement? Call { get; private set; }

    public bool MayDecide => Asked.IsOpen && MayDecideOn(Asked.Kind) && Look?.Account != Actor.Account;

    /// <summary>Who cannot open the household has no way to it.</summary>
    public string? HouseholdUrl => Actor.May(Permission.HandleRequests) ? null : $"/huishoudens/{Asked.Household}";

    public async Task<IActionResult> OnGet() => await Shown(fresh: true);

    public async Task<IActionResult> OnPostDecide()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen) Refuse("", "Dit verzoek is net afgehandeld. Hieronder leest u hoe.");
        else if (!MayDecide) return NotFound();
        if (Outcome is null) Refuse(nameof(Outcome), "Kies wat het antwoord is.");
        if (string.IsNullOrWhiteSpace(Answer)) Refuse(nameof(Answer), "Schrijf op wat u hebt gedaan, of waarom het niet kan.");
        else if (Look is { Name: { } name } && Outcome == RequestOutcome.Granted && !Answer.Contains(name, StringComparison.OrdinalIgnoreCase)) Refuse(nameof(Answer), $"Noem de naam: {name}. Of kies een ander antwoord.");
        var grants = Outcome is RequestOutcome.Granted or RequestOutcome.Partly;
        var erases = MayGo.Count > 0 && grants;
        if (erases && !MayGo.Any(o => o.Value == Erased?.ToString())) Refuse(nameof(Erased), "Kies wat er weg gaat.");
        if (grants && Asked.HearsOtherParents && Others.Any(o => o.Row.Says is null or VoiceSays.Objects))
            Refuse(nameof(Outcome), "De andere ouder met gezag is nog niet gehoord, of is het er niet mee eens. Dan gaat er niets weg.");
        if (grants && StopsChild() is { } stops) Refuse(nameof(Outcome), stops);
        if (grants && WeighsChild && string.IsNullOrWhiteSpace(Despite)) Refuse(nameof(Despite), "Schrijf op waarom het toch mag: het kind wil dit niet.");
        if (Asked.NeedsGround(Outcome) && !Grounds.Any(o => o.Value == Ground?.ToString())) Refuse(nameof(Ground), "Kies op welke grond het blijft. Past er geen, dan moet het weg.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.RequestDecided);
        Asked.Decide(Outcome!.Value, Answer!, because, Asked.NeedsGround(Outcome) ? Ground : null);
        if (grants && WeighsChild) Child!.Row.Overrule(Despite!);
        // Before the proposal, which writes: the row as it was read, and not as it is written here.
        work.Expect(Asked, Version);
        if (erases) await Propose(work, Erased!.Value);
        return await Kept(work, because, "Het antwoord is verstuurd. De inwoner leest het bij Mijn verzoeken.");
    }

    /// <summary>The other parent was asked: neither parent reads it.</summary>
    public async Task<IActionResult> OnPostParent()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen)
        {
            Refuse("", "Dit verzoek is net afgehandeld. Hieronder leest u hoe.");
            return await Shown();
        }
        if (!MayDecide) return NotFound();
        var other = Others.Count == 1 ? Others[0] : Others.FirstOrDefault(o => o.Row.Person == Parent);
        if (other is null) Refuse(nameof(Parent), "Kies wie u sprak.");
        if (!ParentSays.Any(o => o.Value == Says?.ToString())) Refuse(nameof(Says), "Kies wat deze ouder zei.");
        return ModelState.IsValid ? await Heard(work, other!.Row, Says!.Value, null) : await Shown();
    }

    /// <summary>The child was asked: no parent reads it.</summary>
    public async Task<IActionResult> OnPostChild()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen)
        {
            Refuse("", "Dit verzoek is net afgehandeld. Hieronder leest u hoe.");
            return await Shown();
        }
        if (!MayDecide || Child is null) return NotFound();
        if (!ChildMaySay.Any(o => o.Value == ChildSays?.ToString())) Refuse(nameof(ChildSays), "Kies wat het kind vindt.");
        else if (ChildSays == VoiceSays.NotHeard && string.IsNullOrWhiteSpace(ChildWords)) Refuse(nameof(ChildWords), "Schrijf op waarom het kind niet kon of niet wilde.");
        return ModelState.IsValid ? await Heard(work, Child.Row, ChildSays!.Value, ChildWords) : await Shown();
    }

    // Nothing of what was said stands in the journal: its payload is read by more people than who handles the request.
    private async Task<IActionResult> Heard(Work work, RequestVoice voice, VoiceSays says, string? words)
    {
        var because = work.Because(ResidentEvents.RequestHeard);
        voice.Say(says, words, because);
        work.Expect(Asked, Version);
        await work.Note(because, Asked.Id.Value, Asked.Household, new { Title = Asked.Kind.Label() }, Cancel);
        if (!await Saved(work)) return await Shown();
        if (Carried.Count == 0) return Done($"/verzoeken/{Id}", "Dit staat erbij.");
        TempData[DoneKey] = "Dit staat erbij. Uw antwoord is nog niet verstuurd.";
        return await Shown();
    }

    /// <summary>What was typed as the answer goes along with who is heard first: the answer was refused for want of that, and must not be typed twice.</summary>
    public IReadOnlyList<Option> Carried =>
    [
        .. new (string Name, string? Value)[] { (nameof(Outcome), Outcome?.ToString()), (nameof(Erased), Erased?.ToString()), (nameof(Ground), Ground?.ToString()), (nameof(Answer), Answer), (nameof(Despite), Despite) }
            .Where(typed => !string.IsNullOrWhiteSpace(typed.Value)).Select(typed => new Option(typed.Name, typed.Value!)),
    ];

    /// <summary>Why this cannot be granted for the child's sake; null when it can.</summary>
    private string? StopsChild() =>
        !HearsChild ? null
        : Child?.Row.IsHeard(AgeKnown) != true ? "Het kind is nog niet gehoord. Leg eerst vast wat het kind vindt. Nee antwoorden kan altijd."
        : Asked.CannotBeUndone && Child.Row.Says == VoiceSays.Objects ? "Het kind is het er niet mee eens. Dan gaat er niets weg."
        : null;

    public async Task<IActionResult> OnPostExtend()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (Asked.RefusesExtension(work.Now) is { } no) Refuse("", no);
        else if (!MayDecide) return NotFound();
        if (string.IsNullOrWhiteSpace(Reason)) Refuse(nameof(Reason), "Schrijf op waarom het langer duurt. De inwoner leest dit.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.RequestExtended, reason: Reason);
        Asked.Extend(Reason!, because);
        work.Expect(Asked, Version);
        return await Kept(work, because, "De termijn is verlengd. De inwoner leest waarom.");
    }

    // The archivist approves, and the system destroys; who decides on the request does neither.
    private Task Propose(Work work, Erased what) => what switch
    {
        Requests.Erased.Person => work.ProposeDestruction(new DestroyedFile(Asked.Household, Person: Asked.Person.Value), DestructionGround.Avg, Asked.Id.Value, null, Cancel),
        Requests.Erased.YouthOfPerson => work.ProposeDestruction(new DestroyedFile(Asked.Household, Law.Jeugdwet, Asked.Person.Value), DestructionGround.Jeugdwet, Asked.Id.Value, Asked.DueOn, Cancel),
        Requests.Erased.Youth => work.ProposeDestruction(new DestroyedFile(Asked.Household, Law.Jeugdwet), DestructionGround.Jeugdwet, Asked.Id.Value, Asked.DueOn, Cancel),
        _ => Task.CompletedTask,
    };

    private async Task<IActionResult> Kept(Work work, Because because, string done)
    {
        await work.Note(because, Asked.Id.Value, Asked.Household, new { Title = Asked.Kind.Label(), Asked.Outcome, Asked.RefusalGround, Asked.DueOn }, Cancel);
        return await Saved(work) ? Done(HouseholdUrl ?? "/verzoeken", done) : await Shown();
    }

    private static IReadOnlyList<Option> Options(params Erased[] erased) => OptionsOf(erased);

    private static IReadOnlyList<Option> OptionsOf<T>(IEnumerable<T> some) where T : struct, Enum => [.. some.Select(one => new Option(one.ToString(), one.Label()))];

    // Who can see the name of who looked has been given sight of all requests, or of the safety compartment.
    private bool MayDecideOn(RequestKind kind) =>
        Actor.May(Permission.HandleRequests) || Actor.May(Permission.HandleSafety) || kind is RequestKind.Correct or RequestKind.Copy;

    private async Task<IActionResult> Shown(bool fresh = false)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        await reads.Looked(Actor, Asked.Household, "Verzoek over eigen gegevens", Purpose.DataRights, Cancel);
        Call = (await Existence.Contacts(work, [Asked.Household], Cancel)).GetValueOrDefault(Asked.Household);
        // Also after a refusal: what now stands is on the page, and is what one answers to.
        Version = Asked.Version;
        if (!fresh) return Page();
        if (ReadsChild && Child is { Row: var said }) (ChildSays, ChildWords) = (said.Says, said.Words);
        if (Asked.IsOpen && Look is { Name: { } name }) Answer = $"Dat was {name}, {Look.Function} bij {Look.Organisation}.";
        return Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<PersonRequest>().FirstOrDefaultAsync(r => r.Id == Id, Cancel) is not { } request) return false;
        (Asked, Today) = (request, Amsterdam.Date(work.Now));
        MayExtend = request.RefusesExtension(work.Now) is null;
        Asker = await RequestSight.AskerOf(work, request, Cancel);
        var voices = await RequestSight.Heard(work, request, Cancel);
        Others = [.. voices.Where(v => v.Row.Kind == VoiceKind.Parent)];
        Child = HearsChild ? voices.FirstOrDefault(v => v.Row.Kind == VoiceKind.Child) : null;
        if (MayDecideOn(RequestKind.Names)) Look = await AskedLook.WithName(work, reads, request, Cancel);
        return true;
    }
}

/// <summary>Wat er weg gaat when erasure is granted.</summary>
internal enum Erased
{
    [Label("Een los stuk: de contactpersoon haalt het weg")] Piece,
    [Label("Alles over deze persoon, na goedkeuring van de archivaris")] Person,
    [Label("Wat onder de Jeugdwet over deze persoon gaat, na goedkeuring van de archivaris")] YouthOfPerson,
    [Label("Alles van dit huishouden onder de Jeugdwet, ook over de anderen, na goedkeuring van de archivaris")] Youth,
}
