using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Samenkracht.Insight;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>A scan and the end of the program under it, on both databases and with the real runner.</summary>
public class ScanRestartTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_scan_that_ran_when_the_program_ended_is_finished_by_the_next_with_the_same_outcome(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await DebtsAroundClub(database);
        var undisturbed = await town.Queue(replicates: 100_000);
        await Runner(database).RunQueued(Cancel);
        var interrupted = await town.Queue(replicates: 100_000);

        using var ending = new CancellationTokenSource();
        var running = Runner(database).RunQueued(ending.Token);
        while (!running.IsCompleted && (await Of(database, interrupted)).State != ScanState.Running) await Task.Delay(2, Cancel);
        await ending.CancelAsync();
        await running;
        Assert.Equal((ScanState.Queued, 1), await StateOf(database, interrupted));

        Assert.True(await Clerk(database).AnythingToDo(Cancel));
        await Runner(database).RunQueued(Cancel);

        Assert.Equal((ScanState.Done, 2), await StateOf(database, interrupted));
        var (first, second) = (await Findings(database, undisturbed), await Findings(database, interrupted));
        Assert.NotEmpty(first);
        Assert.All(first.Zip(second), pair => Assert.True(pair.First.IsSameAs(pair.Second)));
    }

    [Theory, BothDatabases]
    public async Task A_scan_that_runs_tells_how_far_it_is_and_stops_on_request(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await DebtsAroundClub(database);
        var run = await town.Queue(replicates: 2_000_000);
        var running = Runner(database).RunQueued(Cancel);
        while ((await Of(database, run)).Progress == 0) await Task.Delay(20, Cancel);

        await using (var work = await database.Begin(town.Sanne))
        {
            var because = work.Because(InsightEvents.ScanStopped);
            (await work.Query<ScanRun>().SingleAsync(r => r.Id == run, Cancel)).Cancel(because);
            await work.Note(because, run.Value);
            await work.Commit(Cancel);
        }
        await running;

        Assert.Equal((ScanState.Cancelled, 1), await StateOf(database, run));
        Assert.False(await Clerk(database).AnythingToDo(Cancel));
        Assert.Empty(await Findings(database, run));
    }

    [Theory, BothDatabases]
    public async Task A_scan_whose_machine_went_away_without_a_word_is_taken_up_after_a_silence(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await DebtsAroundClub(database);
        var run = await town.Queue();
        await Begin(database, run);

        Assert.False(await Clerk(database).AnythingToDo(Cancel));
        database.Clock.Advance(ScanRun.Silence + TimeSpan.FromSeconds(1));
        Assert.True(await Clerk(database).AnythingToDo(Cancel));
        await Runner(database).RunQueued(Cancel);

        Assert.Equal((ScanState.Done, 2), await StateOf(database, run));
        await using var work = await database.Read(Actor.System);
        Assert.True(await work.Context.Set<JournalLine>().AnyAsync(l => l.Kind == InsightEvents.ScanBroken.Code, Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_scan_that_takes_the_program_down_each_time_is_given_up_and_another_can_start(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        var run = await town.Queue();
        for (var attempt = 1; attempt <= ScanRun.MostAttempts; attempt++)
        {
            await Begin(database, run);
            database.Clock.Advance(ScanRun.Silence * 2);
            await Clerk(database).AnythingToDo(Cancel);
        }

        Assert.Equal((ScanState.Interrupted, ScanRun.MostAttempts), await StateOf(database, run));
        Assert.False(await Clerk(database).AnythingToDo(Cancel));
        await town.Queue();
    }

    // Like a new start of the program: nothing is known but what stands in the database.
    private static ScanClerk Clerk(TestDatabase database) => new(database.Storage, ScanSchedule.Standard);

    private static ScanRunner Runner(TestDatabase database) => new(database.Storage, NullLogger<ScanRunner>.Instance);

    private static async Task<KnownTown> DebtsAroundClub(TestDatabase database)
    {
        var town = await KnownTown.Build(database.Storage);
        await town.Households(KnownTown.Haverveld, 14, asking: 12, Theme.Money, town.Club);
        await town.Households(KnownTown.Sluiskade, 40, asking: 1, Theme.Money);
        return town;
    }

    private static async Task Begin(TestDatabase database, ScanRunId id)
    {
        await using var work = await database.Begin(Actor.System);
        var because = work.Because(InsightEvents.ScanBegun);
        (await work.Query<ScanRun>().SingleAsync(r => r.Id == id, Cancel)).Begin(because, "machine");
        await work.Note(because, id.Value);
        await work.Commit(Cancel);
    }

    private static async Task<ScanRun> Of(TestDatabase database, ScanRunId id)
    {
        await using var work = await database.Read(Actor.System);
        return await work.Query<ScanRun>().SingleAsync(r => r.Id == id, Cancel);
    }

    private static async Task<(ScanState, int)> StateOf(TestDatabase database, ScanRunId id) => await Of(database, id) is var run ? (run.State, run.Attempts) : default;

    private static async Task<List<Finding>> Findings(TestDatabase database, ScanRunId run)
    {
        await using var work = await database.Read(Actor.System);
        return await work.Query<Finding>().Include(f => f.Buurten).Where(f => f.Run == run).OrderBy(f => f.P).ThenByDescending(f => f.Score).ThenBy(f => f.Family).ToListAsync(Cancel);
    }
}
