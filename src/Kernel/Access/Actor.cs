namespace Samenkracht.Kernel.Access;

/// <summary>Handelende: who does something. A person with an account, the system itself, or someone without account.</summary>
public sealed record Actor(Role Role, AccountId? Account, OrganisationId? Organisation, TeamId? Team, string Name)
{
    public static Actor System { get; } = new(Role.System, null, null, null, "Systeem");

    public static Actor Anonymous { get; } = new(Role.Anonymous, null, null, null, "");

    /// <summary>The household into which this actor looks by emergency access, on the page made for that; null everywhere else.</summary>
    public HouseholdId? Emergency { get; private init; }

    /// <summary>Aanmelding: the sign-in by which this actor comes; the log of looks keeps it as the access point.</summary>
    public Guid? Session { get; init; }

    /// <summary>The request by which this actor comes; null for work of the system's own.</summary>
    public Origin? Origin { get; init; }

    public Actor InEmergency(HouseholdId household) => this with { Emergency = household };

    public bool IsSignedIn => Account is not null;

    public bool IsSystem => Role == Role.System;

    public bool May(Permission permission) => Permissions.Of(Role).Contains(permission);
}
