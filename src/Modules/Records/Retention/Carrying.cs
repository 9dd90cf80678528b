using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Listing;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Records.Retention;

/// <summary>Vernietiging: carries out what was approved, each file in a transaction of its own, so that one can stop halfway and go on.</summary>
internal sealed class Carrying(Storage storage, NightlyList list, ILogger<Carrying> log)
{
    /// <summary>Carries out what is approved and past its time for reflection. A hold, or something that runs again, leaves a line where it is.</summary>
    /// <returns>How many files are gone.</returns>
    public async Task<int> Run(CancellationToken cancel = default)
    {
        var gone = 0;
        foreach (var id in await Approved(cancel))
            if (await One(id, cancel)) gone++;
        // Also of an earlier night, when somebody was reading.
        if (!await Settling.Settle(storage, cancel)) log.LogWarning("What was destroyed may still stand in the files of the database, as something was reading it. It is tried again at the next run.");
        return gone;
    }

    private async Task<List<DestructionLineId>> Approved(CancellationToken cancel)
    {
        await using var work = await storage.Read(Actor.System, cancel);
        var now = work.Now;
        var ripe = work.Query<Declaration>().Where(d => d.CarryOutFrom <= now).Select(d => (DeclarationId?)d.Id);
        return await work.Query<DestructionLine>().Where(l => l.DoneAt == null && ripe.Contains(l.Declaration)).OrderBy(l => l.DueOn).Select(l => l.Id).ToListAsync(cancel);
    }

    private async Task<bool> One(DestructionLineId id, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        // Again in this transaction: it may have been taken back, held or done by another node since.
        if (await work.Query<DestructionLine>().SingleOrDefaultAsync(l => l.Id == id && l.DoneAt == null && l.Declaration != null, cancel) is not { } line) return false;
        if (await work.Query<RetentionHold>().AnyAsync(h => h.ReleasedAt == null && (h.Household != null ? h.Household == line.Household : h.Signal == line.Signal), cancel)) return false;
        if (line.Household is { } home && await work.KeepsForRequest(home, cancel)) return false;
        if (!await list.IsStillDue(work, line, cancel)) return false;
        var because = work.Because(RecordEvents.Destroyed);
        work.Add(line.Carry(await work.Destroy(line.File, cancel), because));
        await work.Note(because, line.Id.Value, payload: new { line.Rule, line.RowCount }, cancel: cancel);
        try
        {
            await work.Commit(cancel);
            return true;
        }
        catch (ConcurrentChangeException)
        {
            // Another node was first.
            return false;
        }
    }
}
