using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>A scan from the queue to its findings, on both databases.</summary>
public class ScanStorageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_scan_finds_what_concentrates_around_a_club_and_keeps_how_it_was_found(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await WithDebtsAroundClub(database);
        var run = await town.Queue();
        await Carry(database);

        await using var work = await database.Read(town.Sanne);
        var done = await work.Query<ScanRun>().SingleAsync(r => r.Id == run, Cancel);
        Assert.Equal((ScanState.Done, 70, 99, 7L), (done.State, done.Counted, done.Replicates, done.Seed));
        var finding = (await work.Query<Finding>().Include(f => f.Buurten).ToListAsync(Cancel)).First(f => f.Family == FindingFamily.Community);
        Assert.Equal((Theme.Money, town.Club, 14, 20), (finding.Theme, finding.Community!.Value, finding.Cases, finding.Among));
        Assert.Equal(99, (await work.Query<ScanNull>().FirstAsync(n => n.Family == FindingFamily.Community, Cancel)).Values.Count);
        await using var system = await database.Read(Actor.System);
        Assert.True(await system.Context.Set<JournalLine>().AnyAsync(l => l.Kind == InsightEvents.ScanFinished.Code, Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_same_households_and_seed_give_the_same_result(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await WithDebtsAroundClub(database);
        foreach (var _ in (int[])[1, 2])
        {
            await town.Queue(seed: 42);
            await Carry(database);
        }

        await using var work = await database.Read(town.Sanne);
        var runs = await work.Query<ScanRun>().ToListAsync(Cancel);
        Assert.Single(runs.Select(r => r.InputDigest).Distinct());
        var findings = await work.Query<Finding>().Where(f => f.Family == FindingFamily.Community).ToListAsync(Cancel);
        Assert.Equal(2, findings.Count);
        Assert.Equal((findings[0].Score, findings[0].P, findings[0].Origin), (findings[1].Score, findings[1].P, findings[1].Origin));
    }

    [Theory, BothDatabases]
    public async Task Only_one_scan_is_open_whoever_starts_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Starts(town))));

        Assert.Single(outcomes, started => started);
    }

    [Theory, BothDatabases]
    public async Task A_community_of_belief_origin_health_or_politics_cannot_enter_a_finding_or_an_issue(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        var finding = await town.Found();
        var issue = await town.Issue();

        foreach (var kind in (CommunityKind[])[CommunityKind.Religious, CommunityKind.Origin, CommunityKind.Health, CommunityKind.Political])
        {
            var community = await town.Community($"{kind}", kind);
            foreach (var linkable in (string[])["true", "false"]) await RefusesLinkTo(community, linkable);
        }

        async Task RefusesLinkTo(CommunityId sensitive, string linkable)
        {
            await Refuses(database, $"UPDATE finding SET community = {Id(database, sensitive.Value)}, community_linkable = {linkable} WHERE id = {Id(database, finding.Value)}");
            await Refuses(database, $"INSERT INTO issue_community (issue, community, community_linkable) VALUES ({Id(database, issue.Value)}, {Id(database, sensitive.Value)}, {linkable})");
            await Refuses(database, $"INSERT INTO hearing (id, community, community_linkable, theme, words, heard_by, heard_at) VALUES ({Id(database, Guid.NewGuid())}, {Id(database, sensitive.Value)}, {linkable}, 'Money', 'x', {Id(database, Guid.NewGuid())}, '2026-01-01T00:00:00.000000Z')");
        }
    }

    [Theory, BothDatabases]
    public async Task A_small_finding_cannot_be_told_outside_the_team(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        await town.Found(cases: 12, households: 40);

        await Refuses(database, "UPDATE finding SET cases = 9 WHERE told_outside");
        await Refuses(database, "UPDATE finding SET among = 21 WHERE told_outside");
    }

    [Theory, BothDatabases]
    public async Task With_few_households_there_is_no_finding(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage);
        await town.Households(KnownTown.Haverveld, 10, asking: 10, Theme.Money, town.Club);
        await town.Queue();
        await Carry(database);

        await using var work = await database.Read(town.Sanne);
        Assert.Equal((ScanState.Done, 10), await work.Query<ScanRun>().Select(r => new ValueTuple<ScanState, int?>(r.State, r.Counted)).SingleAsync(Cancel));
        Assert.False(await work.Query<Finding>().AnyAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_scan_that_was_stopped_while_it_waited_is_not_carried_out(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        var id = await town.Queue();
        await using (var work = await database.Begin(town.Sanne))
        {
            var because = work.Because(InsightEvents.ScanStopped);
            Assert.True((await work.Query<ScanRun>().SingleAsync(r => r.Id == id, Cancel)).Cancel(because));
            await work.Note(because, id.Value);
            await work.Commit(Cancel);
        }
        await Carry(database);

        await using var later = await database.Read(town.Sanne);
        Assert.Equal(ScanState.Cancelled, (await later.Query<ScanRun>().SingleAsync(Cancel)).State);
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_a_finding_that_must_not_be(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        await town.Found();
        await town.Found(kind: ScanKind.Signals, aroundClub: false);

        foreach (var theme in (Theme[])[Theme.Arrears, Theme.Safety, Theme.Addiction, Theme.Sexuality])
            await Refuses(database, $"UPDATE finding SET theme = '{theme}' WHERE family = 'Community'");
        await Refuses(database, "UPDATE finding SET p = 0.01 WHERE kind = 'Signals'");
        await Refuses(database, "UPDATE scan_run SET kind = 'Areas' WHERE kind = 'Signals'");
    }

    private static async Task<KnownTown> WithDebtsAroundClub(TestDatabase database)
    {
        var town = await KnownTown.Build(database.Storage);
        await town.DebtsAroundClub();
        return town;
    }

    private static Task Carry(TestDatabase database) => database.Services.GetRequiredService<ScanRunner>().RunQueued(Cancel);

    private static async Task<bool> Starts(KnownTown town)
    {
        try
        {
            await town.Queue();
            return true;
        }
        catch (UniqueConflictException)
        {
            return false;
        }
    }

    private static string Id(TestDatabase database, Guid id) => database.Connection.IsPostgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    private static async Task Refuses(TestDatabase database, string sql)
    {
        await using var work = await database.Begin(Actor.System);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => work.Context.Database.ExecuteSqlRawAsync(sql, Cancel));
    }
}
