namespace Samenkracht.Kernel.Access;

/// <summary>Recht om te handelen: what a role may do. What one may see of people follows from circles, not from here.</summary>
public enum Permission
{
    /// <summary>Give a signal while signed in; everyone may, and the public form needs no account.</summary>
    RaiseSignals,
    /// <summary>See the worklist of signals and assess them.</summary>
    AssessSignals,
    /// <summary>Open and change the households in whose circle one is.</summary>
    WorkWithHouseholds,
    /// <summary>Learn that someone is involved with a household, and whom to call; nothing more.</summary>
    FindInvolvement,
    /// <summary>See one's own household and plan as a resident, or what a resident shares.</summary>
    SeeOwnHousehold,
    /// <summary>Decide as the resident: approve the plan, take part in an issue, say whether an answer is one. Who stands beside them reads along.</summary>
    DecideForOneself,
    /// <summary>See and judge what lies in the safety compartment.</summary>
    HandleSafety,
    /// <summary>See the team's case load: number, phase and weeks, no contents.</summary>
    SeeCaseLoad,
    /// <summary>See the directory of communities and activities.</summary>
    SeeCommunities,
    /// <summary>Add and change communities and activities.</summary>
    EditCommunities,
    /// <summary>See the wijken, their figures and maps.</summary>
    SeeAreas,
    /// <summary>See a finding with its exact counts, inside the team.</summary>
    SeeFindings,
    /// <summary>See a finding in rounded numbers, when it counts enough households.</summary>
    SeeRoundedFindings,
    /// <summary>Start and cancel a scan.</summary>
    StartScans,
    /// <summary>Confirm or reject a finding, with a reason.</summary>
    JudgeFindings,
    /// <summary>See collective issues: areas and communities, rounded numbers, no people.</summary>
    SeeIssues,
    /// <summary>Open a collective issue and add actions in the four directions.</summary>
    WorkOnIssues,
    /// <summary>See the policy table.</summary>
    SeePolicyTable,
    /// <summary>Put an issue on a table's agenda.</summary>
    PutOnAgenda,
    /// <summary>Answer for the municipality or another table.</summary>
    GiveAnswers,
    /// <summary>Manage accounts, organisations and teams.</summary>
    ManageAccounts,
    /// <summary>Link a resident to an account.</summary>
    LinkResidents,
}

/// <summary>The one table of roles and rights.</summary>
public static class Permissions
{
    // Nothing here shows a person. The police give signals and hear "picked up"; a finding is never shown to them.
    private static readonly Permission[] Police =
        [Permission.RaiseSignals, Permission.SeeAreas, Permission.SeeIssues, Permission.SeePolicyTable, Permission.SeeCommunities];

    private static readonly Permission[] Everyone = [.. Police, Permission.SeeRoundedFindings];

    private static readonly Permission[] Team =
        [Permission.AssessSignals, Permission.WorkWithHouseholds, Permission.FindInvolvement, Permission.SeeFindings, Permission.LinkResidents];

    private static readonly Permission[] Collective =
        [Permission.SeeFindings, Permission.StartScans, Permission.JudgeFindings, Permission.WorkOnIssues, Permission.PutOnAgenda, Permission.EditCommunities];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Anonymous] = [],
        [Role.System] = [.. Enum.GetValues<Permission>()],
        [Role.Resident] = [.. Everyone, Permission.SeeOwnHousehold, Permission.DecideForOneself],
        [Role.Supporter] = [.. Everyone, Permission.SeeOwnHousehold],
        [Role.TeamMember] = [.. Everyone, .. Team, .. Collective],
        [Role.AttentionOfficer] = [.. Everyone, .. Team, Permission.HandleSafety],
        [Role.TeamLead] = [.. Everyone, .. Team, .. Collective, Permission.SeeCaseLoad],
        [Role.CommunityWorker] = [.. Everyone, .. Collective],
        [Role.YouthWorker] = [.. Everyone],
        [Role.Partner] = [.. Everyone, Permission.WorkWithHouseholds],
        [Role.Wijkagent] = [.. Police],
        [Role.Volunteer] = [.. Everyone],
        [Role.Wijkconcierge] = [.. Everyone, Permission.EditCommunities],
        [Role.PlatformMember] = [.. Everyone],
        [Role.PolicyOfficer] = [.. Everyone, Permission.PutOnAgenda, Permission.GiveAnswers],
        [Role.Alderman] = [.. Everyone, Permission.GiveAnswers],
        [Role.CouncilMember] = [.. Everyone],
        [Role.Commissioner] = [.. Everyone],
        [Role.ComplaintsOfficer] = [.. Everyone],
        [Role.PrivacyOfficer] = [.. Everyone],
        [Role.DataProtectionOfficer] = [.. Everyone],
        [Role.Archivist] = [.. Everyone],
        [Role.Administrator] = [.. Everyone, Permission.ManageAccounts],
    };

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}
