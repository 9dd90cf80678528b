using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Signals.Closing;

/// <summary>Opgepakte signalen van wie weggaat: back on the worklist of the team.</summary>
internal sealed class LeavingClaims : IAccountClosing
{
    public async Task<ClosingForecast> Foresee(Work work, AccountId account, CancellationToken cancel)
    {
        var open = work.Query<Signal>().Where(s => s.Safety == SafetyMark.None);
        var count = await Claims(work, account).CountAsync(c => open.Any(s => s.Id == c.Signal), cancel);
        return new(count switch
        {
            0 => [],
            1 => ["1 signaal komt terug op de lijst van het team."],
            _ => [$"{count} signalen komen terug op de lijst van het team."],
        });
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
    }

    private static IQueryable<SignalClaim> Claims(Work work, AccountId account) =>
        work.Query<SignalClaim>().Where(c => c.Account == account && c.ReleasedAt == null);
}
