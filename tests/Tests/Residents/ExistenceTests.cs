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
    public async Task One_is_told_to_call_the_attention_officer_only_when_there_is_nobody_else(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(by: town[Role.AttentionOfficer]);
        async Task<string> Call()
        {
            await using var work = await database.Read(town.Anouk);
            return Assert.Single(await work.Involvement("Dirk Vos")).Name;
        }

        Assert.StartsWith("AttentionOfficer", await Call());
        database.Clock.Advance(TimeSpan.FromHours(1));
        await using (var work = await database.Begin(Actor.System))
        {
            var household = (await work.Context.Set<Samenkracht.Residents.Household>().FindAsync(id))!;
            await Samenkracht.Residents.Circles.CircleChanges.Join(work, household, town.Hugo.Account!.Value, CircleRole.Member, [Law.Wmo], default, work.Now.AddDays(3));
            await work.Commit();
        }
        database.Clock.Advance(TimeSpan.FromHours(1));
        await town.Join(id, town.Sanne);
        Assert.StartsWith("Hugo", await Call());

        // Hugo's end has passed, whether or not a job came by.
        database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("Sanne Bakker", await Call());
    }

    [Theory, BothDatabases]
    public async Task Possible_duplicates_are_no_way_to_look_around(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var own = await town.Household(by: town.Hugo);
        var other = await town.Household("man", new Address("Sluis", "8", null, null, null), people: [new NewPerson("Pieter Vos")], by: town.Anouk);

        await using var member = await database.Read(town.Sanne);
        await using var partner = await database.Read(town.Hugo);

        Assert.Empty(await member.PossibleDuplicates(Address.Unknown, ["Vos"]));
        Assert.Equal([other], (await member.PossibleDuplicates(Address.Unknown, ["P Vos"])).Select(d => d.Household));
        // Who may not learn that somebody is involved elsewhere, finds their own.
        Assert.Equal([own], (await partner.PossibleDuplicates(new Address("Sluis", "8", null, null, null), ["Pieter Vos", "D Vos"])).Select(d => d.Household));
    }

    /// <summary>The same words with a hit and without: they tell that the law withholds, never that it did.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_list_of_households_says_that_the_law_may_withhold_some(bool hidden)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household();
        if (hidden) await town.Household("vrouw", new Address("Haverweg", "8", "1234 CD", "Waterveen", null), safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var given = await Signals.SignalTestData.Give(app.Storage, Actor.Anonymous, Signals.SignalTestData.Concern());
        var browser = await app.SignedIn(town.Anouk);

        var found = await (await browser.Get("/zoeken")).Submit(new() { ["Tekst"] = "Mina Blom" });
        Assert.Contains("staat hier niet, ook niet als wij het kennen: dat eist de wet (Wet BRP art. 2.59, AVG art. 5)", found.ShouldBeOk().Main);
        Assert.Contains("staat hier alleen voor wie de aandachtsfunctionaris aanwijst, en nooit in een export", (await browser.Get("/huishoudens")).ShouldBeOk().Main);
        var known = await (await browser.Get("/huishoudens/nieuw")).Submit(new() { ["Input.Name"] = "gezin", ["Person"] = "Dirk Vos", ["Input.Street"] = "Molenpad", ["Input.HouseNumber"] = "3" });
        var meant = await (await browser.Get($"/signalen/{given.Id}/huishouden")).Submit(new() { ["Input.Name"] = "Dirk Vos", ["Input.Text"] = "Wat is er nodig?", ["Input.Theme"] = "Money" });
        foreach (var page in (Page[])[known, meant]) Assert.Contains("Wat is afgeschermd of een geheim adres heeft, staat hier niet: dat eist de wet.", page.ShouldBeOk().Main);
        var looked = await (await browser.Get("/noodtoegang")).Submit(new() { ["Tekst"] = "Mina Blom", ["Reason"] = "Het kan niet wachten." });
        Assert.Contains("Dat kan ook zijn omdat het niet mag.", looked.ShouldBeOk().Main);
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

    /// <summary>That it was the attention officer already tells that there is something about safety, and a login can be forced.</summary>
    [Fact]
    public async Task What_the_attention_officer_looks_for_stays_out_of_the_residents_page()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var household = await town.Household();
        var resident = await town.Resident(household);
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);

        Assert.Contains("Er is iemand betrokken", (await (await officer.Get("/zoeken")).Submit(new() { ["Tekst"] = "Dirk Vos" }, form: "main form")).Main);
        Assert.Contains("Misschien kennen wij dit huishouden al", (await (await officer.Get("/huishoudens/nieuw")).Submit(new() { ["Input.Name"] = "man", ["Person"] = "Dirk Vos" })).Main);

        Assert.Equal(2, (await app.Looks(household)).Count);
        var looks = (await (await app.SignedIn(resident)).Get("/mijn/inzage")).ShouldBeOk();
        Assert.DoesNotContain("Aandachtsfunctionaris", looks.Main);
        Assert.DoesNotContain("Misschien", looks.Main);
    }

    [Fact]
    public async Task What_the_attention_officer_does_stays_out_of_the_residents_timeline()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var household = await town.Household();
        var resident = await town.Resident(household);
        await town.Ask(household, "Het is thuis niet veilig", safety: SafetyMark.Shielded);
        var people = await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/huishoudens/{household}/mensen");
        await people.ShouldBeOk().Submit(new() { ["Input.Name"] = "Sem Vos", ["Input.Relation"] = "Child" });

        Assert.Contains("AttentionOfficer", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{household}")).Main);
        Assert.DoesNotContain("AttentionOfficer", (await (await app.SignedIn(resident)).Get("/mijn")).ShouldBeOk().Main);
    }
}
