namespace Samenkracht.Kernel.Access;

/// <summary>Recht om te handelen: what a role may do. What one may see of people follows from circles, not from here.</summary>
public enum Permission
{
    /// <summary>Give a signal while signed in; everyone may, and the public form needs no account.</summary>
    [Label("Signalen geven met een account")]
    RaiseSignals,
    /// <summary>See the worklist of signals and assess them.</summary>
    [Label("Signalen bekijken en beoordelen"), Condition("van het eigen team en de gezamenlijke balie; wat over veiligheid gaat alleen de aandachtsfunctionaris", "of the own team and the shared desk; about safety the attention officer alone")]
    AssessSignals,
    /// <summary>Open and change the households in whose circle one is.</summary>
    [Label("Huishoudens openen en wijzigen"), Condition("alleen in de eigen kring, voor de wetten van het lidmaatschap", "in one's own circles only, for the laws of the membership")]
    WorkWithHouseholds,
    /// <summary>Learn that someone is involved with a household, and whom to call; nothing more.</summary>
    [Label("Zien dat er iemand betrokken is"), Condition("alleen op een volledige naam, een volledig adres of een BSN; nooit bij een geheim adres of afscherming", "by a full name, a full address or a BSN only; never under secrecy or in the safety compartment")]
    FindInvolvement,
    /// <summary>See one's own household and plan as a resident, or what a resident shares.</summary>
    [Label("Het eigen huishouden zien"), Condition("alleen het eigen, of waar de inwoner iemand naast zich heeft; nooit wat is afgeschermd", "the own one, or where a resident let someone stand beside them; never what is shielded")]
    SeeOwnHousehold,
    /// <summary>Decide as the resident: approve the plan, take part in an issue, say whether an answer is one. Who stands beside them reads along.</summary>
    [Label("Als inwoner beslissen"), Condition("alleen over het eigen plan", "about the own plan only")]
    DecideForOneself,
    /// <summary>See and judge what lies in the safety compartment.</summary>
    [Label("Zien en beoordelen wat is afgeschermd"), Condition("bij huishoudens waar de eigen organisatie werkt; waar geen aandachtsfunctionaris is, valt de gemeente in", "at households where the own organisation works; where there is no officer, the municipality stands in")]
    HandleSafety,
    /// <summary>Confirm that someone becomes an attention officer, whom an administrator asked.</summary>
    [Label("Een aandachtsfunctionaris bevestigen"), Condition("van de eigen organisatie; waar nog niemand is, de privacyfunctionaris; nooit wie het vroeg of wie het wordt", "of the own organisation; where there is none yet, the privacy officer; never who asked or who becomes one")]
    ConfirmOfficers,
    /// <summary>Look into a household without being in its circle, for a day, with a reason that the privacy officer judges.</summary>
    [Label("Noodtoegang nemen"), Condition("met reden, 24 uur, alleen om te lezen, nooit wat is afgeschermd", "with a reason, for 24 hours, to read only, never what is shielded")]
    UseEmergencyAccess,
    /// <summary>Judge afterwards whether emergency access was justified.</summary>
    [Label("Noodtoegang beoordelen"), Condition("zonder inhoud, nooit de eigen", "without contents, never one's own")]
    JudgeEmergencyAccess,
    /// <summary>See how emergency access was used and judged, without deciding: the FG supervises.</summary>
    [Label("Toezien op noodtoegang"), Condition("zonder inhoud en zonder te beslissen", "without contents and without deciding")]
    SuperviseEmergencyAccess,
    /// <summary>See and decide on requests of residents about their own data: correction, a copy, erasure, who looked.</summary>
    [Label("Verzoeken over gegevens behandelen"), Condition("zonder inhoud van het dossier, nooit wat is afgeschermd", "without contents of the file, never what is shielded")]
    HandleRequests,
    /// <summary>See which files are past their term, hold them, and approve that the system destroys them.</summary>
    [Label("Vernietiging goedkeuren"), Condition("zonder inhoud en zonder namen", "without contents and without names")]
    ApproveDestruction,
    /// <summary>See the team's case load: number, phase and weeks, no contents.</summary>
    [Label("De caseload van het team zien"), Condition("aantallen en weken, van het eigen team", "numbers and weeks, of the own team")]
    SeeCaseLoad,
    /// <summary>See the directory of communities and activities.</summary>
    [Label("De sociale kaart zien")]
    SeeCommunities,
    /// <summary>Add and change communities and activities.</summary>
    [Label("De sociale kaart bijhouden")]
    EditCommunities,
    /// <summary>See the wijken, their figures and maps.</summary>
    [Label("De wijken zien")]
    SeeAreas,
    /// <summary>See a finding with its exact counts, inside the team.</summary>
    [Label("Bevindingen met aantallen zien"), Condition("binnen het team; nooit een naam", "inside the team; never a name")]
    SeeFindings,
    /// <summary>See a finding in rounded numbers, when it counts enough households.</summary>
    [Label("Bevindingen afgerond zien"), Condition("alleen vanaf tien huishoudens", "from ten households only")]
    SeeRoundedFindings,
    /// <summary>Start and cancel a scan.</summary>
    [Label("Een scan starten")]
    StartScans,
    /// <summary>Confirm or reject a finding, with a reason.</summary>
    [Label("Bevindingen bevestigen of afwijzen")]
    JudgeFindings,
    /// <summary>See collective issues: areas and communities, rounded numbers, no people.</summary>
    [Label("Kwesties zien"), Condition("afgerond, geen mensen", "rounded, no people")]
    SeeIssues,
    /// <summary>Open a collective issue and add actions in the four directions.</summary>
    [Label("Aan kwesties werken")]
    WorkOnIssues,
    /// <summary>See the policy table.</summary>
    [Label("De beleidstafel zien")]
    SeePolicyTable,
    /// <summary>Put an issue on a table's agenda.</summary>
    [Label("Een kwestie agenderen")]
    PutOnAgenda,
    /// <summary>Answer for the municipality or another table.</summary>
    [Label("Antwoorden voor een tafel")]
    GiveAnswers,
    /// <summary>Manage accounts, organisations and teams.</summary>
    [Label("Accounts, organisaties en teams beheren"), Condition("geen inhoud", "no contents")]
    ManageAccounts,
    /// <summary>Link a resident to an account.</summary>
    [Label("Een inwoner aan een account koppelen"), Condition("in de eigen kring, vanaf 12 jaar", "in one's own circles, from 12 years")]
    LinkResidents,
}

/// <summary>Voorwaarde: within which bounds a right is used, in Dutch and in English, for docs/permissions.md. The code that holds them is the scope of the data.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ConditionAttribute(string dutch, string english) : Attribute
{
    public string Dutch => dutch;

    public string English => english;
}

/// <summary>The one table of roles and rights.</summary>
public static class Permissions
{
    // Nothing here shows a person. Police and creditors give signals and hear "picked up"; a finding is never shown to them.
    private static readonly Permission[] SignalsOnly =
        [Permission.RaiseSignals, Permission.SeeAreas, Permission.SeeIssues, Permission.SeePolicyTable, Permission.SeeCommunities];

    private static readonly Permission[] Everyone = [.. SignalsOnly, Permission.SeeRoundedFindings];

    private static readonly Permission[] Team =
        [Permission.AssessSignals, Permission.WorkWithHouseholds, Permission.FindInvolvement, Permission.SeeFindings, Permission.LinkResidents,
        Permission.UseEmergencyAccess];

    private static readonly Permission[] Collective =
        [Permission.SeeFindings, Permission.StartScans, Permission.JudgeFindings, Permission.WorkOnIssues, Permission.PutOnAgenda, Permission.EditCommunities];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Anonymous] = [],
        [Role.System] = [.. Enum.GetValues<Permission>()],
        [Role.Resident] = [.. Everyone, Permission.SeeOwnHousehold, Permission.DecideForOneself],
        [Role.Supporter] = [.. Everyone, Permission.SeeOwnHousehold],
        [Role.TeamMember] = [.. Everyone, .. Team, .. Collective],
        [Role.AttentionOfficer] = [.. Everyone, .. Team, Permission.HandleSafety, Permission.ConfirmOfficers],
        [Role.TeamLead] = [.. Everyone, .. Team, .. Collective, Permission.SeeCaseLoad],
        [Role.CommunityWorker] = [.. Everyone, .. Collective],
        [Role.YouthWorker] = [.. Everyone],
        [Role.Partner] = [.. Everyone, Permission.WorkWithHouseholds],
        [Role.Wijkagent] = [.. SignalsOnly],
        [Role.Creditor] = [.. SignalsOnly],
        [Role.Volunteer] = [.. Everyone],
        [Role.Wijkconcierge] = [.. Everyone, Permission.EditCommunities],
        [Role.PlatformMember] = [.. Everyone],
        [Role.PolicyOfficer] = [.. Everyone, Permission.PutOnAgenda, Permission.GiveAnswers],
        [Role.Alderman] = [.. Everyone, Permission.GiveAnswers],
        [Role.CouncilMember] = [.. Everyone],
        [Role.Commissioner] = [.. Everyone],
        [Role.ComplaintsOfficer] = [.. Everyone],
        [Role.PrivacyOfficer] = [.. Everyone, Permission.JudgeEmergencyAccess, Permission.HandleRequests, Permission.ConfirmOfficers],
        [Role.DataProtectionOfficer] = [.. Everyone, Permission.SuperviseEmergencyAccess],
        [Role.Archivist] = [.. Everyone, Permission.ApproveDestruction],
        [Role.Administrator] = [.. Everyone, Permission.ManageAccounts],
    };

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}
