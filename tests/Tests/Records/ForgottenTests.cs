using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.App;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records;
using Samenkracht.Records.Contract;
using Samenkracht.Records.Listing;
using Samenkracht.Records.Retention;
using Samenkracht.Tests.KernelTests;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Records;

/// <summary>A row is planted in every table that belongs to a file, with a word that can be found again; after the destruction nothing anywhere holds it.</summary>
/// <remarks>planted.sql is plain SQL for both engines. A new table about people fails the first test until it has its row there.</remarks>
public class ForgottenTests
{
    private const string Word = "VGM7";

    private static readonly JournalKind Told = new("test.forgotten", "Verteld", Purpose.Support);
    private static readonly JournalKind Apart = new("test.apart", "Apart verteld", Purpose.Safety);
    private static readonly HouseholdId Gone = new(Guid.Parse("00000000-0000-4000-8000-000000000007"));

    [Theory, BothDatabases]
    public async Task Nothing_readable_is_left_of_a_household_in_any_table_or_file(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var neighbour = await town.Household();
        await town.Ask(neighbour, "Deze vraag blijft");
        await Plant(database);
        var empty = new List<string>();
        foreach (var table in new ModelMap(Samenkracht.App.Modules.All).Personal.Destroyed)
            if (!(await Rows(database.Connection, database.Connection.OwnerText, table)).Any(row => row.Contains(Word, StringComparison.Ordinal) || row.Contains("00000000-0000-4000-8000-", StringComparison.OrdinalIgnoreCase)))
                empty.Add(table);
        Assert.True(empty.Count == 0, "Plant a row in tests/Tests/Records/planted.sql for: " + string.Join(", ", empty));

        Assert.Equal(1, await Approve(database, town, new DestroyedFile(Gone)));

        foreach (var (file, tables) in await Tables(database.Connection))
            foreach (var table in tables)
                Assert.DoesNotContain(await Rows(database.Connection, file, table), row => row.Contains(Word, StringComparison.OrdinalIgnoreCase));
        await NothingOpens(database);
        Assert.All(await database.Services.GetRequiredService<Chains>().Verify(), verdict => Assert.True(verdict.IsSound));
        await using (var work = await database.Read(Actor.System))
        {
            Assert.Equal("household", Assert.Single(work.Query<DestructionLine>()).CountsByTable.Keys.Single(k => k == "household"));
            Assert.Equal(Gone.Value, Assert.Single(work.Query<Tombstone>()).Id);
            // Of the neighbours everything stands.
            Assert.Equal("Deze vraag blijft", Assert.Single(work.Query<Samenkracht.Support.Ask.Question>()).Text);
            Assert.NotNull((await work.Timeline(neighbour, Enum.GetValues<Law>(), [], safety: true, 0, 10))[0].Change);
        }
        // Its id does not come back, and doing it again does nothing.
        var back = (await Planted()).First(sql => sql.StartsWith("INSERT INTO household ", StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<DbException>(() => Execute(database, back));
        Assert.Equal(0, await database.Services.GetRequiredService<Carrying>().Run());
        await NothingInTheFiles(database.Connection);
    }

    /// <summary>A line of nobody's timeline lies under a key that is never destroyed: it keeps kind, day and id, and why something was done about people cannot be written there.</summary>
    [Theory, BothDatabases]
    public async Task A_line_of_nobodys_timeline_stays_and_takes_no_words_about_people(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Plant(database);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var work = await database.Begin(Actor.System);
            await work.Note(work.Because(Apart, reason: Word), Gone.Value);
        });

        Assert.Equal(1, await Approve(database, town, new DestroyedFile(Gone)));

        await using var later = await database.Read(Actor.System);
        var key = (await later.JournalKeys(JournalKeys.Nobody, new HashSet<string> { "" }, default))[""];
        var left = await later.Context.Set<JournalLine>().Where(l => l.Household == null).ToListAsync();
        Assert.Equal("""{"reason":null,"change":{"Ground":1}}""", Assert.Single(left, l => l.Kind == Apart.Code && l.Subject == Gone.Value).Read(key)!.Value.GetRawText());
        Assert.DoesNotContain(left, l => l.Read(key)?.GetRawText().Contains(Word, StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>Who reads while it goes, or copies the database, still has what was there: then the declaration does not say that it is gone from the files, and the next night sees to it.</summary>
    [Theory, BothDatabases]
    public async Task While_somebody_reads_what_was_there_the_declaration_says_so_and_the_next_run_clears_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Plant(database);
        var key = await JournalKeyOf(database.Connection);
        await using (var reader = await MigratorTests.Open(database.Connection))
        {
            // A transaction that has read, and sees what was there as long as it lasts.
            await using var look = reader.CreateCommand();
            look.CommandText = database.Connection.IsPostgres ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN DEFERRED";
            await look.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            look.CommandText = "SELECT count(*) FROM schema_version";
            await look.ExecuteScalarAsync(TestContext.Current.CancellationToken);

            Assert.Equal(1, await Approve(database, town, new DestroyedFile(Gone)));

            Assert.Contains("nog leesbaar", (await Declared(database, town)).How);
            Assert.True(await InFiles(database.Connection, key), "Nobody kept it: then this proves nothing.");
            look.CommandText = "ROLLBACK";
            await look.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await database.Services.GetRequiredService<Carrying>().Run());

        Assert.Contains("niet meer in de bestanden van die tabellen", (await Declared(database, town)).How);
        Assert.False(await InFiles(database.Connection, key), "The key of the journal is still there.");
        await NothingInTheFiles(database.Connection);
    }

    private static async Task<Statement> Declared(TestDatabase database, Town town)
    {
        await using var work = await database.Read(town[Role.Archivist]);
        return (await Statement.Read(work, work.Query<Declaration>().Single().Id, default))!;
    }

    [Theory, BothDatabases]
    public async Task Of_one_law_or_one_person_only_that_goes(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new("Dirk Vos"), new("Noor Vos")]);
        await town.Ask(id, "Onder de Wmo");
        await town.Ask(id, "Onder de Jeugdwet", Law.Jeugdwet);
        var hers = (await town.People(id))["Noor Vos"];
        await town.Ask(id, "Over Noor, onder de Wmo", about: hers);
        await town.Ask(id, "Over Noor, onder de Jeugdwet", Law.Jeugdwet, about: hers);

        // Of one person under one law; what is about them all stays, and so does what lies under another law.
        await Approve(database, town, new DestroyedFile(id, Law.Jeugdwet, hers.Value));
        await using (var work = await database.Read(Actor.System))
            Assert.Equal(["Onder de Jeugdwet", "Onder de Wmo", "Over Noor, onder de Wmo"], work.Query<Samenkracht.Support.Ask.Question>().Select(q => q.Text).ToList().Order());
        await Approve(database, town, new DestroyedFile(id, Law.Jeugdwet));

        await using (var work = await database.Read(Actor.System))
        {
            Assert.Equal(["Onder de Wmo", "Over Noor, onder de Wmo"], work.Query<Samenkracht.Support.Ask.Question>().Select(q => q.Text).ToList().Order());
            var lines = await work.Timeline(id, Enum.GetValues<Law>(), [], safety: true, 0, 10);
            Assert.All(lines.Where(l => l.Law == Law.Jeugdwet), l => Assert.Null(l.Change));
            Assert.All(lines.Where(l => l.Law == Law.Wmo), l => Assert.NotNull(l.Change));
            var noor = work.Query<Samenkracht.Residents.People.Person>().ToList().Single(p => p.Name == "Noor Vos").Id;
            await work.DisposeAsync();
            await Approve(database, town, new DestroyedFile(id, Person: noor.Value));
        }
        await using var later = await database.Read(Actor.System);
        Assert.Equal("Dirk Vos", Assert.Single(later.Query<Samenkracht.Residents.People.Person>()).Name);
        // Hers and theirs lie under the same key: of both the line stays, with its kind and day, and the words go.
        Assert.Equal(2, await Asked(later, opens: false));
        Assert.All(await database.Services.GetRequiredService<Chains>().Verify(), verdict => Assert.True(verdict.IsSound));
        // What is written from now on reads as ever, under a new key.
        await later.DisposeAsync();
        await town.Ask(id, "Daarna, onder de Wmo");
        await using var after = await database.Read(Actor.System);
        Assert.Equal((2, 1), (await Asked(after, opens: false), await Asked(after, opens: true)));

        async Task<int> Asked(Work work, bool opens) => (await work.Timeline(id, Enum.GetValues<Law>(), [], safety: true, 0, 50))
            .Count(line => line.Kind.Code == "question.asked" && line.Law == Law.Wmo && line.Change is not null == opens);
    }

    /// <summary>Put back, a backup holds what went since: by the list beside the keys it goes again, and until then the program does not start on it.</summary>
    [Theory, BothDatabases]
    public async Task What_a_backup_brings_back_goes_again_by_the_list_that_was_kept_outside_the_database(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var backup = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        foreach (var planted in (TestDatabase[])[database, backup]) await Plant(planted);
        Assert.Equal(1, await Approve(database, town, new DestroyedFile(Gone)));
        var keys = System.IO.Directory.CreateTempSubdirectory("samenkracht keys ");
        var (before, after) = (new Deployment(database.Connection, keys.FullName, IsDemo: false), new Deployment(backup.Connection, keys.FullName, IsDemo: false));
        await KeptDestructions.Keep(before, Forgetting(database), default);
        Assert.Empty(await Forgetting(database).Back(KeptDestructions.Read(KeptDestructions.FileOf(before))));
        // The database was put back in its old place.
        File.Move(KeptDestructions.FileOf(before), KeptDestructions.FileOf(after));
        var kept = KeptDestructions.Read(KeptDestructions.FileOf(after));
        Assert.DoesNotContain(Word, await File.ReadAllTextAsync(KeptDestructions.FileOf(after), TestContext.Current.CancellationToken));

        Assert.Contains("forget-again", (await Assert.ThrowsAsync<RefusedException>(() => KeptDestructions.RefuseWhatCameBack(after, Forgetting(backup), default))).Message);
        Assert.Equal((1, 0), (await Forgetting(backup).Again(kept), await Forgetting(backup).Again(kept)));
        await KeptDestructions.RefuseWhatCameBack(after, Forgetting(backup), default);

        foreach (var (file, tables) in await Tables(backup.Connection))
            foreach (var table in tables)
                Assert.DoesNotContain(await Rows(backup.Connection, file, table), row => row.Contains(Word, StringComparison.OrdinalIgnoreCase));
        await NothingOpens(backup);
        await using (var work = await backup.Read(Actor.System))
        {
            Assert.Equal((Gone.Value, kept[0].Line), (Assert.Single(work.Query<Tombstone>()).Id, Assert.Single(work.Query<DestructionLine>()).Id.Value));
            Assert.Equal(town[Role.Archivist].Account, Assert.Single(work.Query<Declaration>()).ApprovedBy);
        }
        // What the backup's own destruction adds does not push the first one off the list.
        await KeptDestructions.Keep(after, Forgetting(backup), default);
        Assert.Equal(kept, KeptDestructions.Read(KeptDestructions.FileOf(after)));
        await NothingInTheFiles(backup.Connection);
        keys.Delete(recursive: true);
    }

    private static Forgetting Forgetting(TestDatabase database) => database.Services.GetRequiredService<Forgetting>();

    private static async Task<int> Approve(TestDatabase database, Town town, DestroyedFile file)
    {
        await using (var work = await database.Begin(town[Role.PrivacyOfficer]))
        {
            await work.ProposeDestruction(file, DestructionGround.Avg, Guid.NewGuid());
            await work.Commit();
        }
        await using (var work = await database.Begin(town[Role.Archivist]))
        {
            var line = work.Query<DestructionLine>().Single(l => l.DoneAt == null);
            var because = work.Because(RecordEvents.Approved);
            var declaration = new Declaration { Id = Id.New<DeclarationId>(), ApprovedAt = because.At, ApprovedBy = work.Actor.Account!.Value, CarryOutFrom = RetentionTimes.After(because.At) };
            work.Add(declaration);
            line.Approve(declaration.Id);
            await work.Note(because, declaration.Id.Value);
            await work.Commit();
        }
        Assert.Equal(0, await database.Services.GetRequiredService<Carrying>().Run());
        database.Clock.Advance(TimeSpan.FromDays(1));
        return await database.Services.GetRequiredService<Carrying>().Run();
    }

    private static async Task Plant(TestDatabase database)
    {
        foreach (var sql in await Planted()) await Execute(database, sql);
        await using (var work = await database.Begin(Actor.System))
        {
            await work.Note(work.Because(Told, reason: Word), Gone.Value, Gone, new { Word });
            await work.Note(work.Because(Told, Law.Wmo), Gone.Value, Gone, new { Word });
            // Of nobody's timeline, about the same one: it stays, and holds no words.
            await work.Note(work.Because(Apart), Gone.Value, payload: new { Ground = 1 });
            await work.Commit();
        }
        await database.Services.GetRequiredService<ReadLog>().Looked(Actor.System, Gone, "Huishouden", Purpose.Support);
        await database.Services.GetRequiredService<Chains>().Seal();
    }

    private static async Task<string[]> Planted() =>
        (await File.ReadAllTextAsync(Repository.Path("tests", "Tests", "Records", "planted.sql"))).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task Execute(TestDatabase database, string sql)
    {
        await using var open = await MigratorTests.Open(database.Connection);
        await using var command = open.CreateCommand();
        command.CommandText = sql.Replace("{blob}", database.Connection.IsPostgres ? $"convert_to('{Word}', 'UTF8')" : $"CAST('{Word}' AS BLOB)");
        await command.ExecuteNonQueryAsync();
    }

    // Not one key that is left opens a line about it.
    private static async Task NothingOpens(TestDatabase database)
    {
        await using var work = await database.Read(Actor.System);
        Assert.False(await work.Context.Set<JournalKey>().AnyAsync(k => k.Household == Gone));
        var lines = await work.Timeline(Gone, Enum.GetValues<Law>(), [], safety: true, 0, 100);
        Assert.Equal(2, lines.Count(l => l.Kind.Code == Told.Code));
        Assert.All(lines, line => Assert.Null(line.Change));
    }

    private static async Task NothingInTheFiles(DatabaseConnection connection) =>
        Assert.False(await InFiles(connection, Encoding.UTF8.GetBytes(Word)), "A file of the database still holds the word.");

    private static async Task<byte[]> JournalKeyOf(DatabaseConnection connection)
    {
        await using var open = await MigratorTests.Open(connection);
        await using var command = open.CreateCommand();
        command.CommandText = $"SELECT wrapped FROM journal_key WHERE household = '{Gone.Value.ToString().ToUpperInvariant()}' AND part = ''";
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The bytes as they lie on disk: tables, indexes, and what is deleted and not overwritten; on PostgreSQL also the search index and what is kept beside a table.</summary>
    private static async Task<bool> InFiles(DatabaseConnection connection, byte[] sought)
    {
        if (connection.IsPostgres) return await InFilesOfPostgres(connection, sought);
        foreach (var text in (string[])[connection.Text, connection.ReadLogText])
        {
            var file = new SqliteConnectionStringBuilder(text).DataSource;
            foreach (var part in System.IO.Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            {
                using var bytes = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var read = new MemoryStream();
                bytes.CopyTo(read);
                if (read.ToArray().AsSpan().IndexOf(sought) >= 0) return true;
            }
        }
        return false;
    }

    private static async Task<bool> InFilesOfPostgres(DatabaseConnection connection, byte[] sought)
    {
        await using var open = new Npgsql.NpgsqlConnection(connection.OwnerText);
        await open.OpenAsync();
        await using (var flush = new Npgsql.NpgsqlCommand("CHECKPOINT", open)) await flush.ExecuteNonQueryAsync();
        const string Files = """
            SELECT position($1 IN pg_read_binary_file(pg_relation_filepath(c.oid))) > 0 FROM pg_class c
            WHERE c.relkind IN ('r', 'i', 't') AND pg_relation_size(c.oid) > 0 AND c.relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace)
            """;
        await using var command = new Npgsql.NpgsqlCommand($"SELECT bool_or(found) FROM ({Files}) f(found)", open) { Parameters = { new() { Value = sought } } };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static readonly string[] Logs = ["read_line", "read_seal", "processing_line", "processing_seal", "processing_key", "processing_export"];

    private static async Task<IEnumerable<(string File, string[] Tables)>> Tables(DatabaseConnection connection)
    {
        var tables = (await Catalog.Read(connection)).Columns.Select(column => column.Split('.')[0]).Distinct().ToArray();
        return connection.IsPostgres ? [(connection.OwnerText, [.. tables, .. Logs])] : [(connection.Text, tables), (connection.ReadLogText, Logs)];
    }

    /// <summary>Every row of a table as one text; bytes as the text that they could be.</summary>
    private static async Task<List<string>> Rows(DatabaseConnection connection, string text, string table)
    {
        await using DbConnection open = connection.IsPostgres ? new Npgsql.NpgsqlConnection(text) : new SqliteConnection(text);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{reader.GetValue(i)}")));
        return rows;
    }
}
