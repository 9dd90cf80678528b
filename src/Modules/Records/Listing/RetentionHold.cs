using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Records.Listing;

/// <summary>Waarom iets niet vernietigd mag worden.</summary>
internal enum HoldGround
{
    [Label("Er loopt een klacht")] Complaint,
    [Label("Er loopt een bezwaar of een rechtszaak")] Procedure,
    [Label("Er loopt een verzoek van de betrokkene")] Request,
    [Label("Er loopt een onderzoek")] Inquiry,
    [Label("Iets anders")] Other,
}

/// <summary>Aanhouding: as long as it stands, nothing of this household or signal is destroyed, also what was approved.</summary>
internal sealed class RetentionHold : IVersioned
{
    public const int MostWords = 500;

    private RetentionHold() { }

    public RetentionHoldId Id { get; private init; }
    public HouseholdId? Household { get; private init; }
    public Guid? Signal { get; private init; }
    public HoldGround Ground { get; private init; }
    public string Reason { get; private init; } = "";
    public DateTimeOffset HeldAt { get; private init; }
    public AccountId HeldBy { get; private init; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public AccountId? ReleasedBy { get; private set; }
    public int Version { get; private set; }

    public static RetentionHold On(DestroyedFile file, HoldGround ground, string reason, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new RetentionHold
        {
            Id = Kernel.Id.New<RetentionHoldId>(),
            Household = file.Household,
            Signal = file.Household is null ? file.Signal : null,
            Ground = ground,
            Reason = reason.Trim(),
            HeldAt = because.At,
            HeldBy = because.Actor.Account ?? throw new InvalidOperationException("Someone holds it."),
        };
    }

    public void Release(Because because)
    {
        if (ReleasedAt is not null) throw new InvalidOperationException("Released once.");
        (ReleasedAt, ReleasedBy) = (because.At, because.Actor.Account);
    }
}

internal readonly record struct RetentionHoldId(Guid Value) : IId<RetentionHoldId>
{
    public override string ToString() => this.Text();
}
