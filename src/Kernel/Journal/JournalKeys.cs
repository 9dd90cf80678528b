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
        if (await Find(id, cancel) is { } known) return known;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        await Insert(id, protector.Protect(key), cancel);
        return unwrapped[id] = (await Find(id, cancel))!;
    }

    /// <summary>The key to read with; null when it was destroyed.</summary>
    internal async Task<byte[]?> Find(HouseholdId id, CancellationToken cancel)
    {
        if (unwrapped.TryGetValue(id, out var key)) return key;
        var row = await context.Set<JournalKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Household == id, cancel);
        return row is null ? null : unwrapped[id] = protector.Unprotect(row.Wrapped);
    }

    // Two writers may make the first key at once: the first one wins and the second uses it.
    private Task<int> Insert(HouseholdId id, byte[] wrapped, CancellationToken cancel)
    {
        object household = context.Database.IsNpgsql() ? id.Value : id.Value.ToString().ToUpperInvariant();
        return context.Database.ExecuteSqlAsync(
            $"INSERT INTO journal_key (household, wrapped) VALUES ({household}, {wrapped}) ON CONFLICT (household) DO NOTHING", cancel);
    }
}
