using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.App.Papers;

/// <summary>Papier: one file, ready to be read by a lawyer.</summary>
internal sealed record Paper(string File, string Text);

/// <summary>Invoeringspapieren: what a municipality needs on paper before it may begin, made from what the program does.</summary>
internal static class GoLivePapers
{
    private static readonly string[] Once = ["README", "verwerkingsregister", "dpia", "samenwerkingsconvenant", "verwerkersovereenkomst"];

    private static readonly DataSubject[] Residents = [DataSubject.Residents, DataSubject.Reported, DataSubject.Reporters];

    public static IReadOnlyList<Paper> Write(PaperSubject subject)
    {
        var facts = new PaperFacts(subject);
        return
        [
            .. Once.Select(name => new Paper($"{name}.md", PaperText.Fill(name, slot => slot == "verklaringen" ? Statements() : facts.Tell(slot)))),
            .. ControllerOf.Answering.Select(controller => new Paper(FileOf(controller), PaperText.Fill("privacyverklaring", slot => Tell(controller, slot, facts)))),
        ];
    }

    private static string FileOf(ControllerOf controller) => $"privacyverklaring-{controller.File}.md";

    private static string Statements() => PaperText.List(ControllerOf.Answering.Select(controller => $"[{controller.Kind.Label()}]({FileOf(controller)})"));

    private static string? Tell(ControllerOf controller, string slot, PaperFacts facts) => slot switch
    {
        "soort" => PaperText.LowerFirst(controller.Kind.Label()),
        "organisatie" => controller.Kind == OrganisationKind.Municipality ? $"de gemeente {facts.Tell("gemeente")}" : PaperSubject.Gap("naam van de organisatie"),
        "wat-wij-doen" => controller.Does,
        "waarvoor" => PaperText.List(controller.AnswersFor.Select(purpose => Activity.Of(purpose).Plain)),
        "welke-gegevens" => PaperText.List(Things(controller, facts)),
        "welke-wetten" => PaperText.List(Enum.GetValues<Law>().Select(LegalBasis.Of).Select(basis => $"{basis.Name}: om {PaperText.LowerFirst(basis.Plain)}")),
        "hoe-lang" => PaperText.List([.. facts.Terms.Where(term => term.EndsData && controller.AnswersFor.Contains(term.Purpose)).Select(term => $"{term.Dutch} {facts.Value(term)}."),
            .. facts.Terms.Where(term => term.Afterwards is not null && controller.AnswersFor.Contains(term.Purpose)).Select(term => $"{term.Dutch} {facts.Value(term)}. Daarna: {term.End}."),
            $"Andere gegevens over u: {PaperSubject.Gap("termijn per wet, in gewone woorden")}."]),
        _ => facts.Tell(slot),
    };

    // A resident asks what is kept of people, not of whom works there.
    private static IEnumerable<string> Things(ControllerOf controller, PaperFacts facts) =>
        from purpose in controller.AnswersFor
        where purpose != Purpose.Administration
        let things = Residents.SelectMany(about => facts.Things(purpose, about)).GroupBy(thing => thing.Dutch).Select(same => same.All(thing => thing.Encrypted) ? $"{same.Key} (versleuteld)" : same.Key).ToList()
        where things.Count > 0
        select $"**{purpose.Label()}**: {string.Join("; ", things)}.";
}
