using System.Net;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>A resident says yes or no to help and to sharing; a no binds who shares.</summary>
public class ConsentPageTests
{
    [Fact]
    public async Task A_resident_is_asked_answers_and_changes_their_mind()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        var sanne = await app.SignedIn(town.Sanne);

        var form = await (await sanne.Get($"/huishoudens/{id}/instemming")).Follow("Vraag stellen");
        var refused = await form.Submit(new() { ["Kind"] = "Sharing", ["What"] = "Het inkomen", ["Law"] = null });
        foreach (var why in (string[])["Kies aan wie u het vraagt.", "Kies onder welke wet u werkt.", "Kies een organisatie uit de lijst.", "Kies onder welke wet de ander werkt.", "Schrijf op waarom."])
            Assert.Contains(why, refused.Main);
        Assert.Contains("Het inkomen", refused.Source);
        Assert.Contains("Dit bent u zelf.", (await form.Submit(new() { ["Kind"] = "Sharing", ["Law"] = "Wmo", ["ToLaw"] = "Wmo", ["With"] = town.WijkteamOrganisation.ToString() })).Main);
        var kept = await refused.Submit(new() { ["Person"] = (await town.People(id))["Dirk Vos"].ToString(), ["Law"] = "Wmo", ["With"] = town.HealthOrganisation.ToString(), ["ToLaw"] = "Jeugdwet", ["Why"] = "Dan kan de school meedenken." });
        Assert.Contains("Mag Wijkteam Waterveen (Wmo) iets delen met Jeugdgezondheid Waterveen (Jeugdwet)?", kept.Main);
        Assert.Single(await app.Journal("consent.asked"));

        var home = await app.SignedIn(resident);
        Assert.Contains("Vindt u dit goed? Het inkomen", (await home.Get("/")).Main);
        var page = (await home.Get("/mijn/instemming")).ShouldBeOk();
        foreach (var told in (string[])["Zegt u nee, dan houdt u de hulp waar u recht op hebt.", "omdat het in de wet staat", "Dan kan de school meedenken."]) Assert.Contains(told, page.Main);
        var empty = await page.Submit(new() { ["Words"] = "Ik twijfel" });
        Assert.Contains("Kies ja of nee.", empty.Main);
        Assert.Contains("Ik twijfel", empty.Source);
        var no = await empty.Submit(new() { ["Agrees"] = "false" });
        Assert.Contains("nee", no.Main);
        Assert.Contains("nee", (await sanne.Get($"/huishoudens/{id}")).Text("main .sk-card:has(a[href$=instemming])"));
        // Two at once: the one with the old form is told.
        Assert.Contains("Iemand anders heeft dit net gewijzigd.", (await empty.Submit(new() { ["Agrees"] = "true" })).Main);
        var yes = await no.Submit(new() { ["Agrees"] = "true", ["Words"] = "Toch wel" });
        Assert.Contains("ja, di 24 nov 2026: “Toch wel”", yes.Main);
        Assert.Contains("Eerdere antwoorden", yes.Main);
        Assert.Contains("“Ik twijfel”", yes.Main);
        Assert.Single(await app.Journal("consent.refused"));
        Assert.Equal(resident.Account, Assert.Single(await app.Journal("consent.given")).Account);
        Assert.DoesNotContain("Vindt u dit goed?", (await home.Get("/")).Main);
    }

    [Fact]
    public async Task Who_cannot_sign_in_answers_aloud_and_another_law_reads_none_of_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        var request = await town.Consent(id, (await town.People(id))["Dirk Vos"]);
        var sanne = await app.SignedIn(town.Sanne);

        var page = await sanne.Get($"/huishoudens/{id}/instemming");
        var answered = await page.Submit(new() { ["Agrees"] = "true" });
        Assert.Contains("mondeling, opgeschreven door Sanne Bakker", answered.Main);
        var anouk = await app.SignedIn(town.Anouk);
        Assert.Contains("Nog niets gevraagd", (await anouk.Get($"/huishoudens/{id}/instemming")).ShouldBeOk().Main);
        foreach (var handler in (string[])["Answer", "End"])
            (await anouk.Post($"/huishoudens/{id}/instemming?handler={handler}", new() { ["request"] = request.ToString(), ["Agrees"] = "false", ["__RequestVerificationToken"] = Token(await anouk.Get("/account")) })).ShouldBe(HttpStatusCode.NotFound);
        foreach (var role in (Role[])[Role.Supporter, Role.PrivacyOfficer, Role.TeamMember]) (await (await app.SignedIn(town[role])).Get("/mijn/instemming")).ShouldBe(HttpStatusCode.Forbidden);

        var ended = await answered.Submit(button: "Vraag laten vervallen");
        Assert.Contains("niet meer nodig", ended.Main);
        Assert.Null(ended.Html.QuerySelector("form[action*=Answer]"));
        (await answered.Submit(new() { ["Agrees"] = "false" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_no_something_is_shared_only_on_a_ground_in_law_that_the_resident_reads()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        var resident = await town.Resident(id);
        var question = await town.Ask(id, "Te weinig geld");
        await town.Consent(id, (await town.People(id))["Dirk Vos"], toLaw: Law.Wgs);
        var home = await app.SignedIn(resident);
        await (await home.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "false", ["Words"] = "Liever niet" });
        var sanne = await app.SignedIn(town.Sanne);

        var form = await sanne.Get($"/huishoudens/{id}/delen/{question}");
        Assert.Contains("“Liever niet”", form.Main);
        var refused = await form.Submit(new() { ["With"] = "Wgs", ["Reason"] = "Er dreigt afsluiting van water." });
        Assert.Contains("De bewoner zei nee.", refused.Main);
        Assert.Contains("Er dreigt afsluiting van water.", refused.Source);
        Assert.Empty(await app.Journal("item.shared"));
        // Another law than the one that was asked about is free of it.
        (await form.Submit(new() { ["With"] = "Jeugdwet", ["Reason"] = "De school denkt mee." })).ShouldBeOk();
        Assert.Single(await app.Journal("item.shared"));
        form = await sanne.Get($"/huishoudens/{id}/delen/{question}");
        await form.Submit(new() { ["With"] = "Wgs", ["Ground"] = "VitalInterest", ["Reason"] = "Er dreigt afsluiting van water." });

        var own = await home.Get("/mijn/instemming");
        Assert.Contains("Toch gedeeld", own.Main);
        Assert.Contains("Iemands leven of veiligheid is in gevaar. Er dreigt afsluiting van water.", own.Main);
        Assert.Equal(2, (await app.Journal("item.shared")).Count);
    }

    [Fact]
    public async Task A_no_to_what_is_shared_already_stays_with_the_contact_person_until_it_is_not()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Support(id, town.Sanne);
        var home = await app.SignedIn(await town.Resident(id));
        var question = await town.Ask(id, "Te weinig geld");
        await town.Consent(id, (await town.People(id))["Dirk Vos"], toLaw: Law.Wgs);
        var sanne = await app.SignedIn(town.Sanne);
        await (await sanne.Get($"/huishoudens/{id}/delen/{question}")).Submit(new() { ["With"] = "Wgs", ["Reason"] = "Samen sneller." });
        const string Told = "Nee tegen delen: gezin aan het Molenpad";
        Assert.DoesNotContain(Told, (await sanne.Get("/")).Main);

        var answered = await (await home.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "false" });
        Assert.Contains(Told, (await sanne.Get("/")).Main);
        Assert.DoesNotContain(Told, (await (await app.SignedIn(town.Anouk)).Get("/")).Main);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await answered.Submit(new() { ["Agrees"] = "true" });
        Assert.DoesNotContain(Told, (await sanne.Get("/")).Main);
    }

    /// <summary>What a parent said for a child counts until that child is 16, on Mijn dag as everywhere.</summary>
    [Theory, BothDatabases]
    public async Task A_parents_no_for_who_is_sixteen_by_now_is_no_task_any_more(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1))]);
        var people = await town.People(id);
        await town.Authority(id, people["Dina Vos"], people["Noor Vos"]);
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Support(id, town.Sanne);
        var question = await town.Ask(id, "Te weinig geld");
        await town.Consent(id, people["Noor Vos"], toLaw: Law.Wgs);
        var (sanne, dina) = (await app.SignedIn(town.Sanne), await app.SignedIn(await town.Resident(id, named: "Dina Vos")));
        await (await sanne.Get($"/huishoudens/{id}/delen/{question}")).Submit(new() { ["With"] = "Wgs", ["Reason"] = "Samen sneller." });
        await (await dina.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "false" });
        Assert.Contains("Nee tegen delen", (await sanne.Get("/")).Main);

        app.Clock.Advance(TimeSpan.FromDays(3 * 365 + 1));
        Assert.DoesNotContain("Nee tegen delen", (await (await app.SignedIn(town.Sanne)).Get("/")).Main);
    }

    [Fact]
    public async Task What_someone_refused_themselves_no_one_turns_into_a_yes()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Hugo, laws: Law.Wmo);
        var (home, sanne, hugo) = (await app.SignedIn(await town.Resident(id)), await app.SignedIn(town.Sanne), await app.SignedIn(town.Hugo));
        await town.Consent(id, (await town.People(id))["Dirk Vos"], toLaw: Law.Jeugdwet);

        // Who would receive the data writes down no yes.
        Assert.Contains("Uw organisatie krijgt dan gegevens.", (await (await hugo.Get($"/huishoudens/{id}/instemming")).Submit(new() { ["Agrees"] = "true" })).Main);
        await (await home.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "false" });
        Assert.Contains("Hierop is zelf nee gezegd.", (await (await sanne.Get($"/huishoudens/{id}/instemming")).Submit(new() { ["Agrees"] = "true", ["Words"] = "Toch goed" })).Main);
        Assert.Empty(await app.Journal("consent.given"));
    }

    /// <summary>Under 12 a parent with authority answers for the child; what that one said stands as theirs.</summary>
    [Fact]
    public async Task What_a_parent_says_for_a_child_is_kept_and_shown_as_the_parents()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2020, 5, 3))]);
        var people = await town.People(id);
        await town.Consent(id, people["Sem Vos"]);
        var sanne = await app.SignedIn(town.Sanne);

        var page = (await sanne.Get($"/huishoudens/{id}/instemming")).ShouldBeOk();
        Assert.Contains("Leg eerst vast wie dat is", page.Main);
        Assert.NotEmpty((await page.Submit(new() { ["Agrees"] = "true" }, button: "Antwoord vastleggen")).Errors);
        Assert.Empty(await app.Journal("consent.given"));
        await town.Authority(id, people["Dina Vos"], people["Sem Vos"]);
        page = await sanne.Get($"/huishoudens/{id}/instemming");
        Assert.Contains("Namens Sem Vos antwoordt Dina Vos", page.Main);
        var kept = await page.Submit(new() { ["Agrees"] = "true" }, button: "Antwoord vastleggen");

        Assert.Contains("Dina Vos als ouder, mondeling, opgeschreven door Sanne Bakker", kept.ShouldBeOk().Main);
        await using var work = await app.Read(town.Sanne);
        Assert.Equal(people["Dina Vos"], work.Query<Samenkracht.Support.Consent.ConsentAnswer>().Single().ByPerson);
    }

    [Theory, BothDatabases]
    public async Task What_a_child_says_at_a_question_to_agree_its_parent_does_not_read(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1))]);
        var people = await town.People(id);
        await town.Authority(id, people["Dina Vos"], people["Noor Vos"]);
        await town.Consent(id, people["Noor Vos"]);
        var (dina, noor, sanne) = (await app.SignedIn(await town.Resident(id, named: "Dina Vos")), await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Noor Vos"), "Noor Vos")), await app.SignedIn(town.Sanne));

        await (await noor.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "true", ["Words"] = "Mama schreeuwt elke dag." });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await noor.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "false", ["Words"] = "Mama mag het niet weten." });
        await (await dina.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "true", ["Words"] = "Ik wil dit voor haar." });

        var (own, parent, circle) = ((await noor.Get("/mijn/instemming")).Source, (await dina.Get("/mijn/instemming")).Source, (await sanne.Get($"/huishoudens/{id}/instemming")).Source);
        foreach (var words in (string[])["Mama schreeuwt", "Mama mag het niet weten"])
            Assert.Equal((true, false, true), (own.Contains(words, StringComparison.Ordinal), parent.Contains(words, StringComparison.Ordinal), circle.Contains(words, StringComparison.Ordinal)));
        Assert.Equal((false, true, true), (own.Contains("Ik wil dit voor haar", StringComparison.Ordinal), parent.Contains("Ik wil dit voor haar", StringComparison.Ordinal), circle.Contains("Ik wil dit voor haar", StringComparison.Ordinal)));
        // That one of both said no, both read: it is what happens next.
        Assert.Contains("nee", parent);
        Assert.DoesNotContain("Mama", (await dina.Get("/mijn")).Source);
        // What colleagues look at first says the same, whoever answered last.
        Assert.Equal("nee", Panel(await sanne.Get($"/huishoudens/{id}")));

        // From 16 it is hers alone: what her parent says counts no more.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await noor.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "true" });
        await (await dina.Get("/mijn/instemming")).Submit(new() { ["Agrees"] = "false" });
        Assert.Equal("nee", Panel(await sanne.Get($"/huishoudens/{id}")));
        app.Clock.Advance(TimeSpan.FromDays(3 * 365 + 1));
        sanne = await app.SignedIn(town.Sanne);
        Assert.Equal("ja", Panel(await sanne.Get($"/huishoudens/{id}")));
    }

    private static string Panel(Page page)
    {
        var card = page.ShouldBeOk().Html.QuerySelectorAll(".sk-card").Single(c => c.TextContent.Contains("Vindt de bewoner dit goed?", StringComparison.Ordinal));
        return Assert.Single(card.QuerySelectorAll("*").Select(e => e.TextContent.Trim()).Where(text => text is "ja" or "nee" or "nog geen antwoord").Distinct());
    }

    private static string Token(Page page) => page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
