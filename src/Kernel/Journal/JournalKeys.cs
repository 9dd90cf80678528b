using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Journal;

/// <summary>A household's own key, itself encrypted with the installation's. Destroying the row makes the household's lines unreadable for good.</summary>
internal sealed class JournalKey
{
    public HouseholdId Household { get; init; }
    public byte[] Wrapped { get; init; } = [];
}

internal sealed class JournalKeys(SamenkrachtContext context, IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;

    /// <summary>Lines that concern no household share the key of this one, which is nobody's.</summary>
    internal static readonly HouseholdId Nobody = new(Guid.Empty);

    private readonly IDataProtector protector = protection.CreateProtector("Samenkracht.Journal.HouseholdKey");
    private readonly Dictionary<HouseholdId, byte[]> unwrapped = [];

    /// <summary>The key to write with; made at the household's first line.</summary>
    internal async Task<byte[]> For(HouseholdId? household, CancellationToken cancel)
    {
        var id = household ?? Nobody;
        if (unwrapped.TryGetValue(id, out var known)) return known;
        var fresh = protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes));
        var wrapped = context.Database.IsNpgsql() ? await FirstOrFresh(id, fresh, cancel) : await FirstOrInsert(id, fresh, cancel);
        return unwrapped[id] = protector.Unprotect(wrapped);
    }

    /// <summary>The key to read with; null when it was destroyed.</summary>
    internal async Task<byte[]?> Find(HouseholdId id, CancellationToken cancel)
    {
        if (unwrapped.TryGetValue(id, out var key)) return key;
        var row = await context.Set<JournalKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Household == id, cancel);
        return row is null ? null : unwrapped[id] = protector.Unprotect(row.Wrapped);
    }

    // Two writers may make the first key at once: the first one wins and the second uses it. Who writes about a household need not see it.
    private Task<byte[]> FirstOrFresh(HouseholdId id, byte[] fresh, CancellationToken cancel) =>
        context.Database.SqlQuery<byte[]>($"SELECT sight.journal_key({id.Value}, {fresh}) AS \"Value\"").SingleAsync(cancel);

    private async Task<byte[]> FirstOrInsert(HouseholdId id, byte[] fresh, CancellationToken cancel)
    {
        var household = id.Value.ToString().ToUpperInvariant();
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO journal_key (household, wrapped) VALUES ({household}, {fresh}) ON CONFLICT (household) DO NOTHING", cancel);
        return (await context.Set<JournalKey>().AsNoTracking().SingleAsync(k => k.Household == id, cancel)).Wrapped;
    }
}
