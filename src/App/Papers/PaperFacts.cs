using Samenkracht.Access.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Support.Contract;

namespace Samenkracht.App.Papers;

/// <summary>What the program tells of itself, for the gaps in the texts.</summary>
internal sealed class PaperFacts(PaperSubject subject)
{
    private readonly StoredData[] stored = [.. PaperSubject.Declarations<StoredData>()];

    public IReadOnlyList<Term> Terms { get; } = [.. PaperSubject.Declarations<Term>()];

    public string? Tell(string slot) => slot switch
    {
        "kop" => Head,
        "gemeente" => subject.Municipality,
        "activiteiten" => ActivitySections.Write(this),
        "verantwoordelijken" => PaperText.Table("| organisatie | wat zij hier doet | verantwoordelijk voor |", ControllerOf.All.Select(Row)),
        "gegevens" => PaperText.Table("| van wie | gegeven | soort | versleuteld | waarvoor | tabel |", stored.Where(s => s.About != DataSubject.Nobody).OrderBy(s => s.About).SelectMany(Rows)),
        "zonder-mensen" => string.Join(", ", stored.Where(s => s.About == DataSubject.Nobody).Select(s => $"`{s.Table}`")),
        "termijnen" => TermTable(Terms),
        "wetten" => PaperText.Table("| wet | taak | over gegevens |", Enum.GetValues<Law>().Select(law => Row(law))),
        "rollen" => PaperText.Table("| rol | kan in een kring | rechten |", Roles.OfAccounts.Select(Row)),
        "maatregelen" => PaperText.Table("| nr. | maatregel | bewezen door |", Measure.All.Select(m => (string[])[Number(m), m.Dutch, string.Join(", ", m.Proof.Select(p => $"`{p}`"))])),
        "maatregelen-zonder-bewijs" => PaperText.List(Measure.All.Select(m => m.Dutch)),
        "nooit-in-kring" => string.Join(", ", Enum.GetValues<OrganisationKind>().Where(kind => !kind.MayJoinCircle()).Select(kind => PaperText.LowerFirst(kind.Label()))),
        "alleen-opgepakt" => string.Join(" of ", Roles.OfAccounts.Where(role => role.OnlyHearsPickedUp()).Select(role => PaperText.LowerFirst(role.Label()))),
        "nooit-per-gemeenschap" => string.Join(", ", Enum.GetValues<Theme>().Where(theme => !theme.MayBeScannedByCommunity()).Select(theme => PaperText.LowerFirst(theme.Label()))),
        "kleinste-getal" => $"{Disclosure.Least}",
        "aanbieders" => Providers,
        "verbindingen" => Outgoing.Table(subject.Settings),
        "wie-ziet" => WhoSees.Write(),
        "naar-buiten" => Outgoing.Plain(subject.Settings),
        _ when slot.StartsWith("m:", StringComparison.Ordinal) => Measure.All.FirstOrDefault(m => m.Key == slot[2..]) is { } measure ? Number(measure) : null,
        _ => null,
    };

    public IEnumerable<StoredColumns> Data(Purpose purpose, DataSubject about) =>
        stored.Where(s => s.Purpose == purpose && s.About == about).SelectMany(s => s.Columns).Where(c => c.Kind != DataKind.None);

    /// <summary>What is kept of them for this, in words, with whether it lies encrypted as a whole.</summary>
    public IEnumerable<(string Dutch, bool Encrypted)> Things(Purpose purpose, DataSubject about) =>
        stored.Where(s => s.Purpose == purpose && s.About == about)
            .SelectMany(s => s.Columns.Where(c => c.Kind != DataKind.None).Select(c => (c.Dutch, Papers.Encrypted.Whole(s, c))));

    public string TermTable(IEnumerable<Term> terms) => PaperText.Table("| termijn | hoe lang | in te stellen | aan het einde |",
        terms.Select(term => (string[])[term.Dutch, term.Value(subject.Settings), term.Setting is { } setting ? $"`{setting}`" : "vast", term.End]));

    public string Value(Term term) => term.Value(subject.Settings);

    private string Head => $"""
        > **Concept, nog niet vastgesteld.** Gemaakt door Samenkracht {PaperSubject.Version} op {subject.Date}, uit wat het programma doet. Het is geen juridisch advies. Laat een jurist en de
        > functionaris gegevensbescherming dit nakijken, en vul aan wat tussen `[invullen: …]` staat. Na een nieuwe versie of een andere instelling maakt u het opnieuw: `./samenkracht papers --help`.
        """.ReplaceLineEndings("\n");

    private string Providers => subject.Settings?.GetSection("Aanmelden:Aanbieders").GetChildren().Select(one => one["Naam"] ?? one.Key).ToList() is { Count: > 0 } names
        ? string.Join(", ", names) : "geen ingesteld";

    private static string Number(Measure measure) => $"M{Measure.All.Index().First(m => m.Item == measure).Index + 1}";

    private static IEnumerable<string> Row(Role role) =>
        [role.Label(), role.MayJoinCircle() ? "ja" : "nee", string.Join(", ", Permissions.Of(role).Order().Select(right => PaperText.LowerFirst(right.Label())))];

    private static IEnumerable<string> Row(ControllerOf controller) =>
        [controller.Kind.Label(), controller.Does, controller.AnswersFor.Count == 0 ? "niets in Samenkracht" : string.Join(", ", controller.AnswersFor.Select(purpose => PaperText.LowerFirst(purpose.Label())))];

    private static IEnumerable<IEnumerable<string>> Rows(StoredData data) =>
        data.Columns.Where(c => c.Kind != DataKind.None).Select(c => (string[])[data.About.Label(), c.Dutch, Kinds(c.Kind), Encrypted.Words(data, c), PaperText.LowerFirst(data.Purpose.Label()), $"`{data.Table}`"]);

    private static IEnumerable<string> Row(Law law)
    {
        var basis = LegalBasis.Of(law);
        return [basis.Name == law.Label() ? basis.Name : $"{basis.Name} ({law.Label()})", basis.Task, basis.Processing];
    }

    public static string Kinds(DataKind kind) => kind == StoredData.AnyKind ? "vrije tekst: kan ook bijzonder of strafrechtelijk zijn (AVG artikel 9 en 10)" : string.Join(", ", Enum.GetValues<DataKind>().Where(one => one != DataKind.None && kind.HasFlag(one)).Select(one => one.Label()));
}
