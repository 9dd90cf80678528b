using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Residents;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Requests;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>A child of 12 to 16 is heard before what a parent asks for it is granted, and what it said is the child's (ADR 0100).</summary>
public class RequestVoiceTests
{
    private const string Said = "Ik wil dat mijn geheim blijft staan.";

    private static readonly DateTimeOffset Today = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(1));

    private static readonly RequestKind[] OfParents = [RequestKind.Correct, RequestKind.Copy, RequestKind.Erase, RequestKind.Destroy];

    /// <summary>From the day on which it becomes 12 to the day before it becomes 16; a birth that nobody wrote down is no reason not to.</summary>
    [Theory]
    [InlineData("2014-11-25", false)]
    [InlineData("2014-11-24", true)]
    [InlineData("2010-11-25", true)]
    [InlineData("2010-11-24", false)]
    [InlineData(null, true)]
    public void A_child_is_heard_from_12_to_16_by_its_age_on_the_day_of_the_request(string? born, bool hears)
    {
        var birth = born is null ? (DateOnly?)null : DateOnly.Parse(born);
        foreach (var kind in OfParents)
        {
            var asked = Asked(kind, new AskedFor(Id.New<PersonId>()));
            Assert.Equal((hears, false), (asked.HearsChild(birth), Asked(kind).HearsChild(birth)));
        }
    }

    [Fact]
    public void What_was_heard_is_what_that_one_can_say_with_a_reason_for_a_child_that_was_not_heard()
    {
        var request = Asked(RequestKind.Copy, new AskedFor(Id.New<PersonId>()));
        var because = new Because(new Actor(Role.PrivacyOfficer, Id.New<AccountId>(), null, null, "Petra"), Today, ResidentEvents.RequestHeard, null, null);
        var (child, parent) = (RequestVoice.Of(request, Id.New<PersonId>(), VoiceKind.Child), RequestVoice.Of(request, Id.New<PersonId>(), VoiceKind.Parent));

        Assert.Throws<ArgumentNullException>(() => child.Say(VoiceSays.NotHeard, null, because));
        Assert.Throws<ArgumentException>(() => child.Say(VoiceSays.NotHeard, " ", because));
        Assert.Throws<ArgumentException>(() => child.Say(VoiceSays.Unreachable, null, because));
        foreach (var says in (VoiceSays[])[VoiceSays.NotHeard, VoiceSays.Younger]) Assert.Throws<ArgumentException>(() => parent.Say(says, null, because));
        Assert.Throws<ArgumentException>(() => parent.Say(VoiceSays.Agrees, "Zij zei ja.", because));
        Assert.Throws<InvalidOperationException>(() => child.Overrule("Toch."));
        Assert.Equal((false, false), (child.IsHeard(), parent.IsHeard()));

        child.Say(VoiceSays.Younger, " ", because);
        // That it is younger counts only as long as nothing else is known.
        Assert.Equal((null, true, false), (child.Words, child.IsHeard(ageKnown: false), child.IsHeard()));
        child.Say(VoiceSays.Objects, $" {Said} ", because);
        child.Overrule("Het gaat om een fout in de naam.");
        Assert.Equal((Said, true, "Het gaat om een fout in de naam."), (child.Words, child.IsHeard(), child.Despite));
    }

    [Fact]
    public void Only_to_a_parent_destruction_is_refused_for_the_care_of_the_child()
    {
        var (own, parents) = (Asked(RequestKind.Destroy), Asked(RequestKind.Destroy, new AskedFor(Id.New<PersonId>())));
        var because = new Because(new Actor(Role.PrivacyOfficer, Id.New<AccountId>(), null, null, "Petra"), Today, ResidentEvents.RequestDecided, null, null);

        Assert.Throws<ArgumentException>(() => own.Decide(RequestOutcome.Refused, "Nee.", because, RefusalGround.GoodCare));
        parents.Decide(RequestOutcome.Refused, "Nee.", because, RefusalGround.GoodCare);

        Assert.Equal(RefusalGround.GoodCare, parents.RefusalGround);
        // The parent reads the ground: it says nothing of who objects.
        Assert.DoesNotContain("kind wil", RefusalGround.GoodCare.Label());
    }

    [Theory, BothDatabases]
    public async Task What_a_parent_asks_waits_for_the_child_and_no_parent_reads_what_it_said(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var family = await Family.Of(app, new DateOnly(2013, 5, 3), parents: 2);
        var (dina, privacy) = (await app.SignedIn(family.Dina), await app.SignedIn(family.Town[Role.PrivacyOfficer]));
        var dirk = await app.SignedIn(await family.Town.Resident(family.Household, await family.Town.Enrol(Role.Resident, "Dirk Vos"), "Dirk Vos"));
        var form = await dina.Get("/mijn/verzoeken/nieuw?soort=Erase");
        Assert.Contains("Dan vragen wij eerst aan uw kind", form.Main);
        (await form.Submit(new() { ["Over"] = family.Child.ToString(), ["Words"] = "Het verslag van maart." })).ShouldBeOk();
        var request = (await app.Journal("request.asked"))[^1].Subject;
        var page = (await privacy.Get($"/verzoeken/{request:N}")).ShouldBeOk();
        Assert.Contains("Noor Vosnog niet gehoord", page.Main);

        // Refused at the field, with what was typed, and nothing kept.
        var refused = await page.Submit(new() { ["Outcome"] = "Partly", ["Erased"] = "Piece", ["Answer"] = "Dat stuk is weg." }, form: "form[action*=Decide]");
        Assert.Equal(["Wat is het antwoord? De andere ouder met gezag is nog niet gehoord, of is het er niet mee eens. Dan gaat er niets weg.",
            "Wat is het antwoord? Het kind is nog niet gehoord. Leg eerst vast wat het kind vindt. Nee antwoorden kan altijd."], refused.Errors);
        Assert.Contains("Dat stuk is weg.", refused.Main);
        Assert.Empty(await app.Journal("request.decided"));
        var empty = await refused.Submit(button: "Vastleggen: wat het kind vindt");
        Assert.Contains("Wat vindt het kind? Kies wat het kind vindt.", Assert.Single(empty.Errors));
        var without = await empty.Submit(new() { ["ChildSays"] = "NotHeard", ["ChildWords"] = " " }, button: "Vastleggen: wat het kind vindt");
        Assert.Contains("Schrijf op waarom het kind niet kon of niet wilde.", Assert.Single(without.Errors));
        var tooLong = await without.Submit(new() { ["ChildSays"] = "Agrees", ["ChildWords"] = new string('x', 2001) }, button: "Vastleggen: wat het kind vindt");
        Assert.Contains(new string('x', 2001), tooLong.Source);
        foreach (var nonsense in (string[])["Unreachable", "Younger", "Misschien", "7"])
            Assert.Single((await page.Submit(new() { ["ChildSays"] = nonsense, ["ChildWords"] = Said }, button: "Vastleggen: wat het kind vindt")).Errors);
        Assert.Empty(await app.Journal("request.heard"));

        // Heard from the page on which the answer was refused: the answer stands there still.
        var heard = await refused.Submit(new() { ["ChildSays"] = "Agrees", ["ChildWords"] = Said }, button: "Vastleggen: wat het kind vindt");
        foreach (var shown in (string[])["Is het ermee eens", Said, "Wat u verder typte, staat er nog en is nog niet verstuurd.", "Dat stuk is weg."]) Assert.Contains(shown, heard.Main);
        Assert.Empty(heard.Errors);
        heard = await heard.Submit(new() { ["Says"] = "Unreachable" }, button: "Vastleggen: wat deze ouder zei");
        // Before there is an answer the child's own page tells that it is asked, and nobody's what it said.
        Assert.Contains("Wij vragen eerst wat u hiervan vindt.", (await (await app.SignedIn(family.Noor)).Get("/mijn/verzoeken")).Main);
        (await heard.Submit(form: "form[action*=Decide]")).ShouldBeOk();

        Assert.Equal(2, (await app.Journal("request.heard")).Count);
        Assert.Single(await app.Journal("request.decided"));
        Assert.Contains(Said, (await privacy.Get($"/verzoeken/{request:N}")).Main);
        Assert.Contains("Dat stuk is weg.", (await dina.Get("/mijn/verzoeken")).Main);
        // The contact person sees that it was asked and answered; what the child said is for who decides.
        var sanne = await app.SignedIn(family.Town.Sanne);
        Assert.Contains("Is het ermee eens", (await sanne.Get($"/verzoeken/{request:N}")).ShouldBeOk().Main);
        Assert.DoesNotContain(Said, (await sanne.Get($"/verzoeken/{request:N}")).Source);
        foreach (var browser in (TestBrowser[])[dina, dirk, sanne])
            foreach (var url in (string[])["/mijn", "/mijn/verzoeken", "/mijn/kopie", "/mijn/inzage", "/", $"/huishoudens/{family.Household}", $"/huishoudens/{family.Household}/kopie?voor={family.Child}", $"/huishoudens/{family.Household}/kopie?voor={family.People["Dina Vos"]}"])
            {
                var read = await browser.Get(url);
                foreach (var hidden in (string[])[Said, "Gehoord bij een verzoek"]) Assert.DoesNotContain(hidden, read.Source);
            }
        Assert.Contains("Verzoek beantwoord", (await dina.Get("/mijn")).Main);
    }

    [Theory, BothDatabases]
    public async Task By_the_birthday_a_request_waits_for_the_child_or_does_not(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        (string Name, DateOnly Born)[] children = [("Elf Vos", new(2014, 11, 25)), ("Twaalf Vos", new(2014, 11, 24)), ("Vijftien Vos", new(2010, 11, 25)), ("Zestien Vos", new(2010, 11, 24))];
        var id = await town.Household(people: [new NewPerson("Dina Vos"), .. children.Select(c => new NewPerson(c.Name, Relation.Child, c.Born))]);
        var people = await town.People(id);
        foreach (var (name, _) in children) await town.Authority(id, people["Dina Vos"], people[name]);
        var (dina, sanne) = (await app.SignedIn(await town.Resident(id, named: "Dina Vos")), await app.SignedIn(town.Sanne));

        var form = await dina.Get("/mijn/verzoeken/nieuw?soort=Copy");
        // From 16 nobody asks it for them.
        Assert.DoesNotContain("Zestien", form.Main);
        foreach (var (name, waits) in (IEnumerable<(string, bool)>)[("Elf Vos", false), ("Twaalf Vos", true), ("Vijftien Vos", true)])
        {
            (await form.Submit(new() { ["Over"] = people[name].ToString() })).ShouldBeOk();
            var page = await sanne.Get($"/verzoeken/{(await app.Journal("request.asked"))[^1].Subject:N}");
            Assert.Equal(waits, page.Main.Contains("Wat het kind vindt", StringComparison.Ordinal));
            // To turn 12 while it runs changes nothing; from 16 it is not for a parent to ask any more.
            app.Clock.Advance(TimeSpan.FromDays(1));
            var answered = await (await (await app.SignedIn(town.Sanne)).Get(page.Url)).Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Hier is de kopie." }, form: "form[action*=Decide]");
            Assert.Equal(waits ? 1 : 0, answered.Errors.Count);
            Assert.Equal(name == "Vijftien Vos", answered.Errors.Any(e => e.Contains("niet meer namens het kind", StringComparison.Ordinal)));
            app.Clock.Advance(TimeSpan.FromDays(-1));
        }
        Assert.Single(await app.Journal("request.decided"));
    }

    /// <summary>What is gone does not come back, so a no stops it; a copy or a correction is a parent's right, weighed against what the child wants. Refusing asks for nobody.</summary>
    [Theory, BothDatabases]
    public async Task A_child_that_objects_stops_what_cannot_be_undone_and_is_weighed_at_the_rest(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var family = await Family.Of(app, new DateOnly(2013, 5, 3));
        var privacy = await app.SignedIn(family.Town[Role.PrivacyOfficer]);
        foreach (var kind in (RequestKind[])[RequestKind.Erase, RequestKind.Destroy])
        {
            var url = $"/verzoeken/{await family.Ask(kind)}";
            await (await privacy.Get(url)).Submit(new() { ["ChildSays"] = "Objects", ["ChildWords"] = Said }, button: "Vastleggen: wat het kind vindt");
            var refused = await (await privacy.Get(url)).Submit(new() { ["Outcome"] = "Granted", ["Erased"] = kind == RequestKind.Erase ? "Piece" : "YouthOfPerson", ["Answer"] = "Het gaat weg." }, form: "form[action*=Decide]");
            Assert.Contains("Het kind is het er niet mee eens. Dan gaat er niets weg.", Assert.Single(refused.Errors));
            Dictionary<string, string?> no = new() { ["Outcome"] = "Refused", ["Answer"] = "Wij bewaren dit." };
            if (kind == RequestKind.Destroy) no["Ground"] = "GoodCare";
            Assert.EndsWith("/verzoeken", (await refused.Submit(no, form: "form[action*=Decide]")).Url);
        }
        Assert.Equal(2, (await app.Journal("request.decided")).Count);

        var copy = $"/verzoeken/{await family.Ask(RequestKind.Copy)}";
        var heard = await (await privacy.Get(copy)).Submit(new() { ["ChildSays"] = "Objects", ["ChildWords"] = Said }, button: "Vastleggen: wat het kind vindt");
        var weighs = await heard.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Hier is de kopie." }, form: "form[action*=Decide]");
        Assert.Contains("Schrijf op waarom het toch mag: het kind wil dit niet.", Assert.Single(weighs.Errors));
        await weighs.Submit(new() { ["Despite"] = "Zij geeft samen met haar moeder toestemming voor de hulp." }, form: "form[action*=Decide]");
        Assert.Contains("Zij geeft samen met haar moeder toestemming", (await privacy.Get(copy)).Main);
        var dina = await (await app.SignedIn(family.Dina)).Get("/mijn/verzoeken");
        foreach (var hidden in (string[])[Said, "toestemming voor de hulp"]) Assert.DoesNotContain(hidden, dina.Source);

        // Without anybody heard one can say no.
        var correct = await privacy.Get($"/verzoeken/{await family.Ask(RequestKind.Correct)}");
        Assert.EndsWith("/verzoeken", (await correct.Submit(new() { ["Outcome"] = "Refused", ["Answer"] = "Het klopt." }, form: "form[action*=Decide]")).Url);
    }

    [Theory, BothDatabases]
    public async Task Of_a_child_whose_birth_is_unknown_who_decides_says_whether_it_is_12(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var family = await Family.Of(app, null);
        var sanne = await app.SignedIn(family.Town.Sanne);
        var url = $"/verzoeken/{await family.Ask(RequestKind.Copy)}";
        var page = await sanne.Get(url);
        Assert.Contains("Wij weten niet hoe oud dit kind is. Was het op", page.Main);
        Assert.Contains("Het kind is nog niet gehoord.", (await page.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Hier is de kopie." }, form: "form[action*=Decide]")).Main);

        var younger = await page.Submit(new() { ["ChildSays"] = "Younger" }, button: "Vastleggen: wat het kind vindt");
        Assert.Contains("Was nog geen 12 jaar", younger.Main);
        // Somebody then wrote down that it is 13 after all: it is heard like any other.
        await family.Born(new DateOnly(2013, 5, 3));
        var found = await sanne.Get(url);
        Assert.Contains("Noor Vosnog niet gehoord", found.Main);
        Assert.DoesNotContain("Younger", found.Source);
        Assert.Single((await found.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Hier is de kopie." }, form: "form[action*=Decide]")).Errors);
        await family.Born(new DateOnly(2018, 5, 3));
        (await (await sanne.Get(url)).Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Hier is de kopie." }, form: "form[action*=Decide]")).ShouldBeOk();
        Assert.Single(await app.Journal("request.decided"));
    }

    /// <summary>All cards of the page are one form.</summary>
    [Theory, BothDatabases]
    public async Task What_is_typed_in_one_card_stays_when_another_is_saved(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var family = await Family.Of(app, new DateOnly(2013, 5, 3), parents: 2);
        var privacy = await app.SignedIn(family.Town[Role.PrivacyOfficer]);
        var page = await privacy.Get($"/verzoeken/{await family.Ask(RequestKind.Erase)}");
        // Enter could mean any of the buttons: it presses the first, which is off.
        Assert.True(page.Html.QuerySelector("main form button")!.HasAttribute("disabled"));

        var longer = await page.Submit(new() { ["Outcome"] = "Partly", ["Erased"] = "Piece", ["Answer"] = "Dat stuk is weg.", ["Reason"] = "Er ligt veel." }, button: "Termijn verlengen");
        Stands(longer, "De termijn is verlengd. De inwoner leest waarom. Wat u verder typte, staat er nog en is nog niet verstuurd.");
        var parent = await longer.Submit(new() { ["Says"] = "Agrees", ["ChildWords"] = Said }, button: "Vastleggen: wat deze ouder zei");
        Stands(parent, Said);
        Assert.Empty(parent.Html.QuerySelectorAll("[name=Says][checked]"));

        // What the child said goes with no answer unseen.
        var unkept = await parent.Submit(form: "form[action*=Decide]");
        Assert.Contains("Dit is nog niet vastgelegd. Leg het eerst vast, of maak het veld leeg.", string.Concat(unkept.Errors));
        var child = await unkept.Submit(new() { ["ChildSays"] = "Agrees" }, button: "Vastleggen: wat het kind vindt");
        Stands(child, Said);
        Assert.EndsWith("/verzoeken", (await child.Submit(form: "form[action*=Decide]")).Url);
        Assert.Equal(2, (await app.Journal("request.heard")).Count);

        static void Stands(Page page, string said)
        {
            Assert.Empty(page.Errors);
            foreach (var shown in (string[])[said, "Dat stuk is weg."]) Assert.Contains(shown, page.Main);
            Assert.NotNull(page.Html.QuerySelector("[name=Outcome][value=Partly][checked]"));
        }
    }

    [Theory, BothDatabases]
    public async Task Who_does_not_decide_hears_nobody_and_what_is_answered_stays_as_it_is(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var family = await Family.Of(app, new DateOnly(2013, 5, 3));
        var (town, url) = (family.Town, $"/verzoeken/{await family.Ask(RequestKind.Erase)}");
        var privacy = await app.SignedIn(town[Role.PrivacyOfficer]);
        Assert.StartsWith("/aanmelden", (await app.Visitor().Get(url)).Url);

        foreach (var (other, status) in (IEnumerable<(Actor, HttpStatusCode)>)[(town.Sanne, HttpStatusCode.NotFound), (town.Hugo, HttpStatusCode.NotFound), (town[Role.TeamMember], HttpStatusCode.NotFound),
            (family.Dina, HttpStatusCode.Forbidden), (town[Role.Archivist], HttpStatusCode.Forbidden), (town[Role.Supporter], HttpStatusCode.Forbidden)])
        {
            var browser = await app.SignedIn(other);
            (await browser.Post($"{url}?handler=Child", new() { ["ChildSays"] = "Agrees", ["__RequestVerificationToken"] = await Token(browser) })).ShouldBe(status);
        }
        Assert.Empty(await app.Journal("request.heard"));

        // Two at once: the second meets what the first wrote down, keeps its words, and may then say it anew.
        var (one, two) = (await privacy.Get(url), await privacy.Get(url));
        await one.Submit(new() { ["ChildSays"] = "Agrees", ["ChildWords"] = "Goed hoor." }, button: "Vastleggen: wat het kind vindt");
        var late = await two.Submit(new() { ["ChildSays"] = "Objects", ["ChildWords"] = Said }, button: "Vastleggen: wat het kind vindt");
        Assert.Contains("Iemand anders heeft dit net gewijzigd.", late.Main);
        foreach (var shown in (string[])["Goed hoor.", Said]) Assert.Contains(shown, late.Main);
        var unheard = await two.Submit(new() { ["Outcome"] = "Granted", ["Erased"] = "Piece", ["Answer"] = "Weg." }, form: "form[action*=Decide]");
        Assert.Contains("Iemand anders heeft dit net gewijzigd.", unheard.Main);
        (await late.Submit(button: "Vastleggen: wat het kind vindt")).ShouldBeOk();
        Assert.Equal(2, (await app.Journal("request.heard")).Count);

        await (await privacy.Get(url)).Submit(new() { ["Outcome"] = "Refused", ["Answer"] = "Wij bewaren dit." }, form: "form[action*=Decide]");
        var closed = await two.Submit(new() { ["ChildSays"] = "Agrees", ["ChildWords"] = "Nog iets gehoord." }, button: "Vastleggen: wat het kind vindt");
        foreach (var shown in (string[])["net afgehandeld", "Wat u typte", "Nog iets gehoord."]) Assert.Contains(shown, closed.Main);
        Assert.Equal(2, (await app.Journal("request.heard")).Count);
        // Of a child of 8 there is nobody to hear.
        var younger = await Family.Of(app, new DateOnly(2018, 5, 3), town: town);
        (await privacy.Post($"/verzoeken/{await younger.Ask(RequestKind.Erase)}?handler=Child", new() { ["ChildSays"] = "Agrees", ["__RequestVerificationToken"] = await Token(privacy) })).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>What was said lies sealed, in the database as well as in the journal nothing of it can be read.</summary>
    [Theory, BothDatabases]
    public async Task The_line_of_what_was_heard_holds_no_word_of_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var family = await Family.Of(app, new DateOnly(2013, 5, 3));
        await (await (await app.SignedIn(family.Town.Sanne)).Get($"/verzoeken/{await family.Ask(RequestKind.Copy)}")).Submit(new() { ["ChildSays"] = "Objects", ["ChildWords"] = Said }, button: "Vastleggen: wat het kind vindt");

        await using var work = await app.Read(family.Town.Sanne);
        Assert.Equal(Said, (await work.Query<RequestVoice>().SingleAsync(v => v.Says != null)).Words);
        var lines = await work.Timeline(family.Household, Enum.GetValues<Law>(), [], safety: true, 0, 100);
        var line = lines.Single(l => l.Kind == ResidentEvents.RequestHeard);
        Assert.Equal("""{"Title":"Een kopie"}""", line.Change!.Value.GetProperty("change").GetRawText());
    }

    private static async Task<string> Token(TestBrowser browser)
    {
        var page = await browser.Get("/");
        return page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static PersonRequest Asked(RequestKind kind, AskedFor? parent = null) =>
        PersonRequest.Ask(kind, new PersonCard { Id = Id.New<PersonId>(), Household = Id.New<HouseholdId>(), Name = "Noor Vos", SearchName = "noor vos" }, "Dit", null, onBehalf: false,
            new Because(new Actor(Role.Resident, Id.New<AccountId>(), null, null, "Dina"), Today, ResidentEvents.Requested, null, null), parent);

    /// <summary>Dina Vos, whose authority over Noor was checked, and Noor herself; also Dirk when there are two parents.</summary>
    private sealed record Family(WebApp App, Town Town, HouseholdId Household, IReadOnlyDictionary<string, PersonId> People, Actor Dina, Actor Noor)
    {
        public PersonId Child => People["Noor Vos"];

        public static async Task<Family> Of(WebApp app, DateOnly? born, int parents = 1, Town? town = null)
        {
            town ??= await Town.Build(app.Storage);
            string[] grown = parents == 2 ? ["Dina Vos", "Dirk Vos"] : ["Dina Vos"];
            var id = await town.Household(people: [.. grown.Select(name => new NewPerson(name)), new NewPerson("Noor Vos", Relation.Child, born)]);
            var people = await town.People(id);
            foreach (var name in grown) await town.Authority(id, people[name], people["Noor Vos"]);
            var (dina, noor) = (await town.Enrol(Role.Resident, "Dina Vos"), await town.Enrol(Role.Resident, "Noor Vos"));
            return new(app, town, id, people, await town.Resident(id, dina, "Dina Vos"), await town.Resident(id, noor, "Noor Vos"));
        }

        /// <summary>Taken in at the kitchen table, whatever the age.</summary>
        public async Task<PersonRequestId> Ask(RequestKind kind)
        {
            await using var work = await App.Begin(Town.Sanne);
            var child = (await work.PeopleOf(Household)).Single(p => p.Id == Child);
            await Asking.Ask(work, kind, child, "Het verslag van maart", null, onBehalf: true, default, new AskedFor(People["Dina Vos"], Unable: kind == RequestKind.Destroy));
            await work.Commit();
            return work.Context.Set<PersonRequest>().Local.Single().Id;
        }

        public async Task Born(DateOnly day)
        {
            await using var work = await App.Begin(Town.Sanne);
            var person = await work.Query<Samenkracht.Residents.People.Person>().SingleAsync(p => p.Id == Child);
            work.Context.Entry(person).Property(p => p.BirthDate).CurrentValue = day;
            await work.Note(work.Because(ResidentEvents.Described), Child.Value, Household);
            await work.Commit();
        }
    }
}
