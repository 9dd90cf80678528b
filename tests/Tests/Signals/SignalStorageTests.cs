using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class SignalStorageTests
{
    [Theory, BothDatabases]
    public async Task A_signal_is_kept_apart_from_who_gave_it_and_its_contact_is_unreadable_in_the_table(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var given = await Give(database.Storage, Actor.Anonymous, Concern(), "06 12345678");

        await using var work = await database.Read(Actor.System);
        var signal = await work.Query<Signal>().SingleAsync();
        var reporter = await work.Query<SignalReporter>().SingleAsync();

        Assert.Equal(given.Id, signal.Id);
        Assert.Equal("Flat Neuweg, derde verdieping", signal.About);
        Assert.DoesNotContain("12345678", System.Text.Encoding.UTF8.GetString(reporter.Contact!));
        Assert.DoesNotContain(given.Code.Secret, System.Text.Encoding.UTF8.GetString(signal.SecretHash));
    }

    [Theory, BothDatabases]
    public async Task Receiving_a_signal_is_journalled_without_its_words(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var given = await Give(database.Storage, Actor.Anonymous, Concern());

        await using var work = await database.Read(Actor.System);
        var line = await work.Context.Set<JournalLine>().SingleAsync();

        Assert.Equal(("signal.raised", given.Id.Value), (line.Kind, line.Subject));
    }

    [Theory]
    [InlineData(Engine.Sqlite, CommunityKind.Religious)]
    [InlineData(Engine.Postgres, CommunityKind.Religious)]
    [InlineData(Engine.Sqlite, CommunityKind.SportsClub)]
    [InlineData(Engine.Postgres, CommunityKind.SportsClub)]
    public async Task A_community_of_any_kind_speaks_without_names_and_nobody_is_kept_beside_it(Engine engine, CommunityKind kind)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var community = await Community(database.Storage, kind);
        await Give(database.Storage, town[Role.CommunityWorker], OfCommunity(community), "06 12345678");

        await using var work = await database.Read(Actor.System);

        Assert.Equal(community, (await work.Query<Signal>().SingleAsync()).Community);
        Assert.False(await work.Query<SignalReporter>().AnyAsync());
        Assert.All(await work.Context.Set<JournalLine>().Where(l => l.Kind == "signal.raised").ToListAsync(), l => Assert.Null(l.Account));
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_a_reporter_beside_a_communitys_signal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var given = await Give(database.Storage, Actor.Anonymous, OfCommunity());
        await using var work = await database.Begin(Actor.System);

        foreach (var kind in (SignalKind[])[SignalKind.Community, SignalKind.Concern])
            await Refused(work, $"INSERT INTO signal_reporter (signal, signal_kind, account) SELECT id, '{kind}', (SELECT id FROM account LIMIT 1) FROM signal");
        Assert.NotNull(town.Sanne.Account);
        Assert.NotEqual(Guid.Empty, given.Id.Value);
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_a_households_question_from_a_communitys_signal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var household = await town.Household();
        await town.Ask(household, "Kunnen wij hulp krijgen bij onze schulden?");
        await Give(database.Storage, Actor.Anonymous, OfCommunity());
        await using var work = await database.Begin(Actor.System);

        foreach (var kind in (SignalKind[])[SignalKind.Community, SignalKind.Concern])
            await Refused(work, $"""
                INSERT INTO assessment (id, signal, signal_kind, outcome, household, question, feedback, account, at)
                SELECT s.id, s.id, '{kind}', 'Question', q.household, q.id, 'ContactFollows', q.author, q.asked_at FROM signal s, question q
                """);
    }

    [Theory, BothDatabases]
    public async Task The_channel_of_a_signal_is_never_a_sensitive_community(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var club = await Community(database.Storage, CommunityKind.SportsClub);
        CommunityKind[] sensitive = [CommunityKind.Religious, CommunityKind.Origin, CommunityKind.Health, CommunityKind.Political];
        foreach (var kind in sensitive) await Community(database.Storage, kind, $"{kind}");
        var given = await Give(database.Storage, Actor.Anonymous, Concern());
        await using (var work = await database.Begin(Actor.System))
        {
            foreach (var kind in sensitive)
            {
                foreach (var linkable in (string[])["(1 = 1)", "(1 = 0)", "NULL"])
                    await Refused(work, $"UPDATE signal SET channel_community = (SELECT id FROM community WHERE name = '{kind}'), channel_linkable = {linkable}");
                await Refused(work, $"UPDATE signal SET community = (SELECT id FROM community WHERE name = '{kind}')");
            }
        }

        await using var through = await database.Begin(Actor.System);
        var signal = await through.Query<Signal>().SingleAsync(s => s.Id == given.Id);
        signal.CameThrough(club);
        await through.Note(through.Because(SignalEvents.Assessed), given.Id.Value);
        await through.Commit();

        Assert.Equal(club, signal.ChannelCommunity);
    }

    [Theory, BothDatabases]
    public async Task Two_people_cannot_both_take_a_signal_up(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, Actor.Anonymous, Concern());

        await Claim(town.Sanne);
        await using var work = await database.Begin(Actor.System);
        await Refused(work, "INSERT INTO signal_claim (id, signal, account, at) SELECT signal, signal, account, at FROM signal_claim");

        async Task Claim(Actor actor)
        {
            await using var work = await database.Begin(actor);
            var signal = await work.Query<Signal>().SingleAsync();
            var because = work.Because(SignalEvents.Claimed);
            work.Add(signal.Claim(because));
            await work.Note(because, signal.Id.Value);
            await work.Commit();
        }
    }

    [Theory, BothDatabases]
    public async Task Of_two_assessors_at_once_one_wins(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var given = await Give(database.Storage, Actor.Anonymous, Concern());

        var results = await Task.WhenAll(Try(town.Sanne), Try(town.Anouk));

        Assert.Single(results, won => won);
        await using var work = await database.Read(Actor.System);
        Assert.Equal(1, await work.Query<Assessment>().CountAsync());

        async Task<bool> Try(Actor actor)
        {
            try
            {
                await Assess(database.Storage, actor, given.Id);
                return true;
            }
            catch (Exception late) when (late is ConcurrentChangeException or UniqueConflictException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    [Theory, BothDatabases]
    public async Task The_database_keeps_no_words_of_an_expired_signal_and_no_end_missing_from_a_neighbours(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Give(database.Storage, Actor.Anonymous, Concern());
        await using var work = await database.Begin(Actor.System);

        await Refused(work, "UPDATE signal SET state = 'Expired'");
        await Refused(work, "UPDATE signal SET text = ''");
        await Refused(work, "UPDATE signal SET expires_on = NULL");
    }

    private static async Task Refused(Work work, string sql)
    {
        await work.Context.Database.ExecuteSqlRawAsync("SAVEPOINT before_refusal");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => work.Context.Database.ExecuteSqlRawAsync(sql));
        await work.Context.Database.ExecuteSqlRawAsync("ROLLBACK TO before_refusal");
    }
}
