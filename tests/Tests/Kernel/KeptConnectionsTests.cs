using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;
using SQLitePCL;

namespace Samenkracht.Tests.KernelTests;

/// <summary>A connection that rests, and a statement that stays made, answer as new ones would (docs/adr/0098).</summary>
public sealed class KeptConnectionsTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht-");
    private readonly ConcurrentDictionary<KeptConnection, byte> opened = [];

    [Fact]
    public void What_is_asked_again_is_made_once_and_takes_the_values_of_now()
    {
        using var connection = Open();
        for (var n = 1; n <= 3; n++)
        {
            Assert.Equal([n], Ask(connection, "SELECT number FROM kept WHERE number = @n", n));
            connection.Close();
            connection.Open();
        }
        Assert.Single(Made(connection), "SELECT number FROM kept WHERE number = @n");
    }

    [Fact]
    public void The_same_is_asked_while_its_first_answer_is_still_being_read()
    {
        using var connection = Open();
        using var outer = Command(connection, "SELECT number FROM kept WHERE number >= @n ORDER BY number", 1);
        using var reader = outer.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal([2, 3], Ask(connection, "SELECT number FROM kept WHERE number >= @n ORDER BY number", 2));
        Assert.True(reader.Read());
        Assert.Equal(2, reader.GetInt32(0));
    }

    [Fact]
    public void No_more_than_the_two_hundred_that_are_asked_most_stay()
    {
        using var connection = Open();
        for (var n = 0; n < 500; n++)
        {
            Ask(connection, $"SELECT {n}");
            Ask(connection, "SELECT number FROM kept WHERE number = @n", 1);
        }
        var made = Made(connection);
        Assert.InRange(made.Count, 50, 200);
        Assert.Single(made, "SELECT number FROM kept WHERE number = @n");
    }

    [Fact]
    public void A_statement_that_failed_is_asked_anew()
    {
        using var connection = Open();
        const string Add = "INSERT INTO kept VALUES (@n)";
        Assert.Throws<SqliteException>(() => Ask(connection, Add, 1));
        Ask(connection, Add, 4);
        Assert.Equal([4], Ask(connection, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public void A_change_of_the_tables_by_another_is_seen()
    {
        using var connection = Open();
        Assert.Equal([3], Ask(connection, "SELECT count(*) FROM kept"));
        connection.Close();
        using (var other = Open(fill: false))
            Ask(other, "DROP TABLE kept; CREATE TABLE kept (other TEXT, number INTEGER PRIMARY KEY); INSERT INTO kept VALUES ('a', 9)");
        connection.Open();
        Assert.Equal([1], Ask(connection, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public void What_was_not_committed_is_gone_when_it_rests()
    {
        using var connection = Open();
        using (connection.BeginTransaction()) Ask(connection, "DELETE FROM kept");
        connection.BeginTransaction();
        Ask(connection, "DELETE FROM kept");
        connection.Close();
        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
        using var other = Open(fill: false);
        Assert.Equal([3], Ask(other, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public void A_released_file_is_let_go_of_and_opened_again_by_the_next_work()
    {
        using var busy = Open();
        using var resting = Open(fill: false);
        resting.Close();
        foreach (var (each, _) in opened) each.Release();
        Assert.Equal([busy], opened.Keys);
        Assert.Equal([3], Ask(busy, "SELECT count(*) FROM kept"));
        resting.Open();
        Assert.Equal([3], Ask(resting, "SELECT count(*) FROM kept"));
    }

    /// <summary>The demo begins anew in files that it threw away under its own feet.</summary>
    [Fact]
    public async Task Storage_works_on_in_a_new_file_after_it_let_go_of_the_old()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using (var work = await database.Read(Actor.System)) Assert.Null(await Installation.Find(work, default));
        var file = new SqliteConnectionStringBuilder(database.Connection.Text).DataSource;
        database.Storage.Release();
        Assert.Empty(OpenFiles(file));
        foreach (var part in System.IO.Directory.GetFiles(Path.GetDirectoryName(file)!, "*.db*")) File.Delete(part);
        await new Migrator(database.Connection).Migrate();
        await using (var work = await database.Begin(Actor.System))
        {
            await Installation.Create(work, demo: true, default);
            await work.Commit();
        }
        await using var later = await database.Read(Actor.System);
        Assert.NotNull(await Installation.Find(later, default));
    }

    /// <summary>Reading and writing never share a connection: one is told that it may not write, the other is not.</summary>
    [Fact]
    public async Task What_only_reads_cannot_write_whatever_was_written_before()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        for (var again = 0; again < 2; again++)
        {
            await using (var writes = await database.Begin(Actor.System)) await writes.Context.Database.ExecuteSqlRawAsync("DELETE FROM journal_line");
            await using var reads = await database.Read(Actor.System);
            var refused = await Assert.ThrowsAsync<SqliteException>(() => reads.Context.Database.ExecuteSqlRawAsync("DELETE FROM journal_line"));
            Assert.Equal(raw.SQLITE_READONLY, refused.SqliteErrorCode);
        }
    }

    public void Dispose()
    {
        foreach (var (each, _) in opened) each.Dispose();
        folder.Delete(recursive: true);
    }

    private KeptConnection Open(bool fill = true)
    {
        var connection = new KeptConnection($"Data Source={Path.Combine(folder.FullName, "kept.db")};Pooling=False", "PRAGMA journal_mode = WAL", opened);
        connection.Open();
        connection.Handle!.enable_sqlite3_next_stmt(true);
        if (fill) Ask(connection, "CREATE TABLE kept (number INTEGER PRIMARY KEY); INSERT INTO kept VALUES (1), (2), (3)");
        return connection;
    }

    private static SqliteCommand Command(KeptConnection connection, string sql, int? n = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (n is { } value) command.Parameters.AddWithValue("@n", value);
        return command;
    }

    private static List<int> Ask(KeptConnection connection, string sql, int? n = null)
    {
        using var command = Command(connection, sql, n);
        using var reader = command.ExecuteReader();
        var numbers = new List<int>();
        while (reader.Read()) numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    /// <summary>The texts of the statements that SQLite holds ready on this connection.</summary>
    private static List<string> Made(KeptConnection connection)
    {
        var texts = new List<string>();
        for (var statement = raw.sqlite3_next_stmt(connection.Handle, null); statement is not null && !statement.IsInvalid; statement = raw.sqlite3_next_stmt(connection.Handle, statement))
            texts.Add(raw.sqlite3_sql(statement).utf8_to_string());
        return texts;
    }

    private static IEnumerable<string> OpenFiles(string file) =>
        System.IO.Directory.GetFiles("/proc/self/fd").Select(link => File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName ?? "").Where(target => target.StartsWith(file, StringComparison.Ordinal));
}
