using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Journal;

/// <summary>A household's own key, one for each law, itself encrypted with the installation's. Destroying the row makes those lines unreadable for good.</summary>
internal sealed class JournalKey
{
    public HouseholdId Household { get; init; }
    /// <summary>The law that the lines are about, so that what lies under one can be destroyed before the rest; empty for what is about the household itself.</summary>
    public string Part { get; init; } = "";
    public byte[] Wrapped { get; init; } = [];

    public static string PartOf(Law? law) => law?.ToString() ?? "";
}

internal sealed class JournalKeys(SamenkrachtContext context, IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;

    private static readonly CompiledQuery<HouseholdId, JournalKey> Kept = new((work, household) => work.Context.Set<JournalKey>().AsNoTracking().Where(k => k.Household == household));

    /// <summary>Lines that concern no household share the key of this one, which is nobody's.</summary>
    internal static readonly HouseholdId Nobody = new(Guid.Empty);

    private readonly IDataProtector protector = protection.CreateProtector("Samenkracht.Journal.HouseholdKey");
    private readonly Dictionary<(HouseholdId, string), byte[]> unwrapped = [];

    /// <summary>The key to write with; made at the first line of the household and the law.</summary>
    internal async Task<byte[]> For(HouseholdId? household, Law? law, CancellationToken cancel)
    {
        var (id, part) = (household ?? Nobody, household is null ? "" : JournalKey.PartOf(law));
        if (unwrapped.TryGetValue((id, part), out var known)) return known;
        var fresh = protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes));
        var wrapped = context.Database.IsNpgsql() ? await FirstOrFresh(id, part, fresh, cancel) : await FirstOrInsert(id, part, fresh, cancel);
        return unwrapped[(id, part)] = protector.Unprotect(wrapped);
    }

    /// <summary>The keys to read these parts with; without those that were destroyed.</summary>
    internal async Task<IReadOnlyDictionary<string, byte[]>> Of(Work work, HouseholdId id, IReadOnlySet<string> parts, CancellationToken cancel)
    {
        var rows = await Kept.List(work, id, cancel);
        return rows.Where(k => parts.Contains(k.Part)).ToDictionary(k => k.Part, k => protector.Unprotect(k.Wrapped));
    }

    // Two writers may make the first key at once: the first one wins and the second uses it. Who writes about a household need not see it.
    private Task<byte[]> FirstOrFresh(HouseholdId id, string part, byte[] fresh, CancellationToken cancel) =>
        context.Database.SqlQuery<byte[]>($"SELECT sight.journal_key({id.Value}, {part}, {fresh}) AS \"Value\"").SingleAsync(cancel);

    private async Task<byte[]> FirstOrInsert(HouseholdId id, string part, byte[] fresh, CancellationToken cancel)
    {
        var household = id.Value.ToString().ToUpperInvariant();
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO journal_key (household, part, wrapped) VALUES ({household}, {part}, {fresh}) ON CONFLICT (household, part) DO NOTHING", cancel);
        return (await context.Set<JournalKey>().AsNoTracking().SingleAsync(k => k.Household == id && k.Part == part, cancel)).Wrapped;
    }
}
