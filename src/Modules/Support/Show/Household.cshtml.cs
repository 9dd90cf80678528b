using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Show;

/// <summary>Huishoudpagina: who, what matters now, the plan by goal, who helps, and the chain around it.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class HouseholdModel(Storage storage, ReadLog reads, IEnumerable<IHouseholdPanel> panels) : HouseholdPage
{
    public HouseholdView View { get; private set; } = null!;

    public override HeadMark? Mark => RestrictedMark.Whole(View.Household);

    [BindProperty]
    public QuestionOutcome? Outcome { get; set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Look(work, reads, "Huishouden en plan") ? await Shown(work) : NotFound();
    }

    /// <summary>At most one current plan: who comes second reads who was first.</summary>
    public async Task<IActionResult> OnPostStart()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || Actor.Organisation is not { } controller) return NotFound();
        var because = work.Because(SupportEvents.PlanStarted);
        var plan = Plan.Start(Id, controller, because, OnceId<PlanId>());
        work.Add(plan);
        await work.Note(because, plan.Id.Value, Id, cancel: Cancel);
        return await Saved(work, "Iemand anders is net een plan begonnen. U ziet het hieronder.")
            ? Done($"{HouseholdUrl}/doel", "Het plan is gestart. Wat moet er anders worden?")
            : await Again();
    }

    public async Task<IActionResult> OnPostFinish(PlanActionId agreement) => await Change(agreement, SupportEvents.Done, (a, because) => a.Finish(because), "De afspraak is gedaan.");

    public async Task<IActionResult> OnPostReopen(PlanActionId agreement) => await Change(agreement, SupportEvents.Undone, (a, _) => a.Reopen(), "De afspraak staat weer open.");

    public async Task<IActionResult> OnPostReach(GoalId goal)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await work.Query<Goal>().InCurrentPlan(work).FirstOrDefaultAsync(g => g.Id == goal && g.Household == Id, Cancel) is not { } found) return NotFound();
        var because = work.Because(SupportEvents.GoalReached, found.Law);
        found.Reach(because);
        await work.Note(because, goal.Value, Id, cancel: Cancel);
        return await Saved(work) ? Done(HouseholdUrl, "Mooi: dit doel is bereikt.") : await Again();
    }

    public async Task<IActionResult> OnPostClose(QuestionId question)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await work.Query<Question>().FirstOrDefaultAsync(q => q.Id == question && q.Household == Id, Cancel) is not { } found) return NotFound();
        if (Outcome is not { } outcome)
        {
            Refuse("", "Kies hoe het is afgelopen.");
            return await Again();
        }
        var because = work.Because(SupportEvents.Closed, found.Law);
        work.Add(found.Close(outcome, because));
        await work.Note(because, question.Value, Id, new { Outcome }, Cancel);
        return await Saved(work, "Iemand anders heeft deze vraag net afgesloten.") ? Done(HouseholdUrl, "De vraag is afgesloten.") : await Again();
    }

    private async Task<IActionResult> Change(PlanActionId id, Kernel.JournalKind kind, Action<PlanAction, Kernel.Because> verb, string done)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await work.Query<PlanAction>().InCurrentPlan(work).FirstOrDefaultAsync(a => a.Id == id && a.Household == Id, Cancel) is not { } action) return NotFound();
        var because = work.Because(kind, action.Law);
        verb(action, because);
        await work.Note(because, id.Value, Id, cancel: Cancel);
        return await Saved(work) ? Done(HouseholdUrl, done) : await Again();
    }

    private async Task<PageResult> Shown(Work work)
    {
        View = await HouseholdView.Load(work, Household, panels, Cancel);
        return Page();
    }

    // What was refused is shown on the page as it stands now.
    private async Task<IActionResult> Again()
    {
        await using var now = await storage.Read(Actor, Cancel);
        return await Look(now, reads, "Huishouden en plan") ? await Shown(now) : NotFound();
    }
}
