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
    // What is deleted is overwritten in the file.
    private const string Uses = "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON";

    // A page is read in less; who reads for longer is waited for until a next time.
    private const int SettleTries = 5;
    private static readonly TimeSpan SettlePause = TimeSpan.FromMilliseconds(200);

    // A table of millions of rows is written anew.
    private static readonly TimeSpan SettleTakes = TimeSpan.FromMinutes(30);

    private readonly Source reads = new(connection, map, interceptors, $"{Uses}; PRAGMA query_only = ON");
    private readonly Source writes = new(connection, map, interceptors, Uses);
    private readonly Source unwatched = new(connection, map, [], Uses);
    private readonly Secrets secrets = new(protection);
    private readonly SemaphoreSlim keysAreRead = new(1);

    public DatabaseConnection Connection => connection;

    /// <summary>Work that only reads: on SQLite it never waits for a writer, on PostgreSQL the database refuses a write.</summary>
    public Task<Work> Read(Actor actor, CancellationToken cancel = default) => Open(actor, mayWrite: false, cancel);

    /// <summary>Work that may write; nothing is kept before <see cref="Work.Commit"/>.</summary>
    public Task<Work> Begin(Actor actor, CancellationToken cancel = default) => Open(actor, mayWrite: true, cancel);

    /// <summary>Sees to it that what was deleted from these tables stands in no file of the database any more. On SQLite what was overwritten is folded into the file, and the log beside
    /// it emptied; PostgreSQL writes the tables to new files (database/0011_records).</summary>
    /// <returns>False when somebody still reads what was there before: then it is for later.</returns>
    public async Task<bool> Settle(IEnumerable<string> tables, CancellationToken cancel = default)
    {
        await using var context = unwatched.Contexts.CreateDbContext();
        await context.Database.OpenConnectionAsync(cancel);
        if (!connection.IsPostgres) return await EmptyLog(context, cancel);
        context.Database.SetCommandTimeout(SettleTakes);
        var settled = true;
        foreach (var table in tables) settled &= await WrittenAnew(table);
        return settled;

        // A connection that is just being made, of whatever database on that server, counts as a reader for an instant.
        async Task<bool> WrittenAnew(string table)
        {
            var done = false;
            for (var left = SettleTries; left > 0 && !done; left--)
            {
                if (left < SettleTries) await Task.Delay(SettlePause, cancel);
                await InTransaction(context, writes: true, async () =>
                    done = await context.Database.SqlQuery<bool>($"SELECT sight.settle({table}) AS \"Value\"").SingleAsync(cancel), cancel);
            }
            return done;
        }
    }

    /// <summary>Lets go of SQLite's files until the next work: before they are taken away, or copied.</summary>
    public void Release()
    {
        foreach (var source in (Source[])[reads, writes, unwatched]) source.Kept.Release();
        processing.Release();
    }

    /// <summary>Makes new data keys for sealing and for finding, and waits until every node knows them. The older ones stay, for what was written meanwhile.</summary>
    public async Task RenewKeys(CancellationToken cancel = default)
    {
        await ReadKeys(writes: true, all: true, cancel);
        await Task.Delay(Secrets.KeyTravels, cancel);
    }

    public void Dispose()
    {
        Release();
        keysAreRead.Dispose();
    }

    // A seal is about the journal, so it needs no line in it.
    internal async Task<ChainWork> Chain(bool writes, CancellationToken cancel)
    {
        var work = await Open(Actor.System, writes, cancel);
        return new ChainWork(work.Context, work.Seal, work);
    }

    // Its answer: whether a reader or a writer was in the way.
    private static async Task<bool> EmptyLog(SamenkrachtContext context, CancellationToken cancel)
    {
        for (var left = SettleTries; ; left--)
        {
            await using (var command = context.Database.GetDbConnection().CreateCommand())
            {
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await using var answer = await command.ExecuteReaderAsync(cancel);
                if (await answer.ReadAsync(cancel) && answer.GetInt32(0) == 0) return true;
            }
            if (left == 1) return false;
            await Task.Delay(SettlePause, cancel);
        }
    }

    private async Task<Work> Open(Actor actor, bool mayWrite, CancellationToken cancel)
    {
        if (!secrets.AreKnown || (mayWrite && secrets.AreMissing(Amsterdam.UtcNow(clock)))) await ReadKeys(mayWrite, all: false, cancel);
        var context = (mayWrite ? writes : reads).Contexts.CreateDbContext();
        try
        {
            await context.Database.OpenConnectionAsync(cancel);
            // What only reads saves nothing: there is no need to remember how each row was.
            if (!mayWrite) context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            var transaction = connection.IsPostgres
                ? await BeginPostgres(context, actor, mayWrite, cancel)
                : await BeginSqlite(context, mayWrite, cancel);
            var keys = new JournalKeys(context, protection);
            return new Work(actor, Amsterdam.UtcNow(clock), mayWrite, context, transaction, map, keys, secrets, processing, services);
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
            await using var context = unwatched.Contexts.CreateDbContext();
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

    // A deferred transaction takes no lock until it writes; a writer takes the lock at once, so that it never has to be turned away halfway.
    private static async Task<IDbContextTransaction> BeginSqlite(SamenkrachtContext context, bool writes, CancellationToken cancel)
    {
        var begun = ((Microsoft.Data.Sqlite.SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: !writes);
        return (await context.Database.UseTransactionAsync(begun, cancel))!;
    }

    /// <summary>Contexts from a pool, each with its connection: to make a context, with all that EF keeps for it, takes longer than many a query.</summary>
    private sealed class Source
    {
        public Source(DatabaseConnection connection, ModelMap map, IEnumerable<IInterceptor> interceptors, string uses)
        {
            var builder = new DbContextOptionsBuilder<SamenkrachtContext>();
            connection.Use(builder, connection.Text);
            Kept = new KeptConnections(uses);
            builder.AddInterceptors(connection.IsPostgres ? interceptors : [.. interceptors, Kept]);
            ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new MapOption(map));
            Contexts = new(builder.Options);
        }

        public PooledDbContextFactory<SamenkrachtContext> Contexts { get; }

        public KeptConnections Kept { get; }
    }
}
