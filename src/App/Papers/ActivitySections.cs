using System.Reflection;
using System.Text;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Processing;

namespace Samenkracht.App.Papers;

/// <summary>The register of processing: each activity with what AVG art. 30, paragraph 1, asks of it.</summary>
internal static class ActivitySections
{
    public static string Write(PaperFacts facts)
    {
        var text = new StringBuilder();
        foreach (var (index, activity) in Activity.All.Index())
            text.Append($"### {index + 1}. {activity.Purpose.Label()}\n\n").Append(PaperText.Table("| veld | inhoud |", Fields(activity, facts))).Append("\n\n");
        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<IEnumerable<string>> Fields(Activity activity, PaperFacts facts)
    {
        var answering = ControllerOf.Answering.Where(c => c.AnswersFor.Contains(activity.Purpose)).Select(c => c.Kind.Label()).ToList();
        yield return ["Verantwoordelijk (a)", string.Join(", ", answering) + (answering.Count > 1 ? "; ieder voor wat de eigen mensen schrijven" : "")];
        yield return ["Kenmerk", $"`{activity.Purpose.Activity()}`"];
        yield return ["Doel (b)", activity.Goal];
        yield return ["Grondslag", activity.Basis];
        foreach (var about in Enum.GetValues<DataSubject>())
            if (Things(facts.Data(activity.Purpose, about)) is { Length: > 0 } things) yield return [$"Van {about.Label()} (c)", things];
        yield return ["Wie het ziet (d)", string.Join("<br>", activity.Rights.Select(Seen))];
        yield return ["Wat het journaal ervan vastlegt", string.Join(", ", Kinds(activity.Purpose))];
        yield return ["Buiten de EER (e)", "alleen als een ontvanger daar staat van een verbinding die is ingesteld (zie Verbindingen naar buiten); zonder die instellingen stuurt het programma niets door"];
        yield return ["Bewaren (f)", Ends(activity.Purpose, facts)];
        yield return ["Beveiliging (g)", "de maatregelen onderaan dit register"];
    }

    private static string Things(IEnumerable<StoredColumns> data) =>
        string.Join("; ", data.DistinctBy(c => c.Dutch).Select(c => c.Kind == DataKind.Ordinary ? c.Dutch : $"{c.Dutch} [{PaperFacts.Kinds(c.Kind)}]"));

    private static string Seen(Permission right)
    {
        var condition = typeof(Permission).GetField($"{right}")!.GetCustomAttribute<ConditionAttribute>()?.Dutch;
        return $"*{right.Label()}*{(condition is null ? "" : $" ({condition})")}: {Who(right)}";
    }

    private static string Who(Permission right)
    {
        var (may, not) = (Roles.OfAccounts.Where(role => Permissions.Of(role).Contains(right)).ToList(), Roles.OfAccounts.Where(role => !Permissions.Of(role).Contains(right)).ToList());
        return not.Count == 0 ? "alle rollen" : not.Count < may.Count / 2 ? $"alle rollen behalve {Words(not)}" : Words(may);
    }

    private static string Words(IEnumerable<Role> roles) => string.Join(", ", roles.Select(role => PaperText.LowerFirst(role.Label())));

    private static IEnumerable<string> Kinds(Purpose purpose) =>
        [.. Modules.All.Select(module => module.GetType().Assembly).Prepend(typeof(JournalKind).Assembly).Append(typeof(ActivitySections).Assembly).SelectMany(JournalKinds.In)
            .Where(kind => kind.Purpose == purpose).Select(kind => PaperText.LowerFirst(kind.Dutch)).DefaultIfEmpty("alleen wat de bewoner zelf verandert")];

    private static string Ends(Purpose purpose, PaperFacts facts)
    {
        var ends = facts.Terms.Where(term => term.EndsData && term.Purpose == purpose).Select(term => $"{term.Dutch} {facts.Value(term)}")
            .Concat(facts.Terms.Where(term => term.Afterwards is not null && term.Purpose == purpose).Select(term => $"{term.Dutch} {facts.Value(term)} ({term.End})")).ToList();
        return string.Join("; ", ends.Append($"{(ends.Count > 0 ? "verder " : "")}{PaperSubject.Gap("bewaartermijn volgens de selectielijst")}"));
    }
}
