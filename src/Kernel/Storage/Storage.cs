using System.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Storage;

/// <summary>The only way to the database. Each unit of work says who acts.</summary>
public sealed class Storage(
    DatabaseConnection connection,
    ModelMap map,
    TimeProvider clock,
    IDataProtectionProvider protection,
    ProcessingLog processing,
    IServiceProvider services,
    IEnumerable<IInterceptor> interceptors) : IDisposable
{
    private readonly PooledDbContextFactory<SamenkrachtContext> contexts = Contexts(connection, map, interceptors);
    private readonly PooledDbContextFactory<SamenkrachtContext> unwatched = Contexts(connection, map, []);
    private readonly Secrets secrets = new(protection);
    private readonly SemaphoreSlim keysAreRead = new(1);

    public DatabaseConnection Connection => connection;

    /// <summary>Work that only reads: on SQLite it never waits for a writer, on PostgreSQL the database refuses a write.</summary>
    public Task<Work> Read(Actor actor, CancellationToken cancel = default) => Open(actor, writes: false, cancel);

    /// <summary>Work that may write; nothing is kept before <see cref="Work.Commit"/>.</summary>
    public Task<Work> Begin(Actor actor, CancellationToken cancel = default) => Open(actor, writes: true, cancel);

    /// <summary>Folds what was written, and overwritten, into SQLite's file, and empties the log beside it. PostgreSQL does so by itself (VACUUM).</summary>
    public async Task Settle(CancellationToken cancel = default)
    {
        if (connection.IsPostgres) return;
        await using var context = contexts.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    /// <summary>Makes new data keys for sealing and for finding, and waits until every node knows them. The older ones stay, for what was written meanwhile.</summary>
    public async Task RenewKeys(CancellationToken cancel = default)
    {
        await ReadKeys(writes: true, all: true, cancel);
        await Task.Delay(Secrets.KeyTravels, cancel);
    }

    public void Dispose() => keysAreRead.Dispose();

    // A seal is about the journal, so it needs no line in it.
    internal async Task<ChainWork> Chain(bool writes, CancellationToken cancel)
    {
        var work = await Open(Actor.System, writes, cancel);
        return new ChainWork(work.Context, work.Seal, work);
    }

    private async Task<Work> Open(Actor actor, bool writes, CancellationToken cancel)
    {
        if (!secrets.AreKnown || (writes && secrets.AreMissing(Amsterdam.UtcNow(clock)))) await ReadKeys(writes, all: false, cancel);
        var context = contexts.CreateDbContext();
        try
        {
            await context.Database.OpenConnectionAsync(cancel);
            // What only reads saves nothing: there is no need to remember how each row was.
            if (!writes) context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            var transaction = connection.IsPostgres
                ? await BeginPostgres(context, actor, writes, cancel)
                : await BeginSqlite(context, writes, cancel);
            var keys = new JournalKeys(context, protection);
            return new Work(actor, Amsterdam.UtcNow(clock), writes, context, transaction, map, keys, secrets, processing, services);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    // In a transaction of their own, before the work begins: a key that a work made and then did not keep would have sealed what others wrote.
    private async Task ReadKeys(bool writes, bool all, CancellationToken cancel)
    {
        await keysAreRead.WaitAsync(cancel);
        try
        {
            await using var context = unwatched.CreateDbContext();
            await context.Database.OpenConnectionAsync(cancel);
            if (!all) await InTransaction(context, writes: false, () => secrets.Load(context, cancel), cancel);
            var now = Amsterdam.UtcNow(clock);
            if (!writes || !(all || secrets.AreMissing(now))) return;
            await InTransaction(context, writes: true, async () =>
            {
                await secrets.Load(context, cancel);
                if (!all && !secrets.AreMissing(now)) return;
                context.AddRange(secrets.Make(now, all));
                await context.SaveChangesAsync(cancel);
            }, cancel);
            await InTransaction(context, writes: false, () => secrets.Load(context, cancel), cancel);
        }
        finally
        {
            keysAreRead.Release();
        }
    }

    private async Task InTransaction(SamenkrachtContext context, bool writes, Func<Task> act, CancellationToken cancel)
    {
        await using var transaction = connection.IsPostgres ? await BeginPostgres(context, Actor.System, writes, cancel) : await BeginSqlite(context, writes, cancel);
        await act();
        await transaction.CommitAsync(cancel);
    }

    private async Task<IDbContextTransaction> BeginPostgres(SamenkrachtContext context, Actor actor, bool writes, CancellationToken cancel)
    {
        var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await context.Database.ExecuteSqlAsync(WhoActs.Say(actor, Amsterdam.UtcNow(clock), writes), cancel);
        return transaction;
    }

    // What is deleted is overwritten in the file. A deferred transaction takes no lock until it writes; a writer takes the lock at once, so that it never has to be turned away halfway.
    private static async Task<IDbContextTransaction> BeginSqlite(SamenkrachtContext context, bool writes, CancellationToken cancel)
    {
        var sqlite = (Microsoft.Data.Sqlite.SqliteConnection)context.Database.GetDbConnection();
        using (var pragma = sqlite.CreateCommand())
        {
            pragma.CommandText = $"PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA query_only = {(writes ? "OFF" : "ON")}; PRAGMA secure_delete = ON";
            pragma.ExecuteNonQuery();
        }
        var begun = sqlite.BeginTransaction(deferred: !writes);
        return (await context.Database.UseTransactionAsync(begun, cancel))!;
    }

    // To make a context, with all that EF keeps for it, takes longer than many a query.
    private static PooledDbContextFactory<SamenkrachtContext> Contexts(DatabaseConnection connection, ModelMap map, IEnumerable<IInterceptor> interceptors)
    {
        var builder = new DbContextOptionsBuilder<SamenkrachtContext>();
        connection.Use(builder, connection.Text);
        builder.AddInterceptors(interceptors);
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new MapOption(map));
        return new(builder.Options);
    }
}
