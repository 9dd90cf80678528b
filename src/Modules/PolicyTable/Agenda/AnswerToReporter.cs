using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>The answer goes back to whoever gave the signal, in neutral words: about the issue, and nothing about a household.</summary>
internal sealed class AnswerToReporter : ISignalFeedback
{
    private const string Shown = "the reporter has shown reference and secret of the signal whose opinion this is";

    public Task<IReadOnlyList<SignalFeedbackLine>> For(Work work, IReadOnlyCollection<SignalId> signals, CancellationToken cancel) =>
        work.Beyond(Shown, () => Lines(work, signals, cancel));

    public Task<bool> Reply(Work work, SignalId signal, Guid question, bool yes, string? words, CancellationToken cancel) =>
        work.Beyond(Shown, () => Keep(work, signal, question, yes, words, cancel));

    private static async Task<IReadOnlyList<SignalFeedbackLine>> Lines(Work work, IReadOnlyCollection<SignalId> signals, CancellationToken cancel)
    {
        var asked = await (from c in work.ContributionsOf(signals)
                           join a in work.Agenda on c.Issue equals a.Issue
                           orderby a.PutAt
                           select new { Signal = c.Signal!.Value, Card = a }).ToListAsync(cancel);
        var said = await Said(work, signals, cancel);
        return [.. asked.Select(a => a.Card.AnsweredAt is null
            ? new SignalFeedbackLine(a.Signal, a.Card.PutAt, $"Gevraagd aan {a.Card.Debtor}",
                $"Meer mensen hebben hiermee te maken. Daarom is gevraagd: “{a.Card.Question}” Het antwoord komt uiterlijk {DutchDate.Full(a.Card.AnswerBy)}.")
            : new SignalFeedbackLine(a.Signal, a.Card.AnsweredAt.Value, $"Antwoord van {a.Card.Debtor}",
                $"De vraag was: “{a.Card.Question}” Het antwoord: {a.Card.AnswerText}",
                a.Card.Id.Value, said.TryGetValue((a.Card.Id, a.Signal), out var yes) ? yes : null))];
    }

    private static async Task<bool> Keep(Work work, SignalId signal, Guid question, bool yes, string? words, CancellationToken cancel)
    {
        var item = new AgendaItemId(question);
        var agenda = work.Agenda;
        var theirs = await work.ContributionsOf([signal]).AnyAsync(c => agenda.Any(a => a.Id == item && a.Issue == c.Issue && a.AnsweredAt != null), cancel);
        if (!theirs) return false;
        var because = work.Because(PolicyTableEvents.OpinionGiven);
        var said = await Mine(work).FirstOrDefaultAsync(o => o.Item == item && o.Signal == signal, cancel);
        if (said is null) work.Add(AnswerOpinion.OfReporter(because, item, signal, yes, words));
        else said.Say(because, yes, words);
        await work.Note(because, question, payload: new { yes }, cancel: cancel);
        await work.Flush(cancel);
        return true;
    }

    private static async Task<Dictionary<(AgendaItemId, SignalId), bool>> Said(Work work, IReadOnlyCollection<SignalId> signals, CancellationToken cancel) =>
        (await Mine(work).Where(o => o.Signal != null && signals.Contains(o.Signal.Value))
            .Select(o => new { o.Item, Signal = o.Signal!.Value, o.IsAnswer }).ToListAsync(cancel)).ToDictionary(o => (o.Item, o.Signal), o => o.IsAnswer);

    private static IQueryable<AnswerOpinion> Mine(Work work) => work.Unscoped<AnswerOpinion>(Shown);
}
