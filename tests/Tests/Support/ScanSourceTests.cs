using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>What the scan may read, and which links with a community the database refuses.</summary>
public class ScanSourceTests
{
    private static readonly JournalKind Entered = new("test.community", "Gemeenschap", Purpose.Administration);

    [Theory, BothDatabases]
    public async Task The_system_reads_buurt_themes_and_communities_and_nothing_that_says_who(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var club = await Community(database, CommunityKind.SportsClub);
        var id = await town.Household(people: [new("Dirk Vos"), new("Mina Blom")]);
        await town.Ask(id, "Hoe betaal ik de huur?", theme: Theme.Money, via: club);
        await town.Ask(id, "Vader is agressief", theme: Theme.Safety, safety: SafetyMark.Shielded);
        await town.Ask(await town.Household(safety: SafetyMark.Shielded), "Waar kan ik heen?");
        // Nor what is about somebody who is hidden.
        var mina = (await town.People(id))["Mina Blom"];
        await town.Hide(id, mina);
        await town.Ask(id, "Waar kan Mina heen?", theme: Theme.Safety, via: await Community(database, CommunityKind.Association), about: mina);

        await using var system = await database.Read(Actor.System);
        var household = Assert.Single(await ScanSource.Read(system));

        Assert.Equal("BU99990101", household.Buurt.ToString());
        Assert.Equal(new ScanQuestion(Theme.Money, new DateOnly(2026, 11, 24)), Assert.Single(household.Questions));
        Assert.Equal([club], household.Communities);
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_reads_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await using var work = await database.Read(town[Role.TeamLead]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ScanSource.Read(work));
    }

    [Theory]
    [InlineData(Engine.Sqlite, CommunityKind.Religious)]
    [InlineData(Engine.Sqlite, CommunityKind.Origin)]
    [InlineData(Engine.Sqlite, CommunityKind.Health)]
    [InlineData(Engine.Sqlite, CommunityKind.Political)]
    [InlineData(Engine.Postgres, CommunityKind.Religious)]
    [InlineData(Engine.Postgres, CommunityKind.Origin)]
    [InlineData(Engine.Postgres, CommunityKind.Health)]
    [InlineData(Engine.Postgres, CommunityKind.Political)]
    public async Task The_database_refuses_a_household_that_came_through_a_community_of_belief_origin_health_or_politics(Engine engine, CommunityKind kind)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var community = await Community(database, kind);
        var id = await town.Household();

        await Assert.ThrowsAsync<DbUpdateException>(() => town.Ask(id, "Hoe betaal ik de huur?", via: community));
    }

    private static async Task<CommunityId> Community(TestDatabase database, CommunityKind kind)
    {
        await using var work = await database.Begin(Actor.System);
        var community = Samenkracht.Directory.Communities.Community.Enter(new CommunityDetails("De Meent", kind));
        work.Add(community);
        await work.Note(work.Because(Entered), community.Id.Value);
        await work.Commit();
        return community.Id;
    }
}
