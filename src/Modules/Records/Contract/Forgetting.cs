using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Listing;
using Samenkracht.Records.Retention;

namespace Samenkracht.Records.Contract;

/// <summary>Opnieuw vernietigen: what a backup brought back goes again, under the declaration by which it went the first time (docs/adr/0089).</summary>
public sealed class Forgetting
{
    private readonly Storage storage;

    internal Forgetting(Storage storage) => this.storage = storage;

    /// <summary>What went from this database, oldest first.</summary>
    public async Task<IReadOnlyList<Destroyed>> Done(CancellationToken cancel = default)
    {
        await using var work = await storage.Read(Actor.System, cancel);
        var done = await (from line in work.Query<DestructionLine>().AsNoTracking()
                          join declaration in work.Query<Declaration>().AsNoTracking() on line.Declaration equals (DeclarationId?)declaration.Id
                          where line.DoneAt != null
                          orderby line.DoneAt
                          select new { line, declaration }).ToListAsync(cancel);
        return [.. done.Select(d => Of(d.line, d.declaration))];
    }

    /// <summary>What of it is not gone here: this database is older than its destruction.</summary>
    public async Task<IReadOnlyList<Destroyed>> Back(IReadOnlyList<Destroyed> kept, CancellationToken cancel = default)
    {
        if (kept.Count == 0) return [];
        await using var work = await storage.Read(Actor.System, cancel);
        var done = (await work.Query<DestructionLine>().Where(l => l.DoneAt != null).Select(l => l.Id).ToListAsync(cancel)).Select(id => id.Value).ToHashSet();
        return [.. kept.Where(gone => !done.Contains(gone.Line)).OrderBy(gone => gone.DoneAt)];
    }

    /// <summary>Destroys it again, each file in a transaction of its own, so that one can stop halfway and go on. No hold stops it: it was destroyed already.</summary>
    /// <returns>How many files went.</returns>
    public async Task<int> Again(IReadOnlyList<Destroyed> kept, CancellationToken cancel = default)
    {
        var back = await Back(kept, cancel);
        foreach (var gone in back) await One(gone, cancel);
        // Where somebody reads meanwhile, the night does it.
        await Settling.Settle(storage, cancel);
        return back.Count;
    }

    private async Task One(Destroyed gone, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var (id, key, under) = (new DestructionLineId(gone.Line), DestructionLine.KeyOf(gone.File), new DeclarationId(gone.Declaration));
        // The backup may know this line from before it was carried out, or have one of its own for the same file.
        foreach (var open in await work.Query<DestructionLine>().Where(l => l.DoneAt == null && (l.Id == id || l.FileKey == key)).ToListAsync(cancel)) work.Remove(open);
        if (!await work.Query<Declaration>().AnyAsync(d => d.Id == under, cancel))
            work.Add(new Declaration { Id = under, ApprovedAt = gone.ApprovedAt, ApprovedBy = new AccountId(gone.ApprovedBy), CarryOutFrom = gone.CarryOutFrom });
        await work.Flush(cancel);
        var because = work.Because(RecordEvents.DestroyedAgain);
        var line = DestructionLine.Approved(gone);
        var counts = await work.Destroy(gone.File, cancel);
        work.Add(line);
        work.Add(line.Carry(counts, because));
        await work.Note(because, gone.Line, payload: new { gone.DoneAt, line.Rule, line.RowCount }, cancel: cancel);
        await work.Commit(cancel);
    }

    private static Destroyed Of(DestructionLine line, Declaration declaration) => new(line.Id.Value, line.Household?.Value, line.Law, line.Person, line.Signal, line.Ground, line.Rule, line.CountedFrom, line.DueOn,
        line.Request, line.ProposedAt, line.DoneAt!.Value, declaration.Id.Value, declaration.ApprovedAt, declaration.ApprovedBy.Value, declaration.CarryOutFrom);
}
