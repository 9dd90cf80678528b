using System.Net;
using System.Text.Json;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Signals;
using Samenkracht.Support;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Records;

public class CopyPageTests
{
    private const string LeftOut = "Gegevens van anderen staan niet in een kopie.";

    // Of others, of whoever reported, for oneself alone, or hidden: in nobody's copy.
    private static readonly string[] Secrets = ["Noor", "Zusje", "Geheim", "Golf", "0612345678", "buurman", "Eigen notitie", "Onveilig", "Sluip"];

    [Fact]
    public async Task A_resident_takes_home_everything_about_themselves_and_nothing_of_others_or_hidden()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (id, dirk) = await Planted(app, town);
        var browser = await app.SignedIn(await SignsIn(app, town, id, dirk));
        Assert.EndsWith("/mijn/kopie", (await (await browser.Get("/mijn")).Follow("Kopie van mijn gegevens")).Url);

        var page = (await browser.Get("/mijn/kopie")).ShouldBeOk();
        var json = (await page.Submit(button: "Bewaar voor een ander systeem (JSON)", form: "main form[action*=Json]")).ShouldBeOk();
        var paper = (await page.Submit(button: "Bewaar om te lezen of te printen", form: "main form[action*=File]")).ShouldBeOk();

        foreach (var copy in (string[])[page.Main, json.Source, WebUtility.HtmlDecode(paper.Source)])
        {
            foreach (var own in (string[])["Dirk Vos", "Molenpad 3", "Te weinig geld voor [naam]", "Weer rondkomen", "Naar de bank", "Sanne Bakker", "Huishouden", LeftOut])
                Assert.Contains(own, copy);
            foreach (var secret in (string[])[.. Secrets, "Onder professionals", "gezin aan het Molenpad"]) Assert.DoesNotContain(secret, copy, StringComparison.OrdinalIgnoreCase);
        }
        Shape(json.Source, page);
        Assert.Equal("application/json", json.Response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Dirk", json.Response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(2, (await app.Journal("copy.made")).Count(line => line.Household == id && line.Subject == dirk.Value));
        Assert.Contains(await app.Looks(id), look => look.What == "Kopie van gegevens" && look.Role == Role.Resident);
    }

    [Fact]
    public async Task The_contact_person_gives_the_rest_for_the_laws_that_they_work_for_and_nobody_else_does()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (id, dirk) = await Planted(app, town);
        await town.Join(id, town.Anouk);
        await town.Join(id, town.Hugo);
        await town.Support(id);
        var url = $"/huishoudens/{id}/kopie";
        var hidden = await town.Household("vrouw aan de Haverweg", Address.Unknown, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);

        Assert.StartsWith("/aanmelden", (await app.Visitor().Get(url)).Url);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(town[Role.PolicyOfficer])).Get(url)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(town[Role.Supporter])).Get("/mijn/kopie")).Status);
        // Outside the circle, and in it without being the one who answers.
        foreach (var other in (Actor[])[town[Role.TeamMember], town.Hugo]) Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(other)).Get($"{url}?voor={dirk}")).Status);
        Assert.DoesNotContain(await app.Looks(id), look => look.What.StartsWith("Kopie", StringComparison.Ordinal));

        var browser = await app.SignedIn(town.Sanne);
        var people = await browser.Get(url);
        Assert.DoesNotContain("Golf", people.Main);
        var page = await people.Follow("Dirk Vos");
        var json = (await page.Submit(button: "Bewaar als JSON", form: "main form[action*=Json]")).ShouldBeOk();

        foreach (var given in (string[])["Dirk Vos", "Onder professionals", "Te weinig geld voor [naam]", LeftOut]) Assert.Contains(given, json.Source);
        foreach (var secret in Secrets) Assert.DoesNotContain(secret, json.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("uzelf", json.Source);
        // Nobody of another household, nobody hidden, and of a shielded household nothing.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{url}?voor={Id.New<PersonId>()}")).Status);
        Assert.Contains("maakt het systeem geen kopie", (await browser.Get($"/huishoudens/{hidden}/kopie")).Main);
        Assert.Equal(town.Sanne.Account, Assert.Single(await app.Journal("copy.made")).Account);
    }

    [Fact]
    public async Task A_copy_for_a_parent_holds_no_more_than_their_own_door_whoever_makes_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household("gezin aan de Korenbloemlaan", new Address("Korenbloemlaan", "77", "1234 AB", "Waterveen", null), people:
            [new NewPerson("Bart Vos", Relation.ParentElsewhere), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1))]);
        await town.Join(id, town.Anouk);
        await town.Support(id);
        var question = await town.Ask(id, "Over het gezin", Law.Wmo);
        await town.Ask(id, "Over Bart zelf", Law.Wmo, about: (await town.People(id))["Bart Vos"]);
        await town.Ask(id, "Over de kinderen samen", Law.Jeugdwet);
        // What was reported and nobody told yet, also when the reporter says that they know.
        var given = await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern("Vader schreeuwt op straat") with { Told = Samenkracht.Signals.Contract.Told.Yes }, contact: "0612345678");
        await SignalTestData.Assess(app.Storage, town.Sanne, given.Id, Decision.AsQuestion(id, question), Law.Wmo);

        var people = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kopie");
        var copy = (await people.Follow("Bart Vos")).ShouldBeOk().Main;

        Assert.Contains("Over Bart zelf", copy);
        foreach (var secret in (string[])["Over het gezin", "Over de kinderen samen", "schreeuwt"]) Assert.DoesNotContain(secret, copy);
        Assert.DoesNotContain("Korenbloemlaan", copy[copy.IndexOf("Wie u bent", StringComparison.Ordinal)..], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Under another law it is for who works under that law; and what one reports is between oneself and who weighs it.</summary>
    [Theory, BothDatabases]
    public async Task What_was_told_under_another_law_or_given_by_oneself_is_not_in_the_copy_that_the_contact_person_makes(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var home = await town.Household(by: town.Anouk, people: [new NewPerson("Dina Vos")], laws: Law.Wmo);
        await town.Join(home, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        await town.Support(home, coordinator: town.Anouk, deputy: town.Hugo);
        var (dina, resident) = ((await town.People(home))["Dina Vos"], await town.Resident(home, named: "Dina Vos"));
        foreach (var (law, teller, words) in ((Law, Actor, string)[])[(Law.Jeugdwet, town.Hugo, "School belde over de kinderen."), (Law.Wmo, town.Anouk, "Er is gemeld dat u weinig buiten komt.")])
        {
            var given = await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern());
            var question = await town.Ask(home, "Wat is er nodig?", law, Audience.Professionals, by: teller);
            await SignalTestData.Assess(app.Storage, town.Sanne, given.Id, Decision.AsQuestion(home, question), law);
            await SignalTestData.Tell(app.Storage, teller, given.Id, dina, words);
        }
        await SignalTestData.Give(app.Storage, resident, SignalTestData.Concern("Mijn ex drinkt weer."));
        const string Elsewhere = "Wat u zelf meldde met uw account staat alleen in de kopie die u zelf maakt";

        var page = (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{home}/kopie?voor={dina}")).ShouldBeOk();
        var json = (await page.Submit(button: "Bewaar als JSON", form: "main form[action*=Json]")).ShouldBeOk();
        var own = (await (await app.SignedIn(resident)).Get("/mijn/kopie")).ShouldBeOk().Main;

        foreach (var copy in (string[])[page.Main, json.Source])
        {
            foreach (var given in (string[])["weinig buiten komt", "voor de wetten waar deze kopie over gaat", Elsewhere]) Assert.Contains(given, copy);
            foreach (var secret in (string[])["School belde", "Mijn ex drinkt", "Wat u zelf doorgaf"]) Assert.DoesNotContain(secret, copy);
        }
        Assert.Contains("Voor andere wetten geeft wie daarvoor in de kring zit een kopie.", page.Main);
        foreach (var hers in (string[])["School belde", "weinig buiten komt", "Mijn ex drinkt", Elsewhere]) Assert.Contains(hers, own);
    }

    private static async Task<Actor> SignsIn(WebApp app, Town town, HouseholdId household, PersonId person)
    {
        await using var work = await app.Begin(Actor.System);
        work.Add(new ResidentAccount { Account = town[Role.Resident].Account!.Value, Person = person });
        await work.Note(work.Because(ResidentEvents.AccountLinked), person.Value, household);
        await work.Commit();
        return town[Role.Resident];
    }

    // The same parts with the same titles as on the page, in the form of docs/kopie.schema.json.
    private static void Shape(string json, Page page)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "kopie.schema.json")));
        var copy = JsonDocument.Parse(json).RootElement;
        Assert.Equal(schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(), copy.EnumerateObject().Select(p => p.Name).Order());
        var part = schema.RootElement.GetProperty("properties").GetProperty("onderdelen").GetProperty("items").GetProperty("properties").EnumerateObject().Select(p => p.Name).Order().ToList();
        Assert.All(copy.GetProperty("onderdelen").EnumerateArray(), p => Assert.Equal(part, p.EnumerateObject().Select(v => v.Name).Order()));
        foreach (var title in copy.GetProperty("onderdelen").EnumerateArray().Select(p => p.GetProperty("titel").GetString()!)) Assert.Contains(title, page.Main);
    }

    private static async Task<(HouseholdId, PersonId)> Planted(WebApp app, Town town)
    {
        var id = await town.Household(people: [new NewPerson("Dirk Vos", Phone: "0350 111 222"), new NewPerson("Noor Geheim")]);
        var question = await town.Ask(id, "Te weinig geld voor Noor");
        await town.Ask(id, "Eigen notitie", audience: Audience.Author);
        await town.Ask(id, "Onveilig thuis", safety: SafetyMark.Shielded);
        await town.Ask(id, "Golf slaat", audience: Audience.Circle);
        await town.Ask(id, "Onder professionals", audience: Audience.Professionals);
        await using (var work = await app.Begin(town.Sanne))
        {
            var because = work.Because(SupportEvents.GoalSet, Law.Wmo);
            var plan = Plan.Start(id, town.WijkteamOrganisation, because);
            var (own, other) = (plan.Aim(new NewGoal("Weer rondkomen", "bewoner", Law.Wmo), town.WijkteamOrganisation, because),
                plan.Aim(new NewGoal("Zusje heeft rust", "Noor", Law.Wmo), town.WijkteamOrganisation, because));
            work.Add(plan);
            work.Add(own);
            work.Add(other);
            work.Add(plan.Agree(own, new NewPlanAction("Naar de bank", new DateOnly(2026, 11, 27), Doer.Resident), town.WijkteamOrganisation, because));
            work.Add(plan.Agree(other, new NewPlanAction("Sluip stil", new DateOnly(2026, 11, 27), Doer.Resident), town.WijkteamOrganisation, because));
            var shielded = Person.In(id, new NewPerson("Golf Gerrit"), new Samenkracht.Residents.FindForm(work.Secrets, SafetyMark.None, false));
            shielded.Shield(SafetyMark.Shielded, new Samenkracht.Residents.FindForm(work.Secrets, SafetyMark.None, false));
            work.Add(shielded);
            await Households.KeepSafetyItems(work, id);
            await work.Note(because, plan.Id.Value, id);
            await work.Commit();
        }
        var given = await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern("Mijn buurman schreeuwt"), contact: "0612345678");
        await SignalTestData.Assess(app.Storage, town.Sanne, given.Id, Decision.AsQuestion(id, question), Law.Wmo);
        await using var read = await app.Read(town.Sanne);
        return (id, read.People.Where(p => p.Household == id).ToList().First(p => p.Name == "Dirk Vos").Id);
    }
}
