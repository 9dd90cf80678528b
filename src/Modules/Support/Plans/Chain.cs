using Samenkracht.Kernel;
using Samenkracht.Kernel.Time;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Plans;

/// <summary>De keten van één huishouden: this module's own steps, with those of later modules in their place.</summary>
internal static class Chain
{
    public static IReadOnlyList<(string Title, ChainStep Step)> Of(IReadOnlyList<QuestionCard> questions, PlanView? plan, IEnumerable<ChainStep> added)
    {
        var steps = Own(questions, plan).Concat(added).GroupBy(s => s.Link).Select(s => s.Last()).ToDictionary(s => s.Link);
        return [.. Enum.GetValues<ChainLink>().Select(link => (link.Label(), steps.GetValueOrDefault(link) ?? new ChainStep(link, null, "nog niet", "next")))];
    }

    private static IEnumerable<ChainStep> Own(IReadOnlyList<QuestionCard> questions, PlanView? plan)
    {
        if (questions.Where(q => q.FromSignal is not null).MinBy(q => q.AskedAt) is { } signal)
            yield return new(ChainLink.Signal, Day(signal.AskedAt), "opgepakt", "done");
        if (questions.MinBy(q => q.AskedAt) is { } first)
            yield return new(ChainLink.Question, Day(first.AskedAt), Open(questions.Count(q => q.ClosedAt is null)), plan is null ? "now" : "done");
        if (plan is not null)
            yield return new(ChainLink.Plan, Day(plan.Plan.StartedAt), $"{Many(plan.Goals.Count, "doel", "doelen")}, {Many(plan.Actions.Count, "afspraak", "afspraken")}", "now");
    }

    private static string Day(DateTimeOffset at) => DutchDate.Brief(Amsterdam.Date(at))[3..];

    private static string Open(int count) => count == 0 ? "alles beantwoord" : Many(count, "open vraag", "open vragen");

    private static string Many(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";
}
