using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.End;

/// <summary>Plan afsluiten, after reading what is still open in it.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class EndPlanModel(Storage storage, ReadLog reads) : HouseholdPage
{
    private const string NotLeading = "Het plan sluit de organisatie van de vaste contactpersoon af. Bel die.";

    // The same words whatever the other law is, and whoever works under it.
    private const string OthersWork = "In dit plan loopt nog werk van collega’s. Vraag de andere mensen in de kring om hun doelen eerst af te ronden. Daarna kunt u het plan afsluiten.";

    /// <summary>Goals that were not reached or have something to do, each with that.</summary>
    public IReadOnlyList<(Goal Goal, IReadOnlyList<PlanAction> Agreements)> Open { get; private set; } = [];

    /// <summary>Why this person cannot close it; null when they can.</summary>
    public string? Refusal { get; private set; }

    private const string Already = "Het plan was al afgesloten, misschien net door een collega.";

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Plan afsluiten") || await Load(work) is not { } plan) return NotFound();
        Version = plan.Version;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        if (await Load(work) is not { } plan) return await WasClosed(work) ? Done(HouseholdUrl, Already) : NotFound();
        if (Refusal is not null) return Page();
        var because = work.Because(SupportEvents.PlanEnded);
        plan.End(because);
        work.Expect(plan, Version);
        await work.Note(because, plan.Id.Value, Id, cancel: Cancel);
        if (await Saved(work)) return Done(HouseholdUrl, "Het plan is afgesloten.");
        await using var now = await storage.Read(Actor, Cancel);
        if (await Load(now) is not { } stands) return Done(HouseholdUrl, Already);
        Version = stands.Version;
        return Page();
    }

    // Closed meanwhile: there is nothing left to close. For who is in the circle; to others there is no such page.
    private async Task<bool> WasClosed(Work work) =>
        await PlanView.Current(work, Id, Cancel) is null && (await work.Circle(Id, cancel: Cancel)).Any(m => m.Who.Id == Actor.Account);

    private async Task<Plan?> Load(Work work)
    {
        if (await PlanView.Current(work, Id, Cancel) is not { } view) return null;
        var circle = await work.Circle(Id, cancel: Cancel);
        if (!circle.Any(m => m.Who.Id == Actor.Account)) return null;
        Open = [.. view.Goals.Select(g => (g.Goal, Agreements: (IReadOnlyList<PlanAction>)[.. g.Actions.Where(a => a.DoneAt is null)])).Where(g => g.Goal.ReachedAt is null || g.Agreements.Count > 0)];
        Refusal = !circle.LedBy(Actor) ? NotLeading : await OthersGoOn(work, view) ? OthersWork : null;
        return view.Plan;
    }

    // Goals of a law that one does not see. Never what is shielded, nor what its author alone reads: the answer would tell that it is there.
    private async Task<bool> OthersGoOn(Work work, PlanView view)
    {
        const string Why = "that another law has open goals in this plan, never which";
        var (plan, laws, seen) = (view.Plan.Id, await work.LawsIn(Id, Cancel), view.Goals.Select(g => g.Goal.Id).ToArray());
        return await work.Beyond(Why, () => work.Unscoped<Goal>(Why).AnyAsync(
            g => g.Plan == plan && g.ReachedAt == null && g.Safety == SafetyMark.None && g.Audience != Audience.Author && !laws.Contains(g.Law) && !seen.Contains(g.Id), Cancel));
    }
}
