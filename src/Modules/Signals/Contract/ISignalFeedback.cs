using Samenkracht.Kernel.Storage;

namespace Samenkracht.Signals.Contract;

/// <summary>Terugkoppeling: a line that a reporter reads with reference and secret, in neutral words and without anyone's data.</summary>
/// <param name="Question">What the reporter may answer with yes or no ("Is dit een antwoord?"), by an id of the module's own; null when nothing is asked.</param>
/// <param name="Answered">What the reporter said before; null when nothing yet.</param>
public sealed record SignalFeedbackLine(SignalId Signal, DateTimeOffset At, string Title, string Text, Guid? Question = null, bool? Answered = null);

/// <summary>Slot: later modules tell reporters what came of it. Never called for a wijkagent, who reads "opgepakt" and nothing more.</summary>
/// <remarks>Register as singleton. The actor is anonymous: the page has checked reference and secret, and asks only for that signal,
/// or lists the actor's own signals.</remarks>
public interface ISignalFeedback
{
    /// <summary>The lines for these signals, in a fixed number of queries.</summary>
    Task<IReadOnlyList<SignalFeedbackLine>> For(Work work, IReadOnlyCollection<SignalId> signals, CancellationToken cancel);

    /// <summary>The reporter answers a line's question. False when the question is not this module's, or not about this signal.</summary>
    Task<bool> Reply(Work work, SignalId signal, Guid question, bool yes, string? words, CancellationToken cancel);
}
