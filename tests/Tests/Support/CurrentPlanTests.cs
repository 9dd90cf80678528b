using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

public class CurrentPlanTests
{
    [Theory, BothDatabases]
    public async Task Of_two_who_start_a_plan_at_once_exactly_one_succeeds(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Start(database, id, n % 2 == 0 ? town.Sanne : town.Anouk))));

        Assert.Single(outcomes, won => won);
        await using var work = await database.Read(town.Sanne);
        Assert.Equal(1, await work.Query<Plan>().CountAsync(p => p.Household == id && p.EndedAt == null));
    }

    [Theory, BothDatabases]
    public async Task After_a_plan_ended_a_new_one_may_start(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        Assert.True(await Start(database, id, town.Sanne));
        Assert.False(await Start(database, id, town.Sanne));

        await using (var work = await database.Begin(town.Sanne))
        {
            var plan = await work.Query<Plan>().SingleAsync();
            var because = work.Because(SupportEvents.PlanEnded);
            plan.End(because);
            await work.Note(because, plan.Id.Value, id);
            await work.Commit();
        }

        Assert.True(await Start(database, id, town.Sanne));
    }

    private static async Task<bool> Start(TestDatabase database, HouseholdId id, Kernel.Access.Actor actor)
    {
        await using var work = await database.Begin(actor);
        var because = work.Because(SupportEvents.PlanStarted);
        var plan = Plan.Start(id, actor.Organisation!.Value, because);
        work.Add(plan);
        await work.Note(because, plan.Id.Value, id);
        try
        {
            await work.Commit();
            return true;
        }
        catch (UniqueConflictException)
        {
            return false;
        }
    }
}
