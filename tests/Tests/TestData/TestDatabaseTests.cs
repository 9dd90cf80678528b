using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Tests.TestData;

public class TestDatabaseTests
{
    [Theory, BothDatabases]
    public async Task Each_test_has_a_database_of_its_own(Engine engine)
    {
        await using var one = await TestDatabase.Create(engine);
        await using var other = await TestDatabase.Create(engine);
        await using (var work = await one.Begin(Actor.System))
        {
            await Installation.Create(work, demo: true);
            await work.Commit();
        }

        await using var here = await one.Read(Actor.System);
        await using var there = await other.Read(Actor.System);

        Assert.Equal(one.Clock.Now, (await Installation.Find(here))!.CreatedAt);
        Assert.Null(await Installation.Find(there));
    }

    [Theory, BothDatabases]
    public async Task Queries_are_counted(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Read(Actor.System);

        var queries = await database.Queries.During(() => work.Context.Set<Installation>().CountAsync());

        Assert.Contains("installation", Assert.Single(queries));
    }
}
