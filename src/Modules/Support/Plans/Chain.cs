using Samenkracht.Kernel;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Plans;

/// <summary>De keten van één huishouden: this module's own steps, with those of later modules in their place.</summary>
internal static class Chain
{
    public static IReadOnlyList<(string Title, ChainStep Step)> Of(
        IReadOnlyList<QuestionCard> questions, PlanView? plan, DateTimeOffset? planEndedAt, DateOnly today, IEnumerable<ChainStep> added)
    {
        var steps = Own(questions, plan, planEndedAt, today).Concat(added).GroupBy(s => s.Link).Select(s => s.Last()).ToDictionary(s => s.Link);
        // The story is in one place at a time: the furthest.
        foreach (var link in steps.Values.Where(s => s.State == "now").Select(s => s.Link).Order().SkipLast(1).ToList()) steps[link] = steps[link] with { State = "done" };
        return [.. Enum.GetValues<ChainLink>().Select(link => (link.Label(), steps.GetValueOrDefault(link) ?? new ChainStep(link, null, "nog niet", "next")))];
    }

    private static IEnumerable<ChainStep> Own(IReadOnlyList<QuestionCard> questions, PlanView? plan, DateTimeOffset? planEndedAt, DateOnly today)
    {
        if (questions.Where(q => q.FromSignal is not null).MinBy(q => q.AskedAt) is { } signal)
            yield return new(ChainLink.Signal, DutchDate.Short(signal.AskedAt, today), "opgepakt", "done");
        if (questions.MinBy(q => q.AskedAt) is { } first)
            yield return new(ChainLink.Question, DutchDate.Short(first.AskedAt, today), Open(questions.Count(q => q.ClosedAt is null)), questions.Any(q => q.ClosedAt is null) ? "now" : "done");
        if (plan is not null)
            yield return new(ChainLink.Plan, DutchDate.Short(plan.Plan.StartedAt, today), $"{Many(plan.Goals.Count, "doel", "doelen")}, {Many(plan.Actions.Count, "afspraak", "afspraken")}", "now");
        else if (planEndedAt is { } ended)
            yield return new(ChainLink.Plan, DutchDate.Short(ended, today), "afgesloten", "done");
    }

    private static string Open(int count) => count == 0 ? "alles beantwoord" : Many(count, "open vraag", "open vragen");

    private static string Many(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";
}
