namespace Samenkracht.Kernel.Access;

/// <summary>Handelende: who does something. A person with an account, the system itself, or someone without account.</summary>
public sealed record Actor(Role Role, AccountId? Account, OrganisationId? Organisation, TeamId? Team, string Name)
{
    public static Actor System { get; } = new(Role.System, null, null, null, "Systeem");

    public static Actor Anonymous { get; } = new(Role.Anonymous, null, null, null, "");

    public bool IsSignedIn => Account is not null;

    public bool IsSystem => Role == Role.System;

    public bool May(Permission permission) => Permissions.Of(Role).Contains(permission);
}
