using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Directory;

public class CommunityTests
{
    [Theory, BothDatabases]
    public async Task Every_kind_is_in_the_directory_and_only_harmless_ones_can_be_linked(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Enter(database, CommunityKind.SportsClub, CommunityKind.Religious);

        await using var work = await database.Read(Actor.System);

        Assert.Equal(2, await work.Communities.CountAsync());
        Assert.Equal([CommunityKind.SportsClub], await work.LinkableCommunities.Select(c => c.Kind).ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_a_sensitive_community_that_calls_itself_linkable(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Enter(database, CommunityKind.Religious);

        await using var work = await database.Begin(Actor.System);

        await Assert.ThrowsAnyAsync<Exception>(() => work.Context.Database.ExecuteSqlAsync($"UPDATE community SET linkable = (1 = 1)"));
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_a_link_with_a_sensitive_community(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Enter(database, CommunityKind.SportsClub, CommunityKind.Religious, CommunityKind.Origin, CommunityKind.Health, CommunityKind.Political);
        await using var work = await database.Begin(Actor.System);
        // The shape of every link table in later modules.
        await work.Context.Database.ExecuteSqlRawAsync(engine == Engine.Postgres
            ? "RESET ROLE; CREATE TABLE a_link (community uuid NOT NULL, community_linkable boolean NOT NULL CHECK (community_linkable), FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable))"
            : "CREATE TABLE a_link (community TEXT NOT NULL, community_linkable INTEGER NOT NULL CHECK (community_linkable), FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable))");

        await Link("SportsClub", true);
        foreach (var kind in (string[])["Religious", "Origin", "Health", "Political"])
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Link(kind, true));
            await Assert.ThrowsAnyAsync<Exception>(() => Link(kind, false));
        }

        async Task Link(string kind, bool linkable)
        {
            await work.Context.Database.ExecuteSqlRawAsync("SAVEPOINT before_link");
            try
            {
                await work.Context.Database.ExecuteSqlAsync($"INSERT INTO a_link SELECT id, {linkable} FROM community WHERE kind = {kind}");
            }
            catch
            {
                await work.Context.Database.ExecuteSqlRawAsync("ROLLBACK TO before_link");
                throw;
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_linked_community_cannot_turn_sensitive(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Enter(database, CommunityKind.Association);
        await using var work = await database.Begin(Actor.System);
        await work.Context.Database.ExecuteSqlRawAsync(engine == Engine.Postgres
            ? "RESET ROLE; CREATE TABLE a_link (community uuid NOT NULL, community_linkable boolean NOT NULL CHECK (community_linkable), FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable))"
            : "CREATE TABLE a_link (community TEXT NOT NULL, community_linkable INTEGER NOT NULL CHECK (community_linkable), FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable))");
        await work.Context.Database.ExecuteSqlRawAsync("INSERT INTO a_link SELECT id, linkable FROM community");

        await Assert.ThrowsAnyAsync<Exception>(() => work.Context.Database.ExecuteSqlRawAsync("UPDATE community SET kind = 'Religious', linkable = (1 = 0)"));
    }

    private static async Task Enter(TestDatabase database, params CommunityKind[] kinds)
    {
        await using var work = await database.Begin(Actor.System);
        foreach (var kind in kinds)
        {
            var community = Community.Enter(new CommunityDetails($"Vereniging {kind}", kind));
            work.Add(community);
            await work.Note(work.Because(DirectoryEvents.CommunityEntered), community.Id.Value);
        }
        await work.Commit();
    }
}
