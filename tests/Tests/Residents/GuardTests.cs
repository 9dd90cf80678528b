using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Safety;
using Samenkracht.Signals;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>An attention officer sees the safety compartment of the households in which the own organisation works, and of no others.</summary>
public class GuardTests
{
    private static readonly Address Hidden = new("Haverweg", "8", "1234 CD", "Waterveen", null);

    [Theory, BothDatabases]
    public async Task An_officer_of_another_organisation_sees_neither_the_household_nor_what_touches_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var elsewhere = await town.Enrol(Role.AttentionOfficer, "Ans Dijk", await town.Found("Wijkteam Elders", OrganisationKind.Welfare));
        await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        await town.Ask(await town.Household(), "onveilig", safety: SafetyMark.Shielded);
        await town.Household("buren", Hidden, by: town.Anouk);
        await SignalTestData.Give(database.Storage, Actor.Anonymous, SignalTestData.Concern("Bij Mina Blom is het stil"));

        Assert.Equal((2, 2, 1, 1, 1), await Sees(database, town[Role.AttentionOfficer]));
        Assert.Equal((0, 0, 0, 0, 0), await Sees(database, elsewhere));
    }

    [Theory, BothDatabases]
    public async Task Naming_someone_of_an_organisation_lets_its_officer_guard_too(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var other = await town.Found("Wijkteam Elders", OrganisationKind.Welfare);
        var (officer, colleague) = (await town.Enrol(Role.AttentionOfficer, "Ans Dijk", other), await town.Enrol(Role.TeamMember, "Bram Dijk", other));
        var hidden = await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded);
        var member = await town.Join(hidden, colleague);

        Assert.Equal(0, (await Sees(database, officer)).Households);
        await town.Name(member);
        Assert.Equal(1, (await Sees(database, officer)).Households);
        await town.Leave(member);
        Assert.Equal(0, (await Sees(database, officer)).Households);
    }

    /// <summary>A hit must reach somebody.</summary>
    [Theory, BothDatabases]
    public async Task Where_no_organisation_of_the_circle_has_an_officer_the_municipality_stands_in_and_without_one_there_anybody(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household("vrouw", Hidden, by: town.Hugo, safety: SafetyMark.Shielded);
        await town.Household("buren", Hidden, by: town.Anouk);

        Assert.Equal((1, 1), Guards(await Sees(database, town[Role.AttentionOfficer])));
        var townHall = await town.Enrol(Role.AttentionOfficer, "Gea Raad", await town.Found("Gemeente Waterveen", OrganisationKind.Municipality));
        Assert.Equal((0, 0), Guards(await Sees(database, town[Role.AttentionOfficer])));
        Assert.Equal((1, 1), Guards(await Sees(database, townHall)));
    }

    private static (int, int) Guards((int Households, int People, int Questions, int Holds, int Matches) seen) => (seen.Households, seen.Holds);

    private static async Task<(int Households, int People, int Questions, int Holds, int Matches)> Sees(TestDatabase database, Actor officer)
    {
        await using var work = await database.Read(officer);
        return (await work.Households.CountAsync(), await work.People.CountAsync(), await work.Query<Samenkracht.Support.Ask.Question>().CountAsync(),
            await work.Query<ContactHold>().CountAsync(), await work.Query<SignalMatch>().CountAsync());
    }
}
