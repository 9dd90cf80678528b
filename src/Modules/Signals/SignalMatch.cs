using Samenkracht.Kernel;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Treffer: a signal names someone of a household that is hidden. Only the attention officer learns of it; everyone else sees an ordinary signal.</summary>
internal sealed class SignalMatch
{
    public required SignalId Signal { get; init; }
    public required HouseholdId Household { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SeenAt { get; private set; }
    public AccountId? SeenBy { get; private set; }

    public void See(Because because)
    {
        if (SeenAt is null) (SeenAt, SeenBy) = (because.At, because.Actor.Account);
    }
}
