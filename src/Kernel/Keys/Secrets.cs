using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Keys;

/// <summary>Versleutelde gegevens: seals single values (AES-256-GCM, a random nonce each) and finds them again by keyed hash (HMAC-SHA-256).</summary>
/// <remarks>
/// A value is bound to its place, such as the column and id of its row: moved elsewhere it no longer opens. The id of its key stands in front, so that older
/// values open after a new key was made, by age or by command.
/// </remarks>
public sealed class Secrets
{
    private const int KeyBytes = 32;
    private const int IdBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = IdBytes + NonceBytes + TagBytes;

    /// <summary>After this a new key seals what is written; <c>keys rotate</c> brings what was written before.</summary>
    public static readonly TimeSpan KeyLasts = TimeSpan.FromDays(365);

    private readonly SamenkrachtContext context;
    private readonly IDataProtector protector;
    private readonly DateTimeOffset now;
    private List<DataKey>? keys;

    internal Secrets(SamenkrachtContext context, IDataProtectionProvider protection, DateTimeOffset now) =>
        (this.context, protector, this.now) = (context, protection.CreateProtector("Samenkracht.Keys.Data"), now);

    public async Task<byte[]> Seal(string text, string place, CancellationToken cancel = default)
    {
        var key = await Newest(DataKeyUse.Seal, cancel);
        var plain = Encoding.UTF8.GetBytes(text);
        var kept = new byte[HeadBytes + plain.Length];
        key.Id.TryWriteBytes(kept);
        var nonce = kept.AsSpan(IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(protector.Unprotect(key.Wrapped), TagBytes);
        aes.Encrypt(nonce, plain, kept.AsSpan(HeadBytes), kept.AsSpan(IdBytes + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return kept;
    }

    /// <exception cref="CryptographicException">Its key is lost, or the value was changed or belongs elsewhere.</exception>
    public async Task<string> Open(byte[] kept, string place, CancellationToken cancel = default)
    {
        var id = new Guid(kept.AsSpan(0, IdBytes));
        var key = (await Keys(cancel)).Find(k => k.Id == id) ?? throw new CryptographicException("The key of this value is lost.");
        var plain = new byte[kept.Length - HeadBytes];
        using var aes = new AesGcm(protector.Unprotect(key.Wrapped), TagBytes);
        aes.Decrypt(kept.AsSpan(IdBytes, NonceBytes), kept.AsSpan(HeadBytes), kept.AsSpan(IdBytes + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>To keep beside a sealed value, so that the same one is found again.</summary>
    public async Task<byte[]> Hash(string text, string place, CancellationToken cancel = default) =>
        Hash(await Newest(DataKeyUse.Hash, cancel), text, place);

    /// <summary>All hashes under which a value may be kept: one per key, newest first.</summary>
    public async Task<IReadOnlyList<byte[]>> Hashes(string text, string place, CancellationToken cancel = default) =>
        [.. (await Keys(cancel)).Where(k => k.Use == DataKeyUse.Hash).Select(k => Hash(k, text, place))];

    /// <summary>From now on new keys seal and hash. The older ones stay, for what another node writes with them meanwhile.</summary>
    public async Task Renew(CancellationToken cancel = default)
    {
        await Make(DataKeyUse.Seal, cancel);
        await Make(DataKeyUse.Hash, cancel);
    }

    private byte[] Hash(DataKey key, string text, string place) => HMACSHA256.HashData(protector.Unprotect(key.Wrapped), Encoding.UTF8.GetBytes($"{place}\0{text}"));

    // The hash's key only changes when all hashes change with it, by command: otherwise the same value would stand under two.
    private async Task<DataKey> Newest(DataKeyUse use, CancellationToken cancel)
    {
        var newest = (await Keys(cancel)).Find(k => k.Use == use);
        return newest is null || (use == DataKeyUse.Seal && newest.MadeAt + KeyLasts < now) ? await Make(use, cancel) : newest;
    }

    private async Task<DataKey> Make(DataKeyUse use, CancellationToken cancel)
    {
        var key = new DataKey { Id = Guid.NewGuid(), Use = use, Wrapped = protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)), MadeAt = now };
        context.Add(key);
        (await Keys(cancel)).Insert(0, key);
        return key;
    }

    private async Task<List<DataKey>> Keys(CancellationToken cancel) =>
        keys ??= await context.Set<DataKey>().AsNoTracking().OrderByDescending(k => k.MadeAt).ThenBy(k => k.Id).ToListAsync(cancel);
}
