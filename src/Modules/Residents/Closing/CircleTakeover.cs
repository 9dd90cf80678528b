using Samenkracht.Kernel;

namespace Samenkracht.Residents.Closing;

/// <summary>Wat iemand overnam.</summary>
internal enum TakenPart
{
    [Label("U bent nu de vaste contactpersoon")] Coordinator,
    [Label("U zit nu in de kring")] Member,
    [Label("De vervanger is weg; kijk of de nieuwe past")] DeputyChanged,
}

/// <summary>Overname: what came to somebody because a colleague's account was closed. Told on "Mijn dag" for two weeks.</summary>
internal sealed class CircleTakeover
{
    private CircleTakeover() { }

    public Guid Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public AccountId Account { get; private init; }
    public TakenPart Part { get; private init; }
    public DateTimeOffset At { get; private init; }

    public static CircleTakeover Of(HouseholdId household, AccountId account, TakenPart part, Because because) =>
        new() { Id = Guid.NewGuid(), Household = household, Account = account, Part = part, At = because.At };
}
