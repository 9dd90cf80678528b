using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Samenkracht.Kernel.Logs;

/// <summary>Zegel: the place of a committed line in its chain. <see cref="Hash"/> covers the seal before it, the line's number and <see cref="Digest"/>, which is what the line said.</summary>
internal abstract class Seal
{
    public long Position { get; init; }
    public long LineSeq { get; init; }
    public byte[] Digest { get; init; } = [];
    public byte[] Hash { get; init; } = [];

    public static byte[] Link(ReadOnlySpan<byte> previous, long lineSeq, ReadOnlySpan<byte> digest)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, lineSeq);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(number);
        hash.AppendData(digest);
        return hash.GetHashAndReset();
    }
}
