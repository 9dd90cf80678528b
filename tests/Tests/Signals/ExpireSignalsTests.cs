using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Expire;
using Samenkracht.Signals.Follow;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class ExpireSignalsTests
{
    [Theory, BothDatabases]
    public async Task A_neighbours_report_that_nobody_weighed_loses_its_words_and_its_reporter_after_six_weeks(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var neighbour = await Give(database.Storage, Actor.Anonymous, Concern(), "06 12345678");
        await Give(database.Storage, Actor.Anonymous, Request, "06 12345678");
        var weighed = await Give(database.Storage, Actor.Anonymous, Concern(), "06 12345678");
        await Assess(database.Storage, town.Sanne, weighed.Id);

        database.Clock.Advance(TimeSpan.FromDays(42));
        Assert.Equal(0, await Expire(database));
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Expire(database));
        Assert.Equal(0, await Expire(database));

        await using var work = await database.Read(Actor.System);
        var expired = await work.Query<Signal>().SingleAsync(s => s.State == SignalState.Expired);
        Assert.Equal((neighbour.Id, ""), (expired.Id, expired.Text));
        Assert.Equal(2, await work.Query<SignalReporter>().CountAsync());
        Assert.Equal(1, await work.Context.Set<JournalLine>().CountAsync(l => l.Kind == "signal.expired"));
        Assert.Contains("Geef het dan opnieuw door", (await Reports.Find(work, neighbour.Code.Reference, neighbour.Code.Secret, default))!.Sentence);
    }

    private static async Task<int> Expire(TestDatabase database)
    {
        await using var work = await database.Begin(Actor.System);
        var count = await ExpireSignals.Run(work);
        await work.Commit();
        return count;
    }
}
