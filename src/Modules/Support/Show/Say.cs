using Samenkracht.Kernel;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Show;

/// <summary>Woorden van de huishoudpagina, where a sentence depends on what is known.</summary>
internal static class Say
{
    /// <summary>"Versie 4 · goedgekeurd door Dirk Vos op 12 november · Wmo en Jeugdwet"</summary>
    public static string PlanLine(HouseholdView view) => view.Plan is not { } plan
        ? "Nog geen plan"
        : string.Join(" · ", (string[])[$"Plan versie {plan.Plan.Edition}", .. Approvals(plan, view), .. plan.Laws.Count == 0 ? [] : new[] { Laws(plan.Laws) }]);

    public static string Laws(IReadOnlyList<Kernel.Access.Law> laws) => laws.Count < 2
        ? string.Concat(laws.Select(l => l.Label()))
        : $"{string.Join(", ", laws.SkipLast(1).Select(l => l.Label()))} en {laws[^1].Label()}";

    public static string Open(int count) => count == 1 ? "1 open" : $"{count} open";

    public static string Whose(Goal goal, bool own) => goal.ReachedAt is { } at
        ? $"bereikt op {Day(at)}"
        : own && goal.Whose == "bewoner" ? "mijn doel" : $"doel van: {goal.Whose}";

    /// <summary>"vaste contactpersoon", "Jeugdverpleegkundige · alleen Jeugdwet"</summary>
    public static string Place(CircleCard member)
    {
        var place = member.IsCoordinator ? "vaste contactpersoon" : member.IsDeputy ? "vervanger"
            : member.Role == CircleRole.Member && member.Who.Function.Length > 0 ? member.Who.Function : member.Role.Label().ToLowerInvariant();
        return member.Laws.Count == 1 && !member.IsCoordinator ? $"{place} · alleen {member.Laws[0].Label()}" : place;
    }

    public static int Age(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);

    /// <summary>Who of the household said it, as far as the actor sees that person.</summary>
    public static string Who(HouseholdView view, PlanApproval word) => view.Speakers.GetValueOrDefault(word.ByAccount, "de bewoner");

    // Who stands beside a resident is told nothing of what was said.
    private static IEnumerable<string> Approvals(PlanView plan, HouseholdView view) => plan.Words.Count > 0
        ? plan.Words.Select(word => Approval(plan, view, word))
        : view.IsResident ? ["ik heb nog niets gezegd over dit plan"] : view.IsOwn ? [] : ["nog niet voorgelegd aan de bewoner"];

    private static string Approval(PlanView plan, HouseholdView view, PlanApproval word) => (word.Agrees, view.IsResident) switch
    {
        (true, var own) when plan.ChangedSince(word) => own ? $"gewijzigd na goedkeuring op {Day(word.At)}" : $"gewijzigd na goedkeuring door {Who(view, word)} op {Day(word.At)}",
        (true, true) => $"door mij goedgekeurd op {Day(word.At)}",
        (true, false) => $"goedgekeurd door {Who(view, word)} op {Day(word.At)}",
        (false, true) => "ik ben het er niet mee eens",
        (false, false) => $"{Who(view, word)} is het er niet mee eens",
    };

    private static string Day(DateTimeOffset at) => Amsterdam.Date(at).ToString("d MMMM", System.Globalization.CultureInfo.GetCultureInfo("nl-NL"));
}
