using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Support.Plans;

/// <summary>Doel met zijn afspraken, as far as the actor may see them.</summary>
internal sealed record GoalView(Goal Goal, IReadOnlyList<PlanAction> Actions);

/// <summary>Het huidige plan, as far as the actor may see it.</summary>
/// <param name="Last">The resident's last word on it; null when there was none yet.</param>
internal sealed record PlanView(Plan Plan, PlanApproval? Last, IReadOnlyList<GoalView> Goals)
{
    public IReadOnlyList<PlanAction> Actions => [.. Goals.SelectMany(g => g.Actions)];

    public IReadOnlyList<Law> Laws => [.. Goals.Select(g => g.Goal.Law).Distinct().Order()];

    public bool ChangedSince => Last is not null && Last.Edition != Plan.Edition;

    public static async Task<PlanView?> Current(Work work, HouseholdId household, CancellationToken cancel)
    {
        if (await work.Query<Plan>().FirstOrDefaultAsync(p => p.Household == household && p.EndedAt == null, cancel) is not { } plan) return null;
        // By itself: as part of the plan's query it would rank the approvals of all plans.
        var last = await work.Query<PlanApproval>().Where(a => a.Plan == plan.Id).OrderByDescending(a => a.At).FirstOrDefaultAsync(cancel);
        var goals = await work.Query<Goal>().Where(g => g.Plan == plan.Id).OrderBy(g => g.SetAt).ToListAsync(cancel);
        var ids = goals.Select(g => g.Id).ToArray();
        var actions = (await work.Query<PlanAction>().Where(a => ids.Contains(a.Goal)).OrderBy(a => a.DueOn).ThenBy(a => a.AgreedAt).ToListAsync(cancel))
            .ToLookup(a => a.Goal);
        return new PlanView(plan, last, [.. goals.Select(g => new GoalView(g, [.. actions[g.Id]]))]);
    }
}
