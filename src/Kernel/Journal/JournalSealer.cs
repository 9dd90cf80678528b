using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Kernel.Journal;

/// <summary>Verzegeling: chains committed lines by hash, afterwards, so that writers never queue for it.</summary>
/// <remarks>Sequence numbers are given before they commit, so a lower one may appear later; it is sealed later, at a later position.</remarks>
public sealed class JournalSealer(Storage.Storage storage)
{
    private const int Batch = 2000;

    // Older than this many numbers before the newest sealed line, nothing can still be about to commit.
    private const int LateLines = 100_000;

    /// <summary>Seals what is committed and not yet sealed. Returns how many lines.</summary>
    public async Task<int> Seal(CancellationToken cancel = default)
    {
        for (var total = 0; ;)
        {
            var count = await SealBatch(cancel);
            total += count;
            if (count < Batch) return total;
        }
    }

    private async Task<int> SealBatch(CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (work.IsPostgres) await work.Context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('samenkracht.seal'))", cancel);
        var seals = work.Context.Set<JournalSeal>();
        var last = await seals.AsNoTracking().OrderByDescending(s => s.Position).FirstOrDefaultAsync(cancel);
        var from = (await seals.MaxAsync(s => (long?)s.LineSeq, cancel) ?? 0) - LateLines;
        var lines = await work.Context.Set<JournalLine>().AsNoTracking()
            .Where(l => l.Seq > from && !seals.Any(s => s.LineSeq == l.Seq))
            .OrderBy(l => l.Seq).Take(Batch).ToListAsync(cancel);
        var (position, hash) = (last?.Position ?? 0, last?.Hash ?? []);
        foreach (var line in lines)
            seals.Add(new JournalSeal { Position = ++position, LineSeq = line.Seq, Hash = hash = line.Chain(hash) });
        await work.Seal(cancel);
        return lines.Count;
    }
}
