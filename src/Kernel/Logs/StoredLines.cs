using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Logs;

/// <summary>What lines say, as the database keeps it and not as a program reads it: a value that is spelled otherwise reads the same and is not found by a query, and one that cannot be read is a change too.</summary>
internal static class StoredLines
{
    /// <summary>SHA-256 over every column of these lines, each with its length in front.</summary>
    /// <param name="which">A condition on <c>l</c>, and their order.</param>
    public static async Task<List<(long Seq, byte[] Digest)>> Digests<TLine>(this DbContext context, string which, CancellationToken cancel) where TLine : LogLine, ILogged
    {
        var entity = context.Model.FindEntityType(typeof(TLine))!;
        var (onPostgres, columns) = (context.Database.IsNpgsql(), TLine.Columns.Prepend(nameof(LogLine.At)).Select(name => entity.FindProperty(name)!).ToArray());
        var (names, types) = (columns.Select(c => c.GetColumnName()), columns.Select(StoredAs).ToArray());
        // SQLite keeps any value in any column, and hands over a text up to its first NUL: asked are its kind and its bytes.
        var asked = names.Select(name => onPostgres ? $"l.{name}" : $"typeof(l.{name}), CAST(l.{name} AS BLOB)");
        await using var command = context.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = ($"SELECT l.seq, {string.Join(", ", asked)} FROM {entity.GetTableName()} l WHERE {which}", context.Database.CurrentTransaction!.GetDbTransaction());
        await using var row = await command.ExecuteReaderAsync(cancel);
        var digests = new List<(long, byte[])>();
        while (await row.ReadAsync(cancel))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var i = 0; i < types.Length; i++)
            {
                if (onPostgres) AddPostgres(hash, row, 1 + i);
                else AddSqlite(hash, types[i], row.GetString(1 + (2 * i)), row.IsDBNull(2 + (2 * i)) ? [] : row.GetFieldValue<byte[]>(2 + (2 * i)));
            }
            digests.Add((row.GetInt64(0), hash.GetHashAndReset()));
        }
        return digests;
    }

    private static Type StoredAs(IProperty column)
    {
        var type = column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static void AddSqlite(IncrementalHash hash, Type type, string kind, byte[] bytes)
    {
        var written = type == typeof(byte[]) ? "blob" : type == typeof(int) ? "integer" : "text";
        if (kind == "null") Add(hash, null);
        else if (kind != written) Other(hash, kind, bytes);
        else if (type != typeof(Guid)) Add(hash, bytes);
        else if (IsWritten(bytes)) Add(hash, [.. bytes.Where(b => b != '-').Select(b => (byte)char.ToLowerInvariant((char)b))]);
        else Other(hash, kind, bytes);
    }

    // An id as SQLite is given it: in capitals, with its dashes.
    private static bool IsWritten(byte[] id)
    {
        if (id.Length != 36) return false;
        for (var i = 0; i < id.Length; i++)
            if (i is 8 or 13 or 18 or 23 ? id[i] != '-' : !char.IsAsciiHexDigitUpper((char)id[i])) return false;
        return true;
    }

    private static void AddPostgres(IncrementalHash hash, DbDataReader row, int column)
    {
        object value;
        try
        {
            value = row.GetValue(column);
        }
        // A moment beyond what a program counts.
        catch (Exception unreadable) when (unreadable is InvalidCastException or ArgumentException or OverflowException)
        {
            Other(hash, "unreadable", []);
            return;
        }
        Add(hash, value switch
        {
            DBNull => null,
            byte[] bytes => bytes,
            DateTime at => Encoding.UTF8.GetBytes(at.ToString(Conventions.InstantFormat, CultureInfo.InvariantCulture)),
            Guid id => Encoding.UTF8.GetBytes(id.ToString("N")),
            _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        });
    }

    // No program wrote it so: no length that a value can have.
    private static void Other(IncrementalHash hash, string kind, byte[] bytes)
    {
        Length(hash, -2);
        Add(hash, Encoding.UTF8.GetBytes(kind));
        Add(hash, bytes);
    }

    private static void Add(IncrementalHash hash, byte[]? value)
    {
        Length(hash, value?.Length ?? -1);
        if (value is not null) hash.AppendData(value);
    }

    private static void Length(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
