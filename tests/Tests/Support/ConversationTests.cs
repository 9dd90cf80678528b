using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>What was said: who reads it, and that a child's words stay with whom they were said to.</summary>
public class ConversationTests
{
    [Theory, BothDatabases]
    public async Task What_a_child_says_is_read_by_who_wrote_it_and_what_others_say_by_the_professionals(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await Family(town);
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        var (mother, child) = (await town.Resident(id, named: "Dina Vos"), await town.Resident(id, await town.Enrol(Role.Resident, "Noor Vos"), named: "Noor Vos"));
        var noor = await PersonOf(database, "Noor Vos");
        await town.Talk(id, "Noor vertelt dat zij bang is.", about: noor);
        await town.Talk(id, "Moeder vertelt over het werk.", about: await PersonOf(database, "Dina Vos"));
        await town.Talk(id, "Noor en ik spreken af.", Audience.Circle, about: noor);

        Assert.Equal(3, (await Read(database, town.Sanne)).Count);
        Assert.Equal(["Moeder vertelt over het werk.", "Noor en ik spreken af."], await Read(database, town.Hugo));
        Assert.Equal(["Noor en ik spreken af."], await Read(database, child));
        Assert.Empty(await Read(database, mother));
        Assert.Empty(await Read(database, town.Anouk));
    }

    [Fact]
    public async Task The_page_keeps_a_conversation_says_who_reads_it_and_keeps_what_was_typed()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await Family(town);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/gesprekken")).ShouldBeOk();

        var refused = await page.Submit(new() { ["Input.Text"] = "Noor is bang.", ["Input.HeldOn"] = "2031-01-01", ["Input.Law"] = "Jeugdwet" });
        Assert.Contains("Kies vandaag of een dag ervoor.", refused.Main);
        Assert.Contains("Noor is bang.", refused.Main);
        var noor = page.Html.QuerySelectorAll("option").First(o => o.TextContent.Contains("Noor", StringComparison.Ordinal)).GetAttribute("value");
        var kept = await refused.Submit(new() { ["Input.HeldOn"] = "2026-11-20", ["Input.About"] = noor });

        Assert.Contains("Alleen u leest het.", kept.Main);
        Assert.Contains("Gesprek met Noor Vos", kept.Main);
        Assert.Single(await app.Journal("conversation.kept"));
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        var colleague = await app.SignedIn(town.Hugo);
        Assert.DoesNotContain("bang", (await colleague.Get($"/huishoudens/{id}/gesprekken")).Main);
        // Not as a gap either.
        Assert.DoesNotContain("Gesprek vastgelegd", (await colleague.Get($"/huishoudens/{id}")).Main);
    }

    [Fact]
    public async Task What_is_shared_stands_in_the_own_door_and_nothing_else()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Talk(id, "Wij bellen maandag.", Audience.Circle, law: Law.Wmo);
        await town.Talk(id, "Alleen voor ons.", law: Law.Wmo);
        var own = (await (await app.SignedIn(await town.Resident(id))).Get("/mijn/gesprekken")).ShouldBeOk();

        Assert.Contains("Wij bellen maandag.", own.Main);
        Assert.DoesNotContain("Alleen voor ons.", own.Main);
    }

    [Fact]
    public async Task Outside_the_circle_there_is_nothing_there()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var url = $"/huishoudens/{id}/gesprekken";

        Assert.NotEqual(url, (await app.Visitor().Get(url)).Url);
        (await (await app.SignedIn(town[Role.CouncilMember])).Get(url)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedIn(town.Anouk)).Get(url)).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Sanne)).Get("/mijn/gesprekken")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedIn(town[Role.Resident])).Get($"/mijn/gesprekken/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_for_one_as_for_many()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Talk(id, "een");
        var browser = await app.SignedIn(town.Sanne);
        await browser.Get($"/huishoudens/{id}/gesprekken");
        var one = await Count(app, browser, id);
        for (var i = 0; i < 24; i++) await town.Talk(id, $"gesprek {i}");

        Assert.Equal(one, await Count(app, browser, id));
        Assert.Contains("pagina=2", (await browser.Get($"/huishoudens/{id}/gesprekken")).Source);
    }

    private static async Task<int> Count(WebApp app, TestBrowser browser, HouseholdId id) =>
        (await app.Queries.During(() => browser.Get($"/huishoudens/{id}/gesprekken"))).Count;

    private static Task<HouseholdId> Family(Town town) => town.Household(people:
    [
        new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2012, 5, 1)),
    ]);

    private static async Task<PersonId> PersonOf(TestDatabase database, string name)
    {
        await using var work = await database.Read(Actor.System);
        return (await work.People.ToListAsync()).Single(p => p.Name == name).Id;
    }

    private static async Task<List<string>> Read(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return [.. (await work.Query<Conversation>().Select(c => c.Text).ToListAsync()).Order()];
    }
}
