using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Safety;

/// <summary>Waarom bezoek en post wachten.</summary>
internal enum HoldGround
{
    [Label("Zelfde adres als een afgeschermd huishouden")] Address,
    [Label("Zelfde naam als iemand die is afgeschermd")] Name,
    [Label("Zelfde BSN als iemand die is afgeschermd")] Bsn,
    /// <summary>Drawn by lot, so that waiting for the attention officer tells nobody that there was a hit.</summary>
    [Label("Steekproef")] Lot,
}

/// <summary>Vasthouden: what was entered of a household touches one that is hidden. Only the attention officer sees it; nobody visits or writes until released.</summary>
internal sealed class ContactHold : IVersioned
{
    private ContactHold() { }

    public ContactHoldId Id { get; private init; }
    /// <summary>The household that was entered or changed.</summary>
    public HouseholdId Household { get; private init; }
    /// <summary>The hidden one that it touches; null when drawn by lot.</summary>
    public HouseholdId? Matched { get; private init; }
    public HoldGround Ground { get; private init; }
    /// <summary>False where a block would itself betray the hit: after the first day of a household or an address. The attention officer calls.</summary>
    public bool Blocks { get; private init; }
    public DateTimeOffset HeldAt { get; private init; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public AccountId? ReleasedBy { get; private set; }
    /// <summary>In this row alone: a line of the journal that is in nobody's timeline is under nobody's key, and would outlive the household.</summary>
    public string? ReleasedBecause { get; private set; }
    public int Version { get; private set; }

    public static ContactHold Place(HouseholdId household, HouseholdId? matched, HoldGround ground, bool blocks, Because because) => new()
    {
        Id = Kernel.Id.New<ContactHoldId>(),
        Household = household,
        Matched = matched,
        Ground = ground,
        Blocks = blocks,
        HeldAt = because.At,
    };

    public void Release(string reason, Because because)
    {
        if (ReleasedAt is not null) return;
        (ReleasedAt, ReleasedBy, ReleasedBecause) = (because.At, because.Actor.Account ?? throw new InvalidOperationException("Someone releases it."), reason);
    }
}

internal readonly record struct ContactHoldId(Guid Value) : IId<ContactHoldId>
{
    public override string ToString() => this.Text();
}
