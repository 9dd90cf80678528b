using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Due;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;

namespace Samenkracht.Tests.Support;

/// <summary>What Support puts on "Mijn dag".</summary>
public class SupportDayTests
{
    [Theory, BothDatabases]
    public async Task Agreements_that_come_due_are_for_the_contact_person(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await Supported(town);

        var item = Assert.Single(await Day(database, town.Sanne));

        Assert.Equal(("Afspraak nagaan: Afspraak 1.1", Direction.Personal, new DateOnly(2026, 11, 27)), (item.Title, item.Direction, item.Due));
        Assert.Equal($"/huishoudens/{id}", item.Url);
        Assert.Contains("zus", item.Detail, StringComparison.Ordinal);
        Assert.Empty(await Day(database, town.Anouk));
        Assert.Empty(await Day(database, town.Hugo));
        Assert.Empty(await Day(database, town[Role.CouncilMember]));
    }

    [Theory, BothDatabases]
    public async Task Only_what_is_due_within_a_week_and_still_to_do(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Supported(town);

        database.Clock.Advance(TimeSpan.FromDays(-5));
        Assert.Empty(await Day(database, town.Sanne));
        database.Clock.Advance(TimeSpan.FromDays(5));
        await using (var work = await database.Begin(town.Sanne))
        {
            var because = work.Because(Samenkracht.Support.SupportEvents.Done);
            var action = await work.Query<PlanAction>().SingleAsync();
            action.Finish(because);
            await work.Note(because, action.Id.Value, action.Household);
            await work.Commit();
        }
        Assert.Empty(await Day(database, town.Sanne));
    }

    [Theory, BothDatabases]
    public async Task What_was_left_over_of_an_ended_plan_asks_nothing_any_more(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await Supported(town);
        var resident = await town.Resident(id);
        await using (var work = await database.Begin(town.Sanne))
        {
            var because = work.Because(Samenkracht.Support.SupportEvents.PlanEnded);
            var plan = await work.Query<Plan>().SingleAsync();
            plan.End(because);
            await work.Note(because, plan.Id.Value, id);
            await work.Commit();
        }

        Assert.Empty(await Day(database, town.Sanne));
        Assert.Empty(await Day(database, resident));
    }

    [Theory, BothDatabases]
    public async Task A_question_is_new_until_there_is_a_plan_and_for_two_weeks_at_most(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (planned, old) = (await town.Household("gezin met plan"), await town.Household("gezin van toen"));
        await town.Ask(planned, "Wie helpt met de was?");
        await town.Plan(planned, agreements: 0);
        await town.Ask(old, "Hoe betaal ik de huur?");
        database.Clock.Advance(TimeSpan.FromDays(15));
        await town.Ask(await town.Household("gezin van nu"), "Wie past er op?");

        var item = Assert.Single(await Day(database, town.Sanne));

        Assert.Equal(("Nieuwe vraag: gezin van nu", "nieuw"), (item.Title, item.Tag));
    }

    [Theory, BothDatabases]
    public async Task A_question_of_another_law_is_not_on_my_day(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Ask(id, "Wie helpt met de was?", Law.Wmo);
        await town.Join(id, town.Anouk, CircleRole.Member, Law.Jeugdwet);

        Assert.Single(await Day(database, town.Sanne));
        Assert.Empty(await Day(database, town.Anouk));
    }

    [Theory, BothDatabases]
    public async Task A_resident_reads_the_own_agreements_and_those_of_nobody_else(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var own = await Supported(town);
        await town.Plan(await town.Household("andere mensen"), goals: 2);
        var resident = await town.Resident(own);

        var item = Assert.Single(await Day(database, resident));

        Assert.Equal(("Afspraak 1.1", "dat doet: zus", "/mijn"), (item.Title, item.Detail, item.Url));
    }

    [Theory, BothDatabases]
    public async Task It_is_a_handful_in_two_queries_however_much_there_is(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        for (var i = 0; i < 3; i++) await Supported(town, agreements: 4);
        for (var i = 0; i < 8; i++) await town.Ask(await town.Household(), "Wie helpt?");
        await using var work = await database.Read(town.Sanne);

        IReadOnlyList<DayItem> items = [];
        var queries = await database.Queries.During(async () => items = await new SupportDay().For(work, default));

        Assert.Equal(2, queries.Count);
        Assert.Equal(12, items.Count);
    }

    // Sanne is the contact person and Anouk the deputy; one agreement, on 27 November.
    private static async Task<HouseholdId> Supported(Town town, int agreements = 1)
    {
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Support(id);
        await town.Plan(id, goals: 1, agreements);
        return id;
    }

    private static async Task<IReadOnlyList<DayItem>> Day(TestDatabase database, Actor who)
    {
        await using var work = await database.Read(who);
        return await new SupportDay().For(work, default);
    }
}
