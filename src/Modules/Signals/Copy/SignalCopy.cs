using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals.Copy;

/// <summary>Kopie: what others reported as far as this person was told, in the words in which they were; and what they gave themselves. Never by whom, and nothing
/// of a report that was put off: that must not show in any copy, whoever makes it. Who makes it for another gives what was told under their own law, and not what that person
/// reported: that is between a reporter and who weighs it.</summary>
internal sealed class SignalCopy : ICopySource
{
    private const string Why = "one's own signals, by one's own account";

    public int Order => 40;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var (person, own) = (new PersonId(whom.Person), whom.Account is { } account && work.Actor.Account == account ? whom.Account : null);
        var told = own is null ? await OwnReports.SeenBy(work, person, whom.Household, cancel) : (await OwnReports.Of(work, person, whom.Household, 0, int.MaxValue, cancel)).Reports;
        var reported = new CopyPart("gemeld", "Wat over u is gemeld",
            $"Wat u is verteld{(own is null ? " voor de wetten waar deze kopie over gaat" : "")}. Wie iets meldde, staat hier alleen als dat u is verteld.",
            [
                .. told.Where(r => whom.MayHold(r.Words, r.SourceShown)).Select(r => (IReadOnlyList<CopyValue>)
                    [new("verteldOp", "Verteld op", r.ToldOn), new("woorden", "Wat u is verteld", whom.Veil(r.Words)), new("bron", "Van wie het kwam", whom.Veil(r.SourceShown)), new("gedaan", "Wat ermee is gedaan", r.Done)]),
            ]);
        if (own is not { } self) return [reported];
        var given = await work.Beyond(Why, () => Given(work, self).ToListAsync(cancel));
        return
        [
            reported,
            new("signalen", "Wat u zelf doorgaf", "Uw eigen signalen en meldingen.",
            [
                .. given.Where(s => whom.MayHold(s.Text)).Select(s => (IReadOnlyList<CopyValue>)
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
