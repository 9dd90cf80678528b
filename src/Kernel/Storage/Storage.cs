using System.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
    IEnumerable<IInterceptor> interceptors)
{
    private readonly DbContextOptions<SamenkrachtContext> options = Options(connection, interceptors);

    public DatabaseConnection Connection => connection;

    /// <summary>Work that only reads: on SQLite it never waits for a writer, on PostgreSQL the database refuses a write.</summary>
    public Task<Work> Read(Actor actor, CancellationToken cancel = default) => Open(actor, writes: false, cancel);

    /// <summary>Work that may write; nothing is kept before <see cref="Work.Commit"/>.</summary>
    public Task<Work> Begin(Actor actor, CancellationToken cancel = default) => Open(actor, writes: true, cancel);

    /// <summary>Folds what was written, and overwritten, into SQLite's file, and empties the log beside it. PostgreSQL does so by itself (VACUUM).</summary>
    public async Task Settle(CancellationToken cancel = default)
    {
        if (connection.IsPostgres) return;
        await using var context = new SamenkrachtContext(options, map);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    // A seal is about the journal, so it needs no line in it.
    internal async Task<ChainWork> Chain(bool writes, CancellationToken cancel)
    {
        var work = await Open(Actor.System, writes, cancel);
        return new ChainWork(work.Context, work.Seal, work);
    }

    private async Task<Work> Open(Actor actor, bool writes, CancellationToken cancel)
    {
        var context = new SamenkrachtContext(options, map);
        try
        {
            await context.Database.OpenConnectionAsync(cancel);
            var transaction = connection.IsPostgres
                ? await BeginPostgres(context, actor, writes, cancel)
                : await BeginSqlite(context, writes, cancel);
            var keys = new JournalKeys(context, protection);
            var now = Amsterdam.UtcNow(clock);
            return new Work(actor, now, writes, context, transaction, map, keys, new Secrets(context, protection, now), processing, services);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
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

    private static DbContextOptions<SamenkrachtContext> Options(DatabaseConnection connection, IEnumerable<IInterceptor> interceptors)
    {
        var builder = new DbContextOptionsBuilder<SamenkrachtContext>();
        connection.Use(builder, connection.Text);
        builder.AddInterceptors(interceptors);
        return builder.Options;
    }
}
