using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Kernel.Journal;

/// <summary>What <c>verify-log</c> found.</summary>
/// <param name="Sealed">Lines whose place in the chain was checked.</param>
/// <param name="Unsealed">The tail that the sealer has not reached, by line number.</param>
/// <param name="Defects">Removed, changed or reordered lines, in Dutch, with their number.</param>
/// <param name="Head">The last hash, to keep elsewhere: it also betrays a tail that was cut off.</param>
public sealed record JournalVerdict(long Sealed, IReadOnlyList<long> Unsealed, IReadOnlyList<string> Defects, string? Head)
{
    public bool IsSound => Defects.Count == 0;
}

/// <summary>Walks the chain of the journal from the first line to the last.</summary>
public sealed class JournalCheck(Storage.Storage storage)
{
    private const int Batch = 2000;

    public async Task<JournalVerdict> Verify(CancellationToken cancel = default)
    {
        await using var work = await storage.Read(Actor.System, cancel);
        var lines = work.Context.Set<JournalLine>().AsNoTracking();
        var seals = work.Context.Set<JournalSeal>().AsNoTracking();
        var defects = new List<string>();
        byte[] hash = [];
        for (long position = 0; ;)
        {
            var batch = await (from seal in seals
                               where seal.Position > position
                               orderby seal.Position
                               join line in lines on seal.LineSeq equals line.Seq into found
                               from line in found.DefaultIfEmpty()
                               select new { seal, line }).Take(Batch).ToListAsync(cancel);
            foreach (var row in batch)
            {
                if (row.seal.Position != ++position) defects.Add($"Zegel {position} ontbreekt.");
                position = row.seal.Position;
                if (row.line is null) defects.Add($"Regel {row.seal.LineSeq} is verwijderd.");
                else if (!row.line.Chain(hash).AsSpan().SequenceEqual(row.seal.Hash)) defects.Add($"Regel {row.seal.LineSeq} is gewijzigd of verplaatst.");
                hash = row.seal.Hash;
            }
            if (batch.Count < Batch)
            {
                var tail = await lines.Where(l => !seals.Any(s => s.LineSeq == l.Seq)).OrderBy(l => l.Seq).Select(l => l.Seq).ToListAsync(cancel);
                return new JournalVerdict(position, tail, defects, hash.Length == 0 ? null : Convert.ToHexStringLower(hash));
            }
        }
    }
}
