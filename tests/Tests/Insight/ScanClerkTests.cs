using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samenkracht.Insight;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>The schedule: no night is lost, none is done twice, on both databases and with the real runner.</summary>
public class ScanClerkTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_night_asks_for_signals_once_and_nobody_started_it(Engine engine)
    {
        await using var database = await Installed(engine);
        database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.True(await Clerk(database).AnythingToDo(Cancel));
        await Runner(database).RunQueued(Cancel);
        Assert.False(await Clerk(database).AnythingToDo(Cancel));

        await using var work = await database.Read(Actor.System);
        var run = await work.Query<ScanRun>().SingleAsync(Cancel);
        Assert.Equal((ScanKind.Signals, ScanState.Done, null, new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 24)), (run.Kind, run.State, run.StartedBy, run.ScheduledFor, run.Until));
        Assert.True(await work.Context.Set<JournalLine>().AnyAsync(l => l.Kind == InsightEvents.ScanScheduled.Code && l.Subject == run.Id.Value, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Nights_and_a_month_that_were_missed_are_caught_up_at_the_next_start(Engine engine)
    {
        await using var database = await Installed(engine);
        database.Clock.Advance(TimeSpan.FromDays(20));

        while (await Clerk(database).AnythingToDo(Cancel)) await Runner(database).RunQueued(Cancel);

        await using var work = await database.Read(Actor.System);
        var runs = await work.Query<ScanRun>().Select(r => new ValueTuple<ScanKind, DateOnly?>(r.Kind, r.ScheduledFor)).ToListAsync(Cancel);
        Assert.Equal([(ScanKind.Households, new(2026, 12, 1)), (ScanKind.Areas, new(2026, 12, 1)), (ScanKind.Signals, new(2026, 12, 14))], runs.Order());
    }

    [Theory, BothDatabases]
    public async Task Two_nodes_at_once_ask_for_one_scan(Engine engine)
    {
        await using var database = await Installed(engine);
        database.Clock.Advance(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await Clerk(database).AnythingToDo(Cancel)) await Runner(database).RunQueued(Cancel);
        }, Cancel)));

        await using var work = await database.Read(Actor.System);
        Assert.Equal(1, await work.Query<ScanRun>().CountAsync(Cancel));
        Assert.Equal(1, await work.Context.Set<JournalLine>().CountAsync(l => l.Kind == InsightEvents.ScanFinished.Code, Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_a_second_scan_for_the_same_night(Engine engine)
    {
        await using var database = await Installed(engine);
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await Clerk(database).AnythingToDo(Cancel));
        await Runner(database).RunQueued(Cancel);

        await using var work = await database.Begin(Actor.System);
        var because = work.Because(InsightEvents.ScanScheduled);
        work.Add(ScanRun.Schedule(because, ScanSettings.Standard(ScanKind.Signals, new(2026, 11, 24), 1), new(2026, 11, 25)));
        await work.Note(because, Guid.Empty);
        await Assert.ThrowsAsync<UniqueConflictException>(() => work.Commit(Cancel));
    }

    [Fact]
    public async Task Before_the_first_night_in_an_empty_database_and_while_the_demo_fills_nothing_is_asked()
    {
        await using var empty = await TestDatabase.Create(Engine.Sqlite);
        await using var fresh = await Installed(Engine.Sqlite);
        await using var filling = await Installed(Engine.Sqlite, demo: true);
        filling.Clock.Advance(TimeSpan.FromDays(3));

        foreach (var database in (TestDatabase[])[empty, fresh, filling]) Assert.False(await Clerk(database).AnythingToDo(Cancel));
    }

    [Fact]
    public async Task Without_a_schedule_nothing_is_asked()
    {
        await using var database = await Installed(Engine.Sqlite);
        database.Clock.Advance(TimeSpan.FromDays(3));

        Assert.False(await new ScanClerk(database.Storage, ScanSchedule.Standard with { IsOff = true }).AnythingToDo(Cancel));
    }

    // Like a new start of the program: nothing is known but what stands in the database.
    private static ScanClerk Clerk(TestDatabase database) => new(database.Storage, ScanSchedule.Standard);

    private static ScanRunner Runner(TestDatabase database) => new(database.Storage, NullLogger<ScanRunner>.Instance);

    private static async Task<TestDatabase> Installed(Engine engine, bool demo = false)
    {
        var database = await TestDatabase.Create(engine);
        await using var work = await database.Begin(Actor.System);
        await Installation.Create(work, demo);
        await work.Commit();
        return database;
    }
}
