using Samenkracht.Access.Contract;
using Samenkracht.Kernel;

namespace Samenkracht.App.Papers;

/// <summary>Verwerkingsverantwoordelijke: what a kind of organisation answers for. In the program the organisation of who writes an item is its controller.</summary>
/// <param name="Does">What it does here, for the agreement and the statement.</param>
/// <param name="AnswersFor">Empty for who only gives signals: what becomes of them is the receiver's.</param>
internal sealed record ControllerOf(OrganisationKind Kind, string File, string Does, IReadOnlyList<Purpose> AnswersFor)
{
    private static readonly Purpose[] Circle = [Purpose.Support, Purpose.OwnAffairs, Purpose.Safety];

    private static readonly Purpose[] Team = [Purpose.SignalHandling, .. Circle, Purpose.Emergency, Purpose.CollectiveInsight, Purpose.Administration];

    public static IReadOnlyList<ControllerOf> All { get; } = [.. Enum.GetValues<OrganisationKind>().Select(Of)];

    /// <summary>Those that keep something about residents, and so owe them a statement (AVG art. 13 and 14).</summary>
    public static IEnumerable<ControllerOf> Answering => All.Where(controller => controller.AnswersFor.Count > 0);

    private static ControllerOf Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Municipality => new(kind, "gemeente", "geeft opdracht tot de hulp, beslist over voorzieningen en antwoordt aan de beleidstafel", Enum.GetValues<Purpose>()),
        OrganisationKind.Welfare => new(kind, "welzijn-en-wijkteam", "voert het werk van het wijkteam uit", Team),
        OrganisationKind.HealthCare => new(kind, "zorg", "helpt mee in de kring; het eigen medisch dossier staat niet in Samenkracht", Circle),
        OrganisationKind.School => new(kind, "school", "helpt mee in de kring rond een leerling en diens gezin; het leerlingdossier staat niet in Samenkracht", Circle),
        OrganisationKind.HousingCorporation => new(kind, "woningcorporatie", "helpt mee in de kring bij wonen; huurgegevens staan niet in Samenkracht", Circle),
        OrganisationKind.YouthWork => new(kind, "jongerenwerk", "helpt mee in de kring rond jongeren", Circle),
        OrganisationKind.Volunteers => new(kind, "vrijwilligersorganisatie", "laat vrijwilligers meehelpen in de kring", Circle),
        OrganisationKind.Other => new(kind, "andere-organisatie", "helpt mee in de kring, bijvoorbeeld als gecertificeerde instelling", Circle),
        OrganisationKind.Police => new(kind, "politie", "geeft signalen en leest alleen of die zijn opgepakt", []),
        OrganisationKind.Enforcement => new(kind, "toezicht-en-handhaving", "krijgt niets te zien over mensen", []),
        OrganisationKind.Creditor => new(kind, "schuldeiser", "geeft signalen over betalingsachterstanden en leest alleen of die zijn opgepakt", []),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say in src/App/Papers/Controllers.cs what this kind of organisation answers for."),
    };
}
