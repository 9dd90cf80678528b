using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

public class PlanPageTests
{
    [Fact]
    public async Task From_a_question_to_a_plan_with_a_goal_and_an_agreement()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "Hoe krijg ik de rekeningen betaald?");
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");

        var goal = await page.Submit(button: "Plan starten");
        Assert.EndsWith("/doel", goal.Url);
        var agreement = await goal.Submit(new() { ["Input.Text"] = "Elke maand alles op tijd betalen", ["Input.Law"] = "Wmo" });
        var plan = await agreement.Submit(new()
        {
            ["Input.Text"] = "Post samen openen",
            ["Input.Doer"] = "OwnNetwork",
            ["Input.DoerName"] = "zus",
            ["Input.DueOn"] = "2026-11-24",
            ["Input.Rhythm"] = "Weekly",
        });

        plan.ShouldBeOk();
        Assert.Contains("Elke maand alles op tijd betalen", plan.Main);
        Assert.Contains("zus", plan.Main);
        Assert.Contains("elke week", plan.Main);
        Assert.Contains("1 van 1 afspraak zonder professional", plan.Main);
        Assert.Contains("Zus draagt 1 soort hulp.", plan.Main);
        foreach (var kind in (string[])["plan.started", "goal.set", "action.agreed"]) Assert.Single(await app.Journal(kind));
    }

    [Fact]
    public async Task An_incomplete_agreement_keeps_what_was_typed_and_says_what_is_missing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 0);
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/afspraak");

        var again = await form.Submit(new() { ["Input.Text"] = "Fiets via de ruilwinkel" });

        Assert.Contains("Kies een datum.", again.Main);
        Assert.Contains("Kies wie het doet.", again.Main);
        Assert.Contains("Fiets via de ruilwinkel", again.Html.Source.Text);
        Assert.Empty(await app.Journal("action.agreed"));
    }

    [Fact]
    public async Task Whoever_starts_a_plan_second_reads_that_there_is_one()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var late = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");
        await town.Plan(id);

        var refused = await late.Submit(button: "Plan starten");

        Assert.Contains("Iemand anders is net een plan begonnen.", refused.Main);
        Assert.Contains("Doel 1", refused.Main);
        Assert.Empty(await app.Journal("plan.started"));
    }

    [Fact]
    public async Task When_two_change_an_agreement_the_second_sees_both_and_loses_nothing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        await town.Join(id, town.Anouk);
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");
        var mine = await page.Follow("Afspraak 1.1");
        var theirs = await (await app.SignedIn(town.Anouk)).Get(mine.Url);
        await theirs.Submit(new() { ["Input.Text"] = "Buurvrouw brengt op maandag" });

        var conflict = await mine.Submit(new() { ["Input.Text"] = "Buurvrouw brengt op dinsdag" });

        Assert.Contains("Iemand anders heeft dit net gewijzigd.", conflict.Main);
        Assert.Contains("Buurvrouw brengt op maandag", conflict.Main);
        Assert.Contains("Buurvrouw brengt op dinsdag", conflict.Html.Source.Text);
        var saved = await conflict.Submit();
        Assert.Contains("Buurvrouw brengt op dinsdag", saved.Main);
    }

    [Fact]
    public async Task A_tick_says_that_it_is_done_and_can_be_taken_back()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id, goals: 1, agreements: 1);
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");

        var done = await page.Submit(form: "form[action*=Finish]");
        Assert.Single(await app.Journal("action.done"));
        var open = await done.Submit(form: "form[action*=Reopen]");

        Assert.Single(await app.Journal("action.undone"));
        Assert.NotNull(open.Html.QuerySelector("form[action*=Finish]"));
    }

    [Fact]
    public async Task A_question_is_closed_once_with_how_it_ended()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "Wie helpt met de was?");
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");

        var closed = await page.Submit(button: "Beantwoord", form: "form[action*=Close]");
        var again = await page.Submit(button: "Overgedragen", form: "form[action*=Close]");

        Assert.Contains("Geen open vragen", closed.Main);
        Assert.Contains("Iemand anders heeft deze vraag net afgesloten.", again.Main);
        Assert.Single(await app.Journal("question.closed"));
    }

    [Fact]
    public async Task A_law_outside_the_own_membership_is_refused()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        var form = await (await app.SignedIn(town.Hugo)).Get($"/huishoudens/{id}/doel");

        var refused = await form.Submit(new() { ["Input.Text"] = "Alles op orde", ["Input.Law"] = "Wgs" });

        Assert.Contains("Kies een wet waarvoor u in de kring zit.", refused.Main);
    }

    [Fact]
    public async Task Someone_there_for_another_law_sees_neither_the_goal_nor_its_line_in_the_timeline()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "Wie helpt met de was?", Law.Wmo);
        await town.Ask(id, "Vader is agressief", Law.Jeugdwet, safety: SafetyMark.Shielded);
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);

        var seen = await (await app.SignedIn(town.Hugo)).Get($"/huishoudens/{id}");

        Assert.DoesNotContain("was?", seen.Main);
        Assert.DoesNotContain("agressief", seen.Main);
        Assert.DoesNotContain("Hulpvraag gesteld", seen.Main);
        Assert.Contains("Huishouden aangemaakt", seen.Main);
    }

    [Fact]
    public async Task An_ended_plan_makes_room_for_a_new_one()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}");

        var sure = (await page.Follow("Plan afsluiten")).ShouldBeOk();
        foreach (var open in (string[])["Doel: Doel 1", "Afspraak: Afspraak 1.1"]) Assert.Contains(open, sure.Main);
        // What came in between is read first.
        await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/doel")).Submit(new() { ["Input.Text"] = "Doel 2", ["Input.Law"] = "Wmo" });
        var changed = await sure.Submit();
        Assert.Contains("Iemand anders heeft dit net gewijzigd.", changed.Main);
        Assert.Contains("Doel: Doel 2", changed.Main);
        var ended = await changed.Submit();
        await ended.Submit(button: "Plan starten");

        Assert.Single(await app.Journal("plan.ended"));
        await using var work = await app.Read(town.Sanne);
        Assert.Equal(2, await work.Query<Plan>().CountAsync());
        Assert.Equal(1, await work.Query<Plan>().CountAsync(p => p.EndedAt == null));
    }

    [Theory, BothDatabases]
    public async Task A_plan_with_open_goals_of_a_law_that_one_does_not_see_stays_open_and_what_is_shielded_changes_nothing(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Plan(id);
        var (sanne, anouk) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Anouk));
        var url = $"/huishoudens/{id}/plan/afsluiten";
        await (await sanne.Get($"/huishoudens/{id}/doel")).Submit(new() { ["Input.Text"] = "Veilig slapen", ["Input.Law"] = "Jeugdwet", ["Input.Shielded"] = "true" });

        var refused = (await anouk.Get(url)).ShouldBeOk();
        Assert.Contains("In dit plan loopt nog werk van collega’s.", refused.Main);
        foreach (var unsaid in (string[])["Doel 1", "Wmo", "Veilig", "Jeugdwet"]) Assert.DoesNotContain(unsaid, refused.Main);
        Assert.Contains("loopt nog werk van collega’s", (await anouk.Post(url, new() { ["__RequestVerificationToken"] = Token(await anouk.Get("/account")) })).Main);
        Assert.Empty(await app.Journal("plan.ended"));
        await (await sanne.Get($"/huishoudens/{id}")).Submit(form: "form[action*=Reach]");

        // Of the shielded goal there is no sign.
        Assert.Contains("Alle doelen zijn bereikt", (await anouk.Get(url)).Main);
        var late = await sanne.Get(url);
        (await (await anouk.Get(url)).Submit()).ShouldBeOk();
        Assert.Contains("was al afgesloten", (await late.Submit()).ShouldBeOk().Main);
        Assert.Single(await app.Journal("plan.ended"));
        (await anouk.Get(url)).ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static string Token(Page page) => page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    [Fact]
    public async Task What_an_ended_plan_agreed_on_neither_changes_nor_comes_due()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Support(id);
        await town.Plan(id);
        var browser = await app.SignedIn(town.Sanne);
        var before = await browser.Get($"/huishoudens/{id}");
        Assert.Contains("Afspraak 1.1", (await browser.Get("/")).Main);
        var old = before.Html.QuerySelector("a[href*='/afspraak/']")!.GetAttribute("href")!;
        var (form, another, aim) = (await browser.Get(old), await browser.Get($"/huishoudens/{id}/afspraak"), await browser.Get($"/huishoudens/{id}/doel"));
        await (await before.Follow("Plan afsluiten")).Submit();
        // What was being typed is not lost; who has no law here meets no such page.
        foreach (var (late, text) in (IEnumerable<(Page, string)>)[(another, "Bel de huisarts"), (aim, "Rust in huis")])
        {
            var over = await late.Submit(new() { ["Input.Text"] = text });
            Assert.Equal(["Dit kan niet meer in het plan: iemand anders rondde het net af. Wat u typte, staat hieronder."], over.Errors);
            Assert.Equal(text, over.Html.QuerySelector("[name='Input.Text']")!.GetAttribute("value"));
        }
        await town.Plan(id, goals: 1, agreements: 0);

        Assert.DoesNotContain("Afspraak 1.1", (await browser.Get("/")).Main);
        (await browser.Get(old)).ShouldBe(System.Net.HttpStatusCode.NotFound);
        Assert.Contains("Dit kan niet meer in het plan", (await form.Submit(new() { ["Input.Text"] = "Iets anders" })).Main);
        (await before.Submit(form: "form[action*=Finish]")).ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await before.Submit(form: "form[action*=Reach]")).ShouldBe(System.Net.HttpStatusCode.NotFound);
        foreach (var kind in (string[])["action.done", "action.changed", "action.agreed", "goal.set"]) Assert.Empty(await app.Journal(kind));
    }

    [Fact]
    public async Task A_question_is_not_closed_without_saying_how_it_ended()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var question = await town.Ask(id, "Hoe krijg ik de rekeningen betaald?");
        var browser = await app.SignedIn(town.Sanne);
        var token = (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var outcome in (string[])["", "Nope", "99"])
            Assert.Contains("Hoe krijg ik de rekeningen betaald?", (await browser.Post($"/huishoudens/{id}?handler=Close",
                new() { ["__RequestVerificationToken"] = token, ["question"] = $"{question}", ["Outcome"] = outcome })).ShouldBeOk().Main);

        Assert.Empty(await app.Journal("question.closed"));
    }
}
