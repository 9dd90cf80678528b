using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Logs;

/// <summary>Where the logs of looks and of processing live: on SQLite a file of its own, so that a long write never keeps anyone from looking.</summary>
internal sealed class LogDatabase : IDisposable
{
    private readonly DatabaseConnection connection;
    private readonly TimeProvider clock;
    private readonly KeptConnections kept = new("");
    private readonly PooledDbContextFactory<LogContext> contexts;

    public LogDatabase(DatabaseConnection connection, TimeProvider clock)
    {
        (this.connection, this.clock) = (connection, clock);
        var builder = new DbContextOptionsBuilder<LogContext>();
        connection.Use(builder, connection.ReadLogText);
        if (!connection.IsPostgres) builder.AddInterceptors(kept);
        contexts = new(builder.Options);
    }

    public LogContext Open() => contexts.CreateDbContext();

    /// <summary>As the system.</summary>
    public async Task<ChainWork> Begin(bool writes, CancellationToken cancel)
    {
        var context = Open();
        try
        {
            var transaction = await Begin(context, Actor.System, writes, cancel);
            return new ChainWork(context, async end => { await context.SaveChangesAsync(end); await transaction.CommitAsync(end); }, context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public async Task<IDbContextTransaction> Begin(LogContext context, Actor actor, bool writes, CancellationToken cancel)
    {
        // One transaction, with nothing to go back to halfway.
        context.Database.AutoSavepointsEnabled = false;
        if (!connection.IsPostgres && !writes) return await BeginReading(context, cancel);
        var transaction = await context.Database.BeginTransactionAsync(cancel);
        if (connection.IsPostgres) await context.Database.ExecuteSqlAsync(WhoActs.Say(actor, Amsterdam.UtcNow(clock), writes), cancel);
        return transaction;
    }

    // On SQLite a transaction takes the one lock for writing at once, unless told: a walk along a chain must keep nobody from looking.
    private static async Task<IDbContextTransaction> BeginReading(LogContext context, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        return (await context.Database.UseTransactionAsync(((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true), cancel))!;
    }

    /// <summary>Commits lines of both logs together: on PostgreSQL one round trip for who acts and all lines, and one for the commit.</summary>
    public async Task Write(Actor actor, IReadOnlyList<ReadLine> looks, IReadOnlyList<ProcessingLine> processed, CancellationToken cancel)
    {
        await using var context = Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await using var insert = Insert(context.Database.GetDbConnection(), transaction.GetDbTransaction(), context);
        if (connection.IsPostgres) insert.Say(WhoActs.Say(actor, Amsterdam.UtcNow(clock), writes: true));
        await insert.Add(looks, cancel);
        await insert.Add(processed, cancel);
        await insert.Send(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>On PostgreSQL, in the transaction of the change itself.</summary>
    public async Task Write(DbConnection open, DbTransaction transaction, IReadOnlyList<ProcessingLine> processed, CancellationToken cancel)
    {
        await using var context = Open();
        await using var insert = Insert(open, transaction, context);
        await insert.Add(processed, cancel);
        await insert.Send(cancel);
    }

    private InsertCommand Insert(DbConnection open, DbTransaction transaction, LogContext context) => new(open, transaction, context.Model, connection.IsPostgres);

    /// <inheritdoc cref="Storage.Storage.Release"/>
    public void Release() => kept.Release();

    public void Dispose() => kept.Dispose();
}

internal sealed class LogContext(DbContextOptions<LogContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder, [typeof(HouseholdId), typeof(AccountId), typeof(OrganisationId)], Database.IsNpgsql());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ReadLine>().ToTable("read_line").HasKey(l => l.Seq);
        modelBuilder.Entity<ProcessingLine>().ToTable("processing_line").HasKey(l => l.Seq);
        KernelTables.MapSeal<ReadSeal>(modelBuilder);
        KernelTables.MapSeal<ProcessingSeal>(modelBuilder);
        modelBuilder.Entity<ProcessingKey>().ToTable("processing_key").Property(k => k.Id).ValueGeneratedNever();
        modelBuilder.Entity<ProcessingExport>().ToTable("processing_export").Property(e => e.Id).ValueGeneratedNever();
        Conventions.SnakeCase(modelBuilder);
    }
}
