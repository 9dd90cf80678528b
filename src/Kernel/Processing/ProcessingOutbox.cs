using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Processing;

/// <summary>Slot: the households of which nothing may leave by itself, as long as they are hidden.</summary>
public interface IHiddenHouseholds
{
    Task<IReadOnlyCollection<HouseholdId>> Hidden(Storage.Storage storage, CancellationToken cancel);
}

/// <summary>Wat nog naar de verzamelaar moet: sealed lines in the order of the chain, so that one which commits late is not passed over.</summary>
public sealed class ProcessingOutbox
{
    private const int Batch = 500;

    private readonly LogDatabase logs;
    private readonly Pseudonyms pseudonyms;
    private readonly Storage.Storage storage;
    private readonly IEnumerable<IHiddenHouseholds> hidden;
    private readonly TimeProvider clock;

    internal ProcessingOutbox(LogDatabase logs, Pseudonyms pseudonyms, Storage.Storage storage, IEnumerable<IHiddenHouseholds> hidden, TimeProvider clock) =>
        (this.logs, this.pseudonyms, this.storage, this.hidden, this.clock) = (logs, pseudonyms, storage, hidden, clock);

    /// <summary>Sends until all is confirmed. What <paramref name="send"/> does not confirm by returning comes again: at least once, never dropped.</summary>
    /// <returns>How many lines were sent.</returns>
    public async Task<int> Send(Func<IReadOnlyList<ProcessingLine>, CancellationToken, Task> send, CancellationToken cancel = default)
    {
        for (var total = 0; ;)
        {
            var (count, sent) = await SendBatch(send, cancel);
            total += sent;
            if (count < Batch) return total;
        }
    }

    private async Task<(int Count, int Sent)> SendBatch(Func<IReadOnlyList<ProcessingLine>, CancellationToken, Task> send, CancellationToken cancel)
    {
        await using var turn = await Turn(cancel);
        var (lines, last, count) = await Next(cancel);
        if (count == 0) return (0, 0);
        var withheld = await Withheld(cancel);
        var may = lines.Where(line => line.Activity != Purpose.Safety.Activity() && (line.DataSubject is null || !withheld.Contains(line.DataSubject))).ToList();
        // Without a lock on the log: whoever looks meanwhile must not wait for a collector.
        if (may.Count > 0) await send(may, cancel);
        await Confirmed(last, cancel);
        return (count, may.Count);
    }

    // One node at a time; on SQLite there is one.
    private async Task<ChainWork> Turn(CancellationToken cancel)
    {
        var turn = await logs.Begin(writes: false, cancel);
        if (turn.Context.Database.IsNpgsql()) await turn.Context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('samenkracht.processing.export'))", cancel);
        return turn;
    }

    private async Task<(IReadOnlyList<ProcessingLine> Lines, long Last, int Count)> Next(CancellationToken cancel)
    {
        await using var work = await logs.Begin(writes: false, cancel);
        var confirmed = await work.Context.Set<ProcessingExport>().Select(e => (long?)e.Position).FirstOrDefaultAsync(cancel) ?? 0;
        var rows = await (from seal in work.Context.Set<ProcessingSeal>()
                          where seal.Position > confirmed
                          join line in work.Context.Set<ProcessingLine>().AsNoTracking() on seal.LineSeq equals line.Seq
                          orderby seal.Position
                          select new { seal.Position, line }).Take(Batch).ToListAsync(cancel);
        return ([.. rows.Select(row => row.line)], rows.LastOrDefault()?.Position ?? confirmed, rows.Count);
    }

    private async Task Confirmed(long position, CancellationToken cancel)
    {
        await using var work = await logs.Begin(writes: true, cancel);
        var cursor = await work.Context.Set<ProcessingExport>().FirstOrDefaultAsync(cancel);
        if (cursor is null) work.Context.Add(cursor = new ProcessingExport());
        (cursor.Position, cursor.At) = (position, Amsterdam.UtcNow(clock));
        await work.Keep(cancel);
    }

    private async Task<HashSet<string>> Withheld(CancellationToken cancel)
    {
        var codes = new HashSet<string>();
        foreach (var slot in hidden)
            foreach (var household in await slot.Hidden(storage, cancel))
                codes.Add((await pseudonyms.Of(DataSubjectCode.Household, household.Value, cancel)).Pseudonym);
        return codes;
    }
}
