using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Demo;
using Samenkracht.Demo.People;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Demo;

public class MunicipalityTests
{
    [Theory, BothDatabases]
    public async Task Waterveen_holds_its_households_and_the_scan_finds_both_causes(Engine engine)
    {
        await using var database = await Waterveen(engine);

        await using var work = await database.Read(Actor.System);
        // The drawn ones, the family one can sign in as, the hidden one and the one that touches it.
        Assert.Equal(Population.Households + 3, await work.Households.CountAsync());
        Assert.All(await work.Query<ScanRun>().ToListAsync(), run => Assert.Equal(ScanState.Done, run.State));
        var findings = await work.Query<Finding>().ToListAsync();
        Assert.Contains(findings, f => f.Family == FindingFamily.Area && f.Theme == Theme.Housing);
        Assert.Contains(findings, f => f.Family == FindingFamily.Community && f.Theme == Theme.Money && f.BesideBuurt == BesideBuurt.Holds);
        // What was recognised is not offered again; the other cause is there for a visitor to judge.
        var open = (await FindingList.Unjudged(work, take: 10, default)).Select(f => (f.Finding.Kind, f.Finding.Theme)).ToList();
        Assert.Equal((ScanKind.Households, Theme.Money), Assert.Single(open, f => f.Kind == ScanKind.Households));
        // By population the damp flats stand out as well: what was recognised there was another comparison.
        Assert.Contains((ScanKind.Areas, Theme.Housing), open);
        var roles = await work.Context.Set<Account>().Select(a => a.Role).Distinct().ToListAsync();
        Assert.Equal(Roles.OfAccounts.Order(), roles.Order());
    }

    // A run of all tests had the program itself fill SQLite once; alone, this test fills its own.
    private static async Task<TestDatabase> Waterveen(Engine engine)
    {
        if (engine == Engine.Sqlite && Environment.GetEnvironmentVariable("SAMENKRACHT_FILLED") is { Length: > 0 } filled)
            return await TestDatabase.CopyOf(Path.Combine(filled, "demo.db"));
        var database = await TestDatabase.Create(engine);
        await using var scope = database.Services.CreateAsyncScope();
        await Municipality.Fill(scope.ServiceProvider);
        return database;
    }
}
