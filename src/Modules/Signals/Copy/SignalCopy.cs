using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Copy;

/// <summary>Kopie: what was reported, once it became a question that may stand in the copy. Never by whom; the words only where who gave them said that they were told.</summary>
internal sealed class SignalCopy : ICopySource
{
    private const string Why = "a signal that became a question of this household, without its reporter";

    public int Order => 40;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var person = new PersonId(whom.Person);
        var questions = await work.Questions.Where(q => q.Household == whom.Household && q.Safety == SafetyMark.None && q.Audience != Audience.Author && (q.About == null || q.About == person))
            .Select(q => (QuestionId?)q.Id).ToListAsync(cancel);
        var signals = await work.Beyond(Why, () => Told(work, questions, whom.Account).ToListAsync(cancel));
        return
        [
            new("signalen", "Wat er is gemeld", "Een signaal dat een vraag van uw huishouden werd. Wie iets meldde, staat hier niet in.",
            [
                .. signals.Where(s => whom.MayHold(s.Text)).Select(s => (IReadOnlyList<CopyValue>)
                [
                    new("ontvangenOp", "Ontvangen op", s.ReceivedAt),
                    new("soort", "Soort", s.Kind.Label()),
                    new("thema", "Gaat over", s.Theme?.Label()),
                    new("tekst", "Wat er stond", s.Text is null ? null : whom.Veil(s.Text)),
                    new("beoordeeldOp", "Beoordeeld op", s.At),
                ]),
            ]),
        ];
    }

    private static IQueryable<Reported> Told(Work work, List<QuestionId?> questions, AccountId? own) =>
        from assessment in work.Unscoped<Assessment>(Why)
        join signal in work.Unscoped<Signal>(Why) on assessment.Signal equals signal.Id
        where questions.Contains(assessment.Question) && signal.Safety == SafetyMark.None
        orderby signal.ReceivedAt
        let mine = own != null && work.Unscoped<SignalReporter>(Why).Any(r => r.Signal == signal.Id && r.Account == own)
        // That a neighbour reported must not be known from their words either.
        where mine || (signal.Told == Samenkracht.Signals.Contract.Told.Yes && !signal.ByNeighbour)
        select new Reported(signal.ReceivedAt, signal.Kind, signal.Theme, signal.Text, assessment.At);

    private sealed record Reported(DateTimeOffset ReceivedAt, SignalKind Kind, Theme? Theme, string? Text, DateTimeOffset At);
}
