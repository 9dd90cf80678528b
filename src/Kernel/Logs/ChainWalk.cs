using Microsoft.EntityFrameworkCore;

namespace Samenkracht.Kernel.Logs;

/// <summary>One walk along a chain, seal by seal.</summary>
internal sealed class ChainWalk<TLine, TSeal>(DbContext context, ChainHead? kept) where TLine : LogLine, ILogged where TSeal : Seal
{
    private const int Batch = 2000;

    private readonly List<Defect> defects = [];
    // Lines that do not say what was sealed, by what they do say.
    private readonly List<(TSeal Seal, byte[] Says)> other = [];
    private long count;
    private long position;
    private byte[] hash = [];

    public async Task<ChainVerdict> Verdict(string name, CancellationToken cancel)
    {
        for (var more = true; more;)
        {
            var batch = await Next(cancel);
            foreach (var (seal, says) in batch) Step(seal, says);
            more = batch.Count == Batch;
        }
        await TellMovedFromChanged(cancel);
        if (kept is not null && position < kept.Position)
            defects.Add(new(Damage.EndCut, position + 1, null, $"Na zegel {position} is het einde weggehaald: er waren er {kept.Position}."));
        var head = hash.Length == 0 ? null : new ChainHead(position, Convert.ToHexStringLower(hash));
        return new ChainVerdict(name, count, await Tail(cancel), [.. defects.OrderBy(d => d.Position)], head);
    }

    private async Task<IReadOnlyList<(TSeal Seal, byte[]? Says)>> Next(CancellationToken cancel)
    {
        var seals = await context.Set<TSeal>().AsNoTracking().Where(s => s.Position > position).OrderBy(s => s.Position).Take(Batch).ToListAsync(cancel);
        if (seals.Count == 0) return [];
        var lines = await context.Digests<TLine>($"l.seq IN ({string.Join(", ", seals.Select(s => s.LineSeq))})", cancel);
        var says = lines.ToDictionary(line => line.Seq, line => line.Digest);
        return [.. seals.Select(seal => (seal, says.GetValueOrDefault(seal.LineSeq)))];
    }

    private void Step(TSeal seal, byte[]? says)
    {
        var follows = seal.Position == position + 1;
        if (!follows)
            defects.Add(new(Damage.SealRemoved, position + 1, null, $"Zegel {(seal.Position == position + 2 ? $"{position + 1} ontbreekt" : $"{position + 1} tot en met {seal.Position - 1} ontbreken")}."));
        if (says is null) defects.Add(new(Damage.Removed, seal.Position, seal.LineSeq, $"Regel {seal.LineSeq} is verwijderd."));
        else if (!says.AsSpan().SequenceEqual(seal.Digest)) other.Add((seal, says));
        // After a gap the seal before it is not known, and this one is taken at its word.
        if (follows && !Seal.Link(hash, seal.LineSeq, seal.Digest).AsSpan().SequenceEqual(seal.Hash))
            defects.Add(new(Damage.SealChanged, seal.Position, seal.LineSeq, $"Zegel {seal.Position}, bij regel {seal.LineSeq}, is gewijzigd of verplaatst."));
        (count, position, hash) = (count + 1, seal.Position, seal.Hash);
        if (kept?.Position == position && kept.Hash != Convert.ToHexStringLower(hash))
            defects.Add(new(Damage.Rewritten, position, seal.LineSeq, $"De keten tot en met zegel {position} is herschreven: het bewaarde zegel is anders."));
    }

    // What was sealed under another number has moved; what was never sealed was changed.
    private async Task TellMovedFromChanged(CancellationToken cancel)
    {
        if (other.Count == 0) return;
        var said = other.Select(o => Convert.ToHexString(o.Says)).ToHashSet();
        var places = new Dictionary<string, long>();
        await foreach (var seal in context.Set<TSeal>().AsNoTracking().Select(s => new { s.LineSeq, s.Digest }).AsAsyncEnumerable().WithCancellation(cancel))
            if (Convert.ToHexString(seal.Digest) is var digest && said.Contains(digest)) places[digest] = seal.LineSeq;
        foreach (var (seal, says) in other)
            defects.Add(places.TryGetValue(Convert.ToHexString(says), out var from)
                ? new(Damage.Moved, seal.Position, seal.LineSeq, $"Regel {seal.LineSeq} is verplaatst: hier staat wat regel {from} was.")
                : new(Damage.Changed, seal.Position, seal.LineSeq, $"Regel {seal.LineSeq} is gewijzigd."));
    }

    private async Task<UnsealedTail?> Tail(CancellationToken cancel)
    {
        var seals = context.Set<TSeal>();
        return await context.Set<TLine>().Where(l => !seals.Any(s => s.LineSeq == l.Seq)).GroupBy(_ => 1)
            .Select(g => new { Count = g.LongCount(), From = g.Min(l => l.Seq), To = g.Max(l => l.Seq) }).FirstOrDefaultAsync(cancel) is { } tail
            ? new UnsealedTail(tail.Count, tail.From, tail.To, await Written(tail.From, cancel))
            : null;
    }

    // Nothing vouches for a tail yet: its moment may be anything.
    private async Task<DateTimeOffset?> Written(long line, CancellationToken cancel)
    {
        try
        {
            return await context.Set<TLine>().Where(l => l.Seq == line).Select(l => l.At).SingleAsync(cancel);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or InvalidCastException or ArgumentException)
        {
            return null;
        }
    }
}
