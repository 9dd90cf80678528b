using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.App.Papers;

/// <summary>Verwerkingsactiviteit: one purpose, as the register of processing tells of it (AVG art. 30, paragraph 1).</summary>
/// <param name="Goal">What for, in plain Dutch.</param>
/// <param name="Plain">The same to a resident: "Wij gebruiken uw gegevens om …".</param>
/// <param name="Basis">On what ground.</param>
/// <param name="Rights">The rights that open it: who has one of them may see what belongs to it, within the conditions of that right.</param>
internal sealed record Activity(Purpose Purpose, string Goal, string Plain, string Basis, IReadOnlyList<Permission> Rights)
{
    private const string PublicTask = "Taak van algemeen belang (AVG artikel 6, lid 1, onder e)";

    public static IReadOnlyList<Activity> All { get; } = [.. Enum.GetValues<Purpose>().Select(Of)];

    public static Activity Of(Purpose purpose) => purpose switch
    {
        Purpose.OwnAffairs => new(purpose, "Bewoners lezen hun eigen plan en besluiten erover, en zien wie in hun dossier keek.", "u uw eigen plan en gegevens te laten zien",
            $"{PublicTask}, met de wet waaronder de hulp valt; AVG artikel 12 en 15 tot en met 22.", [Permission.SeeOwnHousehold, Permission.DecideForOneself, Permission.LinkResidents]),
        Purpose.SignalHandling => new(purpose, "Een signaal of melding ontvangen en beoordelen, en de melder laten weten wat ermee is gedaan.", "te kijken wat er nodig is als u of iemand anders zich meldt",
            $"{PublicTask}, met Wmo 2015 artikel 2.3.2, Jeugdwet artikel 2.3 en 2.4, en voor betalingsachterstanden Wgs artikel 3.", [Permission.RaiseSignals, Permission.AssessSignals]),
        Purpose.Support => new(purpose, "Eén huishouden helpen met één plan, met één vaste contactpersoon en wie er verder bij nodig is.", "u te helpen met één plan en één vaste contactpersoon",
            $"{PublicTask}, met de wet waaronder de vraag of het doel valt; zie de tabel met wetten.", [Permission.WorkWithHouseholds, Permission.FindInvolvement, Permission.SeeCaseLoad]),
        Purpose.Safety => new(purpose, "Mensen beschermen bij geweld, stalking of strijd over kinderen: afschermen wat hen verraadt, en bezoek en post laten wachten.", "mensen te beschermen als het thuis niet veilig is",
            $"{PublicTask} en vitaal belang (onder d), met Wmo 2015 artikel 3.3, Jeugdwet artikel 4.1.7 (meldcode) en Wet BRP artikel 2.59 (geheimhouding).", [Permission.HandleSafety]),
        Purpose.Emergency => new(purpose, "In nood een dossier lezen zonder in de kring te zijn, met een reden die achteraf wordt beoordeeld.", "in nood snel te kunnen helpen",
            $"Vitaal belang (AVG artikel 6, lid 1, onder d) of {PublicTask[..1].ToLowerInvariant()}{PublicTask[1..]}.",
            [Permission.UseEmergencyAccess, Permission.JudgeEmergencyAccess, Permission.SuperviseEmergencyAccess]),
        Purpose.CollectiveInsight => new(purpose, "Zien wat veel huishoudens samen raakt, in buurten en rond gemeenschappen, zonder iemand te beoordelen.", "te zien welke problemen veel mensen samen raken, zonder namen",
            $"{PublicTask}, met Wmo 2015 artikel 2.1.1 en 2.1.2 en Jeugdwet artikel 2.1; statistiek uit gegevens voor de hulp: AVG artikel 5, lid 1, onder b, en artikel 89.",
            [Permission.SeeFindings, Permission.SeeRoundedFindings, Permission.StartScans, Permission.JudgeFindings, Permission.SeeIssues, Permission.WorkOnIssues, Permission.SeeCommunities,
                Permission.EditCommunities, Permission.SeeAreas]),
        Purpose.Policy => new(purpose, "Een kwestie op de agenda van een beleidstafel zetten en er antwoord op geven.", "beleid te verbeteren en u te laten weten wat met een vraag is gedaan",
            $"{PublicTask}, met Wmo 2015 artikel 2.1.2 en Jeugdwet artikel 2.2.", [Permission.SeePolicyTable, Permission.PutOnAgenda, Permission.GiveAnswers]),
        Purpose.Administration => new(purpose, "Accounts beheren, aanmelden, vastleggen wie wat deed en wie keek, en vernietigen wat lang genoeg is bewaard.", "te zorgen dat alleen de juiste mensen erbij kunnen, en dat te kunnen nagaan",
            "Wettelijke plicht (AVG artikel 6, lid 1, onder c) om te beveiligen en te verantwoorden: AVG artikel 5, lid 2, 24 en 32; NEN 7513.", [Permission.ManageAccounts, Permission.ConfirmOfficers, Permission.ApproveDestruction]),
        Purpose.DataRights => new(purpose, "Antwoorden als een bewoner vraagt om verbetering, een kopie, verwijdering of de naam van wie keek.", "te antwoorden als u iets vraagt over uw eigen gegevens",
            "Wettelijke plicht (AVG artikel 6, lid 1, onder c): AVG artikel 12 en 15 tot en met 22, Jeugdwet artikel 7.3.9 en 7.3.10.", [Permission.HandleRequests]),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Describe this purpose in src/App/Papers/Activity.cs."),
    };
}
