using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Records;

namespace Samenkracht.Kernel.Storage;

/// <summary>One actor's transaction: scoped queries, changes with their reason, and the journal line beside each.</summary>
public sealed class Work : IAsyncDisposable
{
    private readonly bool writes;
    // Whom the database knows: also while the demo lives through others.
    private readonly Actor known;
    private readonly IDbContextTransaction transaction;
    private readonly ModelMap map;
    private readonly JournalKeys keys;
    private readonly IServiceProvider services;
    private bool noted;
    private bool changed;
    private bool ended;
    private int beyond;
    private bool lived;
    private Task owed = Task.CompletedTask;
    private readonly ProcessingLog processing;
    private readonly Origin origin;
    private readonly List<JournalLine> lines = [];
    private readonly List<ProcessingLine> processed = [];

    internal Work(Actor actor, DateTimeOffset now, bool writes, SamenkrachtContext context, IDbContextTransaction transaction,
        ModelMap map, JournalKeys keys, Secrets secrets, ProcessingLog processing, IServiceProvider services)
    {
        (Actor, known, Now, Context, Secrets) = (actor, actor, now, context, secrets);
        (this.writes, this.transaction, this.map, this.keys, this.services) = (writes, transaction, map, keys, services);
        (this.processing, origin, IsPostgres) = (processing, actor.Origin ?? new Origin(now), context.Database.IsNpgsql());
    }

    public Actor Actor { get; private set; }

    /// <summary>The instant of this work, in UTC. Only the demo, which lives through months in a minute, sets it.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>For the identity stores of Access, which must save inside this transaction, and for the journal.</summary>
    public SamenkrachtContext Context { get; }

    /// <summary>Seals and opens what is kept encrypted.</summary>
    public Secrets Secrets { get; }

    /// <summary>Whether this work may change anything: what others share is there to read.</summary>
    public bool Writes => writes;

    /// <summary>The one household that this work reads; null while it reads of all that the actor may see.</summary>
    public Inside? Inside { get; private set; }

    /// <summary>Tells the database that what is asked from here on is about one household. Lets nobody in.</summary>
    public async Task LookInto(HouseholdId household, CancellationToken cancel = default)
    {
        if (IsPostgres) await Context.Database.ExecuteSqlAsync(WhoActs.LookInto(household), cancel);
    }

    /// <summary>From here on this work reads of that household alone. The caller has just read, in this same work, that the actor is let in, and how.</summary>
    public void Enter(Inside household) => Inside = writes ? throw new InvalidOperationException("Only work that reads goes inside: a change asks again.") : household;

    public bool IsPostgres { get; }

    /// <summary>The rows that the actor may see.</summary>
    public IQueryable<T> Query<T>() where T : class => map.Narrow(Context.Set<T>(), this);

    /// <summary>All rows, whoever asks: for the scopes themselves and for the few narrow questions that must look past them.
    /// Each use says why, and an architecture test keeps the list of users.</summary>
    public IQueryable<T> Unscoped<T>(string why) where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        return Context.Set<T>();
    }

    /// <summary>Does a narrow part of this work as the system, where the database itself would show the actor nothing (docs/adr/0041): what it answers
    /// must be no more than the actor may know. Each use says why, and an architecture test keeps the list of users.</summary>
    public async Task<TResult> Beyond<TResult>(string why, Func<Task<TResult>> act)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        if (!IsPostgres) return await act();
        if (beyond++ == 0) await Context.Database.ExecuteSqlAsync(WhoActs.Say(Actor.System, Now, writes));
        try
        {
            return await act();
        }
        finally
        {
            if (--beyond == 0) await BackToActor();
        }
    }

    /// <summary>The database itself narrows to the actor at this moment: a scope may ask one of its functions.</summary>
    public bool IsNarrowed => IsPostgres && beyond == 0;

    private async Task BackToActor()
    {
        if (Context.Database.CurrentTransaction is null || ended) return;
        try
        {
            await Context.Database.ExecuteSqlAsync(WhoActs.Say(known, Now, writes));
        }
        catch (PostgresException broken) when (broken.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            // Nothing more can be read or written in it.
        }
    }

    public void Add<T>(T row) where T : class => Context.Add(row);

    public void Remove<T>(T row) where T : class => Context.Remove(row);

    /// <summary>Why this is done: the actor, now, and the purpose that follows from the kind.</summary>
    public Because Because(JournalKind kind, Law? law = null, string? reason = null) => new(Actor, Now, kind, law, reason);

    /// <summary>Writes the journal line of a change.</summary>
    /// <param name="because">Who, when, what for.</param>
    /// <param name="subject">The id of the thing changed.</param>
    /// <param name="household">Whose timeline and key; null for changes that concern no household.</param>
    /// <param name="payload">What was changed, as JSON; encrypted with the household's own key, and one for each law. Without a household no words about people: that key is never destroyed.</param>
    public async Task Note(Because because, Guid subject, HouseholdId? household = null, object? payload = null, CancellationToken cancel = default)
    {
        if (household is null && because.Reason is not null && because.Purpose is not (Purpose.CollectiveInsight or Purpose.Policy or Purpose.Administration))
            throw new InvalidOperationException($"A line of nobody's is never destroyed: keep the reason of {because.Kind.Code} in the row that it is about.");
        var key = await keys.For(household, because.Law, cancel);
        var line = JournalLine.Write(because, subject, household, payload, key);
        lines.Add(line);
        noted = true;
        // What the demo only lives through was never processed.
        if (!lived && await processing.Of(line, origin, cancel) is { } process) processed.Add(process);
    }

    /// <summary>Whether another work kept something of this thing already: for a form that was sent twice.</summary>
    public Task<bool> IsNoted(Guid subject, CancellationToken cancel = default) => Beyond("its own form made this id up",
        () => Context.Set<JournalLine>().AnyAsync(l => l.Subject == subject, cancel));

    /// <summary>Tells later modules what happened; they act in this same transaction.</summary>
    public async Task Raise<TEvent>(TEvent happened, CancellationToken cancel = default)
    {
        foreach (var handler in services.GetServices<IHandle<TEvent>>()) await handler.Handle(happened, this, cancel);
    }

    /// <summary>Refuses the save when the row is no longer the version that the form was made from.</summary>
    /// <remarks>Counts as a change of the row, so that a form which changes only rows below it also meets a second editor.</remarks>
    public void Expect<T>(T row, int version) where T : class, IVersioned
    {
        var kept = Context.Entry(row).Property(r => r.Version);
        (kept.OriginalValue, kept.IsModified) = (version, true);
    }

    /// <summary>Sends the changes to the database without ending the transaction.</summary>
    /// <exception cref="ConcurrentChangeException">Someone else saved a row first.</exception>
    /// <exception cref="UniqueConflictException">Someone else made the same thing first.</exception>
    public async Task Flush(CancellationToken cancel = default)
    {
        if (!writes) throw new InvalidOperationException("This work only reads; use Storage.Begin to write.");
        foreach (var entry in Context.ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
            entry.Property(r => r.Version).CurrentValue = entry.Property(r => r.Version).OriginalValue + 1;
        changed |= Context.ChangeTracker.HasChanges();
        SealedColumns.Lend(Secrets.Sealing);
        // Changes were detected just now; EF would go over every tracked row once more.
        Context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await Context.SaveChangesAsync(cancel);
            await this.Append(lines, cancel);
            lines.Clear();
            if (IsPostgres) await Process(cancel);
        }
        catch (DbUpdateConcurrencyException late)
        {
            throw new ConcurrentChangeException(late);
        }
        catch (DbUpdateException refused) when (UniqueConstraint(refused) is { } constraint)
        {
            throw new UniqueConflictException(constraint, refused);
        }
        finally
        {
            Context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Keeps the work. A change without a journal line is a defect and throws.</summary>
    /// <inheritdoc cref="Flush" path="/exception"/>
    public async Task Commit(CancellationToken cancel = default)
    {
        changed |= Context.ChangeTracker.HasChanges();
        if (changed && !noted) throw new InvalidOperationException("A change without a journal line.");
        await Flush(cancel);
        if (!IsPostgres) await Process(cancel);
        await owed;
        await transaction.CommitAsync(cancel);
        ended = true;
    }

    /// <summary>Goes on while something is written elsewhere, on another connection. This work commits nothing and does not end before that is kept; when that fails, this work fails.</summary>
    public void Meanwhile(Func<Task> write)
    {
        var before = owed;
        // On a thread of its own: SQLite writes within the call.
        owed = Task.Run(async () => { await before; await write(); });
    }

    /// <summary>When what is written <see cref="Meanwhile"/> is kept: for who reads it back.</summary>
    public Task Kept => owed;

    internal PersonalTables Personal => map.Personal;

    internal Task<IReadOnlyDictionary<string, byte[]>> JournalKeys(HouseholdId household, IReadOnlySet<string> parts, CancellationToken cancel) => keys.Of(this, household, parts, cancel);

    // On PostgreSQL in this same transaction. On SQLite the log is a file of its own: written just before, so that nothing is processed unlogged.
    private async Task Process(CancellationToken cancel)
    {
        if (processed.Count == 0) return;
        if (IsPostgres) await processing.Write(transaction.GetDbTransaction(), processed, cancel);
        else await processing.Write(known, processed, cancel);
        origin.Remember(processed);
        processed.Clear();
    }

    // Without a journal line: for seals.
    internal async Task Seal(CancellationToken cancel)
    {
        await Flush(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await owed;
        }
        finally
        {
            await transaction.DisposeAsync();
            await Context.DisposeAsync();
        }
    }

    /// <summary>The same work as another would ask it: to see what a question is made of, never to ask it.</summary>
    internal Work As(Actor actor, DateTimeOffset now, Inside? inside) =>
        new(actor, now, writes, Context, transaction, map, keys, Secrets, processing, services) { Inside = inside, beyond = beyond };

    /// <summary>Lives through another moment as another person: only the demo's months need it.</summary>
    internal void Live(Actor actor, DateTimeOffset at) => (Actor, Now, lived) = (actor, at, true);

    private static string? UniqueConstraint(DbUpdateException refused) => refused.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique => unique.ConstraintName ?? "",
        // SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } unique => unique.Message.Split(": ").Last().Trim('\'', '.'),
        _ => null,
    };
}
