using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Plans;

/// <summary>Doel met zijn afspraken, as far as the actor may see them.</summary>
internal sealed record GoalView(Goal Goal, IReadOnlyList<PlanAction> Actions);

/// <summary>Het huidige plan, as far as the actor may see it.</summary>
/// <param name="Words">The last word on it of each resident, the newest first: of who lives here only one's own.</param>
internal sealed record PlanView(Plan Plan, IReadOnlyList<PlanApproval> Words, IReadOnlyList<GoalView> Goals)
{
    public IReadOnlyList<PlanAction> Actions => [.. Goals.SelectMany(g => g.Actions)];

    public IReadOnlyList<Law> Laws => [.. Goals.Select(g => g.Goal.Law).Distinct().Order()];

    public bool ChangedSince(PlanApproval word) => word.Edition != Plan.Edition;

    private static readonly CompiledQuery<HouseholdId, Plan> Running = new((work, household) => work.Query<Plan>().Where(p => p.Household == household && p.EndedAt == null).Take(1));

    private static readonly CompiledQuery<PlanId, PlanApproval> Said = new((work, plan) => work.Query<PlanApproval>().Where(a => a.Plan == plan).OrderByDescending(a => a.At));

    private static readonly CompiledQuery<PlanId, Goal> GoalsOf = new((work, plan) => work.Query<Goal>().Where(g => g.Plan == plan).OrderBy(g => g.SetAt));

    private static readonly CompiledQuery<PlanId, PlanAction> ActionsOf = new((work, plan) =>
        from action in work.Query<PlanAction>()
        join goal in work.Query<Goal>() on action.Goal equals goal.Id
        where goal.Plan == plan
        orderby action.DueOn, action.AgreedAt
        select action);

    public static async Task<PlanView?> Current(Work work, HouseholdId household, CancellationToken cancel)
    {
        if (await Running.One(work, household, cancel) is not { } plan) return null;
        // By itself: as part of the plan's query it would rank the approvals of all plans.
        var words = (await Said.List(work, plan.Id, cancel)).DistinctBy(a => a.ByAccount).ToList();
        var goals = await GoalsOf.List(work, plan.Id, cancel);
        var actions = (await ActionsOf.List(work, plan.Id, cancel)).ToLookup(a => a.Goal);
        return new PlanView(plan, words, [.. goals.Select(g => new GoalView(g, [.. actions[g.Id]]))]);
    }
}
