using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

public class MigratorTests
{
    [Theory, BothDatabases]
    public async Task An_empty_database_becomes_current_and_stays_so(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);
        Assert.Equal(SchemaState.Empty, await new Migrator(database.Connection).State());

        await new Migrator(database.Connection).Migrate();
        await new Migrator(database.Connection).Migrate();

        Assert.Equal(SchemaState.Current, await new Migrator(database.Connection).State());
    }

    [Theory, BothDatabases]
    public async Task Nodes_that_start_at_once_make_the_schema_once(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new Migrator(database.Connection).Migrate())));

        Assert.Equal(SchemaState.Current, await new Migrator(database.Connection).State());
    }

    [Theory, BothDatabases]
    public async Task A_populated_earlier_release_is_brought_up_with_its_rows(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);
        await new Migrator(database.Connection, upTo: 1).Migrate();
        Assert.Equal(SchemaState.Behind, await new Migrator(database.Connection).State());
        await Execute(database.Connection, engine == Engine.Postgres
            ? "INSERT INTO installation VALUES (1, false, '2026-01-01T00:00:00Z', NULL)"
            : "INSERT INTO installation VALUES (1, 0, '2026-01-01T00:00:00.000000Z', NULL)");
        // As work that only read leaves a connection of the pool behind.
        if (engine == Engine.Sqlite) await Execute(database.Connection, "PRAGMA query_only = ON");

        await new Migrator(database.Connection).Migrate();

        Assert.Equal(SchemaState.Current, await new Migrator(database.Connection).State());
        Assert.Equal(1L, Convert.ToInt64(await Scalar(database.Connection, "SELECT count(*) FROM installation")));
    }

    [Theory, BothDatabases]
    public async Task A_database_of_a_newer_program_is_left_alone(Engine engine)
    {
        await using var database = await EmptyDatabase.CreateMigrated(engine);
        await Execute(database.Connection, "INSERT INTO schema_version VALUES (9999, '9999_future', 'x')");

        Assert.Equal(SchemaState.Newer, await new Migrator(database.Connection).State());
        await Assert.ThrowsAsync<InvalidDataException>(() => new Migrator(database.Connection).Migrate());
    }

    [Theory, BothDatabases]
    public async Task A_database_that_is_not_ours_is_left_alone(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);
        await Execute(database.Connection, "CREATE TABLE accounting (amount integer)");

        Assert.Equal(SchemaState.Foreign, await new Migrator(database.Connection).State());
        await Assert.ThrowsAsync<InvalidDataException>(() => new Migrator(database.Connection).Migrate());
        Assert.Equal(0L, Convert.ToInt64(await Scalar(database.Connection, "SELECT count(*) FROM accounting")));
    }

    [Theory, BothDatabases]
    public async Task A_script_that_was_edited_after_it_ran_is_named(Engine engine)
    {
        await using var database = await EmptyDatabase.CreateMigrated(engine);
        await Execute(database.Connection, "UPDATE schema_version SET checksum = 'anders' WHERE number = 3");

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => new Migrator(database.Connection).Migrate());

        Assert.Contains("0003_access", refused.Message, StringComparison.Ordinal);
    }

    internal static async Task<DbConnection> Open(DatabaseConnection connection)
    {
        DbConnection open = connection.IsPostgres ? new NpgsqlConnection(connection.Text) : new SqliteConnection(connection.Text);
        await open.OpenAsync();
        return open;
    }

    private static async Task Execute(DatabaseConnection connection, string sql)
    {
        await using var open = await Open(connection);
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Scalar(DatabaseConnection connection, string sql)
    {
        await using var open = await Open(connection);
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
