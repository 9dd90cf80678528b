using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Worklist;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class WorklistTests
{
    private static readonly WorklistQuery ToDo = new(Show.Open, null, Sorting.Urgent, null);

    [Theory, BothDatabases]
    public async Task The_most_urgent_stands_on_top(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, Actor.Anonymous, Concern(about: "kan wachten"));
        await Give(database.Storage, Actor.Anonymous, OfCommunity() with { About = "een groep" });
        await Give(database.Storage, Actor.Anonymous, Concern(about: "vandaag", urgency: Urgency.Today));

        await using var work = await database.Read(town.Sanne);

        Assert.Equal(["vandaag", "kan wachten", "een groep"], await ToDo.Rows(work).Select(r => r.About).ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task What_a_neighbour_reported_is_found_by_name_only_after_someone_weighed_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var given = await Give(database.Storage, Actor.Anonymous, Concern("Jan Smit schreeuwt veel"));
        await Give(database.Storage, town.Hugo, Concern("Jan Smit komt niet meer"));

        Assert.Equal(1, await Count(ToDo with { Search = "Smit" }));
        Assert.Equal(1, await Count(ToDo with { Search = SignalCode.Show(given.Code.Reference) }));
        await Assess(database.Storage, town.Sanne, given.Id);
        Assert.Equal(1, await Count(ToDo with { Search = "smít", Show = Show.Done }));

        async Task<int> Count(WorklistQuery query)
        {
            await using var work = await database.Read(town.Sanne);
            return await query.Count(work, default);
        }
    }

    [Theory, BothDatabases]
    public async Task Filters_narrow_in_the_database(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, Actor.Anonymous, Concern());
        await Give(database.Storage, Actor.Anonymous, Request);
        var assessed = await Give(database.Storage, Actor.Anonymous, Request);
        await Assess(database.Storage, town.Sanne, assessed.Id);
        await using (var work = await database.Begin(town.Sanne))
        {
            var signal = await work.Query<Signal>().FirstAsync(s => s.Kind == SignalKind.Concern);
            var because = work.Because(SignalEvents.Claimed);
            work.Add(signal.Claim(because));
            await work.Note(because, signal.Id.Value);
            await work.Commit();
        }
        database.Clock.Advance(TimeSpan.FromDays(10));

        await using var read = await database.Read(town.Sanne);
        Assert.Equal(2, await ToDo.Count(read, default));
        Assert.Equal(1, await (ToDo with { Kind = SignalKind.Request }).Count(read, default));
        Assert.Equal(town.Sanne.Account, Assert.Single(await (ToDo with { Show = Show.Mine }).Rows(read).ToListAsync()).ClaimedBy);
        Assert.Equal(2, await (ToDo with { Show = Show.Late }).Count(read, default));
        Assert.Equal(Outcome.NoAction, Assert.Single(await (ToDo with { Show = Show.Done }).Rows(read).ToListAsync()).Outcome);
    }

    [Theory, BothDatabases]
    public async Task Mijn_dag_shows_a_handful_in_one_query_however_many_there_are(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        for (var i = 0; i < 12; i++) await Give(database.Storage, Actor.Anonymous, Concern(theme: Theme.Loneliness));
        await using var work = await database.Read(town.Sanne);

        IReadOnlyList<Samenkracht.Web.Day.DayItem> items = [];
        var queries = await database.Queries.During(async () => items = await new SignalDay().For(work, default));

        Assert.Single(queries);
        Assert.Equal(5, items.Count);
        Assert.Equal(("Zorg om iemand: eenzaamheid", Direction.Personal), (items[0].Title, items[0].Direction));
    }

    [Theory, BothDatabases]
    public async Task Mijn_dag_is_empty_for_who_does_not_assess(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, Actor.Anonymous, Concern());
        await using var work = await database.Read(town[Role.Wijkagent]);

        Assert.Empty(await new SignalDay().For(work, default));
    }
}
