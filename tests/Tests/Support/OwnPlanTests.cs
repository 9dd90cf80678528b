using System.Net;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>What a resident sees and decides at /mijn.</summary>
public class OwnPlanTests
{
    [Fact]
    public async Task The_page_is_for_residents_and_those_beside_them()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        Assert.NotEqual("/mijn", (await app.Visitor().Get("/mijn")).Url);
        (await (await app.SignedIn(town.Sanne)).Get("/mijn")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Contains("Hier staat nog niets", (await (await app.SignedIn(town[Role.Resident])).Get("/mijn")).ShouldBeOk().Main);
    }

    [Fact]
    public async Task A_resident_reads_the_own_plan_in_the_first_person_without_what_must_stay_hidden()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        await town.Ask(id, "Hoe krijg ik de rekeningen betaald?");
        await town.Ask(id, "Wat vinden wij hiervan?", audience: Audience.Professionals);
        await town.Ask(id, "Vader is agressief", safety: SafetyMark.Shielded);
        var resident = await town.Resident(id);

        var page = (await (await app.SignedIn(resident)).Get("/mijn")).ShouldBeOk();

        Assert.Equal("Mijn plan", page.Heading);
        Assert.Contains("mijn doel", page.Main);
        Assert.Contains("Mijn kring", page.Main);
        Assert.Contains("rekeningen", page.Main);
        Assert.DoesNotContain("Wat vinden wij", page.Main);
        Assert.DoesNotContain("agressief", page.Main);
        Assert.DoesNotContain("fgeschermd", page.Main);
        Assert.Contains("1 open", page.Main);
        // One question in the timeline, not three with two gaps.
        Assert.Single(page.Main.Split("Hulpvraag gesteld").Skip(1));
    }

    [Fact]
    public async Task A_resident_approves_and_the_circle_reads_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        var resident = await town.Resident(id);
        var page = await (await app.SignedIn(resident)).Get("/mijn");

        var approved = await page.Submit(button: "Ja, ik keur het plan goed", form: "form[action*=Approve]");

        Assert.Contains("door mij goedgekeurd op 24 november", approved.Main);
        Assert.Single(await app.Journal("plan.approved"));
        Assert.Contains("goedgekeurd door Dirk Vos op 24 november", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main);
    }

    [Fact]
    public async Task A_resident_who_disagrees_says_why_and_the_circle_reads_the_words()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        var resident = await town.Resident(id);
        var page = await (await app.SignedIn(resident)).Get("/mijn");

        var empty = await page.Submit(form: "form[action*=Disagree]");
        Assert.Contains("Schrijf op wat er niet klopt.", empty.Main);
        await page.Submit(new() { ["Words"] = "Mijn zus kan dit niet elke week." }, form: "form[action*=Disagree]");

        Assert.Single(await app.Journal("plan.disagreed"));
        Assert.Contains("Mijn zus kan dit niet elke week.", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main);
    }

    [Theory, BothDatabases]
    public async Task What_a_child_says_of_the_plan_is_read_by_the_circle_and_by_nobody_else_at_home(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new("Dina Vos", Relation.Parent), new("Bart Vos", Relation.ParentElsewhere), new("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1))]);
        await town.Plan(id);
        var dina = await app.SignedIn(await town.Resident(id, named: "Dina Vos"));
        var bart = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Bart Vos"), "Bart Vos"));
        var noor = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Noor Vos"), "Noor Vos"));
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        var sanne = await app.SignedIn(town.Sanne);
        (await (await sanne.Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Ground"] = "Suspicion", ["Reason"] = "vermoeden" }, form: "form[action*=Freeze]")).ShouldBeOk();

        var said = await (await noor.Get("/mijn")).Submit(new() { ["Words"] = "Mama slaat mij." }, form: "form[action*=Disagree]");
        await (await dina.Get("/mijn")).Submit(button: "Ja, ik keur het plan goed", form: "form[action*=Approve]");

        Assert.Contains("Ik schreef op", said.Main);
        Assert.Contains("Mama slaat mij", (await noor.Get("/mijn")).Main);
        Assert.Contains("door mij goedgekeurd op 24 november", (await dina.Get("/mijn")).Main);
        foreach (var other in (TestBrowser[])[dina, bart, await app.SignedIn(town[Role.Supporter])])
        {
            var page = (await other.Get("/mijn")).ShouldBeOk().Main;
            Assert.DoesNotContain("Mama slaat mij", page);
            Assert.DoesNotContain("niet eens met het plan", page);
        }
        Assert.Contains("ik heb nog niets gezegd over dit plan", (await bart.Get("/mijn")).Main);
        var circle = (await sanne.Get($"/huishoudens/{id}")).Main;
        Assert.Contains("goedgekeurd door Dina Vos op 24 november", circle);
        Assert.Contains("Noor Vos is het er niet mee eens", circle);
        Assert.Contains("Mama slaat mij", circle);
    }

    [Theory, BothDatabases]
    public async Task What_one_at_home_answers_changes_nothing_of_what_another_read(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new("Dina Vos", Relation.Parent), new("Dirk Vos"), new("Mina Blom", Relation.Partner)]);
        await town.Plan(id, goals: 1, agreements: 0);
        var pages = new List<(string Name, TestBrowser Browser, Page Page)>();
        foreach (var name in (string[])["Dina Vos", "Dirk Vos", "Mina Blom"])
        {
            var browser = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, name), name));
            pages.Add((name, browser, await browser.Get("/mijn")));
        }

        // One after the other, each on the page that was opened before the first answered; then all at once, with another word.
        foreach (var (_, _, page) in pages) Assert.Contains("door mij goedgekeurd op 24 november", (await page.Submit(button: "Ja, ik keur het plan goed", form: "form[action*=Approve]")).Main);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var answers = await Task.WhenAll(pages.Select(p => p.Page.Submit(new() { ["Words"] = $"Toch niet, zegt {p.Name}." }, form: "form[action*=Disagree]")));

        Assert.All(answers, page => Assert.DoesNotContain("net gewijzigd", page.Main));
        Assert.Equal((3, 3), ((await app.Journal("plan.approved")).Count, (await app.Journal("plan.disagreed")).Count));
        var circle = (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main;
        foreach (var (name, _, _) in pages) Assert.Contains($"Toch niet, zegt {name}.", circle);

        // The plan itself changed: then nobody approves what they did not read.
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/afspraak");
        await form.Submit(new() { ["Input.Text"] = "Kaart sturen", ["Input.Doer"] = "Resident", ["Input.DueOn"] = "2026-12-05" });
        Assert.Contains("Het plan is net gewijzigd.", (await pages[0].Page.Submit(form: "form[action*=Approve]")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_does_not_see_somebody_reads_not_what_they_say_of_the_plan(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new("Dirk Vos"), new("Mina Blom", Relation.Partner)]);
        await town.Plan(id);
        await town.Join(id, town.Hugo);
        var mina = await app.SignedIn(await town.Resident(id, named: "Mina Blom"));
        await (await mina.Get("/mijn")).Submit(new() { ["Words"] = "Ik wil weg." }, form: "form[action*=Disagree]");
        var hugo = await app.SignedIn(town.Hugo);
        Assert.Contains("Ik wil weg.", (await hugo.Get($"/huishoudens/{id}")).Main);

        await (await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/mensen")).Follow("Mina Blom")).Submit(form: "form[action*=Shield]");

        var page = (await hugo.Get($"/huishoudens/{id}")).ShouldBeOk().Main;
        Assert.DoesNotContain("Ik wil weg.", page);
        Assert.DoesNotContain("niet mee eens", page);
    }

    [Fact]
    public async Task What_is_approved_is_what_was_read()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 0);
        var resident = await town.Resident(id);
        var read = await (await app.SignedIn(resident)).Get("/mijn");
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/afspraak");
        await form.Submit(new() { ["Input.Text"] = "Kaart sturen", ["Input.Doer"] = "Resident", ["Input.DueOn"] = "2026-12-05" });

        var refused = await read.Submit(form: "form[action*=Approve]");

        Assert.Contains("Het plan is net gewijzigd.", refused.Main);
        Assert.Empty(await app.Journal("plan.approved"));
    }

    [Fact]
    public async Task A_hidden_goal_does_not_show_as_a_changed_plan()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        var resident = await app.SignedIn(await town.Resident(id));
        await (await resident.Get("/mijn")).Submit(button: "Ja, ik keur het plan goed", form: "form[action*=Approve]");
        var goal = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/doel");

        var kept = (await goal.Submit(new() { ["Input.Text"] = "Veilig vertrek", ["Input.Law"] = "Wmo", ["Input.Shielded"] = "true" })).ShouldBeOk();

        Assert.Contains("Veilig vertrek", kept.Main);
        var own = (await resident.Get("/mijn")).Main;
        Assert.DoesNotContain("Veilig vertrek", own);
        Assert.Contains("Plan versie 1 · door mij goedgekeurd op 24 november", own);
    }

    [Fact]
    public async Task A_resident_ticks_off_what_they_do_themselves_and_nothing_else()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        var resident = await town.Resident(id);
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/afspraak");
        await form.Submit(new() { ["Input.Text"] = "Kaart sturen", ["Input.Doer"] = "Resident", ["Input.DueOn"] = "2026-12-05" });
        var page = await (await app.SignedIn(resident)).Get("/mijn");

        Assert.Single(page.Html.QuerySelectorAll("form[action*=Finish]"));
        await page.Submit(form: "form[action*=Finish]");

        Assert.Single(await app.Journal("action.done"));
    }

    [Fact]
    public async Task Who_looked_names_the_circle_and_gives_function_and_organisation_of_others()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");
        var search = await (await app.SignedIn(town.Anouk)).Get("/zoeken");
        Assert.Contains("Bel Sanne Bakker", (await search.Submit(new() { ["Tekst"] = "Dirk Vos" })).Main);

        var looks = (await (await app.SignedIn(resident)).Get("/mijn/inzage")).ShouldBeOk();

        Assert.Contains("Sanne Bakker", looks.Main);
        Assert.Contains("Wijkteam Waterveen", looks.Main);
        Assert.Contains("Hulp en ondersteuning", looks.Main);
        Assert.Contains("Zoeken: is er iemand betrokken?", looks.Main);
        Assert.DoesNotContain("Anouk", looks.Main);
    }

    [Fact]
    public async Task Looks_for_safety_are_in_nobodys_portal()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "Vader is agressief", safety: SafetyMark.Shielded);
        var resident = await town.Resident(id);
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        (await officer.Get($"/huishoudens/{id}")).ShouldBeOk();
        await (await officer.Get("/zoeken")).Submit(new() { ["Tekst"] = "Dirk Vos" });

        var own = await (await app.SignedIn(resident)).Get("/mijn/inzage");
        var circle = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/inzage");

        Assert.DoesNotContain("Aandachtsfunctionaris", own.Main);
        Assert.DoesNotContain("Veiligheid", own.Main);
        Assert.Contains("Veiligheid", circle.Main);
    }

    [Fact]
    public async Task Someone_beside_the_resident_reads_along_but_does_not_decide()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);

        var page = (await (await app.SignedIn(town[Role.Supporter])).Get("/mijn")).ShouldBeOk();

        Assert.Contains("Doel 1", page.Main);
        Assert.Null(page.Html.QuerySelector("form[action*=Approve]"));
        (await (await app.SignedIn(town[Role.Supporter])).Get("/mijn/inzage")).ShouldBe(HttpStatusCode.NotFound);
    }
}
