using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Logs;

namespace Samenkracht.Kernel.Processing;

/// <summary>The key of the pseudonyms: one per installation and never renewed, so that all lines about one household stay findable for who has its id and the keys.</summary>
internal sealed class ProcessingKey
{
    public int Id { get; init; } = 1;
    public byte[] Wrapped { get; init; } = [];
}

/// <summary>Pseudoniemen: a data subject's id by keyed hash. Without the keys nobody tells from it which household, and with the row destroyed nobody can.</summary>
internal sealed class Pseudonyms(LogDatabase logs, IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;
    private const int PseudonymBytes = 16;

    private readonly IDataProtector protector = protection.CreateProtector("Samenkracht.Processing.Pseudonyms");
    private byte[]? known;

    public async ValueTask<DataSubjectCode> Of(string type, Guid id, CancellationToken cancel)
    {
        known ??= protector.Unprotect(await Kept(cancel));
        return new(Convert.ToHexStringLower(HMACSHA256.HashData(known, Encoding.UTF8.GetBytes($"{type}\0{id:N}")).AsSpan(0, PseudonymBytes)), type);
    }

    // Two may need the first key at once: the first one wins and the other uses it.
    private async Task<byte[]> Kept(CancellationToken cancel)
    {
        await using var work = await logs.Begin(writes: true, cancel);
        if (await Find(work.Context, cancel) is { } kept) return kept;
        var fresh = protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes));
        await work.Context.Database.ExecuteSqlAsync($"INSERT INTO processing_key (id, wrapped) VALUES (1, {fresh}) ON CONFLICT (id) DO NOTHING", cancel);
        kept = (await Find(work.Context, cancel))!;
        await work.Keep(cancel);
        return kept;
    }

    private static Task<byte[]?> Find(DbContext context, CancellationToken cancel) =>
        context.Set<ProcessingKey>().AsNoTracking().Select(k => k.Wrapped).FirstOrDefaultAsync(cancel);
}
