using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Access.Contract;

// Properties and no constructor: EF composes a query over a member initialiser, and not over a constructor's arguments.

/// <summary>Accountkaart: a colleague as others see them. Never a resident or a resident's family: those are in nobody's list.</summary>
public sealed record AccountCard
{
    public required AccountId Id { get; init; }
    public required string Name { get; init; }
    public required string Function { get; init; }
    public required Role Role { get; init; }
    public required OrganisationId? Organisation { get; init; }
    public required string? OrganisationName { get; init; }
    public required OrganisationKind? OrganisationKind { get; init; }
    public required TeamId? Team { get; init; }
    public required string? Phone { get; init; }
}

/// <summary>Organisatiekaart: an organisation and how to call it.</summary>
public sealed record OrganisationCard
{
    public required OrganisationId Id { get; init; }
    public required string Name { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required string? Phone { get; init; }
    /// <summary>Of a municipality: where and how to object to its decisions.</summary>
    public string? ObjectionAddress { get; init; }
}

/// <summary>Teamkaart: a neighbourhood team and the organisation that employs it.</summary>
public sealed record TeamCard
{
    public required TeamId Id { get; init; }
    public required string Name { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required string OrganisationName { get; init; }
}

/// <summary>Soort organisatie.</summary>
public enum OrganisationKind
{
    [Label("Gemeente")] Municipality,
    [Label("Welzijn en wijkteam")] Welfare,
    [Label("Zorg")] HealthCare,
    [Label("School")] School,
    [Label("Woningcorporatie")] HousingCorporation,
    [Label("Politie")] Police,
    [Label("Toezicht en handhaving")] Enforcement,
    [Label("Schuldeiser")] Creditor,
    [Label("Jongerenwerk")] YouthWork,
    [Label("Vrijwilligersorganisatie")] Volunteers,
    [Label("Anders")] Other,
}

public static class OrganisationKinds
{
    /// <summary>Whether people of this organisation can be in a household's circle: police, enforcement, fraud investigation and creditors never are.</summary>
    public static bool MayJoinCircle(this OrganisationKind kind) => kind is not (OrganisationKind.Police or OrganisationKind.Enforcement or OrganisationKind.Creditor);

    /// <summary>Whether an attention officer can work there: for the municipality or the neighbourhood team.</summary>
    public static bool MayGuard(this OrganisationKind kind) => kind is OrganisationKind.Municipality or OrganisationKind.Welfare;

    /// <summary>Whether someone with this role can work there: circles and the safety compartment are shut to some.</summary>
    public static bool Fits(this OrganisationKind kind, Role role) => (kind.MayJoinCircle() || !role.MayJoinCircle()) && (kind.MayGuard() || role != Role.AttentionOfficer);

    /// <summary>Whether it decides on what someone has a right to: the municipality, and the neighbourhood team by mandate (Awb 10:1, Wmo 2015 2.6.3).</summary>
    public static bool MayDecide(this OrganisationKind kind) => kind is OrganisationKind.Municipality or OrganisationKind.Welfare;
}
