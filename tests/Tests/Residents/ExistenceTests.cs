using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

public class ExistenceTests
{
    [Theory, BothDatabases]
    public async Task A_colleague_outside_the_circle_learns_only_whom_to_call(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household();

        await using var work = await database.Read(town.Anouk);
        foreach (var query in (string[])["dirk vós", "Molenpad 3", "1234AB 3", "1234 ab 3"])
        {
            var found = Assert.Single(await work.Involvement(query));
            Assert.Equal(("Sanne Bakker", "Wijkteam Waterveen", "0350 100 201"), (found.Name, found.Organisation, found.Phone));
        }
    }

    [Theory, BothDatabases]
    public async Task Involvement_is_no_way_to_look_around(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household();
        await town.Household("vrouw aan de Haverweg", new Address("Haverweg", "8", "1234 CD", "Waterveen", null),
            safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);

        await using var colleague = await database.Read(town.Anouk);
        foreach (var query in (string[])["", "vos", "Molenpad", "Dirk V", "Mina Blom", "Haverweg 8"])
            Assert.Empty(await colleague.Involvement(query));
        await using var policy = await database.Read(town[Role.PolicyOfficer]);
        Assert.Empty(await policy.Involvement("Dirk Vos"));
    }

    [Theory, BothDatabases]
    public async Task A_possible_duplicate_is_found_by_address_and_by_a_name_with_a_typing_error(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var address = await town.Household();
        var name = await town.Household("man in de Sluisbuurt", Address.Unknown, people: [new NewPerson("Willem Janssen")]);
        await town.Household("vrouw aan de Haverweg", new Address("Haverweg", "8", null, null, null), people: [new NewPerson("Mina Blom")]);

        await using var member = await database.Read(town.Sanne);
        var found = await member.PossibleDuplicates(new Address("molenpad", "3", null, null, null), ["Willem Jansen"]);

        Assert.Equal([(address, Likeness.SameAddress), (name, Likeness.SimilarName)], found.Select(f => (f.Household, f.Why)));
        Assert.Equal("gezin aan het Molenpad", found[0].Card!.Name);
    }

    [Theory, BothDatabases]
    public async Task Of_a_possible_duplicate_a_stranger_sees_whom_to_call_and_of_a_shielded_one_nothing(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household();
        await town.Household("vrouw aan het Molenpad", safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);

        await using var stranger = await database.Read(town.Anouk);
        var found = Assert.Single(await stranger.PossibleDuplicates(new Address("Molenpad", "3", "1234AB", null, null), ["Mina Blom"]));

        Assert.Null(found.Card);
        Assert.Equal("Sanne Bakker", found.Contact!.Name);
    }
}
