using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals.Expire;

/// <summary>Verlopen: neighbours' reports that nobody weighed in time lose their words, and who gave them.</summary>
internal static class ExpireSignals
{
    private const int Batch = 200;

    /// <summary>Expires what is past its day, at most one batch; the caller commits.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> Run(Work work, CancellationToken cancel = default)
    {
        var today = Amsterdam.Date(work.Now);
        var due = await work.Query<Signal>()
            .Where(s => s.ExpiresOn < today && (s.State == SignalState.Received || s.State == SignalState.Claimed))
            .OrderBy(s => s.ExpiresOn).Take(Batch).ToListAsync(cancel);
        var ids = due.Select(s => s.Id).ToArray();
        var reporters = await work.Query<SignalReporter>().Where(r => ids.Contains(r.Signal)).ToListAsync(cancel);
        var claims = await work.Query<SignalClaim>().Where(c => ids.Contains(c.Signal) && c.ReleasedAt == null).ToListAsync(cancel);
        var duties = await work.Query<DutyToTell>().Where(d => ids.Contains(d.Signal)).ToListAsync(cancel);
        var because = work.Because(SignalEvents.Expired);
        reporters.ForEach(work.Remove);
        duties.ForEach(d => d.Lapse());
        claims.ForEach(c => c.Release(because));
        foreach (var signal in due)
        {
            signal.Expire();
            await work.Note(because, signal.Id.Value, cancel: cancel);
        }
        return due.Count;
    }
}
