using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Authority;

/// <summary>Gezag: whether a parent has authority over a child, as someone checked it (BW 1:245). A new check ends the one before.</summary>
internal sealed class ParentalAuthority
{
    private ParentalAuthority() { }

    public ParentalAuthorityId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public PersonId Parent { get; private init; }
    public PersonId Child { get; private init; }
    public bool Holds { get; private init; }
    public AuthoritySource Source { get; private init; }
    public DateOnly CheckedOn { get; private init; }
    public DateTimeOffset RecordedAt { get; private init; }
    public AccountId RecordedBy { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static ParentalAuthority Record(HouseholdId household, PersonId parent, PersonId child, bool holds, AuthoritySource source, DateOnly checkedOn, Because because) => new()
    {
        Id = Kernel.Id.New<ParentalAuthorityId>(),
        Household = household,
        Parent = parent,
        Child = child,
        Holds = holds,
        Source = source,
        CheckedOn = checkedOn,
        RecordedAt = because.At,
        RecordedBy = because.Actor.Account!.Value,
    };

    public void End(Because because) => EndedAt ??= because.At;
}

/// <summary>Bron van het gezag: where one looked. What a parent says is not one.</summary>
internal enum AuthoritySource
{
    [Label("Gezagsregister")] Register,
    [Label("Uitspraak van de rechter")] CourtOrder,
    [Label("Geboorteakte of erkenning")] BirthCertificate,
}
