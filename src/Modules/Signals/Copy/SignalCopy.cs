using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals.Copy;

/// <summary>Kopie: what others reported as far as this person was told, in the words in which they were; and what they gave themselves. Never by whom, and nothing
/// of a report that was put off: that must not show in any copy, whoever makes it.</summary>
internal sealed class SignalCopy : ICopySource
{
    private const string Why = "one's own signals, by one's own account";

    public int Order => 40;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var (_, told) = await OwnReports.Of(work, new PersonId(whom.Person), whom.Household, 0, int.MaxValue, cancel);
        var own = whom.Account is { } account ? await work.Beyond(Why, () => Given(work, account).ToListAsync(cancel)) : [];
        return
        [
            new("gemeld", "Wat over u is gemeld", "Wat u is verteld. Wie iets meldde, staat hier alleen als dat u is verteld.",
            [
                .. told.Where(r => whom.MayHold(r.Words, r.SourceShown)).Select(r => (IReadOnlyList<CopyValue>)
                    [new("verteldOp", "Verteld op", r.ToldOn), new("woorden", "Wat u is verteld", whom.Veil(r.Words)), new("bron", "Van wie het kwam", whom.Veil(r.SourceShown)), new("gedaan", "Wat ermee is gedaan", r.Done)]),
            ]),
            new("signalen", "Wat u zelf doorgaf", "Uw eigen signalen en meldingen.",
            [
                .. own.Where(s => whom.MayHold(s.Text)).Select(s => (IReadOnlyList<CopyValue>)
                    [new("ontvangenOp", "Ontvangen op", s.ReceivedAt), new("soort", "Soort", s.Kind.Label()), new("thema", "Gaat over", s.Theme?.Label()), new("tekst", "Wat u schreef", whom.Veil(s.Text))]),
            ]),
        ];
    }

    private static IQueryable<Signal> Given(Work work, AccountId account) =>
        from reporter in work.Unscoped<SignalReporter>(Why)
        join signal in work.Unscoped<Signal>(Why).AsNoTracking() on reporter.Signal equals signal.Id
        where reporter.Account == account && signal.Safety == SafetyMark.None
        orderby signal.ReceivedAt
        select signal;
}
