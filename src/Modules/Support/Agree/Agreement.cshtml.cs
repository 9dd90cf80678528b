using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Agree;

/// <summary>Afspraak toevoegen of wijzigen: what, by when, and who does it.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class AgreementModel(Storage storage, ReadLog reads) : HouseholdPage
{
    private const int MostYears = 5;
    private const string Agreed = "De afspraak staat in het plan.";

    /// <summary>The agreement to change; a new one without it.</summary>
    [BindProperty(SupportsGet = true, Name = "afspraak")]
    public PlanActionId? Agreement { get; set; }

    /// <summary>The goal that the page was opened for.</summary>
    [BindProperty(SupportsGet = true, Name = "doel")]
    public GoalId? Goal { get; set; }

    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    public IReadOnlyList<Option> Goals { get; private set; } = [];

    public IReadOnlyList<Option> Communities { get; private set; } = [];

    /// <summary>What someone else saved in the meantime.</summary>
    public PlanAction? Theirs { get; private set; }

    public bool IsNew => Agreement is null;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Afspraak") || !await Choices(work)) return NotFound();
        if (IsNew) Input = new() { Goal = Goal?.ToString() ?? Goals[0].Value };
        else if (await Stored(work) is { } action) (Input, Version) = (AgreementForm.Of(action), action.Version);
        else return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        if (!await Choices(work) || (!IsNew && await Stored(work) is null)) return await Over(work);
        if (!Goals.Any(g => g.Value == Input.Goal)) Refuse("Input.Goal", "Kies een doel.");
        var today = Amsterdam.Date(work.Now);
        if (Input.DueOn < today.AddYears(-MostYears) || Input.DueOn > today.AddYears(MostYears)) Refuse("Input.DueOn", "Kies een dag die dichterbij ligt.");
        if (Input.Community is { Length: > 0 } chosen && !Communities.Any(c => c.Value == chosen)) Refuse("Input.Community", "Kies een gemeenschap uit de lijst.");
        if (!ModelState.IsValid) return Page();
        return IsNew ? await Add(work) : await Change(work);
    }

    // A colleague closed the plan, or reached its last goal, while this was typed.
    private async Task<IActionResult> Over(Work work)
    {
        if ((await work.LawsIn(Id, Cancel)).Count == 0 || (!IsNew && !await work.Query<PlanAction>().AnyAsync(a => a.Household == Id && a.Id == Agreement, Cancel))) return NotFound();
        RefuseAll(CurrentPlan.Over);
        return Page();
    }

    private async Task<IActionResult> Add(Work work)
    {
        var id = OnceId<PlanActionId>();
        // Sent before: it was read with the plan, and cannot be added beside itself.
        if (await work.IsNoted(id.Value, Cancel)) return Done(HouseholdUrl, Agreed);
        var goal = await work.Query<Goal>().SingleAsync(g => g.Household == Id && g.Id == Input.GoalId, Cancel);
        var plan = await work.Query<Plan>().SingleAsync(p => p.Id == goal.Plan, Cancel);
        var because = work.Because(SupportEvents.Agreed, goal.Law);
        var action = plan.Agree(goal, Input.Wanted(Actor), Actor.Organisation ?? plan.Controller, because, id);
        work.Add(action);
        await work.Note(because, action.Id.Value, Id, Input, Cancel);
        return await Saved(work) ? Done(HouseholdUrl, Agreed) : Page();
    }

    private async Task<IActionResult> Change(Work work)
    {
        var action = (await Stored(work))!;
        var goal = await work.Query<Goal>().SingleAsync(g => g.Id == action.Goal, Cancel);
        var plan = await work.Query<Plan>().SingleAsync(p => p.Id == goal.Plan, Cancel);
        var because = work.Because(SupportEvents.Changed, action.Law);
        plan.Change(action, Input.Wanted(Actor));
        work.Expect(action, Version);
        await work.Note(because, action.Id.Value, Id, Input, Cancel);
        if (await Saved(work)) return Done(HouseholdUrl, "De afspraak is gewijzigd.");
        await using var now = await storage.Read(Actor, Cancel);
        Theirs = await Stored(now);
        Version = Theirs?.Version ?? Version;
        return Page();
    }

    // Of the plan that runs now: what an ended plan agreed on stays as it was.
    private async Task<PlanAction?> Stored(Work work)
    {
        var goals = Goals.Select(g => Kernel.Id.TryParse<GoalId>(g.Value, out var goal) ? goal : default).ToArray();
        return await work.Query<PlanAction>().FirstOrDefaultAsync(a => a.Household == Id && a.Id == Agreement && goals.Contains(a.Goal), Cancel);
    }

    // Without a goal there is nothing to agree on yet.
    private async Task<bool> Choices(Work work)
    {
        var plan = await PlanView.Current(work, Id, Cancel);
        // What another law shares is there to read.
        var laws = await work.LawsIn(Id, Cancel);
        Goals = [.. plan?.Goals.Where(g => laws.Contains(g.Goal.Law)).Where(g => g.Goal.ReachedAt is null || g.Actions.Any(a => a.Id == Agreement)).Select(g => new Option(g.Goal.Id.ToString(), g.Goal.Text)) ?? []];
        Communities = [.. (await work.LinkableCommunities.OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(Cancel))
            .Select(c => new Option(c.Id.ToString(), c.Name))];
        return Goals.Count > 0;
    }
}

/// <summary>What is typed of an agreement.</summary>
internal sealed class AgreementForm
{
    public string? Goal { get; set; }

    [Required(ErrorMessage = "Schrijf op wat u afspreekt."), StringLength(200)]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Kies een datum.")]
    public DateOnly? DueOn { get; set; }

    [Required(ErrorMessage = "Kies wie het doet.")]
    public Doer? Doer { get; set; }

    [StringLength(60)]
    public string? DoerName { get; set; }

    public string? Community { get; set; }

    public Rhythm Rhythm { get; set; }

    internal GoalId GoalId => Kernel.Id.TryParse<GoalId>(Goal, out var id) ? id : default;

    // A professional without a name is whoever writes it down.
    internal NewPlanAction Wanted(Actor actor) => new(Text!, DueOn!.Value, Doer!.Value, DoerName, Rhythm,
        Kernel.Id.TryParse<CommunityId>(Community, out var community) ? community : null,
        Doer == Contract.Doer.Professional && string.IsNullOrWhiteSpace(DoerName) ? actor.Account : null);

    public static AgreementForm Of(PlanAction action) => new()
    {
        Goal = action.Goal.ToString(),
        Text = action.Text,
        DueOn = action.DueOn,
        Doer = action.Doer,
        DoerName = action.DoerName,
        Community = action.Community?.ToString(),
        Rhythm = action.Rhythm,
    };
}
