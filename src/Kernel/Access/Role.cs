namespace Samenkracht.Kernel.Access;

/// <summary>Rol: what someone comes for. One role per account; rights to act follow from it in <see cref="Permissions"/>, sight never does.</summary>
public enum Role
{
    [Label("Zonder account")] Anonymous,
    [Label("Systeem")] System,
    [Label("Inwoner")] Resident,
    [Label("Naaste van een inwoner")] Supporter,
    [Label("Wijkteammedewerker")] TeamMember,
    [Label("Aandachtsfunctionaris")] AttentionOfficer,
    [Label("Teamleider")] TeamLead,
    [Label("Opbouwwerker")] CommunityWorker,
    [Label("Jongerenwerker")] YouthWorker,
    [Label("Ketenpartner")] Partner,
    [Label("Wijkagent")] Wijkagent,
    [Label("Schuldeiser")] Creditor,
    [Label("Vrijwilliger")] Volunteer,
    [Label("Wijkconciërge")] Wijkconcierge,
    [Label("Lid van het wijkplatform")] PlatformMember,
    [Label("Beleidsmedewerker")] PolicyOfficer,
    [Label("Wethouder")] Alderman,
    [Label("Raadslid")] CouncilMember,
    [Label("Opdrachtgever")] Commissioner,
    [Label("Klachtenfunctionaris")] ComplaintsOfficer,
    [Label("Privacyfunctionaris")] PrivacyOfficer,
    [Label("Functionaris gegevensbescherming")] DataProtectionOfficer,
    [Label("Archivaris")] Archivist,
    [Label("Beheerder")] Administrator,
}

public static class Roles
{
    /// <summary>Everyone who signs in for their work: an authenticator app is required outside the demo.</summary>
    public static bool IsProfessional(this Role role) =>
        role is not (Role.Anonymous or Role.System or Role.Resident or Role.Supporter or Role.Volunteer or Role.PlatformMember);

    /// <summary>Roles that can be a member of a household's circle. Police and supervision never are (product.md, "Laws stay apart").</summary>
    public static bool MayJoinCircle(this Role role) =>
        role is Role.TeamMember or Role.AttentionOfficer or Role.TeamLead or Role.Partner or Role.Volunteer or Role.Supporter;

    /// <summary>Roles that give signals and read "opgepakt", and nothing more of what became of them.</summary>
    public static bool OnlyHearsPickedUp(this Role role) => role is Role.Wijkagent or Role.Creditor;

    /// <summary>The roles an account can have.</summary>
    public static IEnumerable<Role> OfAccounts => Enum.GetValues<Role>().Where(r => r is not (Role.Anonymous or Role.System));
}
