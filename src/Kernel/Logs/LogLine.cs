using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Logs;

/// <summary>Logregel: a line of a log that is only added to and that a <see cref="Chain"/> seals afterwards.</summary>
public abstract class LogLine
{
    /// <summary>Given by the database. Not the order of commitment: see <see cref="Seal"/>.</summary>
    public long Seq { get; private set; }

    public DateTimeOffset At { get; protected init; }

    /// <summary>What a digest covers beside <see cref="At"/>: every other column, in a fixed order. The number is covered by the seal, so that a line that moved is known from one that changed.</summary>
    protected abstract IEnumerable<object?> Columns { get; }

    /// <summary>SHA-256 over every column, each with its length in front.</summary>
    internal byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in Columns.Prepend(At)) Append(hash, Bytes(column));
        return hash.GetHashAndReset();
    }

    private static byte[]? Bytes(object? column) => column switch
    {
        null => null,
        byte[] bytes => bytes,
        DateTimeOffset at => Encoding.UTF8.GetBytes(at.UtcDateTime.ToString(Conventions.InstantFormat)),
        Guid id => Encoding.UTF8.GetBytes(id.ToString("N")),
        _ => Encoding.UTF8.GetBytes(column.ToString()!),
    };

    private static void Append(IncrementalHash hash, byte[]? column)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, column?.Length ?? -1);
        hash.AppendData(length);
        if (column is not null) hash.AppendData(column);
    }
}
