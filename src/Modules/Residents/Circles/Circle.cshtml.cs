using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Beside;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Circles;

/// <summary>Wie belt wie: the circle of a household, for which laws, who is vaste contactpersoon and vervanger, and who was in it before.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class CircleModel(Storage storage, ReadLog reads) : HouseholdPage
{
    private const string Joined = "Toegevoegd aan de kring.";
    private const string Taken = "Iemand anders was u net voor. Hieronder ziet u hoe de kring nu is.";

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public List<Law> Laws { get; set; } = [];

    /// <summary>The last day of the membership, if that is known.</summary>
    [BindProperty]
    public DateOnly? Last { get; set; }

    [BindProperty]
    public CircleMemberId? Coordinator { get; set; }

    [BindProperty]
    public CircleMemberId? Deputy { get; set; }

    public IReadOnlyList<CircleCard> Members { get; private set; } = [];

    public IReadOnlyList<CircleCard> Former { get; private set; } = [];

    public IReadOnlyList<Option> Candidates { get; private set; } = [];

    /// <summary>For which laws the actor can let someone in.</summary>
    public IReadOnlyList<Option> MayGive { get; private set; } = [];

    public IReadOnlyList<Option> Professionals { get; private set; } = [];

    /// <summary>The names of the people here, for who stands beside one of them.</summary>
    public IReadOnlyDictionary<PersonId, string> People { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Beside whom nobody stands by their own asking, whoever came before that was so.</summary>
    public IReadOnlySet<PersonId> TooYoung { get; private set; } = new HashSet<PersonId>();

    public bool MayName => Actor.May(Permission.HandleSafety);

    /// <summary>Whether the actor changes who does what here: who leads, and the attention officer.</summary>
    public bool Leads { get; private set; }

    /// <summary>Whether it shows who was named for the safety compartment: that there is one is part of it.</summary>
    public bool ShowsSafety { get; private set; }

    public bool IsMe(CircleCard member) => member.Who.Id == Actor.Account;

    public async Task<IActionResult> OnGet() => await Shown();

    public async Task<IActionResult> OnPostJoin()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Circle.Load(work, Id, Cancel) is not { } circle) return NotFound();
        var leads = await MayLead(work);
        var account = Kernel.Id.TryParse<AccountId>(Who, out var id) ? await work.Accounts.FirstOrDefaultAsync(a => a.Id == id, Cancel) : null;
        if (account is null) Refuse(nameof(Who), "Kies iemand uit de lijst.");
        else if (circle.Refuses(account, Laws, Actor, leads) is { } no) Refuse(Laws.Except(circle.MayGive(Actor, leads)).Any() || Laws.Count == 0 ? nameof(Laws) : nameof(Who), no);
        if (Last < Amsterdam.Date(work.Now)) Refuse(nameof(Last), "Kies een dag die nog komt, of laat het leeg.");
        if (!ModelState.IsValid) return await Shown();
        if (circle.Hides(account!.Id)) return Done($"{HouseholdUrl}/kring", Joined);
        await CircleChanges.Join(work, circle.Household, account.Id, Circle.RoleOf(account.Role), Laws, Cancel, Last is { } last ? Amsterdam.StartOf(last.AddDays(1)) : null);
        return await Kept(work, Joined);
    }

    public async Task<IActionResult> OnPostLeave(CircleMemberId member)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Circle.Load(work, Id, Cancel) is not { } circle) return NotFound();
        var because = work.Because(ResidentEvents.Left);
        if (circle.Leave(member, await MayLead(work), because) is { } no)
        {
            Refuse("", no);
            return await Shown();
        }
        await work.Note(because, member.Value, Id, cancel: Cancel);
        // Who leaves loses sight of the household halfway through writing it down.
        return await work.Beyond("who takes someone out of a circle writes it down to the end", () => Kept(work, "Deze persoon is uit de kring."));
    }

    /// <summary>Names a member for the safety compartment of this household, or no longer; only the attention officer does.</summary>
    public async Task<IActionResult> OnPostName(CircleMemberId member, bool sees)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!MayName || await Circle.Load(work, Id, Cancel) is not { } circle) return NotFound();
        var because = work.Because(sees ? ResidentEvents.Named : ResidentEvents.Unnamed);
        if (circle.Name(member, sees) is { } no)
        {
            Refuse("", no);
            return await Shown();
        }
        await work.Note(because, member.Value, Id, cancel: Cancel);
        return await Kept(work, sees ? "Deze persoon ziet nu wat is afgeschermd." : "Deze persoon ziet niet meer wat is afgeschermd.");
    }

    /// <summary>Names contact person and deputy: for the first time, or others than before.</summary>
    public async Task<IActionResult> OnPostAppoint()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Circle.Load(work, Id, Cancel) is not { } circle) return NotFound();
        if (!await MayLead(work)) Refuse("", Circle.NotLeading);
        else if (Coordinator is not { } coordinator || Deputy is not { } deputy) Refuse(nameof(Coordinator), "Kies een vaste contactpersoon en een vervanger.");
        else if (circle.Refuses(coordinator, deputy) is { } no) Refuse(nameof(Deputy), no);
        else return await Appoint(work, circle, coordinator, deputy);
        return await Shown();
    }

    public async Task<IActionResult> OnPostEnd()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Circle.Load(work, Id, Cancel) is not { Period: { } period } circle) return NotFound();
        if (!await MayLead(work))
        {
            Refuse("", Circle.NotLeading);
            return await Shown();
        }
        var because = work.Because(ResidentEvents.SupportEnded);
        circle.End(because);
        await work.Note(because, period.Id.Value, Id, cancel: Cancel);
        return await Kept(work, "De begeleiding is afgesloten.");
    }

    private async Task<bool> MayLead(Work work) => MayName || (await work.Circle(Id, cancel: Cancel)).LedBy(Actor);

    private async Task<IActionResult> Appoint(Work work, Circle circle, CircleMemberId coordinator, CircleMemberId deputy)
    {
        var because = work.Because(circle.Period is null ? ResidentEvents.SupportStarted : ResidentEvents.SupportHanded);
        if (circle.Period is null) work.Add(circle.Start(coordinator, deputy, because));
        else circle.Hand(coordinator, deputy, because);
        // Two at once, each with the other in mind: the one who sent the form of before is told.
        work.Expect(circle.Household, Version);
        await work.Note(because, Id.Value, Id, new { coordinator, deputy }, Cancel);
        return await Kept(work, "De vaste contactpersoon en de vervanger staan vast.");
    }

    private async Task<IActionResult> Kept(Work work, string done) =>
        await Saved(work, Taken) ? Done($"{HouseholdUrl}/kring", done) : await Shown();

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Kring")) return NotFound();
        var all = await work.Circle(Id, former: true, Cancel);
        var (people, today) = (await work.Query<Person>().Where(p => p.Household == Id).ToListAsync(Cancel), Amsterdam.Date(work.Now));
        People = people.ToDictionary(p => p.Id, p => p.Name);
        TooYoung = people.Where(p => !Invitation.MayAsk(p, today)).Select(p => p.Id).ToHashSet();
        ShowsSafety = await work.SeesSafety(Id, Cancel);
        Leads = MayName || all.LedBy(Actor);
        MayGive = [.. (await Circle.Load(work, Id, Cancel))!.MayGive(Actor, Leads).Select(l => new Option(l.ToString(), l.Label()))];
        Members = [.. all.Where(m => m.Until is null)];
        Former = [.. all.Where(m => m.Until is not null)];
        Professionals = [.. Members.Where(m => m.IsProfessional).Select(m => new Option(m.Id.ToString(), m.Who.Name, m.Who.Function))];
        var inside = Members.Select(m => m.Who.Id).ToHashSet();
        Candidates = [.. (await work.Accounts.OrderBy(a => a.Name).ToListAsync(Cancel)).Where(a => a.Role.MayJoinCircle() && a.OrganisationKind?.MayJoinCircle() != false && !inside.Contains(a.Id))
            .Select(a => new Option(a.Id.ToString(), a.Name, a.Function))];
        // Chosen beforehand only where there is nothing to choose: a law too many is seen by nobody.
        if (Laws.Count == 0 && await work.LawsIn(Id, Cancel) is [var only]) Laws = [only];
        (Coordinator, Deputy) = (Coordinator ?? Members.FirstOrDefault(m => m.IsCoordinator)?.Id, Deputy ?? Members.FirstOrDefault(m => m.IsDeputy)?.Id);
        return Page();
    }
}
