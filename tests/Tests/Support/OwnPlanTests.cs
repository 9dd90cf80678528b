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
        Assert.Contains("goedgekeurd door de bewoner op 24 november", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main);
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
