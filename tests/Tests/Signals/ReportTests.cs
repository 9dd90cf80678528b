using Samenkracht.Kernel.Access;
using Samenkracht.Signals.Follow;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class ReportTests
{
    [Theory, BothDatabases]
    public async Task Reference_and_secret_together_open_the_report_and_neither_does_alone(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (mine, other) = (await Give(database.Storage, Actor.Anonymous, Concern()), await Give(database.Storage, Actor.Anonymous, Concern()));
        await using var work = await database.Read(Actor.Anonymous);

        var report = await Reports.Find(work, mine.Code.Reference, mine.Code.Secret, default);

        Assert.Equal(mine.Id, report!.Id);
        Assert.Null(report.Words);
        Assert.Null(await Reports.Find(work, mine.Code.Reference, other.Code.Secret, default));
        Assert.Null(await Reports.Find(work, mine.Code.Reference, "", default));
        Assert.Null(await Reports.Find(work, "22222222", mine.Code.Secret, default));
    }

    [Theory, BothDatabases]
    public async Task Someone_with_an_account_finds_their_own_signals_and_nobody_elses(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, town[Role.Wijkagent], Concern("van de wijkagent"));
        await Give(database.Storage, town[Role.Resident], Request with { Text = "van de bewoner" });
        await Give(database.Storage, town[Role.Resident], Request with { Text = "onveilig", Theme = Theme.Safety });

        await using var police = await database.Read(town[Role.Wijkagent]);
        await using var resident = await database.Read(town[Role.Resident]);

        var report = Assert.Single((await Reports.Sent(police, 1, 25, default)).Reports);
        Assert.Equal(("van de wijkagent", false), (report.Words, report.HearsMore));
        // A login can be forced: no words, and nothing of the safety compartment.
        Assert.Null(Assert.Single((await Reports.Sent(resident, 1, 25, default)).Reports).Words);
    }

    [Theory, BothDatabases]
    public async Task The_sentence_follows_what_was_done(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var given = await Give(database.Storage, Actor.Anonymous, Concern());

        Assert.Equal("Wij hebben uw signaal ontvangen en gaan het bekijken.", await Sentence());
        await Assess(database.Storage, town.Sanne, given.Id);
        Assert.StartsWith("Wij hebben uw signaal bekeken en doen wat nodig is.", await Sentence());

        async Task<string> Sentence()
        {
            await using var work = await database.Read(Actor.Anonymous);
            return (await Reports.Find(work, given.Code.Reference, given.Code.Secret, default))!.Sentence;
        }
    }
}
