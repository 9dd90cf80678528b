using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>Who sees which question: circle, law, audience and safety mark, on both databases.</summary>
public class ItemSightTests
{
    [Theory, BothDatabases]
    public async Task In_the_circle_one_sees_the_laws_that_the_membership_covers(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        await town.Ask(id, "Wie helpt met de was?", Law.Wmo);
        await town.Ask(id, "Hoe komt Sem weer op school?", Law.Jeugdwet);

        Assert.Equal(["Wie helpt met de was?", "Hoe komt Sem weer op school?"], await Seen(database, town.Sanne));
        Assert.Equal(["Hoe komt Sem weer op school?"], await Seen(database, town.Hugo));
    }

    [Theory, BothDatabases]
    public async Task Outside_the_circle_no_role_sees_a_question(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Ask(id, "Wie helpt met de was?");
        await town.Leave(await town.Join(id, town.Anouk));

        Assert.Empty(await Seen(database, town.Anouk));
        Assert.Empty(await Seen(database, Actor.Anonymous));
        foreach (var role in Roles.OfAccounts)
            Assert.True((await Seen(database, town[role])).Count == 0, $"{role} reads a question outside the circle.");
    }

    [Theory, BothDatabases]
    public async Task Residents_and_those_beside_them_see_what_is_for_the_whole_circle(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter, Law.Wmo);
        await town.Join(id, town[Role.Volunteer], CircleRole.Volunteer, Law.Wmo);
        await town.Ask(id, "voor iedereen");
        await town.Ask(id, "jeugd", Law.Jeugdwet);
        await town.Ask(id, "professionals", audience: Audience.Professionals);
        await town.Ask(id, "eigen notitie", audience: Audience.Author);
        await town.Ask(id, "onveilig", safety: SafetyMark.Shielded);

        Assert.Equal(["voor iedereen"], await Seen(database, resident));
        Assert.Equal(["voor iedereen"], await Seen(database, town[Role.Supporter]));
        Assert.Equal(["voor iedereen"], await Seen(database, town[Role.Volunteer]));
    }

    [Theory, BothDatabases]
    public async Task An_item_for_its_author_is_for_its_author(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Ask(id, "eigen notitie", audience: Audience.Author);

        Assert.Equal(["eigen notitie"], await Seen(database, town.Sanne));
        Assert.Empty(await Seen(database, town.Anouk));
        Assert.Empty(await Seen(database, town[Role.AttentionOfficer]));
    }

    [Theory, BothDatabases]
    public async Task What_lies_in_the_safety_compartment_is_for_who_put_it_there_who_was_named_and_the_attention_officer(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        var hugo = await town.Join(id, town.Hugo);
        await town.Ask(id, "gewoon");
        await town.Ask(id, "onveilig", safety: SafetyMark.Shielded);

        Assert.Equal(["gewoon", "onveilig"], await Seen(database, town.Sanne));
        Assert.Equal(["gewoon"], await Seen(database, town.Anouk));
        Assert.Equal(["gewoon"], await Seen(database, town.Hugo));
        await town.Name(hugo);
        Assert.Equal(["gewoon", "onveilig"], await Seen(database, town.Hugo));
        Assert.Equal(["onveilig"], await Seen(database, town[Role.AttentionOfficer]));
        await using var officer = await database.Read(town[Role.AttentionOfficer]);
        Assert.True(await officer.Households.AnyAsync(h => h.Id == id), "The officer must be able to open where it lies.");
    }

    [Theory, BothDatabases]
    public async Task A_shielded_household_hides_all_its_items_from_every_portal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(safety: SafetyMark.Shielded);
        var resident = await town.Resident(id);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        await town.Ask(id, "gewoon");

        Assert.Empty(await Seen(database, resident));
        Assert.Empty(await Seen(database, town[Role.Supporter]));
        Assert.Equal(["gewoon"], await Seen(database, town.Sanne));
        Assert.Equal(["gewoon"], await Seen(database, town[Role.AttentionOfficer]));
    }

    private static async Task<List<string>> Seen(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return await work.Questions.OrderBy(q => q.AskedAt).Select(q => q.Text).ToListAsync();
    }
}
