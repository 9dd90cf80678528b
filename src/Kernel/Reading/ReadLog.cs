using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Reading;

/// <summary>Inzage: someone looked at a household. Kept after NEN 7513, apart from the journal, and shown to the resident as "wie keek mee".</summary>
public sealed class ReadLine
{
    internal ReadLine() { }

    public long Seq { get; internal init; }
    public DateTimeOffset At { get; internal init; }
    public HouseholdId Household { get; internal init; }
    /// <summary>Which page or export, in Dutch.</summary>
    public string What { get; internal init; } = "";
    public Purpose Purpose { get; internal init; }
    public AccountId? Account { get; internal init; }
    public Role Role { get; internal init; }
    public OrganisationId? Organisation { get; internal init; }
}

/// <summary>The log of looks. A line is committed before the page goes out; when that fails, the page fails.</summary>
public sealed class ReadLog(DatabaseConnection connection, TimeProvider clock)
{
    private readonly DbContextOptions<ReadLogContext> options = Options(connection);

    public Task Looked(Actor actor, HouseholdId household, string what, Purpose purpose, CancellationToken cancel = default) =>
        Looked(actor, [household], what, purpose, cancel);

    /// <summary>One line per household, for lists and exports that show contents.</summary>
    public async Task Looked(Actor actor, IReadOnlyCollection<HouseholdId> households, string what, Purpose purpose, CancellationToken cancel = default)
    {
        await using var context = new ReadLogContext(options, connection.IsPostgres);
        foreach (var household in households) context.Add(Line(actor, household, what, purpose, Amsterdam.UtcNow(clock)));
        await using var transaction = await Begin(context, actor, writes: true, cancel);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The looks at a household, newest first, <paramref name="skip"/> and <paramref name="take"/> in rows.</summary>
    /// <param name="safety">For who sees the safety compartment. All others read no looks for safety and none by the attention officer: a login can be forced.</param>
    public async Task<IReadOnlyList<ReadLine>> Of(Actor actor, HouseholdId household, int skip, int take, bool safety = true, CancellationToken cancel = default)
    {
        await using var context = new ReadLogContext(options, connection.IsPostgres);
        await using var transaction = await Begin(context, actor, writes: false, cancel);
        return await Shown(context, household, safety).OrderByDescending(l => l.Seq).Skip(skip).Take(take).ToListAsync(cancel);
    }

    public async Task<int> Count(Actor actor, HouseholdId household, bool safety = true, CancellationToken cancel = default)
    {
        await using var context = new ReadLogContext(options, connection.IsPostgres);
        await using var transaction = await Begin(context, actor, writes: false, cancel);
        return await Shown(context, household, safety).CountAsync(cancel);
    }

    /// <summary>The looks by emergency access at these households, for who judges it.</summary>
    public async Task<IReadOnlyList<ReadLine>> InEmergency(IReadOnlyCollection<HouseholdId> households, CancellationToken cancel = default)
    {
        await using var context = new ReadLogContext(options, connection.IsPostgres);
        // As the system: who judges has no sight of the household, and reads no more than that someone looked.
        await using var transaction = await Begin(context, Actor.System, writes: false, cancel);
        return await context.Lines.AsNoTracking().Where(l => households.Contains(l.Household) && l.Purpose == Purpose.Emergency).OrderBy(l => l.Seq).ToListAsync(cancel);
    }

    /// <summary>One look at a household that the actor may read of; null when there is none such.</summary>
    public async Task<ReadLine?> Line(Actor actor, HouseholdId household, long seq, bool safety, CancellationToken cancel = default)
    {
        await using var context = new ReadLogContext(options, connection.IsPostgres);
        await using var transaction = await Begin(context, actor, writes: false, cancel);
        return await Shown(context, household, safety).FirstOrDefaultAsync(l => l.Seq == seq, cancel);
    }

    private static IQueryable<ReadLine> Shown(ReadLogContext context, HouseholdId household, bool safety) =>
        context.Lines.AsNoTracking().Where(l => l.Household == household && (safety || (l.Purpose != Purpose.Safety && l.Role != Role.AttentionOfficer)));

    private async Task<IDbContextTransaction> Begin(ReadLogContext context, Actor actor, bool writes, CancellationToken cancel)
    {
        // One transaction, with nothing to go back to halfway.
        context.Database.AutoSavepointsEnabled = false;
        var transaction = await context.Database.BeginTransactionAsync(cancel);
        if (connection.IsPostgres) await context.Database.ExecuteSqlAsync(WhoActs.Say(actor, Amsterdam.UtcNow(clock), writes), cancel);
        return transaction;
    }

    private static ReadLine Line(Actor actor, HouseholdId household, string what, Purpose purpose, DateTimeOffset at) => new()
    {
        At = at,
        Household = household,
        What = what,
        Purpose = actor.Role is Role.Resident or Role.Supporter ? Purpose.OwnAffairs : purpose,
        Account = actor.Account,
        Role = actor.Role,
        Organisation = actor.Organisation,
    };

    private static DbContextOptions<ReadLogContext> Options(DatabaseConnection connection)
    {
        var builder = new DbContextOptionsBuilder<ReadLogContext>();
        connection.Use(builder, connection.ReadLogText);
        return builder.Options;
    }
}

internal sealed class ReadLogContext(DbContextOptions<ReadLogContext> options, bool postgres) : DbContext(options)
{
    public DbSet<ReadLine> Lines => Set<ReadLine>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder, [typeof(HouseholdId), typeof(AccountId), typeof(OrganisationId)], postgres);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ReadLine>().ToTable("read_line").HasKey(l => l.Seq);
        Conventions.SnakeCase(modelBuilder);
    }
}
