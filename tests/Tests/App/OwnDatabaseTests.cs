using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.App;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>Whose database it is: the demo's or an installation's.</summary>
public class OwnDatabaseTests
{
    [Theory, BothDatabases]
    public async Task The_demo_makes_fills_and_finds_its_own_database(Engine engine)
    {
        await using var empty = await EmptyDatabase.Create(engine);
        await using var services = On(empty);
        var storage = services.GetRequiredService<Storage>();

        await DemoDatabase.Prepare(storage, reset: false, default);
        await DemoFilling.MarkFilled(storage, default);
        await DemoDatabase.Prepare(storage, reset: false, default);

        Assert.True(await DemoDatabase.Marker(storage, default) is { IsDemo: true, FilledAt: not null });
    }

    [Theory, BothDatabases]
    public async Task Reset_and_a_filling_that_broke_off_begin_anew(Engine engine)
    {
        await using var empty = await EmptyDatabase.Create(engine);
        await using var services = On(empty);
        var storage = services.GetRequiredService<Storage>();

        await DemoDatabase.Prepare(storage, reset: false, default);
        var first = await DemoDatabase.Marker(storage, default);
        await DemoDatabase.Prepare(storage, reset: false, default);
        var second = await DemoDatabase.Marker(storage, default);
        await DemoFilling.MarkFilled(storage, default);
        await DemoDatabase.Prepare(storage, reset: true, default);

        Assert.True(first!.CreatedAt < second!.CreatedAt);
        Assert.True(await DemoDatabase.Marker(storage, default) is { IsDemo: true, FilledAt: null });
    }

    [Theory, BothDatabases]
    public async Task A_first_start_that_broke_off_is_no_obstacle(Engine engine)
    {
        await using var tables = await EmptyDatabase.CreateMigrated(engine);
        await using var services = On(tables);
        var storage = services.GetRequiredService<Storage>();

        await DemoDatabase.Prepare(storage, reset: false, default);

        Assert.True(await DemoDatabase.Marker(storage, default) is { IsDemo: true });
    }

    [Theory, BothDatabases]
    public async Task The_demo_stays_away_from_what_it_did_not_make(Engine engine)
    {
        await using var real = await EmptyDatabase.Create(engine);
        await using var services = On(real);
        var storage = services.GetRequiredService<Storage>();
        await OwnDatabase.Prepare(storage, default);

        foreach (var reset in (bool[])[false, true])
            await Assert.ThrowsAsync<RefusedException>(() => DemoDatabase.Prepare(storage, reset, default));

        Assert.True(await DemoDatabase.Marker(storage, default) is { IsDemo: false });
    }

    [Theory, BothDatabases]
    public async Task The_demo_stays_away_from_another_program(Engine engine)
    {
        await using var foreign = await EmptyDatabase.Create(engine);
        await Execute(foreign, "CREATE TABLE something (id INTEGER)");
        await using var services = On(foreign);

        await Assert.ThrowsAsync<RefusedException>(() => DemoDatabase.Prepare(services.GetRequiredService<Storage>(), reset: true, default));

        await Execute(foreign, "INSERT INTO something VALUES (1)");
    }

    [Theory, BothDatabases]
    public async Task An_installation_refuses_the_demo(Engine engine)
    {
        await using var demo = await EmptyDatabase.Create(engine);
        await using var services = On(demo);
        var storage = services.GetRequiredService<Storage>();
        await DemoDatabase.Prepare(storage, reset: false, default);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => OwnDatabase.Prepare(storage, default));

        Assert.Contains("demo", refused.Message);
    }

    [Theory, BothDatabases]
    public async Task An_installation_refuses_a_newer_database(Engine engine)
    {
        await using var newer = await EmptyDatabase.CreateMigrated(engine);
        await Execute(newer, "INSERT INTO schema_version (number, name, checksum) VALUES (9999, '9999_later', '')");
        await using var services = On(newer);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => OwnDatabase.Prepare(services.GetRequiredService<Storage>(), default));

        Assert.Contains("nieuwer", refused.Message);
    }

    [Theory, BothDatabases]
    public async Task An_installation_refuses_keys_that_do_not_fit(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);
        await using (var services = On(database)) await OwnDatabase.Prepare(services.GetRequiredService<Storage>(), default);
        await using var other = On(database);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => OwnDatabase.Prepare(other.GetRequiredService<Storage>(), default));

        Assert.Contains("SAMENKRACHT_KEYS", refused.Message);
    }

    [Theory, BothDatabases]
    public async Task Starting_again_changes_nothing(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);
        await using var services = On(database);
        var storage = services.GetRequiredService<Storage>();
        await OwnDatabase.Prepare(storage, default);
        await OwnDatabase.Prepare(storage, default);

        var verdicts = await services.GetRequiredService<Chains>().Verify();

        Assert.Equal(1, verdicts[0].Tail?.Count);
    }

    // Keys in memory: each set of services has its own.
    private static ServiceProvider On(EmptyDatabase database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        return services.AddKernel(database.Connection, Modules.All).BuildServiceProvider();
    }

    private static async Task Execute(EmptyDatabase database, string sql)
    {
        await using DbConnection connection = database.Engine == Engine.Postgres
            ? new NpgsqlConnection(database.Connection.Text)
            : new SqliteConnection(database.Connection.Text);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
