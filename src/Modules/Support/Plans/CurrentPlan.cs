using Samenkracht.Kernel.Storage;

namespace Samenkracht.Support.Plans;

/// <summary>Huidig plan: what an ended plan held stays to be read, and neither changes nor comes due.</summary>
internal static class CurrentPlan
{
    /// <summary>Said to who was typing for a plan that a colleague ended meanwhile.</summary>
    public const string Over = "Dit kan niet meer in het plan: iemand anders rondde het net af. Wat u typte, staat hieronder.";

    public static IQueryable<Goal> InCurrentPlan(this IQueryable<Goal> goals, Work work)
    {
        var current = work.Query<Plan>().Where(p => p.EndedAt == null);
        return goals.Where(g => current.Any(p => p.Id == g.Plan));
    }

    public static IQueryable<PlanAction> InCurrentPlan(this IQueryable<PlanAction> actions, Work work)
    {
        var goals = work.Query<Goal>().InCurrentPlan(work);
        return actions.Where(a => goals.Any(g => g.Id == a.Goal));
    }
}
