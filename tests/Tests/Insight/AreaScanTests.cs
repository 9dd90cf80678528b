using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Demo.City;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>The scan over buurten: households with a question against everyone whom CBS counts there.</summary>
public class AreaScanTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_buurt_with_more_questions_than_its_people_let_expect_is_found(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await WithDamp(database);
        var run = await Scan(database, town);

        await using var work = await database.Read(town.Sanne);
        var done = await work.Query<ScanRun>().SingleAsync(r => r.Id == run, Cancel);
        Assert.Equal((ScanState.Done, CbsUnit.Households, 0), (done.State, done.Population, done.BuurtenLeftOut));
        var finding = await work.Query<Finding>().Include(f => f.Buurten).OrderByDescending(f => f.Score).FirstAsync(Cancel);
        var households = await work.NewestFigures(KeyFigure.Households, [KnownTown.Sluiskade], Cancel);
        Assert.Equal((ScanKind.Areas, FindingFamily.Area, Theme.Housing, KnownTown.Sluiskade), (finding.Kind, finding.Family, finding.Theme, finding.Buurten.Single().BuurtCode));
        Assert.Equal((20, (int)households[KnownTown.Sluiskade], 24), (finding.Cases, finding.Among, finding.TotalCases));
        Assert.True(finding.P <= Finding.Level);
        Assert.Null(finding.BesideBuurt);
        Assert.True((await ScanAgain.Run(database.Storage, run.ToString(), Cancel)).IsSame);
    }

    [Theory, BothDatabases]
    public async Task A_buurt_of_which_CBS_tells_nothing_is_left_out_and_counted(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await WithDamp(database);
        await Execute(database, $"UPDATE area_figure SET value = NULL WHERE code = '{KnownTown.Sluiskade}' AND key = '{KeyFigure.Households}'");
        await Scan(database, town);

        await using var work = await database.Read(town.Sanne);
        Assert.Equal((1, 20, 4), await work.Query<ScanRun>().Select(r => new ValueTuple<int?, int?, int?>(r.BuurtenLeftOut, r.Unplaced, r.Counted)).SingleAsync(Cancel));
        Assert.False(await work.Query<Finding>().AnyAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Without_households_in_the_files_of_CBS_inhabitants_are_compared_with(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await WithDamp(database);
        await Execute(database, $"DELETE FROM area_figure WHERE key = '{KeyFigure.Households}'");
        await Scan(database, town);

        await using var work = await database.Read(town.Sanne);
        Assert.Equal(CbsUnit.Inhabitants, await work.Query<ScanRun>().Select(r => r.Population).SingleAsync(Cancel));
        Assert.Equal(Theme.Housing, (await work.Query<Finding>().OrderByDescending(f => f.Score).FirstAsync(Cancel)).Theme);
    }

    private static async Task<KnownTown> WithDamp(TestDatabase database)
    {
        var town = await KnownTown.Build(database.Storage);
        await town.Households(KnownTown.Sluiskade, 20, asking: 20, Theme.Housing);
        foreach (var wijk in CityPlan.Wijken.Take(4)) await town.Households(wijk.Buurten[^1].Code, 1, asking: 1, Theme.Housing);
        return town;
    }

    private static async Task<ScanRunId> Scan(TestDatabase database, KnownTown town)
    {
        var run = await town.Queue(kind: ScanKind.Areas);
        await database.Services.GetRequiredService<ScanRunner>().RunQueued(Cancel);
        return run;
    }

    private static async Task Execute(TestDatabase database, string sql)
    {
        await using var work = await database.Begin(Actor.System);
        await work.Context.Database.ExecuteSqlRawAsync(sql, Cancel);
        await work.Context.Database.CurrentTransaction!.CommitAsync(Cancel);
    }
}
