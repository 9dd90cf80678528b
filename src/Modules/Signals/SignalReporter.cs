using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Melder: who gave a signal and how to reach them. A compartment of its own: no list or search reads it, and each look is journalled.</summary>
internal sealed class SignalReporter
{
    private SignalReporter() { }

    public SignalId Signal { get; private set; }
    public SignalKind SignalKind { get; private set; }
    public AccountId? Account { get; private set; }
    /// <summary>Phone or e-mail, encrypted with the installation's key.</summary>
    public byte[]? Contact { get; private set; }

    /// <summary>Null when nothing is known, and always for a community's signal: that someone speaks for it could tell their belief or origin.</summary>
    public static SignalReporter? Of(Signal signal, Actor actor, byte[]? contact) =>
        signal.Kind == SignalKind.Community || (actor.Account is null && contact is null) ? null : new()
        {
            Signal = signal.Id,
            SignalKind = signal.Kind,
            Account = actor.Account,
            Contact = contact,
        };
}
