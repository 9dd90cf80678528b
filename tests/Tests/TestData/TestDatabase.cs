using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Tests.TestData;

/// <summary>The kernel with all modules on a fresh, migrated database.</summary>
/// <example><code>
/// [Theory, BothDatabases]
/// public async Task A_plan_is_kept(Engine engine)
/// {
///     await using var database = await TestDatabase.Create(engine);
///     await using (var work = await database.Begin(actor)) { …; await work.Commit(); }
///     await using var later = await database.Read(actor);
/// }
/// </code></example>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly EmptyDatabase database;
    private readonly ServiceProvider services;

    private TestDatabase(EmptyDatabase database, Action<IServiceCollection>? adjust)
    {
        this.database = database;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        collection.AddSingleton<IInterceptor>(Queries);
        collection.AddKernel(database.Connection, Samenkracht.App.Modules.All);
        adjust?.Invoke(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public TestClock Clock { get; } = new();

    public QueryCounter Queries { get; } = new();

    public IServiceProvider Services => services;

    public DatabaseConnection Connection => database.Connection;

    public Storage Storage => services.GetRequiredService<Storage>();

    public static async Task<TestDatabase> Create(Engine engine, Action<IServiceCollection>? adjust = null) =>
        new(await EmptyDatabase.CreateMigrated(engine), adjust);

    /// <summary>On a copy of this SQLite file.</summary>
    public static async Task<TestDatabase> CopyOf(string file, Action<IServiceCollection>? adjust = null) => new(await EmptyDatabase.CreateFilled(file), adjust);

    /// <summary>As a restore of PostgreSQL goes: what pg_dump wrote of this database, in a new one. This one is gone afterwards.</summary>
    public async Task<TestDatabase> Restored(Action<IServiceCollection>? adjust = null)
    {
        await services.DisposeAsync();
        return new(await EmptyDatabase.Restored(database), adjust);
    }

    public Task<Work> Begin(Actor actor) => Storage.Begin(actor);

    public Task<Work> Read(Actor actor) => Storage.Read(actor);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
