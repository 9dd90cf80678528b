using System.Security.Cryptography;
using System.Text;

namespace Samenkracht.Kernel.Keys;

/// <summary>A data key out of its wrapping: AES-256-GCM with a random nonce for each value. The key's id stands in front, the value is bound to its place.</summary>
internal sealed record SealingKey(Guid Id, DataKeyUse Use, DateTimeOffset MadeAt, byte[] Bytes)
{
    private const int IdBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = IdBytes + NonceBytes + TagBytes;

    public static Guid IdOf(byte[] kept) => new(kept.AsSpan(0, IdBytes));

    public byte[] Seal(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var kept = new byte[HeadBytes + plain.Length];
        Id.TryWriteBytes(kept);
        var nonce = kept.AsSpan(IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Bytes, TagBytes);
        aes.Encrypt(nonce, plain, kept.AsSpan(HeadBytes), kept.AsSpan(IdBytes + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return kept;
    }

    public string Open(byte[] kept, string place)
    {
        var plain = new byte[kept.Length - HeadBytes];
        using var aes = new AesGcm(Bytes, TagBytes);
        aes.Decrypt(kept.AsSpan(IdBytes, NonceBytes), kept.AsSpan(HeadBytes), kept.AsSpan(IdBytes + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }

    public byte[] Hash(string text, string place) => HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes($"{place}\0{text}"));
}
