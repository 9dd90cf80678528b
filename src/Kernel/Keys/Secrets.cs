using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Keys;

/// <summary>Versleutelde gegevens: seals single values (AES-256-GCM, a random nonce each) and finds them again by keyed hash (HMAC-SHA-256).</summary>
/// <remarks>
/// A value is bound to its place, such as the column and id of its row: moved elsewhere it no longer opens. The id of its key stands in front, so that older
/// values open after a new key was made, by age or by command. Whole columns are sealed by their mapping (<see cref="SealedColumns"/>, docs/adr/0088).
/// </remarks>
public sealed class Secrets
{
    private const int KeyBytes = 32;
    private const int WordBytes = 6;

    /// <summary>After this a new key seals what is written; <c>keys rotate</c> brings what was written before.</summary>
    public static readonly TimeSpan KeyLasts = TimeSpan.FromDays(365);

    /// <summary>In this time every node knows of a key that another made.</summary>
    public static readonly TimeSpan KeyTravels = TimeSpan.FromSeconds(1);

    private readonly IDataProtector protector;
    private IReadOnlyList<SealingKey> keys = [];
    private bool areLost;
    private long? loadedAt;

    internal Secrets(IDataProtectionProvider protection) => protector = protection.CreateProtector("Samenkracht.Keys.Data");

    internal SealingKey Sealing => Newest(DataKeyUse.Seal);

    public byte[] Seal(string text, string place) => Sealing.Seal(text, place);

    /// <exception cref="CryptographicException">Its key is lost, or the value was changed or belongs elsewhere.</exception>
    public string Open(byte[] kept, string place) =>
        (keys.FirstOrDefault(k => k.Id == SealingKey.IdOf(kept)) ?? throw new CryptographicException("The key of this value is lost.")).Open(kept, place);

    /// <summary>To keep beside a sealed value, so that the same one is found again.</summary>
    public byte[] Hash(string text, string place) => Newest(DataKeyUse.Hash).Hash(text, place);

    /// <summary>All hashes under which a value may be kept: one per key, newest first.</summary>
    public IReadOnlyList<byte[]> Hashes(string text, string place) => [.. keys.Where(k => k.Use == DataKeyUse.Hash).Select(k => k.Hash(text, place))];

    /// <summary>What a text is found by without being readable: its words, each as a keyed hash, without their order or number.</summary>
    public string WordIndex(string? text, string place) => string.Join(' ', Words(text, place));

    /// <summary>The words that someone seeks, as they stand in <see cref="WordIndex"/>: whole words only.</summary>
    public string[] Words(string? text, string place) =>
        [.. SearchText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Convert.ToHexStringLower(Hash(word, place).AsSpan(0, WordBytes))).Distinct().Order(StringComparer.Ordinal)];

    internal bool AreKnown => loadedAt is { } at && Environment.TickCount64 - at < KeyTravels.TotalMilliseconds;

    // The hash's key only changes when all hashes change with it, by command: otherwise the same value would stand under two.
    internal bool AreMissing(DateTimeOffset now) => !areLost
        && (keys.All(k => k.Use != DataKeyUse.Hash) || keys.FirstOrDefault(k => k.Use == DataKeyUse.Seal) is not { } key || key.MadeAt + KeyLasts < now);

    internal async Task Load(SamenkrachtContext context, CancellationToken cancel)
    {
        var known = keys.ToDictionary(k => k.Id);
        var rows = await context.Set<DataKey>().AsNoTracking().OrderByDescending(k => k.MadeAt).ThenBy(k => k.Id).ToListAsync(cancel);
        keys = [.. rows.Select(row => known.GetValueOrDefault(row.Id) ?? Unwrapped(row)).OfType<SealingKey>()];
        foreach (var key in keys) SealedColumns.Know(key);
        // Then nothing is sealed either: not with keys that do not belong to this database.
        areLost = rows.Count > 0 && keys.Count == 0;
        loadedAt = Environment.TickCount64;
    }

    /// <summary>New rows for what is missing, or for both. They count from when they are committed: what a lost key sealed would be lost.</summary>
    internal IReadOnlyList<DataKey> Make(DateTimeOffset now, bool all) =>
        [.. Enum.GetValues<DataKeyUse>().Where(use => all || use == DataKeyUse.Seal || keys.All(k => k.Use != use)).Select(use => new DataKey
        {
            Id = Guid.NewGuid(), Use = use, Wrapped = protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)), MadeAt = now,
        })];

    private SealingKey Newest(DataKeyUse use) => keys.FirstOrDefault(k => k.Use == use) ?? throw new CryptographicException("There is no key of this installation.");

    // With other installation keys than those that wrapped it, a data key is lost; what it sealed says so when it is opened.
    private SealingKey? Unwrapped(DataKey row)
    {
        try
        {
            return new SealingKey(row.Id, row.Use, row.MadeAt, protector.Unprotect(row.Wrapped));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
