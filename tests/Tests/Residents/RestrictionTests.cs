using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Requests;
using Samenkracht.Tests.Architecture;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>A resident asks that data be kept and not used (AVG art. 18), or objects to its use (art. 21); who decides, what it comes to, and how it ends.</summary>
public class RestrictionTests
{
    [Theory, BothDatabases]
    public async Task A_resident_asks_it_with_a_term_and_granted_it_marks_the_household_and_is_told_before_it_ends(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        var resident = await town.Resident(id, named: "Dirk Vos");
        var (home, sanne, officer) = (await app.SignedIn(resident), await app.SignedIn(town.Sanne), await app.SignedIn(town[Role.PrivacyOfficer]));
        Assert.DoesNotContain("Verwerking beperkt", (await sanne.Get($"/huishoudens/{id}")).Main);

        var form = (await (await home.Get("/mijn/verzoeken")).Follow("Gegevens tijdelijk niet laten gebruiken")).ShouldBeOk();
        Assert.Contains("Schrijf op wat u wilt.", (await form.Submit(new() { ["Words"] = " " })).Main);
        var asked = await form.Submit(new() { ["Words"] = "Het verslag van maart klopt niet" });
        Assert.Contains("uiterlijk 24 december, nog 30 dagen", asked.Main);
        Assert.Single(await app.Journal("request.asked"));
        // Who works there reads of no restriction before it is granted; nothing goes meanwhile.
        Assert.DoesNotContain("Verwerking beperkt", (await sanne.Get($"/huishoudens/{id}")).Main);
        Assert.True(await Keeps(app, id));

        var page = await (await officer.Get("/verzoeken")).Follow("Tijdelijk niet laten gebruiken");
        Assert.Contains("AVG art. 18, lid 1", page.Main);
        var granted = (await page.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Wij gebruiken het verslag niet tot het is nagekeken." }, form: "form[action*=Decide]")).ShouldBeOk();
        Assert.Single(await app.Journal("request.decided"));

        var household = (await sanne.Get($"/huishoudens/{id}")).Main;
        Assert.Contains("Verwerking beperkt", household);
        // For who works there, and without who asked it; nobody at home reads it but who asked.
        Assert.DoesNotContain("Dirk Vos vroeg", household);
        var partner = await town.Resident(id, await town.Enrol(Role.Resident, "Mina Blom"), "Mina Blom");
        var mina = await app.SignedIn(partner);
        foreach (var url in (string[])["/mijn", "/mijn/verzoeken"]) Assert.False(Marks(await mina.Get(url)), url);
        await using (var hers = await app.Read(partner))
        {
            Assert.Equal(0, await hers.Query<Restriction>().CountAsync());
            Assert.False((await HouseholdFile.Open(hers, app.Services.GetRequiredService<ReadLog>(), id, "Mijn plan"))!.Standing!.IsRestricted);
        }
        Assert.False(Marks(await home.Get("/mijn")));
        Assert.True(Marks(await home.Get("/mijn/verzoeken")));
        Assert.True(await Keeps(app, id));

        var url2 = (await (await officer.Get($"/verzoeken/{await RequestOf(app, id)}")).Follow("Laat de beperking stoppen")).Url;
        Assert.Contains("Schrijf op waarom de beperking stopt.", (await (await officer.Get(url2)).Submit()).Main);
        var page2 = await officer.Get(url2);
        var lifted = await (await officer.Get(url2)).Submit(new() { ["EndReason"] = "Het verslag is verbeterd." });
        Assert.Contains("Het verslag is verbeterd.", lifted.ShouldBeOk().Main);
        Assert.Null(lifted.Html.QuerySelector("a[href$='/beperking']"));
        Assert.Single(await app.Journal("request.restriction-ends"));
        // Sent twice, or by a colleague at the same moment.
        var again = (await page2.Submit(new() { ["EndReason"] = "Het verslag is nagekeken." })).ShouldBeOk();
        foreach (var words in (string[])["is net al gezegd", "Het verslag is nagekeken."]) Assert.Contains(words, again.Main);
        Assert.Contains("Het verslag is verbeterd.", (await home.Get("/mijn/verzoeken")).Main);
        Assert.Contains("Verwerking beperkt", (await sanne.Get($"/huishoudens/{id}")).Main);
        app.Clock.Advance(Restriction.Notice + TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Verwerking beperkt", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main);
        Assert.False(await Keeps(app, id));
    }

    /// <summary>That somebody asked is a line that is hidden with them: with one other at home, it would say who.</summary>
    [Theory, BothDatabases]
    public async Task What_somebody_hidden_asked_is_a_mark_for_who_sees_the_safety_compartment_alone(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        await town.Join(id, town.Anouk);
        await town.Plan(id);
        var mina = (await town.People(id))["Mina Blom"];
        await town.Hide(id, mina);
        var asked = await town.Request(id, RequestKind.Restrict, "Het verslag klopt niet", person: mina);
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        await (await officer.Get($"/verzoeken/{asked}")).ShouldBeOk().Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Ja." }, form: "form[action*=Decide]");

        var looked = await InEmergency(app, town, id);
        Assert.DoesNotContain("beperkt", looked.Main);
        var (anouk, sanne) = (await app.SignedIn(town.Anouk), await app.SignedIn(town.Sanne));
        foreach (var url in await Pages(app, town, id))
        {
            Assert.False(Marks(await anouk.Get(url)), url);
            Assert.True(Marks((await sanne.Get(url)).ShouldBeOk()), url);
        }
        Assert.True(Marks(await officer.Get($"/huishoudens/{id}")));
        // The same page tells of what Dirk asks, who is not hidden.
        await Restrict(app, town, id, (await town.People(id))["Dirk Vos"]);
        foreach (var page in (Page[])[await anouk.Get($"/huishoudens/{id}"), await looked.Browser.Get(looked.Url)]) Assert.True(Marks(page), page.Url);
        foreach (var (who, marks) in ((Actor, int)[])[(town.Anouk, 1), (town.Sanne, 2), (town[Role.AttentionOfficer], 2)])
        {
            await using var work = await app.Read(who);
            Assert.Equal(marks, await work.Query<Restriction>().CountAsync());
        }
    }

    /// <summary>Wherever somebody of the circle reads or writes, and who comes by emergency access: it is read with the household and not asked for.</summary>
    [Theory, BothDatabases]
    public async Task The_mark_stands_on_every_page_and_form_of_the_household_also_when_a_form_is_shown_again(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        await town.Plan(id);
        // So that "Alleen in een gesprek" opens too.
        await using (var work = await app.Read(town.Sanne)) await town.Name((await work.Circle(id)).Single(m => m.Who.Id == town.Sanne.Account).Id);
        var (sanne, pages) = (await app.SignedIn(town.Sanne), await Pages(app, town, id));
        foreach (var url in pages) Assert.False(Marks((await sanne.Get(url)).ShouldBeOk()), url);

        await Restrict(app, town, id, (await town.People(id))["Mina Blom"]);

        foreach (var url in pages) Assert.True(Marks((await sanne.Get(url)).ShouldBeOk()), url);
        foreach (var form in (string[])["vraag", "verzoek", "brief", "doel", "mensen"])
        {
            var refused = await (await sanne.Get($"/huishoudens/{id}/{form}")).Submit();
            Assert.NotEmpty(refused.Errors);
            Assert.True(Marks(refused), form);
        }
        var looked = await InEmergency(app, town, id);
        Assert.True(Marks(looked));
        Assert.Contains("Bewaren mag.", looked.Main);
        Assert.Equal($"/huishoudens/{id}", (await (await sanne.Get($"/huishoudens/{id}/brief")).Follow("Wat nu mag")).Url);
    }

    [Theory, BothDatabases]
    public async Task An_objection_is_decided_with_a_reason_by_who_may_and_by_nobody_else(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        var asked = await town.Request(id, RequestKind.Object, "Mijn zus werkt op die school", by: resident);
        var (home, sanne, anouk, officer) = (await app.SignedIn(resident), await app.SignedIn(town.Sanne), await app.SignedIn(town.Anouk), await app.SignedIn(town[Role.PrivacyOfficer]));
        Dictionary<string, string?> Answer(string outcome, string words) => new() { ["Outcome"] = outcome, ["Answer"] = words };

        // Not signed in, as a resident, outside the circle, and without the right to decide.
        Assert.StartsWith("/aanmelden", (await app.Visitor().Get($"/verzoeken/{asked}")).Url);
        (await home.Get($"/verzoeken/{asked}")).ShouldBe(HttpStatusCode.Forbidden);
        (await anouk.Get($"/verzoeken/{asked}")).ShouldBe(HttpStatusCode.NotFound);
        Assert.Contains("De privacyfunctionaris beantwoordt dit verzoek.", (await sanne.Get($"/verzoeken/{asked}")).ShouldBeOk().Main);
        foreach (var (who, url, status) in (IEnumerable<(TestBrowser, string, HttpStatusCode)>)[(sanne, "?handler=Decide", HttpStatusCode.NotFound), (sanne, "/beperking", HttpStatusCode.Forbidden), (officer, "/beperking", HttpStatusCode.NotFound)])
            (await who.Post($"/verzoeken/{asked}{url}", new() { ["Outcome"] = "Granted", ["Answer"] = "ja", ["EndReason"] = "x", ["__RequestVerificationToken"] = await Route.Token(who) })).ShouldBe(status);

        var empty = await (await officer.Get($"/verzoeken/{asked}")).Submit(Answer("Refused", ""), form: "form[action*=Decide]");
        Assert.Contains("Schrijf op wat u hebt gedaan", empty.Main);
        await empty.Submit(Answer("Refused", "De leerplicht weegt hier zwaarder."), form: "form[action*=Decide]");
        Assert.Contains("De leerplicht weegt hier zwaarder.", (await home.Get("/mijn/verzoeken")).Main);
        Assert.DoesNotContain("Verwerking beperkt", (await sanne.Get($"/huishoudens/{id}")).Main);
        Assert.False(await Keeps(app, id));

        // Again, and granted in part: the answer says what stops, and the mark stands.
        var again = await town.Request(id, RequestKind.Object, "Toch niet", by: resident);
        await (await officer.Get($"/verzoeken/{again}")).Submit(Answer("Partly", "De school leest niet meer mee, vanaf vandaag."), form: "form[action*=Decide]");
        Assert.Contains("De school leest niet meer mee", (await home.Get("/mijn/verzoeken")).Main);
        Assert.Contains("Verwerking beperkt", (await sanne.Get($"/huishoudens/{id}")).Main);
        Assert.True(await Keeps(app, id));
        // Who works elsewhere reads no mark, and what it came to stands in no other household.
        (await anouk.Get($"/huishoudens/{id}")).ShouldBe(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Verwerking beperkt", (await sanne.Get($"/huishoudens/{await town.Household("gezin aan de dijk")}")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_works_there_writes_it_down_for_who_cannot_sign_in(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/verzoek");

        var refused = await form.Submit(new() { ["Person"] = $"{(await town.People(id))["Dirk Vos"]}", ["soort"] = "Restrict", ["Words"] = "" });
        Assert.Contains("Schrijf op wat er wordt gevraagd.", refused.Main);
        (await refused.Submit(new() { ["Words"] = "Het verslag van maart" })).ShouldBeOk();

        Assert.Single(await app.Journal("request.asked"));
        (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}/verzoek")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static bool Marks(Page page) => page.Html.QuerySelectorAll(".sk-notice__title, dt").Any(e => e.TextContent.Trim() == "Verwerking beperkt");

    // Every page about this household, found by reflection, but a letter as it goes out on paper: those of things in it with a question and a letter of now.
    private static async Task<IReadOnlyList<string>> Pages(WebApp app, Town town, HouseholdId id)
    {
        var dirk = (await town.People(id))["Dirk Vos"];
        Dictionary<string, string> ids = new() { ["household"] = $"{id}", ["person"] = $"{dirk}", ["item"] = $"{await town.Ask(id, "Rust in huis")}", ["letter"] = $"{await town.Letter(id, dirk, "Over de regeling")}" };
        return [.. (await Route.All(app)).Where(r => r.Pattern.StartsWith("huishoudens/{household}", StringComparison.Ordinal) && r.Handlers.Contains(null) && !r.Pattern.EndsWith("/post", StringComparison.Ordinal))
            .Select(r => "/" + Route.Filled(r.Pattern.Split('/').Where(part => !part.EndsWith("?}", StringComparison.Ordinal)).Aggregate((path, part) => $"{path}/{part}"), name => ids[name]))];
    }

    private static async Task<Page> InEmergency(WebApp app, Town town, HouseholdId id)
    {
        var looked = await (await (await app.SignedIn(await town.Enrol(Role.TeamMember, "Ruud Nacht"))).Get("/noodtoegang")).Submit(new() { ["Tekst"] = "Dirk Vos", ["Reason"] = "Het kan niet wachten." });
        Assert.Equal($"/noodtoegang/{id}", looked.ShouldBeOk().Url);
        return looked;
    }

    private static async Task Restrict(WebApp app, Town town, HouseholdId id, PersonId person)
    {
        var asked = await town.Request(id, RequestKind.Restrict, "Het verslag klopt niet", person: person);
        await (await (await app.SignedIn(town[Role.PrivacyOfficer])).Get($"/verzoeken/{asked}")).ShouldBeOk().Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Ja." }, form: "form[action*=Decide]");
    }

    private static async Task<PersonRequestId> RequestOf(WebApp app, HouseholdId household)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.Context.Set<PersonRequest>().SingleAsync(r => r.Household == household)).Id;
    }

    private static async Task<bool> Keeps(WebApp app, HouseholdId household)
    {
        await using var work = await app.Read(Actor.System);
        return await work.KeepsForRequest(household);
    }
}
