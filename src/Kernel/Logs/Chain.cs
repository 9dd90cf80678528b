using Microsoft.EntityFrameworkCore;

namespace Samenkracht.Kernel.Logs;

/// <summary>Keten: a log whose committed lines are sealed afterwards, each seal over the one before it, so that writers never queue for it (docs/adr/0004).</summary>
public abstract class Chain
{
    /// <summary>What <c>verify-log</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Seals what is committed and not yet sealed. Returns how many lines.</summary>
    public abstract Task<int> Seal(CancellationToken cancel = default);

    /// <summary>Walks the chain from the first seal to the last.</summary>
    /// <param name="kept">The last seal as it was kept outside the database.</param>
    public abstract Task<ChainVerdict> Verify(ChainHead? kept = null, CancellationToken cancel = default);

    /// <summary>The last seal, to keep elsewhere.</summary>
    public abstract Task<ChainHead?> Head(CancellationToken cancel = default);

    /// <summary>Whether this seal stands in the chain, at its place.</summary>
    public abstract Task<bool> RunsThrough(ChainHead kept, CancellationToken cancel = default);
}

/// <summary>A transaction, as the system, on the database where a chain lives.</summary>
internal sealed record ChainWork(DbContext Context, Func<CancellationToken, Task> Keep, IAsyncDisposable Owner) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner.DisposeAsync();
}

/// <remarks>Sequence numbers are given before they commit, so a lower one may appear later; it is sealed later, at a later position.</remarks>
internal sealed class Chain<TLine, TSeal>(string name, Func<bool, CancellationToken, Task<ChainWork>> begin) : Chain
    where TLine : LogLine, ILogged where TSeal : Seal, new()
{
    private const int Batch = 2000;

    // Older than this many numbers before the newest sealed line, nothing can still be about to commit.
    private const int LateLines = 100_000;

    public override string Name => name;

    public override async Task<int> Seal(CancellationToken cancel = default)
    {
        for (var total = 0; ;)
        {
            var count = await SealBatch(cancel);
            total += count;
            if (count < Batch) return total;
        }
    }

    public override async Task<ChainVerdict> Verify(ChainHead? kept = null, CancellationToken cancel = default)
    {
        await using var work = await begin(false, cancel);
        return await new ChainWalk<TLine, TSeal>(work.Context, kept).Verdict(name, cancel);
    }

    public override async Task<ChainHead?> Head(CancellationToken cancel = default)
    {
        await using var work = await begin(false, cancel);
        return await Last(work.Context, cancel) is { } last ? new ChainHead(last.Position, Convert.ToHexStringLower(last.Hash)) : null;
    }

    public override async Task<bool> RunsThrough(ChainHead kept, CancellationToken cancel = default)
    {
        await using var work = await begin(false, cancel);
        return await work.Context.Set<TSeal>().Where(s => s.Position == kept.Position).Select(s => s.Hash).SingleOrDefaultAsync(cancel) is { } hash
            && Convert.ToHexStringLower(hash) == kept.Hash;
    }

    private async Task<int> SealBatch(CancellationToken cancel)
    {
        await using var work = await begin(true, cancel);
        var context = work.Context;
        if (context.Database.IsNpgsql()) await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({$"samenkracht.seal.{name}"}))", cancel);
        var seals = context.Set<TSeal>();
        var from = (await seals.MaxAsync(s => (long?)s.LineSeq, cancel) ?? 0) - LateLines;
        var unsealed = $"l.seq > {from} AND NOT EXISTS (SELECT 1 FROM {context.Model.FindEntityType(typeof(TSeal))!.GetTableName()} s WHERE s.line_seq = l.seq)";
        var lines = await context.Digests<TLine>($"{unsealed} ORDER BY l.seq LIMIT {Batch}", cancel);
        if (lines.Count == 0) return 0;
        var last = await Last(context, cancel);
        var (position, hash) = (last?.Position ?? 0, last?.Hash ?? []);
        foreach (var (line, digest) in lines)
            seals.Add(new TSeal { Position = ++position, LineSeq = line, Digest = digest, Hash = hash = Logs.Seal.Link(hash, line, digest) });
        await work.Keep(cancel);
        return lines.Count;
    }

    private static Task<TSeal?> Last(DbContext context, CancellationToken cancel) =>
        context.Set<TSeal>().AsNoTracking().OrderByDescending(s => s.Position).FirstOrDefaultAsync(cancel);
}
