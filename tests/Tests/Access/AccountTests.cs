using Microsoft.EntityFrameworkCore;
using Samenkracht.Access;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access;

public class AccountTests
{
    [Theory, BothDatabases]
    public async Task Colleagues_see_each_other_and_nobody_lists_residents(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (member, resident) = await Fill(database);

        await using var asMember = await database.Read(member);
        await using var asResident = await database.Read(resident);

        Assert.Equal(["Nora Vos"], await asMember.Accounts.Select(a => a.Name).ToListAsync());
        Assert.Equal(["Samen Oost"], await asMember.Accounts.Select(a => a.OrganisationName).ToListAsync());
        Assert.Equal(["Ali Demir"], await asResident.Accounts.Select(a => a.Name).ToListAsync());
        Assert.Equal("Ali Demir", (await asMember.ResidentAccount("ALI@voorbeeld.nl "))?.Name);
        Assert.Null(await asMember.ResidentAccount("ali"));
        Assert.Null(await asResident.ResidentAccount("ali@voorbeeld.nl"));
    }

    /// <summary>On PostgreSQL in one more for all that the database lists to nobody like this one (docs/adr/0103).</summary>
    [Theory, BothDatabases]
    public async Task Names_for_known_ids_come_in_one_query(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (member, resident) = await Fill(database);
        await using var work = await database.Read(resident);

        IReadOnlyDictionary<AccountId, AccountCard> names = null!;
        var queries = await database.Queries.During(async () => names = await work.AccountNames([member.Account!.Value, resident.Account!.Value, member.Account!.Value]));

        Assert.Equal(engine == Engine.Postgres ? 2 : 1, queries.Count);
        Assert.Equal("Nora Vos", names[member.Account!.Value].Name);
        Assert.Null(names[resident.Account!.Value].OrganisationName);
    }

    [Theory, BothDatabases]
    public async Task A_team_is_found_by_the_wijk_it_serves(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (member, _) = await Fill(database);

        await using var work = await database.Read(member);

        var team = await work.TeamsOf("WK999902").SingleAsync();
        Assert.Equal("Team Oost", team.Name);
        Assert.Equal(["WK999901", "WK999902"], (await work.WijkenOf([team.Id]))[team.Id]);
        Assert.Empty(await work.TeamsOf("WK999903").ToListAsync());
    }

    private static async Task<(Actor Member, Actor Resident)> Fill(TestDatabase database)
    {
        await using var work = await database.Begin(Actor.System);
        var organisation = Organisation.Found("Samen Oost", OrganisationKind.Welfare, "035 1234567");
        var team = Team.Form("Team Oost", organisation.Id, ["WK999902", "WK999901"]);
        var member = Account.Open(new NewAccount("nora@voorbeeld.nl", "Nora Vos", Role.TeamMember, "wijkteammedewerker", organisation.Id, team.Id));
        var resident = Account.Open(new NewAccount("ali@voorbeeld.nl", "Ali Demir", Role.Resident));
        work.Add(organisation);
        work.Add(team);
        work.Add(member);
        work.Add(resident);
        await work.Note(work.Because(AccessEvents.AccountCreated), member.Id.Value);
        await work.Commit();
        return (member.AsActor, resident.AsActor);
    }
}
