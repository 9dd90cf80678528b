using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Circles;

/// <summary>Begeleiding: while it runs, the household has exactly one vaste contactpersoon and one vervanger.
/// That there is one at a time, of this circle and two different people, is held by the database.</summary>
internal sealed class SupportPeriod : IVersioned
{
    private SupportPeriod() { }

    public SupportPeriodId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public CircleMemberId Coordinator { get; private set; }
    public CircleMemberId Deputy { get; private set; }
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public static SupportPeriod Start(HouseholdId household, CircleMemberId coordinator, CircleMemberId deputy, Because because) =>
        new() { Id = Kernel.Id.New<SupportPeriodId>(), Household = household, Coordinator = coordinator, Deputy = deputy, StartedAt = because.At };

    public void HandTo(CircleMemberId coordinator, CircleMemberId deputy) => (Coordinator, Deputy) = (coordinator, deputy);

    public void End(Because because) => EndedAt ??= because.At;
}
