using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals.Raise;

/// <summary>Een signaal ontvangen: the signal, and apart from it who gave it.</summary>
internal sealed class RaiseSignal(SignalTerms terms, WorkingDays days, ReporterContacts contacts)
{
    /// <summary>Who the work is done as. A community speaks as nobody in particular, so that neither signal nor journal ties someone to it.</summary>
    public static Actor Speaker(Actor actor, SignalKind kind) =>
        kind == SignalKind.Community ? actor with { Account = null, Organisation = null, Team = null, Name = "" } : actor;

    public async Task<Signal> Run(Work work, SealedForm form, NewSignal said, string? contact, CancellationToken cancel = default)
    {
        var because = work.Because(SignalEvents.Raised);
        var signal = Signal.Raise(form.Id, form.Code, said, because, terms, days);
        signal.KeepFindable(work.Secrets);
        work.Add(signal);
        if (DutyToTell.Of(signal) is { } duty) work.Add(duty);
        if (SignalReporter.Of(signal, work.Actor, contacts.Seal(contact)) is { } reporter) work.Add(reporter);
        // What a community says without names, names nobody.
        if (said.Kind != SignalKind.Community)
            foreach (var hidden in await HiddenMatches.In(work, $"{said.About} {said.Text}", cancel))
                work.Add(new SignalMatch { Signal = signal.Id, Household = hidden, At = because.At });
        await work.Note(because, signal.Id.Value, payload: new { signal.Kind, signal.Urgency, signal.DueOn }, cancel: cancel);
        return signal;
    }
}
