using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

public class EmergencyAccessTests
{
    private const string Reason = "De buurvrouw belt: het kind staat alleen op straat.";

    [Fact]
    public async Task With_a_reason_one_reads_for_a_day_what_the_circle_sees_and_changes_nothing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "Te weinig geld", Law.Jeugdwet);
        await town.Ask(id, "Alleen van mij", audience: Audience.Author);
        await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded);
        await town.Plan(id);
        var browser = await app.SignedIn(town.Anouk);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/noodtoegang/{id}")).Status);

        var form = (await browser.Get("/noodtoegang")).ShouldBeOk();
        var refused = await form.Submit(new() { ["Tekst"] = "Dirk Vos", ["Reason"] = "haast" });
        Assert.Contains("Schrijf in een of twee zinnen waarom u nu moet kijken.", refused.Main);
        Assert.Equal("Dirk Vos", refused.Html.QuerySelector("main input[name=Tekst]")!.GetAttribute("value"));
        var page = (await refused.Submit(new() { ["Reason"] = Reason })).ShouldBeOk();

        Assert.Equal($"/noodtoegang/{id}", page.Url);
        // Sent twice: the one that there is.
        Assert.Equal(page.Url, (await refused.Submit(new() { ["Reason"] = Reason })).Url);
        foreach (var seen in (string[])["Dirk Vos", "Te weinig geld", "Doel 1", "Afspraak 1.1", "Sanne Bakker", "0350 100 201", "Molenpad 3"]) Assert.Contains(seen, page.Main);
        foreach (var unseen in (string[])["Alleen van mij", "niet veilig"]) Assert.DoesNotContain(unseen, page.Main);
        // To look, not to change: every other page stays shut.
        foreach (var shut in (string[])["", "/kring", "/mensen", "/gegevens", "/inzage", "/vraag", "/doel"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/huishoudens/{id}{shut}")).Status);
        Assert.DoesNotContain("Molenpad", (await browser.Get("/huishoudens")).Main);
        var line = Assert.Single(await app.Journal("emergency.opened"));
        Assert.Equal((town.Anouk.Account, id), (line.Account, line.Household));
        Assert.Contains(await app.Looks(id), look => look.Purpose == Purpose.Emergency && look.Account == town.Anouk.Account && look.What == "Noodtoegang");

        app.Clock.Advance(TimeSpan.FromHours(24));
        var over = (await (await app.SignedIn(town.Anouk)).Get($"/noodtoegang/{id}")).ShouldBeOk().Main;
        Assert.Contains("Uw noodtoegang is voorbij", over);
        Assert.DoesNotContain("Molenpad", over);
    }

    [Fact]
    public async Task Why_is_for_who_works_here_and_nobody_at_home_reads_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Bart Vos", Relation.ParentElsewhere)]);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        var readers = (TestBrowser[])[await app.SignedIn(await town.Resident(id, named: "Dirk Vos")), await app.SignedIn(town[Role.Supporter])];
        var elsewhere = await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Bart Vos"), "Bart Vos"));
        await Take(app, town.Anouk);
        var list = await (await app.SignedIn(town[Role.PrivacyOfficer])).Get("/noodtoegang/beoordelen");
        (await list.Submit(new() { ["Words"] = "De buurvrouw belde terecht.", ["Justified"] = "true" })).ShouldBeOk();

        foreach (var reader in readers)
        {
            var page = (await reader.Get("/mijn")).ShouldBeOk().Main;
            Assert.Contains("Noodtoegang gebruikt", page);
            Assert.DoesNotContain("buurvrouw", page);
        }
        // That something was urgent there is not for who lives elsewhere (ADR 0112).
        foreach (var url in (string[])["/mijn", "/mijn/kopie"]) Assert.DoesNotMatch("Noodtoegang gebruikt|was nodig|buurvrouw", (await elsewhere.Get(url)).ShouldBeOk().Main);
        var copy = (await readers[0].Get("/mijn/kopie")).ShouldBeOk().Main;
        Assert.Contains("was nodig", copy);
        Assert.DoesNotContain("buurvrouw", copy);
    }

    [Fact]
    public async Task The_contact_person_the_resident_and_the_privacy_officer_learn_of_it_at_once_and_she_judges()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        await Take(app, town.Anouk);

        Assert.Contains("Noodtoegang bij gezin aan het Molenpad", (await (await app.SignedIn(town.Sanne)).Get("/")).Main);
        Assert.Contains("Noodtoegang", (await (await app.SignedIn(resident)).Get("/mijn/inzage")).ShouldBeOk().Main);
        Assert.Contains($"Noodtoegang gebruikt: {Reason}", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main);
        var officer = await app.SignedIn(town[Role.PrivacyOfficer]);
        Assert.Contains("Noodtoegang beoordelen", (await officer.Get("/")).Main);
        var list = (await officer.Get("/noodtoegang/beoordelen")).ShouldBeOk();
        foreach (var seen in (string[])["Anouk Kuiper", Reason, "1 keer een pagina", "Sanne Bakker"]) Assert.Contains(seen, list.Main);
        // Logs, not contents.
        foreach (var unseen in (string[])["Molenpad", "Dirk Vos"]) Assert.DoesNotContain(unseen, list.Main);

        var supervisor = (await (await app.SignedIn(town[Role.DataProtectionOfficer])).Get("/noodtoegang/beoordelen")).ShouldBeOk();
        Assert.Contains(Reason, supervisor.Main);
        Assert.Null(supervisor.Html.QuerySelector("main form"));

        app.Clock.Advance(TimeSpan.FromDays(30));
        officer = await app.SignedIn(town[Role.PrivacyOfficer]);
        list = await officer.Get("/noodtoegang/beoordelen");
        Assert.Contains("nog niet beoordeeld", list.Main);
        var empty = await list.Submit(new() { ["Words"] = "Het kind was alleen." });
        Assert.Contains("Kies of het nodig was.", empty.Main);
        Assert.Contains("Het kind was alleen.", empty.Main);
        var judged = await empty.Submit(new() { ["Justified"] = "true" });
        Assert.Contains("was nodig", judged.Main);
        Assert.Null(judged.Html.QuerySelector("main form"));
        Assert.Equal(town[Role.PrivacyOfficer].Account, Assert.Single(await app.Journal("emergency.judged")).Account);
        Assert.DoesNotContain("Noodtoegang beoordelen", (await officer.Get("/")).Main);
    }

    [Fact]
    public async Task A_hidden_household_answers_as_one_that_is_not_there_with_the_number_of_the_attention_officer()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var shielded = await town.Household("vrouw", new Address("Haverweg", "8", null, null, null), safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var browser = await app.SignedIn(town.Anouk);
        var form = await browser.Get("/noodtoegang");

        var hidden = await form.Submit(new() { ["Tekst"] = "Mina Blom", ["Reason"] = Reason });
        var unknown = await form.Submit(new() { ["Tekst"] = "Nina Blom", ["Reason"] = Reason });

        Assert.Contains("0350 100 999", hidden.Main);
        Assert.Equal(unknown.Main.Replace("Nina", "Mina"), hidden.Main);
        Assert.Empty(await app.Looks(shielded));
        Assert.Empty(await app.Journal("emergency.opened"));
        // Shielded after it was taken: it shuts at once.
        var open = await town.Household("man", new Address("Sluis", "1", null, null, null), people: [new NewPerson("Wim Bos")]);
        (await form.Submit(new() { ["Tekst"] = "Wim Bos", ["Reason"] = Reason })).ShouldBeOk();
        var sanne = await app.SignedIn(town.Sanne);
        await (await sanne.Get($"/huishoudens/{open}/gegevens")).Submit(form: "form[action*=Shield]");
        // In words, and to the letter the same as when its time is over.
        var shut = (await browser.Get($"/noodtoegang/{open}")).ShouldBeOk().Main;
        Assert.Contains("0350 100 999", shut);
        await town.Household("buur", new Address("Dijk", "1", null, null, null), people: [new NewPerson("Wim Bol")]);
        (await form.Submit(new() { ["Tekst"] = "Wim Bol", ["Reason"] = Reason })).ShouldBeOk();
        var other = (await app.Journal("emergency.opened"))[^1].Household;
        app.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(shut, (await (await app.SignedIn(town.Anouk)).Get($"/noodtoegang/{other}")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(town[Role.TeamLead])).Get($"/noodtoegang/{open}")).Status);
    }

    [Fact]
    public async Task Of_two_with_the_same_name_one_must_know_more_and_who_is_in_the_circle_needs_none()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var other = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2014, 4, 2))]);
        var own = await town.Household("man", new Address("Sluis", "8", "1234 ZZ", null, null), by: town.Anouk, people: [new NewPerson("Dirk Vos")]);
        await town.Household("man", new Address("Haverweg", "8", null, null, null), safety: SafetyMark.Shielded, people: [new NewPerson("Dirk Vos")]);
        var browser = await app.SignedIn(town.Anouk);

        var choose = await (await browser.Get("/noodtoegang")).Submit(new() { ["Tekst"] = "Dirk Vos", ["Reason"] = Reason });
        Assert.Contains("Er zijn er meer.", choose.Main);
        foreach (var unseen in (string[])["Sanne Bakker", "Noor", "Sluis"]) Assert.DoesNotContain(unseen, choose.Main);
        // Wrong, hidden and unknown answer alike.
        var answers = new List<string>();
        foreach (var exact in (string[])["Sluis 9", "Haverweg 8", "3-4-2014"])
            answers.Add((await choose.Submit(new() { ["Exact"] = exact })).ShouldBeOk().Main);
        Assert.Contains("Niets gevonden", Assert.Single(answers.Distinct()));
        Assert.Empty(await app.Journal("emergency.opened"));
        Assert.Equal($"/noodtoegang/{other}", (await choose.Submit(new() { ["Exact"] = "2 april 2014" })).Url);
        var opened = await choose.Submit(new() { ["Exact"] = "1234zz 8" });

        Assert.Equal($"/huishoudens/{own}", opened.Url);
        Assert.Single(await app.Journal("emergency.opened"));
    }

    [Theory, BothDatabases]
    public async Task It_opens_one_household_for_one_account(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (id, other) = (await town.Household(), await town.Household("man", Address.Unknown));
        await town.Ask(id, "vraag");
        await using (var work = await database.Begin(town.Anouk))
        {
            var because = work.Because(Samenkracht.Residents.ResidentEvents.EmergencyOpened);
            work.Add(EmergencyAccess.Take(id, Reason, because));
            await work.Note(because, id.Value, id);
            await work.Commit();
        }

        Assert.Equal((1, 1), await Sees(database, town.Anouk.InEmergency(id)));
        Assert.Equal((0, 0), await Sees(database, town.Anouk.InEmergency(other)));
        Assert.Equal((0, 0), await Sees(database, town.Anouk));
        Assert.Equal((0, 0), await Sees(database, town.Hugo.InEmergency(id)));
        database.Clock.Advance(EmergencyAccess.Lasts);
        Assert.Equal((0, 0), await Sees(database, town.Anouk.InEmergency(id)));
    }

    private static async Task<(int Households, int Questions)> Sees(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return (await work.Households.CountAsync(), await work.Questions.CountAsync());
    }

    private static async Task Take(WebApp app, Actor who) =>
        (await (await (await app.SignedIn(who)).Get("/noodtoegang")).Submit(new() { ["Tekst"] = "Dirk Vos", ["Reason"] = Reason })).ShouldBeOk();
}
