using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.App;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Reading;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

/// <summary>The chains of the three logs, and what somebody with the database's own password does to them.</summary>
public class SealTests
{
    private static readonly JournalKind Done = new("test.done", "Gedaan", Purpose.Support);

    private static readonly string[] Names = ["Journaal", "Inzagelog", "Logboek dataverwerkingen"];

    public static TheoryData<Engine, int> Logs => new(from engine in Enum.GetValues<Engine>() from log in Enumerable.Range(0, Names.Length) select (engine, log));

    [Theory, BothDatabases]
    public async Task Untouched_logs_are_sound_and_their_unsealed_tail_is_named_with_its_age(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 5);
        Assert.Equal(15, await Chains(database).Seal());
        Assert.Equal(0, await Chains(database).Seal());
        database.Clock.Advance(TimeSpan.FromHours(1));
        var since = database.Clock.Now;
        await Write(database, 2);
        database.Clock.Advance(TimeSpan.FromHours(1));

        var verdicts = await Chains(database).Verify();

        Assert.Equal(Names, verdicts.Select(v => v.Name));
        Assert.All(verdicts, verdict =>
        {
            Assert.True(verdict.IsSound);
            Assert.Equal((5L, 5L), (verdict.Sealed, verdict.Head?.Position));
            Assert.Equal(new UnsealedTail(2, 6, 7, since), verdict.Tail);
        });
    }

    [Theory, BothDatabases]
    public async Task Two_sealers_at_once_make_one_chain(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 20);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Chains(database).Seal())));

        Assert.All(await Chains(database).Verify(), verdict => Assert.Equal((true, 20L), (verdict.IsSound, verdict.Sealed)));
    }

    /// <summary>All at once in one chain: each is found where it is, and nothing else is accused.</summary>
    [Theory, MemberData(nameof(Logs))]
    public async Task What_was_removed_changed_or_moved_is_found_where_it_was_done(Engine engine, int log)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 24);
        await Chains(database).Seal();
        var (line, seal, words) = Tables(log);

        await Tamper(database, log,
            $"UPDATE {line} SET {words} = 'anders' WHERE seq = 3",
            $"DELETE FROM {line} WHERE seq = 6",
            $"UPDATE {line} SET seq = 999 WHERE seq = 9", $"UPDATE {line} SET seq = 9 WHERE seq = 10", $"UPDATE {line} SET seq = 10 WHERE seq = 999",
            $"DELETE FROM {seal} WHERE position IN (13, 14)",
            $"UPDATE {seal} SET position = 999 WHERE position = 17", $"UPDATE {seal} SET position = 17 WHERE position = 18", $"UPDATE {seal} SET position = 18 WHERE position = 999",
            $"DELETE FROM {line} WHERE seq = 21", $"DELETE FROM {seal} WHERE position = 21");

        var verdicts = await Chains(database).Verify();
        Assert.Equal(
        [
            (Damage.Changed, 3, 3L, "Regel 3 is gewijzigd."),
            (Damage.Removed, 6, 6, "Regel 6 is verwijderd."),
            (Damage.Moved, 9, 9, "Regel 9 is verplaatst: hier staat wat regel 10 was."),
            (Damage.Moved, 10, 10, "Regel 10 is verplaatst: hier staat wat regel 9 was."),
            (Damage.SealRemoved, 13, null, "Zegel 13 tot en met 14 ontbreken."),
            (Damage.SealChanged, 17, 18, "Zegel 17, bij regel 18, is gewijzigd of verplaatst."),
            (Damage.SealChanged, 18, 17, "Zegel 18, bij regel 17, is gewijzigd of verplaatst."),
            (Damage.SealChanged, 19, 19, "Zegel 19, bij regel 19, is gewijzigd of verplaatst."),
            (Damage.SealRemoved, 21, (long?)null, "Zegel 21 ontbreekt."),
        ], verdicts[log].Defects.Select(d => (d.Damage, d.Position, d.Line, d.Dutch)));
        // The lines that lost their seal stand in the tail; the other two logs are untouched.
        Assert.Equal((2L, 13L, 14L), (verdicts[log].Tail!.Count, verdicts[log].Tail!.From, verdicts[log].Tail!.To));
        Assert.All(verdicts.Where(v => v.Name != Names[log]), verdict => Assert.True(verdict.IsSound));
    }

    /// <summary>A chain that was cut short, or made anew from a changed line, is sound in itself: the seal that was kept elsewhere tells.</summary>
    [Theory, MemberData(nameof(Logs))]
    public async Task An_end_cut_off_and_a_chain_made_anew_show_by_the_seal_that_was_kept(Engine engine, int log)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, 5);
        await Chains(database).Seal();
        var kept = (await Chains(database).Verify()).ToDictionary(v => v.Name, v => v.Head!);
        var (line, seal, words) = Tables(log);

        await Tamper(database, log, $"DELETE FROM {seal} WHERE position > 3", $"DELETE FROM {line} WHERE seq > 3");
        var cut = (await Chains(database).Verify(kept))[log];
        Assert.True((await Chains(database).Verify())[log].IsSound);
        Assert.Equal((Damage.EndCut, 4L), (Assert.Single(cut.Defects).Damage, cut.Defects[0].Position));

        await Tamper(database, log, $"DELETE FROM {seal}", $"UPDATE {line} SET {words} = 'anders' WHERE seq = 2");
        await Write(database, 2);
        await Chains(database).Seal();
        var anew = (await Chains(database).Verify(kept))[log];
        Assert.True((await Chains(database).Verify())[log].IsSound);
        Assert.Equal((Damage.Rewritten, 5L), (Assert.Single(anew.Defects).Damage, anew.Defects[0].Position));
    }

    /// <summary>The program goes on sealing and keeping after somebody was at the database: the seal that was kept stays the proof.</summary>
    [Theory, MemberData(nameof(Logs))]
    public async Task A_kept_seal_gives_no_way_to_a_chain_that_does_not_run_through_it(Engine engine, int log)
    {
        await using var database = await TestDatabase.Create(engine);
        var keys = System.IO.Directory.CreateTempSubdirectory("samenkracht seals ");
        var seals = new KeptSeals(new Deployment(database.Connection, keys.FullName, IsDemo: false));
        await Write(database, 5);
        await Chains(database).Seal();
        Assert.Empty(await seals.Keep(Chains(database), default));
        await Write(database, 1);
        await Chains(database).Seal();
        Assert.Empty(await seals.Keep(Chains(database), default));
        Assert.All(seals.Read().Values, head => Assert.Equal(6, head.Position));
        var (line, seal, _) = Tables(log);

        await Tamper(database, log, $"DELETE FROM {seal} WHERE position > 3", $"DELETE FROM {line} WHERE seq > 3");
        Assert.Equal(Damage.EndCut, await Found());
        await Write(database, 1);
        Assert.Equal(Damage.EndCut, await Found());
        await Write(database, 5);
        Assert.Equal(Damage.Rewritten, await Found());
        await Tamper(database, log, $"DELETE FROM {seal}");
        Assert.Equal(Damage.Rewritten, await Found());
        // Of the logs that nobody was at, it goes on.
        Assert.All(seals.Read().Where(kept => kept.Key != Names[log]), kept => Assert.Equal(12, kept.Value.Position));
        keys.Delete(recursive: true);

        async Task<Damage> Found()
        {
            await Chains(database).Seal();
            Assert.Equal([Names[log]], await seals.Keep(Chains(database), default));
            Assert.Equal(6, seals.Read()[Names[log]].Position);
            var verdicts = await Chains(database).Verify(seals.Read());
            Assert.All(verdicts.Where(v => v.Name != Names[log]), verdict => Assert.True(verdict.IsSound));
            return Assert.Single(verdicts[log].Defects).Damage;
        }
    }

    /// <summary>Also what reads back alike, and what no program can read: each column of each log, in the ways that its engine lets one write it.</summary>
    [Theory, MemberData(nameof(Logs))]
    public async Task Whatever_is_done_to_a_column_is_found_at_its_line(Engine engine, int log)
    {
        await using var database = await TestDatabase.Create(engine);
        var line = Tables(log).Line;
        var changes = (await Columns(database, log)).SelectMany(column => Ways(column.Name, column.Type)).ToList();
        Assert.True(changes.Count > 15);
        await Write(database, changes.Count + 1);
        await Chains(database).Seal();

        await Tamper(database, log, [.. changes.Select((change, n) => $"UPDATE {line} SET {change} WHERE seq = {n + 1}")]);

        var verdict = (await Chains(database).Verify())[log];
        Assert.Equal(changes, verdict.Defects.Where(d => d.Damage == Damage.Changed).Select(d => changes[(int)d.Line!.Value - 1]));
        Assert.Equal(changes.Count, verdict.Defects.Count);
        // A line that cannot be read keeps nothing after it from being sealed.
        await Write(database, 2);
        await Tamper(database, log, $"UPDATE {line} SET at = {(engine == Engine.Sqlite ? "'Onzin'" : "'infinity'")} WHERE seq = {changes.Count + 2}");
        var tail = (await Chains(database).Verify())[log];
        Samenkracht.App.Commands.VerifyLogCommand.Tell(tail, hasKept: false, TextWriter.Null);
        Assert.Equal(2, tail.Tail!.Count);
        Assert.Equal(6, await Chains(database).Seal());
    }

    private static IEnumerable<string> Ways(string column, string type) => (type switch
    {
        "TEXT" => (string[])["'Onzin'", "coalesce(@, '') || char(0)", "CAST(coalesce(@, '') AS BLOB)", "CASE WHEN lower(@) <> @ THEN lower(@) ELSE upper(coalesce(@, '')) || ' ' END"],
        "INTEGER" => ["'Onzin'", "coalesce(@, 0) + 1"],
        "BLOB" => ["zeroblob(3)", "CAST(coalesce(@, x'') AS TEXT)"],
        "text" => ["'Onzin'", "CASE WHEN lower(@) <> @ THEN lower(@) ELSE upper(coalesce(@, '')) || ' ' END"],
        "uuid" => ["gen_random_uuid()"],
        "timestamp with time zone" => ["@ + interval '1 microsecond'", "'infinity'", "'20000-01-01'"],
        "integer" => ["coalesce(@, 0) + 1"],
        "bytea" => ["coalesce(@, '') || '\\x00'::bytea"],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say how it can be changed."),
    }).Select(value => $"{column} = {value.Replace("@", column)}");

    private static async Task<List<(string Name, string Type)>> Columns(TestDatabase database, int log)
    {
        await using var open = Open(database, log);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = database.Connection.IsPostgres
            ? $"SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{Tables(log).Line}' AND column_name <> 'seq'"
            : $"SELECT name, type FROM pragma_table_info('{Tables(log).Line}') WHERE name <> 'seq'";
        await using var row = await command.ExecuteReaderAsync();
        var columns = new List<(string, string)>();
        while (await row.ReadAsync()) columns.Add((row.GetString(0), row.GetString(1)));
        return columns;
    }

    private static System.Data.Common.DbConnection Open(TestDatabase database, int log) => database.Connection.IsPostgres
        ? new NpgsqlConnection(database.Connection.OwnerText) : new SqliteConnection(log == 0 ? database.Connection.Text : database.Connection.ReadLogText);

    private static Chains Chains(TestDatabase database) => database.Services.GetRequiredService<Chains>();

    private static (string Line, string Seal, string Words) Tables(int log) => log switch
    {
        0 => ("journal_line", "journal_seal", "kind"),
        1 => ("read_line", "read_seal", "what"),
        _ => ("processing_line", "processing_seal", "name"),
    };

    // One line in each of the three.
    private static async Task Write(TestDatabase database, int lines)
    {
        var reads = database.Services.GetRequiredService<ReadLog>();
        for (var n = 0; n < lines; n++)
        {
            await using var work = await database.Begin(Actor.System);
            // Of a kind that handles nobody's data, so that the processing log has the look alone.
            await work.Note(work.Because(Done), Guid.NewGuid(), payload: new { n });
            await work.Commit();
            await reads.Looked(Actor.System, Id.New<HouseholdId>(), "Huishouden", Purpose.Support);
        }
    }

    private static async Task Tamper(TestDatabase database, int log, params string[] statements)
    {
        var (line, seal, _) = Tables(log);
        var connection = database.Connection;
        string[] opened = connection.IsPostgres
            ? [$"ALTER TABLE {line} DISABLE TRIGGER ALL", $"ALTER TABLE {seal} DISABLE TRIGGER ALL", $"""
                DO $drop$ DECLARE held record; BEGIN
                    FOR held IN SELECT conname FROM pg_constraint WHERE conrelid = '{line}'::regclass AND contype = 'c' LOOP EXECUTE format('ALTER TABLE {line} DROP CONSTRAINT %I', held.conname); END LOOP;
                END $drop$
                """]
            : ["PRAGMA query_only = OFF", "PRAGMA ignore_check_constraints = ON", .. from table in (string[])[line, seal] from act in (string[])["update", "delete"] select $"DROP TRIGGER IF EXISTS {table}_no_{act}"];
        await using var open = Open(database, log);
        await open.OpenAsync();
        foreach (var sql in (string[])[.. opened, .. statements])
        {
            await using var command = open.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}
