using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

public class HouseholdSightTests
{
    [Theory, BothDatabases]
    public async Task Whoever_opens_a_household_is_the_first_of_its_circle_and_sees_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household("gezin aan het Molenpad");

        await using var work = await database.Read(town.Sanne);
        var seen = Assert.Single(await work.Households.ToListAsync());
        var circle = await work.Circle(id);

        Assert.Equal("gezin aan het Molenpad", seen.Name);
        Assert.Equal("Molenpad 3, 1234 AB Waterveen", seen.Address.ToString());
        Assert.Null(seen.Coordinator);
        Assert.Equal("Sanne Bakker", Assert.Single(circle).Who.Name);
        Assert.Equal([Law.Wmo, Law.Jeugdwet], circle[0].Laws);
        Assert.Equal("Dirk Vos", Assert.Single(await work.People.ToListAsync()).Name);
    }

    [Theory, BothDatabases]
    public async Task Outside_the_circle_a_household_is_not_there(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household();

        foreach (var role in Roles.OfAccounts)
        {
            await using var work = await database.Read(town[role]);
            Assert.False(await work.People.AnyAsync());
            Assert.Equal(0, await work.People.CountAsync());
        }
        await using var nobody = await database.Read(Actor.Anonymous);
        Assert.Equal(0, await nobody.Households.CountAsync());
        await using var system = await database.Read(Actor.System);
        Assert.Equal(1, await system.Households.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_member_who_left_sees_nothing_any_more(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        var member = await town.Join(id, town.Anouk);
        Assert.True(await Sees(database, town.Anouk, id));

        database.Clock.Advance(TimeSpan.FromDays(1));
        await town.Leave(member);

        Assert.False(await Sees(database, town.Anouk, id));
        Assert.True(await Sees(database, town.Sanne, id));
    }

    [Theory, BothDatabases]
    public async Task A_resident_sees_the_own_household_and_no_other(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var own = await town.Household();
        var other = await town.Household("man aan de Haverweg", Address.Unknown);
        var resident = await town.Resident(own);

        Assert.True(await Sees(database, resident, own));
        Assert.False(await Sees(database, resident, other));
    }

    [Theory, BothDatabases]
    public async Task A_shielded_household_is_there_for_its_professionals_and_the_attention_officer_only(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(safety: SafetyMark.Shielded);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        await town.Join(id, town[Role.Volunteer], CircleRole.Volunteer);
        var resident = await town.Resident(id);

        Assert.True(await Sees(database, town.Sanne, id));
        Assert.True(await Sees(database, town[Role.AttentionOfficer], id));
        foreach (var portal in (Actor[])[resident, town[Role.Supporter], town[Role.Volunteer], town.Anouk])
            Assert.False(await Sees(database, portal, id));
    }

    [Theory, BothDatabases]
    public async Task The_attention_officer_is_not_in_what_a_resident_or_anyone_who_was_not_named_reads_of_the_circle(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Join(id, town[Role.AttentionOfficer]);
        await town.Name(await town.Join(id, town.Hugo));
        var resident = await town.Resident(id);

        await using var own = await database.Read(resident);
        await using var professional = await database.Read(town.Sanne);
        await using var named = await database.Read(town.Hugo);

        Assert.Equal(["Hugo Veen", "Sanne Bakker"], (await own.Circle(id)).Select(c => c.Who.Name).Order());
        Assert.Equal(2, (await professional.Circle(id)).Count);
        Assert.Equal(3, (await named.Circle(id)).Count);
    }

    private static async Task<bool> Sees(TestDatabase database, Actor actor, HouseholdId id)
    {
        await using var work = await database.Read(actor);
        return await work.Households.AnyAsync(h => h.Id == id);
    }
}
