using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Authority;

/// <summary>Stilgezet meekijken: parents see nothing about the children of this household. It lies in the safety compartment; only the attention officer lifts it.</summary>
internal sealed class ViewFreeze
{
    public const int MostReason = 1000;

    private ViewFreeze() { }

    public ViewFreezeId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public FreezeGround Ground { get; private init; }
    public string Reason { get; private init; } = "";
    public DateTimeOffset FrozenAt { get; private init; }
    public AccountId FrozenBy { get; private init; }
    public DateTimeOffset? LiftedAt { get; private set; }
    public AccountId? LiftedBy { get; private set; }

    public static ViewFreeze Freeze(HouseholdId household, FreezeGround ground, string reason, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new()
        {
            Id = Kernel.Id.New<ViewFreezeId>(),
            Household = household,
            Ground = ground,
            Reason = reason.Trim(),
            FrozenAt = because.At,
            FrozenBy = because.Actor.Account!.Value,
        };
    }

    public void Lift(Because because)
    {
        if (LiftedAt is not null) throw new InvalidOperationException("It was lifted already.");
        (LiftedAt, LiftedBy) = (because.At, because.Actor.Account);
    }
}

/// <summary>Grond om het meekijken stil te zetten.</summary>
internal enum FreezeGround
{
    [Label("Vermoeden van kindermishandeling of huiselijk geweld")] Suspicion,
    [Label("Conflict over gezag of omgang")] CustodyDispute,
}
