using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Listing;

namespace Samenkracht.Records.Retention;

/// <summary>Overschrijven: sees to it that what was destroyed stands in no file of the database any more, and writes down when that is so. The declaration says no more than this.</summary>
internal static class Settling
{
    // Always, also when nothing was ever written with one: what they open lies everywhere.
    private const string Keys = "journal_key";

    /// <returns>Whether nothing is left to do.</returns>
    public static async Task<bool> Settle(Storage storage, CancellationToken cancel)
    {
        var waiting = await Waiting(storage, cancel);
        if (waiting.Count == 0) return true;
        if (!await storage.Settle(waiting.SelectMany(line => line.CountsByTable.Keys).Append(Keys).Distinct().Order(), cancel)) return false;
        // Without a line in the journal: the destruction has one.
        await using var work = await storage.Begin(Actor.System, cancel);
        var (ids, now) = (waiting.Select(line => line.Id).ToArray(), work.Now);
        await work.Query<DestructionLine>().Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(set => set.SetProperty(l => l.SettledAt, now), cancel);
        await work.Commit(cancel);
        return true;
    }

    private static async Task<List<DestructionLine>> Waiting(Storage storage, CancellationToken cancel)
    {
        await using var work = await storage.Read(Actor.System, cancel);
        return await work.Query<DestructionLine>().Where(l => l.DoneAt != null && l.SettledAt == null).ToListAsync(cancel);
    }
}
