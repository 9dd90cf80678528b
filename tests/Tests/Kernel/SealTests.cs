using Microsoft.Data.Sqlite;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

public class SealTests
{
    private static readonly JournalKind Done = new("test.done", "Gedaan", Purpose.Support);

    [Theory, BothDatabases]
    public async Task An_untouched_journal_is_sound_and_its_unsealed_tail_is_named(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 5);
        Assert.Equal(5, await new JournalSealer(database.Storage).Seal());
        Assert.Equal(0, await new JournalSealer(database.Storage).Seal());
        await Write(database, 2);

        var verdict = await new JournalCheck(database.Storage).Verify();

        Assert.True(verdict.IsSound);
        Assert.Equal((5L, 2), (verdict.Sealed, verdict.Unsealed.Count));
        Assert.NotNull(verdict.Head);
    }

    [Theory, BothDatabases]
    public async Task Two_sealers_at_once_make_one_chain(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 20);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new JournalSealer(database.Storage).Seal())));

        var verdict = await new JournalCheck(database.Storage).Verify();
        Assert.True(verdict.IsSound);
        Assert.Equal(20, verdict.Sealed);
    }

    [Theory]
    [InlineData(Engine.Sqlite, "DELETE FROM journal_line WHERE seq = 3", "Regel 3 is verwijderd.")]
    [InlineData(Engine.Postgres, "DELETE FROM journal_line WHERE seq = 3", "Regel 3 is verwijderd.")]
    [InlineData(Engine.Sqlite, "UPDATE journal_line SET kind = 'test.other' WHERE seq = 3", "Regel 3 is gewijzigd of verplaatst.")]
    [InlineData(Engine.Postgres, "UPDATE journal_line SET kind = 'test.other' WHERE seq = 3", "Regel 3 is gewijzigd of verplaatst.")]
    [InlineData(Engine.Sqlite, "UPDATE journal_line SET subject = (SELECT subject FROM journal_line WHERE seq = 4) WHERE seq = 3", "Regel 3 is gewijzigd of verplaatst.")]
    [InlineData(Engine.Postgres, "UPDATE journal_line SET payload = NULL WHERE seq = 3", "Regel 3 is gewijzigd of verplaatst.")]
    [InlineData(Engine.Sqlite, "DELETE FROM journal_seal WHERE position = 3", "Zegel 3 ontbreekt.")]
    [InlineData(Engine.Postgres, "DELETE FROM journal_seal WHERE position = 3", "Zegel 3 ontbreekt.")]
    public async Task What_was_done_to_a_sealed_line_behind_the_triggers_shows(Engine engine, string sql, string defect)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 5);
        await new JournalSealer(database.Storage).Seal();

        await Tamper(database.Connection, sql);

        Assert.Contains(defect, (await new JournalCheck(database.Storage).Verify()).Defects);
    }

    [Theory, BothDatabases]
    public async Task Lines_that_changed_places_show(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 5);
        await new JournalSealer(database.Storage).Seal();

        await Tamper(database.Connection,
            "UPDATE journal_line SET seq = 99 WHERE seq = 2", "UPDATE journal_line SET seq = 2 WHERE seq = 3", "UPDATE journal_line SET seq = 3 WHERE seq = 99");

        var defects = (await new JournalCheck(database.Storage).Verify()).Defects;
        Assert.Equal(["Regel 2 is gewijzigd of verplaatst.", "Regel 3 is gewijzigd of verplaatst."], defects);
    }

    [Theory, BothDatabases]
    public async Task A_tail_that_was_cut_off_shows_by_the_head_that_was_kept_elsewhere(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 5);
        await new JournalSealer(database.Storage).Seal();
        var head = (await new JournalCheck(database.Storage).Verify()).Head;

        await Tamper(database.Connection, "DELETE FROM journal_seal WHERE position = 5", "DELETE FROM journal_line WHERE seq = 5");

        Assert.NotEqual(head, (await new JournalCheck(database.Storage).Verify()).Head);
    }

    private static async Task Write(TestDatabase database, int lines)
    {
        for (var n = 0; n < lines; n++)
        {
            await using var work = await database.Begin(Actor.System);
            await work.Note(work.Because(Done), Guid.NewGuid(), payload: new { n });
            await work.Commit();
        }
    }

    // As someone with the database's own password would.
    private static async Task Tamper(DatabaseConnection connection, params string[] statements)
    {
        string[] opened = connection.IsPostgres
            ? ["ALTER TABLE journal_line DISABLE TRIGGER ALL", "ALTER TABLE journal_seal DISABLE TRIGGER ALL"]
            : ["PRAGMA query_only = OFF", "DROP TRIGGER journal_line_no_update", "DROP TRIGGER journal_line_no_delete", "DROP TRIGGER journal_seal_no_update", "DROP TRIGGER journal_seal_no_delete"];
        await using System.Data.Common.DbConnection open = connection.IsPostgres ? new NpgsqlConnection(connection.Text) : new SqliteConnection(connection.Text);
        await open.OpenAsync();
        foreach (var sql in (string[])[.. opened, .. statements])
        {
            await using var command = open.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}
