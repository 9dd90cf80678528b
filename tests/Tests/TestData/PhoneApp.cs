using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Samenkracht.Tests.TestData;

/// <summary>The authenticator app on somebody's phone.</summary>
internal static class PhoneApp
{
    /// <summary>The key as the page shows it for who cannot scan.</summary>
    public static string KeyOn(Page page) => page.Text("main code").Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What the app shows now, or so many half minutes later: RFC 6238 on the real clock, as Identity checks it.</summary>
    public static string CodeOf(string base32, int steps = 0)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // SHA-1 is what authenticator apps speak.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6");
    }
}
