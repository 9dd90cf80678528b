using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

internal enum SignalStep { Claim, Release, Assess, Expire }

/// <summary>Levensloop van een signaal: one table. What is not in it does not happen.</summary>
internal static class SignalLife
{
    private static readonly Dictionary<(SignalState, SignalStep), SignalState> Transitions = new()
    {
        [(SignalState.Received, SignalStep.Claim)] = SignalState.Claimed,
        [(SignalState.Claimed, SignalStep.Release)] = SignalState.Received,
        [(SignalState.Received, SignalStep.Assess)] = SignalState.Assessed,
        [(SignalState.Claimed, SignalStep.Assess)] = SignalState.Assessed,
        [(SignalState.Received, SignalStep.Expire)] = SignalState.Expired,
        [(SignalState.Claimed, SignalStep.Expire)] = SignalState.Expired,
    };

    public static bool Allows(this SignalState state, SignalStep step) => Transitions.ContainsKey((state, step));

    /// <exception cref="InvalidOperationException">The step does not fit the state; a page asks <see cref="Allows"/> first.</exception>
    public static SignalState After(this SignalState state, SignalStep step) =>
        Transitions.TryGetValue((state, step), out var next) ? next : throw new InvalidOperationException($"A signal that is {state} cannot {step}.");
}
