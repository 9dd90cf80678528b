using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

/// <summary>Per role what is seen of four signals: at the shared desk, with team Oost, in the safety compartment, and of a community.</summary>
public class SignalSightTests
{
    private const string Desk = "desk", Team = "team", Safe = "safe", Nameless = "nameless";

    [Theory, BothDatabases]
    public async Task Each_role_sees_its_own_part(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, Actor.Anonymous, Concern(Desk));
        await Give(database.Storage, town.Sanne, Concern(Team));
        await Give(database.Storage, Actor.Anonymous, Concern(Safe, theme: Theme.Safety));
        await Give(database.Storage, Actor.Anonymous, OfCommunity() with { Text = Nameless });

        foreach (var role in Roles.OfAccounts)
        {
            string[] expected = role switch
            {
                Role.TeamMember or Role.TeamLead => [Desk, Nameless, Team],
                Role.AttentionOfficer => [Desk, Nameless, Safe],
                Role.CommunityWorker => [Nameless],
                _ => [],
            };
            Assert.Equal(expected, await Seen(town[role]));
        }
        Assert.Equal([Desk, Nameless, Team], await Seen(town.Anouk));
        Assert.Empty(await Seen(Actor.Anonymous));
        Assert.Equal([Desk, Nameless, Safe, Team], await Seen(Actor.System));

        async Task<string[]> Seen(Actor actor)
        {
            await using var work = await database.Read(actor);
            return [.. (await work.Signals.Select(s => s.Text).ToListAsync()).Order()];
        }
    }

    [Theory, BothDatabases]
    public async Task What_another_organisation_took_up_is_out_of_sight(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, town.Sanne, Concern());

        await using var work = await database.Read(town.Anouk with { Organisation = town.HealthOrganisation, Team = null });

        Assert.Empty(await work.Signals.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task A_reporter_never_sees_the_row_only_the_report(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, town[Role.Wijkagent], Concern());

        await using var work = await database.Read(town[Role.Wijkagent]);

        Assert.Empty(await work.Signals.ToListAsync());
        Assert.Empty(await work.Query<Assessment>().ToListAsync());
        Assert.Single(await work.Query<SignalReporter>().ToListAsync());
    }
}
