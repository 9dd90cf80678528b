using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
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

    /// <summary>A school or care organisation never has one, and the last one of a wijkteam may leave.</summary>
    [Theory, BothDatabases]
    public async Task Where_an_organisation_has_no_attention_officer_its_shielded_signals_lie_with_the_municipality_and_without_one_there_with_all(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var care = await town.Enrol(Role.TeamMember, "Bram Dijk", await town.Found("Zorg Waterveen", OrganisationKind.HealthCare));
        var (own, elsewhere) = (town[Role.AttentionOfficer], await town.Enrol(Role.AttentionOfficer, "Ans Dijk", await town.Found("Wijkteam Elders", OrganisationKind.Welfare)));
        var unsafeAtHome = await Give(app.Storage, care, Concern(Safe, theme: Theme.Safety));
        await Give(app.Storage, town.Sanne, Concern(Team, theme: Theme.Safety));
        await Give(app.Storage, care, Concern(Desk));

        Assert.Equal([Safe, Team], await Seen(own));
        Assert.Equal([Safe], await Seen(elsewhere));
        Assert.Equal([Desk], await Seen(care));
        var townHall = await town.Enrol(Role.AttentionOfficer, "Gea Raad", await town.Found("Gemeente Waterveen", OrganisationKind.Municipality));
        Assert.Equal([Team], await Seen(own));
        Assert.Empty(await Seen(elsewhere));
        Assert.Equal([Safe], await Seen(townHall));

        // Sent on by an assessor of that organisation, and after the last officer of another left.
        var sent = await (await app.SignedIn(care)).Get("/signalen");
        var page = await sent.Follow("Zorg om iemand");
        Assert.Contains("Het signaal ligt bij de aandachtsfunctionaris.", (await page.Submit(form: "form[action*=Shield]")).ShouldBeOk().Source);
        await (await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{own.Account}/sluiten")).Submit();
        Assert.Equal([Desk, Safe, Team], await Seen(townHall));
        Assert.Empty(await Seen(elsewhere));

        // Not to look at alone: who stands in takes it up and tells.
        var officer = await app.SignedIn(townHall);
        (await (await officer.Get($"/signalen/{unsafeAtHome.Id}")).Submit(form: "form[action*=Claim]")).ShouldBeOk();
        Assert.Equal(townHall.Account, Assert.Single(await app.Journal("signal.claimed")).Account);
        (await officer.Get($"/signalen/{unsafeAtHome.Id}/vertellen")).ShouldBeOk();

        async Task<string[]> Seen(Actor actor)
        {
            await using var work = await app.Read(actor);
            return [.. (await work.Signals.Select(s => s.Text).ToListAsync()).Order()];
        }
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
