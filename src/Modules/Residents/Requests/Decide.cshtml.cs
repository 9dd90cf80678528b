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
internal sealed partial class DecideModel(Storage storage, ReadLog reads) : SkPage
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

    /// <summary>False: who asked for a child cannot ask it any more, and it cannot be granted.</summary>
    public bool StillAsks { get; private set; } = true;

    /// <summary>Why it is granted although the child objects.</summary>
    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? Despite { get; set; }

    public DateOnly Today { get; private set; }

    /// <summary>What somebody was typing while a colleague answered: it fits in no form any more, and is not lost.</summary>
    public string? Typed => Asked.IsOpen ? null : string.Join("\n\n", Unkept.OfType<string>());

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

    /// <summary>What came of it, when it restricts and was granted.</summary>
    public Restriction? Restriction { get; private set; }

    public bool MayLift => Restriction is { EndsAt: null } && Asked.Decides(Actor);

    public bool MayDecide => Asked.IsOpen && Asked.Decides(Actor) && Look?.Account != Actor.Account;

    /// <summary>Who cannot open the household has no way to it.</summary>
    public string? HouseholdUrl => Actor.May(Permission.HandleRequests) ? null : $"/huishoudens/{Asked.Household}";

    public async Task<IActionResult> OnGet() => await Shown(fresh: true);

    public async Task<IActionResult> OnPostDecide()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen) return await Closed();
        if (!MayDecide) return NotFound();
        if (Outcome is null) Refuse(nameof(Outcome), "Kies wat het antwoord is.");
        if (string.IsNullOrWhiteSpace(Answer)) Refuse(nameof(Answer), "Schrijf op wat u hebt gedaan, of waarom het niet kan.");
        else if (Look is { Name: { } name } && Outcome == RequestOutcome.Granted && !Answer.Contains(name, StringComparison.OrdinalIgnoreCase)) Refuse(nameof(Answer), $"Noem de naam: {name}. Of kies een ander antwoord.");
        var grants = Outcome is RequestOutcome.Granted or RequestOutcome.Partly;
        var erases = MayGo.Count > 0 && grants;
        if (erases && !MayGo.Any(o => o.Value == Erased?.ToString())) Refuse(nameof(Erased), "Kies wat er weg gaat.");
        if (grants && !StillAsks) Refuse(nameof(Outcome), "Deze ouder kan dit nu niet meer namens het kind vragen. Nee antwoorden kan.");
        else if (grants && Asked.HearsOtherParents && Others.Any(o => o.Row.Says is null or VoiceSays.Objects))
            Refuse(nameof(Outcome), "De andere ouder met gezag is nog niet gehoord, of is het er niet mee eens. Dan gaat er niets weg.");
        if (grants && StillAsks && StopsChild() is { } stops) Refuse(nameof(Outcome), stops);
        if (grants && StillAsks && WeighsChild && string.IsNullOrWhiteSpace(Despite)) Refuse(nameof(Despite), "Schrijf op waarom het toch mag: het kind wil dit niet.");
        if (Asked.NeedsGround(Outcome) && !Grounds.Any(o => o.Value == Ground?.ToString())) Refuse(nameof(Ground), "Kies op welke grond het blijft. Past er geen, dan moet het weg.");
        // All cards are one form: what the child said would be gone with the answer.
        if (NewChildWords is not null && MayDecide) Refuse(nameof(ChildWords), "Dit is nog niet vastgelegd. Leg het eerst vast, of maak het veld leeg.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.RequestDecided);
        Asked.Decide(Outcome!.Value, Answer!, because, Asked.NeedsGround(Outcome) ? Ground : null);
        if (grants && WeighsChild) Child!.Row.Overrule(Despite!);
        // Before the proposal, which writes: the row as it was read, and not as it is written here.
        work.Expect(Asked, Version);
        if (erases) await Propose(work, Erased!.Value);
        if (grants && Asked.Restricts) work.Add(Requests.Restriction.Of(Asked, because));
        return await Noted(work, because) ? Done(Back, "Het antwoord is verstuurd. De inwoner leest het bij Mijn verzoeken.") : await Shown();
    }

    // Of a form that has become void nothing is missing either.
    private async Task<IActionResult> Closed()
    {
        RefuseAll("Dit verzoek is net afgehandeld. Hieronder leest u hoe.");
        return await Shown();
    }

    // What else stands in the form was typed for another button, and stays in it.
    private async Task<IActionResult> Kept(string next, string done)
    {
        if (Outcome is null && Unkept.All(words => words is null)) return Done(next, done);
        TempData[DoneKey] = $"{done} Wat u verder typte, staat er nog en is nog niet verstuurd.";
        return await Shown();
    }

    private void Forget(params string[] kept)
    {
        foreach (var field in kept) ModelState.Remove(field);
    }

    private string?[] Unkept => [Answer == Suggested ? null : Typing(Answer), Typing(Despite), NewChildWords, Typing(Reason)];

    private static string? Typing(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.ReplaceLineEndings("\n").Trim();

    private string? Suggested => Look is { Name: { } name } ? $"Dat was {name}, {Look.Function} bij {Look.Organisation}." : null;

    public async Task<IActionResult> OnPostExtend()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen) return await Closed();
        if (!MayDecide) return NotFound();
        if (Asked.RefusesExtension(work.Now) is { } no) Refuse("", no);
        if (string.IsNullOrWhiteSpace(Reason)) Refuse(nameof(Reason), "Schrijf op waarom het langer duurt. De inwoner leest dit.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.RequestExtended, reason: Reason);
        Asked.Extend(Reason!, because);
        work.Expect(Asked, Version);
        if (!await Noted(work, because)) return await Shown();
        Reason = null;
        Forget(nameof(Reason));
        return await Kept(Back, "De termijn is verlengd. De inwoner leest waarom.");
    }

    // The archivist approves, and the system destroys; who decides on the request does neither.
    private Task Propose(Work work, Erased what) => what switch
    {
        Requests.Erased.Person => work.ProposeDestruction(new DestroyedFile(Asked.Household, Person: Asked.Person.Value), DestructionGround.Avg, Asked.Id.Value, null, Cancel),
        Requests.Erased.YouthOfPerson => work.ProposeDestruction(new DestroyedFile(Asked.Household, Law.Jeugdwet, Asked.Person.Value), DestructionGround.Jeugdwet, Asked.Id.Value, Asked.DueOn, Cancel),
        Requests.Erased.Youth => work.ProposeDestruction(new DestroyedFile(Asked.Household, Law.Jeugdwet), DestructionGround.Jeugdwet, Asked.Id.Value, Asked.DueOn, Cancel),
        _ => Task.CompletedTask,
    };

    private async Task<bool> Noted(Work work, Because because)
    {
        await work.Note(because, Asked.Id.Value, Asked.Household, new { Title = Asked.Kind.Label(), Asked.Outcome, Asked.RefusalGround, Asked.DueOn }, Cancel);
        return await Saved(work);
    }

    private string Back => HouseholdUrl ?? "/verzoeken";

    private static IReadOnlyList<Option> Options(params Erased[] erased) => OptionsOf(erased);

    private static IReadOnlyList<Option> OptionsOf<T>(IEnumerable<T> some) where T : struct, Enum => [.. some.Select(one => new Option(one.ToString(), one.Label()))];

    private async Task<IActionResult> Shown(bool fresh = false)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        // The residents read this, and one of them need not know what another asked.
        await reads.Looked(Actor, Asked.Household, "Huishouden en plan", Purpose.DataRights, Cancel);
        Call = (await Existence.Contacts(work, [Asked.Household], Cancel)).GetValueOrDefault(Asked.Household);
        // Also after a refusal: what now stands is on the page, and is what one answers to.
        Version = Asked.Version;
        if (!fresh) return Page();
        if (ReadsChild && Child is { Row: var said }) (ChildSays, ChildWords) = (said.Says, said.Words);
        if (Asked.IsOpen) Answer = Suggested;
        return Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<PersonRequest>().FirstOrDefaultAsync(r => r.Id == Id, Cancel) is not { } request) return false;
        (Asked, Today) = (request, Amsterdam.Date(work.Now));
        MayExtend = request.RefusesExtension(work.Now) is null;
        Asker = await RequestSight.AskerOf(work, request, Cancel);
        StillAsks = !request.IsOpen || await RequestSight.StillAsks(work, request, Cancel);
        var voices = await RequestSight.Heard(work, request, Cancel);
        Others = [.. voices.Where(v => v.Row.Kind == VoiceKind.Parent)];
        Child = HearsChild ? voices.FirstOrDefault(v => v.Row.Kind == VoiceKind.Child) : null;
        if (request.Restricts && request.AnsweredAt is not null) Restriction = await work.Query<Restriction>().FirstOrDefaultAsync(r => r.Request == request.Id, Cancel);
        if (PersonRequest.Decides(Actor, RequestKind.Names)) Look = await AskedLook.WithName(work, reads, request, Cancel);
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
