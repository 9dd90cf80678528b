using Samenkracht.Kernel;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Opgepakt: who looks into a signal, since when. The database lets one be open at a time.</summary>
internal sealed class SignalClaim
{
    private SignalClaim() { }

    public Guid Id { get; private set; }
    public SignalId Signal { get; private set; }
    public AccountId Account { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }

    internal static SignalClaim Of(Signal signal, Because because) => new()
    {
        Id = Guid.NewGuid(),
        Signal = signal.Id,
        Account = because.Actor.Account ?? throw new InvalidOperationException("Only someone with an account takes a signal up."),
        At = because.At,
    };

    internal void Release(Because because) => ReleasedAt = because.At;
}
