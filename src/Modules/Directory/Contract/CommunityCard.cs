using Samenkracht.Kernel;

namespace Samenkracht.Directory.Contract;

/// <summary>Gemeenschap: a club, school, association, congregation or group in the directory.</summary>
public readonly record struct CommunityId(Guid Value) : IId<CommunityId>
{
    public override string ToString() => this.Text();
}

/// <summary>Soort gemeenschap. Of the last four no link with a person is ever stored.</summary>
public enum CommunityKind
{
    [Label("Sportvereniging")] SportsClub,
    [Label("School")] School,
    [Label("Vereniging")] Association,
    [Label("Buurtgroep")] NeighbourhoodGroup,
    [Label("Vrijwilligersorganisatie")] VolunteerOrganisation,
    [Label("Geloofsgemeenschap")] Religious,
    [Label("Gemeenschap van herkomst")] Origin,
    [Label("Patiëntenvereniging of lotgenoten")] Health,
    [Label("Politieke vereniging")] Political,
}

public static class CommunityKinds
{
    /// <summary>Says something of belief, origin, health or politics about who is linked with it: AVG art. 9 (bijzondere persoonsgegevens).</summary>
    public static bool IsSensitive(this CommunityKind kind) =>
        kind is CommunityKind.Religious or CommunityKind.Origin or CommunityKind.Health or CommunityKind.Political;
}

/// <summary>Gemeenschapskaart: what others see of a community.</summary>
public sealed record CommunityCard
{
    public required CommunityId Id { get; init; }
    public required string Name { get; init; }
    public required CommunityKind Kind { get; init; }

    /// <summary>Whether a plan's action or a signal's channel may point at it.</summary>
    public required bool Linkable { get; init; }
    public required string? WijkCode { get; init; }
    public required string? ContactName { get; init; }
    public required string? ContactPhone { get; init; }
    public required string? ContactEmail { get; init; }
}
