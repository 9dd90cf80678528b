using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals.Closing;

/// <summary>Opgepakte signalen van wie weggaat: back on the worklist of the team. What they would still tell is for the team as well.</summary>
internal sealed class LeavingClaims : IAccountClosing
{
    public async Task<ClosingForecast> Foresee(Work work, AccountId account, CancellationToken cancel)
    {
        var all = work.Query<Signal>().Where(s => s.Safety == SafetyMark.None);
        var count = await Claims(work, account).CountAsync(c => all.Any(s => s.Id == c.Signal), cancel);
        var telling = await Telling(work, account).CountAsync(d => d.Safety == SafetyMark.None && all.Any(s => s.Id == d.Signal), cancel);
        return new(
        [
            .. Line(count, "1 signaal komt terug op de lijst van het team.", "{0} signalen komen terug op de lijst van het team."),
            .. Line(telling, "1 melding moet nog worden verteld: dat doet iemand anders van het team.", "{0} meldingen moeten nog worden verteld: dat doet iemand anders van het team."),
        ]);
    }

    public async Task Close(Work work, AccountClosing closing, CancellationToken cancel)
    {
        var claims = await Claims(work, closing.Account).ToListAsync(cancel);
        var ids = claims.Select(c => c.Signal).ToArray();
        var signals = await work.Query<Signal>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        foreach (var claim in claims)
        {
            // Without why: the line of the account, at the same instant, says it.
            var because = closing.Because(work, SignalEvents.Released) with { Reason = null };
            var signal = signals[claim.Signal];
            if (signal.State.Allows(SignalStep.Release)) signal.Release(claim, because);
            else claim.Release(because);
            await work.Note(because, signal.Id.Value, cancel: cancel);
        }
        foreach (var duty in await Telling(work, closing.Account).ToListAsync(cancel))
        {
            duty.Leave();
            await work.Note(closing.Because(work, SignalEvents.TellerLeft) with { Reason = null }, duty.Signal.Value, cancel: cancel);
        }
    }

    private static IQueryable<SignalClaim> Claims(Work work, AccountId account) =>
        work.Query<SignalClaim>().Where(c => c.Account == account && c.ReleasedAt == null);

    // Of a household it is its circle's, which passes on by itself.
    private static IQueryable<DutyToTell> Telling(Work work, AccountId account) => work.Query<DutyToTell>()
        .Where(d => d.Assessor == account && d.Household == null && (d.State == DutyState.Open || d.State == DutyState.Withheld));

    private static IEnumerable<string> Line(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [one],
        _ => [string.Format(null, many, count)],
    };
}
