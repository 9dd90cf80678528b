using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>Who lies in the safety compartment takes along what is about them, what they did, and who stands beside them; and it opens to nobody who just adds to it.</summary>
public class HiddenPersonTests
{
    [Theory, BothDatabases]
    public async Task Who_adds_something_shielded_reads_what_they_wrote_and_nothing_that_was_there(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Ask(id, "Hij staat elke avond voor de deur", safety: SafetyMark.Shielded);
        var anouk = await app.SignedIn(town.Anouk);

        (await (await anouk.Get($"/huishoudens/{id}/vraag")).Submit(new() { ["Input.Text"] = "Zij durft niet naar buiten", ["Input.Theme"] = "Money", ["Input.Shielded"] = "true" })).ShouldBeOk();

        var page = (await anouk.Get($"/huishoudens/{id}")).Main;
        Assert.Contains("Zij durft niet naar buiten", page);
        foreach (var others in (string[])["voor de deur", "alleen in een gesprek"]) Assert.DoesNotContain(others, page, StringComparison.OrdinalIgnoreCase);
        // Who put the first there was named for it, and that is written down.
        Assert.Equal(town.Sanne.Account, Assert.Single(await app.Journal("circle.named-for-safety")).Account);
        foreach (var guard in (Actor[])[town.Sanne, town[Role.AttentionOfficer]])
            foreach (var text in (string[])["voor de deur", "naar buiten"]) Assert.Contains(text, (await (await app.SignedIn(guard)).Get($"/huishoudens/{id}")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_was_not_named_hides_a_goal_a_conversation_and_a_letter_where_something_is_hidden_and_reads_them_back(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Plan(id);
        await town.Ask(id, "Hij staat elke avond voor de deur", safety: SafetyMark.Shielded);
        var anouk = await app.SignedIn(town.Anouk);
        Task<Page> Form(string page) => anouk.Get($"/huishoudens/{id}/{page}");

        (await (await Form("doel")).Submit(new() { ["Input.Text"] = "Een veilig huis", ["Input.Law"] = "Wmo", ["Input.Shielded"] = "true" })).ShouldBeOk();
        (await (await Form("gesprekken")).Submit(new() { ["Input.Text"] = "Zij is bang", ["Input.Law"] = "Wmo", ["Input.Readers"] = "Professionals", ["Input.Shielded"] = "true" })).ShouldBeOk();
        (await (await Form("brief")).Submit(new() { ["Input.Subject"] = "Over de opvang", ["Input.Text"] = "Er is plaats.", ["Input.Law"] = "Wmo", ["Input.Shielded"] = "true" }, button: "Versturen")).ShouldBeOk();

        foreach (var (page, text) in ((string, string)[])[("", "Een veilig huis"), ("gesprekken", "Zij is bang"), ("brieven", "Over de opvang")])
        {
            Assert.Contains(text, (await Form(page)).ShouldBeOk().Main);
            Assert.Contains(text, (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/{page}")).ShouldBeOk().Main);
        }
        Assert.DoesNotContain("voor de deur", (await Form("")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_freezes_again_does_not_read_who_froze_before_and_why(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1))]);
        await town.Join(id, town.Hugo, laws: Law.Jeugdwet);
        async Task<Page> Freeze(Actor who, string why) =>
            (await (await (await app.SignedIn(who)).Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Ground"] = "Suspicion", ["Reason"] = why }, form: "form[action*=Freeze]")).ShouldBeOk();
        await Freeze(town.Sanne, "De school zag blauwe plekken.");

        Assert.DoesNotContain("blauwe plekken", (await Freeze(town.Hugo, "Ruzie over de omgang")).Main);
    }

    /// <summary>A page that breaks would lose the freeze, and tell that something is hidden.</summary>
    [Theory, BothDatabases]
    public async Task Who_was_not_named_freezes_and_shields_where_something_is_hidden_as_where_nothing_is(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var answers = new List<string>();
        foreach (var hides in (bool[])[true, false])
        {
            var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Mina Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1))]);
            await town.Join(id, town.Hugo, laws: Law.Jeugdwet);
            var people = await town.People(id);
            await town.Authority(id, people["Dina Vos"], people["Sem Vos"]);
            await town.Ask(id, "Sem slaapt slecht", Law.Jeugdwet, about: people["Sem Vos"]);
            if (hides) await town.Ask(id, "Hij staat voor de deur", safety: SafetyMark.Shielded);
            var (hugo, dina) = (await app.SignedIn(town.Hugo), await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Dina Vos"), "Dina Vos")));
            Assert.Contains("Sem slaapt slecht", (await dina.Get("/mijn")).Main);

            var frozen = (await (await hugo.Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Ground"] = "Suspicion", ["Reason"] = "Er waren blauwe plekken" }, form: "form[action*=Freeze]")).ShouldBeOk();
            var shielded = (await (await (await hugo.Get($"/huishoudens/{id}/mensen")).Follow("Mina Vos")).Submit(form: "form[action*=Shield]")).ShouldBeOk();

            answers.Add($"{frozen.Text(".sk-notice")} {shielded.Text(".sk-notice")}");
            Assert.DoesNotContain("Sem slaapt slecht", (await dina.Get("/mijn")).ShouldBeOk().Main);
            Assert.DoesNotContain("Mina Vos", (await dina.Get("/mijn")).Main);
            // Who hid the first thing reads it all; who comes later, nothing of it.
            Assert.Equal((!hides, !hides), (frozen.Main.Contains("blauwe plekken", StringComparison.Ordinal), shielded.Main.Contains("Mina Vos", StringComparison.Ordinal)));
            Assert.Contains("blauwe plekken", (await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/huishoudens/{id}/gezag")).Main);
        }
        Assert.Single(answers.Distinct());
        Assert.Contains("Ouders kijken niet meer mee", answers[0]);
        Assert.Contains("Deze persoon is afgeschermd", answers[0]);
        Assert.Equal((2, 2), ((await app.Journal("parents.frozen")).Count, (await app.Journal("person.shielded")).Count));
    }

    [Theory, BothDatabases]
    public async Task What_is_about_a_hidden_child_is_for_no_parent_no_unnamed_member_and_no_emergency(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1)), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2009, 5, 1))]);
        await town.Join(id, town.Hugo, laws: Law.Jeugdwet);
        var people = await town.People(id);
        foreach (var child in (string[])["Sem Vos", "Noor Vos"])
        {
            await town.Authority(id, people["Dina Vos"], people[child]);
            await town.Ask(id, $"{child[..4].Trim()} zoekt een veilige school", Law.Jeugdwet, about: people[child]);
            await town.Letter(id, people[child], $"Brief voor {child[..4].Trim()}", law: Law.Jeugdwet);
        }
        var (sanne, hugo, dina) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Hugo), await app.SignedIn(await town.Resident(id, named: "Dina Vos")));
        Assert.Contains("Sem zoekt", (await dina.Get("/mijn")).Main);
        Assert.DoesNotContain("Noor zoekt", (await dina.Get("/mijn")).Main);

        foreach (var child in (string[])["Sem Vos", "Noor Vos"]) await (await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow(child)).Submit(form: "form[action*=Shield]");

        var looked = await (await (await app.SignedIn(town.Anouk)).Get("/noodtoegang")).Submit(new() { ["Tekst"] = "Dina Vos", ["Reason"] = "Het kan niet wachten." });
        foreach (var page in (string[])[(await dina.Get("/mijn")).Main, (await dina.Get("/mijn/brieven")).Main, (await hugo.Get($"/huishoudens/{id}")).Main, (await hugo.Get($"/huishoudens/{id}/brieven")).Main,
            (await hugo.Get($"/huishoudens/{id}/mensen")).Main, looked.ShouldBeOk().Main])
            foreach (var word in (string[])["veilige school", "Brief voor", "Sem", "Noor"]) Assert.DoesNotContain(word, page);
        // Who was named still works with it, and the attention officer does.
        foreach (var guard in (TestBrowser[])[sanne, await app.SignedIn(town[Role.AttentionOfficer])]) Assert.Contains("Sem zoekt", (await guard.Get($"/huishoudens/{id}")).Main);
    }

    [Theory, BothDatabases]
    public async Task The_own_login_of_who_is_hidden_opens_nothing_nor_does_that_of_who_stands_beside_them(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        await town.Plan(id);
        await town.Join(id, town.Hugo);
        var mina = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Mina Blom"), "Mina Blom"));
        var (dirk, supporter, sanne) = (await app.SignedIn(await town.Resident(id, named: "Dirk Vos")), await app.SignedIn(town[Role.Supporter]), await app.SignedIn(town.Sanne));
        var made = await (await mina.Get("/mijn/naast-mij")).Submit(
            new() { ["Input.Name"] = "iemand", ["Input.Kind"] = "Family", ["Input.Parts"] = "Plan", ["Input.Last"] = "2026-12-24" }, form: "form:has(input[name='Input.Name'])");
        await (await supporter.Get("/uitnodiging")).Submit(new() { ["Code"] = made.Html.QuerySelector(".sk-code")!.TextContent });
        await (await mina.Get("/mijn")).Submit(button: "Ja, ik keur het plan goed", form: "form[action*=Approve]");
        Assert.Contains("Doel 1", (await supporter.Get("/mijn")).Main);

        await (await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow("Mina Blom")).Submit(form: "form[action*=Shield]");

        foreach (var (closed, words) in ((TestBrowser, string)[])[(mina, "Hier staat nog niets"), (supporter, "U kijkt nu met niemand mee")]) Assert.Contains(words, (await closed.Get("/mijn")).Main);
        var hugo = await app.SignedIn(town.Hugo);
        foreach (var (browser, url) in (IEnumerable<(TestBrowser, string)>)[(dirk, "/mijn"), (hugo, $"/huishoudens/{id}"), (hugo, $"/huishoudens/{id}/kring")])
            foreach (var word in (string[])["Mina Blom", "naast een bewoner"]) Assert.DoesNotContain(word, (await browser.Get(url)).ShouldBeOk().Main);

        // Nor does a question that forgets it: the scope, and on PostgreSQL the database.
        foreach (var (who, reads) in (IEnumerable<(Actor, int)>)[(town.Hugo, 0), (town[Role.Resident], 0), (town.Sanne, 1), (town[Role.AttentionOfficer], 1)])
        {
            await using var work = await app.Begin(who);
            Assert.Equal(reads, await work.Query<CircleMember>().CountAsync(m => m.Beside != null));
            if (engine == Engine.Postgres) Assert.Equal(reads, await work.Context.Set<CircleMember>().CountAsync(m => m.Beside != null));
        }
    }

    [Theory, BothDatabases]
    public async Task That_somebody_hidden_looked_or_who_stands_beside_them_only_who_was_named_reads(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        await town.Join(id, town.Anouk);
        var mina = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Mina Blom"), "Mina Blom"));
        var dirk = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Dirk Vos"), "Dirk Vos"));
        foreach (var home in (TestBrowser[])[mina, dirk]) (await home.Get("/mijn")).ShouldBeOk();
        var anouk = await app.SignedIn(town.Anouk);
        Assert.Contains("Mina Blom", (await anouk.Get($"/huishoudens/{id}/inzage")).Main);

        await (await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/mensen")).Follow("Mina Blom")).Submit(form: "form[action*=Shield]");

        var page = (await anouk.Get($"/huishoudens/{id}/inzage")).ShouldBeOk();
        Assert.DoesNotContain("Mina Blom", page.Source);
        Assert.Contains("Dirk Vos", page.Main);
        // Neither as a gap: what is counted is what is shown.
        Assert.Equal($"{page.Html.QuerySelectorAll("tbody tr").Length} keer", page.Text("main .sk-card h2"));
        Assert.Contains("Mina Blom", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/inzage")).Main);
    }

    [Theory, BothDatabases]
    public async Task A_child_that_turns_out_to_be_younger_than_twelve_has_no_door(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Sem Vos", Relation.Child, new DateOnly(2012, 5, 1))]);
        await town.Ask(id, "Sem wil naar voetbal", Law.Jeugdwet, about: (await town.People(id))["Sem Vos"]);
        var (sem, sanne) = (await app.SignedIn(await town.Resident(id)), await app.SignedIn(town.Sanne));
        Assert.Contains("Sem wil naar voetbal", (await sem.Get("/mijn")).Main);

        (await (await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow("Sem Vos")).Submit(new() { ["Input.BirthDate"] = "2018-05-01" }, button: "Bewaren")).ShouldBeOk();

        Assert.DoesNotContain("voetbal", (await sem.Get("/mijn")).Main);
    }

    /// <summary>Whom one asked to stand beside oneself, nobody else at home reads: a parent who lives elsewhere least of all.</summary>
    [Theory, BothDatabases]
    public async Task Who_stands_beside_one_is_shown_to_nobody_else_at_home(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Bart Vos", Relation.ParentElsewhere)]);
        var dina = await app.SignedIn(await town.Resident(id, named: "Dina Vos"));
        var bart = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Bart Vos"), "Bart Vos"));
        var supporter = await app.SignedIn(town[Role.Supporter]);
        var made = await (await dina.Get("/mijn/naast-mij")).Submit(
            new() { ["Input.Name"] = "iemand", ["Input.Kind"] = "Family", ["Input.Parts"] = "Plan", ["Input.Last"] = "2026-12-24" }, form: "form:has(input[name='Input.Name'])");
        await (await supporter.Get("/uitnodiging")).Submit(new() { ["Code"] = made.Html.QuerySelector(".sk-code")!.TextContent });

        foreach (var url in (string[])["/mijn", "/mijn/inzage", "/mijn/kopie"])
            foreach (var word in (string[])["Supporter Voorbeeld", "om mee te kijken"]) Assert.DoesNotContain(word, (await bart.Get(url)).ShouldBeOk().Main);
        Assert.Contains("Supporter Voorbeeld", (await dina.Get("/mijn")).Main);
        Assert.Contains("Supporter Voorbeeld", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring")).Main);
    }

    /// <summary>What one is to the others at home does not make one grown.</summary>
    [Theory, BothDatabases]
    public async Task A_niece_of_thirteen_is_a_child_here_as_well(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Lot Vos", Relation.Relative, new DateOnly(2013, 5, 1))]);
        await town.Join(id, town.Hugo, laws: Law.Jeugdwet);
        await town.Ask(id, "De schulden van Dirk");
        await town.Talk(id, "Lot vertelt iets", about: (await town.People(id))["Lot Vos"]);

        Assert.DoesNotContain("De schulden van Dirk", (await (await app.SignedIn(await town.Resident(id, named: "Lot Vos"))).Get("/mijn")).ShouldBeOk().Main);
        Assert.DoesNotContain("Lot vertelt iets", (await (await app.SignedIn(town.Hugo)).Get($"/huishoudens/{id}/gesprekken")).ShouldBeOk().Main);
    }
}
