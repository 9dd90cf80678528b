using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Bench.Pages;

/// <summary>Rows in bulk, past the entities but into the real tables: COPY on PostgreSQL; one prepared statement per table and one transaction on SQLite.</summary>
abstract class BulkWriter(DbConnection connection) : IAsyncDisposable
{
    /// <remarks>References are not looked up for each of the millions of rows: a test does so for all, on a small town.</remarks>
    public static async Task<BulkWriter> Open(bool postgres, string text)
    {
        DbConnection connection = postgres ? new NpgsqlConnection(text) : new SqliteConnection(text);
        await connection.OpenAsync();
        using var hurry = connection.CreateCommand();
        hurry.CommandText = postgres ? "SET session_replication_role = replica" : "PRAGMA cache_size = -1500000; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF";
        await hurry.ExecuteNonQueryAsync();
        return postgres ? new Copying((NpgsqlConnection)connection) : new Inserting((SqliteConnection)connection);
    }

    /// <param name="columns">Separated by commas, in the order of the values.</param>
    public abstract Task Write(string table, string columns, IEnumerable<object?[]> rows);

    /// <summary>Keeps what was written, and on PostgreSQL does what its autovacuum does in the hours after.</summary>
    public abstract Task Finish();

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    sealed class Copying(NpgsqlConnection connection) : BulkWriter(connection)
    {
        public override async Task Write(string table, string columns, IEnumerable<object?[]> rows)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
            copy.Timeout = TimeSpan.FromHours(1);
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                foreach (var value in row)
                    if (value is null) await copy.WriteNullAsync();
                    else await copy.WriteAsync(value);
            }
            await copy.CompleteAsync();
        }

        public override async Task Finish()
        {
            await using var vacuum = new NpgsqlCommand("VACUUM (ANALYZE)", connection) { CommandTimeout = 0 };
            await vacuum.ExecuteNonQueryAsync();
        }
    }

    sealed class Inserting(SqliteConnection connection) : BulkWriter(connection)
    {
        readonly SqliteTransaction transaction = connection.BeginTransaction();

        public override Task Write(string table, string columns, IEnumerable<object?[]> rows)
        {
            var places = Enumerable.Range(0, columns.Split(',').Length).Select(n => $"@p{n}").ToArray();
            using var insert = connection.CreateCommand();
            (insert.CommandText, insert.Transaction) = ($"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", places)})", transaction);
            var parameters = Array.ConvertAll(places, place => insert.Parameters.Add(new SqliteParameter { ParameterName = place }));
            foreach (var row in rows)
            {
                for (var n = 0; n < row.Length; n++) parameters[n].Value = Kept(row[n]);
                insert.ExecuteNonQuery();
            }
            return Task.CompletedTask;
        }

        public override async Task Finish()
        {
            await transaction.CommitAsync();
            // The pool would hand this connection, with its memory, to the site.
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>As SQLite keeps it here: an instant is text of one width.</summary>
    public static object Kept(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at => at.UtcDateTime.ToString(Conventions.InstantFormat),
        _ => value,
    };
}
