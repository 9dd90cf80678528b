using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Records;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>A resident asks about their own data, with a term; the contact person and the privacy officer see to it.</summary>
public class RequestPageTests
{
    [Fact]
    public async Task A_resident_asks_for_erasure_reads_the_term_run_and_the_answer_with_where_to_complain()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        Assert.NotEqual("/mijn/verzoeken", (await app.Visitor().Get("/mijn/verzoeken")).Url);
        foreach (var other in (Actor[])[town.Sanne, town[Role.Supporter], town[Role.PrivacyOfficer]])
            (await (await app.SignedIn(other)).Get("/mijn/verzoeken")).ShouldBe(HttpStatusCode.Forbidden);
        var browser = await app.SignedIn(resident);

        var empty = (await browser.Get("/mijn/verzoeken")).ShouldBeOk();
        Assert.Contains("U hebt nog niets gevraagd", empty.Main);
        var form = (await empty.Follow("Gegevens laten verwijderen")).ShouldBeOk();
        Assert.Contains("De archivaris kijkt mee", form.Main);
        Assert.Contains("do 24 dec 2026", form.Main);
        var refused = await form.Submit(new() { ["Words"] = " " });
        Assert.Contains("Schrijf op wat u wilt.", refused.Main);
        var tooLong = await form.Submit(new() { ["Words"] = new string('x', 2001) });
        Assert.Contains(new string('x', 2001), tooLong.Source);
        Assert.NotEmpty(tooLong.Errors);
        Assert.Empty(await app.Journal("request.asked"));
        var asked = await refused.Submit(new() { ["Words"] = "Het verslag van maart" });
        Assert.Contains("uiterlijk 24 december, nog 30 dagen", asked.Main);
        Assert.Contains("Het verslag van maart", asked.Main);
        var line = Assert.Single(await app.Journal("request.asked"));
        Assert.Equal((resident.Account, id, Purpose.OwnAffairs), (line.Account, line.Household, line.Purpose));
        var twice = await form.Submit(new() { ["Words"] = "Het verslag van april" });
        Assert.Contains("Dit is al gevraagd", twice.Main);
        Assert.Contains("Het verslag van april", twice.Source);

        app.Clock.Advance(TimeSpan.FromDays(12));
        Assert.Contains("uiterlijk 24 december, nog 18 dagen", (await (await app.SignedIn(resident)).Get("/mijn/verzoeken")).Main);
        app.Clock.Advance(TimeSpan.FromDays(20));
        var late = await (await app.SignedIn(resident)).Get("/mijn/verzoeken");
        Assert.Contains("te laat: het had 24 december klaar moeten zijn, 2 dagen geleden", late.Main);
        Assert.Contains("Autoriteit Persoonsgegevens", late.Main);

        var officer = await app.SignedIn(town[Role.PrivacyOfficer]);
        var decide = await (await officer.Get("/verzoeken")).Follow("Laten verwijderen");
        await decide.Submit(new() { ["Outcome"] = "Refused", ["Answer"] = "De Wmo zegt vijftien jaar bewaren." }, form: "form[action*=Decide]");
        var answered = await (await app.SignedIn(resident)).Get("/mijn/verzoeken");
        foreach (var read in (string[])["De Wmo zegt vijftien jaar bewaren.", "antwoord: nee", "bezwaar maken", "Autoriteit Persoonsgegevens"]) Assert.Contains(read, answered.Main);
        Assert.Null(answered.Html.QuerySelector("form[action*=Withdraw]"));
    }

    [Fact]
    public async Task Who_decides_reads_no_name_in_the_list_answers_once_and_extends_with_a_reason_that_the_resident_reads()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        var request = await town.Request(id, by: resident);
        var hidden = await town.Request(await town.Household("vrouw aan de Haverweg", Address.Unknown, safety: SafetyMark.Shielded));
        var officer = await app.SignedIn(town[Role.PrivacyOfficer]);

        Assert.Contains("Verzoek van een inwoner", (await officer.Get("/")).Main);
        var list = (await officer.Get("/verzoeken")).ShouldBeOk();
        Assert.Contains("uiterlijk 24 december, nog 30 dagen Sanne Bakker", list.Main);
        Assert.Single(list.Html.QuerySelectorAll("tbody tr"));
        foreach (var unread in (string[])["Dirk Vos", "Molenpad", "maart"]) Assert.DoesNotContain(unread, list.Main);
        Assert.Empty(await app.Looks(id));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get($"/verzoeken/{hidden}")).Status);
        foreach (var stranger in (Actor[])[town.Anouk, town.Hugo, town[Role.Archivist], resident])
            Assert.NotEqual(HttpStatusCode.OK, (await (await app.SignedIn(stranger)).Get($"/verzoeken/{request}")).Status);

        var page = (await officer.Get($"/verzoeken/{request}")).ShouldBeOk();
        Assert.Contains("Dirk Vos", page.Main);
        Assert.DoesNotContain("Molenpad", page.Main);
        Assert.Equal((town[Role.PrivacyOfficer].Account, Purpose.DataRights), (Assert.Single(await app.Looks(id)).Account, (await app.Looks(id))[0].Purpose));
        var without = await page.Submit(button: "Termijn verlengen");
        Assert.Contains("Schrijf op waarom het langer duurt.", without.Main);
        await without.Submit(new() { ["Reason"] = "Het dossier is groot." }, button: "Termijn verlengen");
        Assert.Contains("uiterlijk 24 februari 2027, nog 92 dagen", (await officer.Get("/verzoeken")).Main);
        Assert.Contains("Het dossier is groot.", (await (await app.SignedIn(resident)).Get("/mijn/verzoeken")).Main);
        Assert.Null((await officer.Get($"/verzoeken/{request}")).Html.QuerySelector("[formaction*=Extend]"));
        Assert.Single(await app.Journal("request.extended"));

        var (first, second) = (await officer.Get($"/verzoeken/{request}"), await officer.Get($"/verzoeken/{request}"));
        var empty = await first.Submit(new() { ["Answer"] = "Alles is weg." }, form: "form[action*=Decide]");
        Assert.Contains("Kies wat het antwoord is.", empty.Main);
        Assert.Contains("Alles is weg.", empty.Main);
        (await empty.Submit(new() { ["Outcome"] = "Granted", ["Erased"] = "Piece" }, form: "form[action*=Decide]")).ShouldBeOk();
        var late = await second.Submit(new() { ["Outcome"] = "Refused", ["Answer"] = "Toch niet." }, form: "form[action*=Decide]");
        Assert.Contains("net afgehandeld", late.Main);
        Assert.Contains("Alles is weg.", late.Main);
        // Nor is what was typed too late lost, or is it a dead end to have heard the other parent.
        foreach (var kept in (string[])["Wat u typte", "Toch niet."]) Assert.Contains(kept, late.Main);
        var token = new Dictionary<string, string> { ["Says"] = "Agrees", ["__RequestVerificationToken"] = late.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! };
        Assert.Contains("net afgehandeld", (await officer.Post($"/verzoeken/{request}?handler=Parent", token)).ShouldBeOk().Main);
        Assert.Single(await app.Journal("request.decided"));
        Assert.Contains("Laten verwijderen", (await officer.Get("/verzoeken?klaar=true")).Main);
    }

    [Fact]
    public async Task The_contact_person_sees_it_corrects_and_leaves_erasure_to_who_decides()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        var sanne = await app.SignedIn(town.Sanne);
        var erase = await town.Request(id, by: resident);

        var form = await (await sanne.Get($"/huishoudens/{id}")).Follow("Leg het vast");
        var refused = await form.Submit(new() { ["soort"] = "Correct" });
        Assert.Contains("Kies wie het vraagt.", refused.Main);
        Assert.Contains("Schrijf op wat er wordt gevraagd.", refused.Main);
        var person = refused.Html.QuerySelector("input[name=Person]")!.GetAttribute("value");
        Assert.Contains("Kies wat er wordt gevraagd.", (await form.Submit(new() { ["Person"] = person, ["Words"] = "x" })).Main);
        var kept = await refused.Submit(new() { ["Person"] = person, ["Words"] = "Ik heb geen hond." });

        Assert.Contains("Laten verbeteren", kept.Main);
        Assert.Contains("Verzoek: gezin aan het Molenpad", (await sanne.Get("/")).Main);
        Assert.Contains("opgeschreven door uw contactpersoon", (await (await app.SignedIn(resident)).Get("/mijn/verzoeken")).Main);
        var decide = await kept.Follow("Laten verbeteren");
        await decide.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Sanne haalde de hond weg uit het verslag." }, form: "form[action*=Decide]");
        Assert.Contains("Sanne haalde de hond weg", (await (await app.SignedIn(resident)).Get("/mijn/verzoeken")).Main);

        var waits = (await sanne.Get($"/verzoeken/{erase}")).ShouldBeOk();
        Assert.Null(waits.Html.QuerySelector("form[action*=Decide]"));
        Assert.Contains("De privacyfunctionaris beantwoordt dit verzoek.", waits.Main);
        var token = waits.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? decide.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in (string[])["Decide", "Extend"])
            (await sanne.Post($"/verzoeken/{erase}?handler={handler}", new() { ["Outcome"] = "Granted", ["Answer"] = "x", ["Reason"] = "x", ["__RequestVerificationToken"] = token })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Granted_erasure_is_proposed_to_the_archivist_in_the_same_transaction()
    {
        var proposals = new Proposals();
        await using var app = await WebApp.Start(adjust: services => services.AddSingleton<IHandle<ProposedDestruction>>(proposals));
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var request = await town.Request(id);
        var page = await (await app.SignedIn(town[Role.PrivacyOfficer])).Get($"/verzoeken/{request}");

        var refused = await page.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Alles gaat weg." }, form: "form[action*=Decide]");
        Assert.Contains("Kies wat er weg gaat.", refused.Main);
        Assert.Empty(proposals.Made);
        (await refused.Submit(new() { ["Erased"] = "Person" }, form: "form[action*=Decide]")).ShouldBeOk();

        var made = Assert.Single(proposals.Made);
        Assert.Equal((id, request.Value, DestructionGround.Avg), (made.File.Household, made.Request, made.Ground));
        Assert.NotNull(made.File.Person);
    }

    /// <summary>A route of its own: asked online for a child or taken in at the household, with its own term, and granted or refused as the Jeugdwet says.</summary>
    [Fact]
    public async Task Destruction_under_the_Jeugdwet_is_asked_by_who_may_and_refused_on_no_other_ground_than_the_laws()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 3)), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2020, 5, 3))]);
        var people = await town.People(id);
        var (mother, sanne) = (await app.SignedIn(await town.Resident(id, named: "Dina Vos")), await app.SignedIn(town.Sanne));
        var url = $"/huishoudens/{id}/verzoek?soort=Destroy";
        Dictionary<string, string?> ForNoor(bool unable) => new() { ["Person"] = people["Noor Vos"].ToString(), ["Parent"] = people["Dina Vos"].ToString(), ["Unable"] = unable ? "true" : null };

        // Taken in: not before authority was checked, and of a child of 13 only when it cannot weigh this yet.
        var intake = await (await sanne.Get($"/huishoudens/{id}/verzoek")).Follow("laten vernietigen");
        Assert.Contains("is niet vastgelegd dat die het gezag heeft", (await intake.Submit(ForNoor(true))).Main);
        foreach (var child in (string[])["Noor Vos", "Sem Vos"])
            await (await sanne.Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Input.Child"] = people[child].ToString(), ["Input.Parent"] = people["Dina Vos"].ToString(), ["Input.Holds"] = "Yes", ["Input.Source"] = "Register" }, form: "form[action*=Check]");
        Assert.Contains("Vanaf 12 jaar vraagt een kind dit zelf", (await intake.Submit(ForNoor(false))).Main);
        var kept = await intake.Submit(ForNoor(true));
        Assert.Contains("Laten vernietigen (Jeugdwet)", kept.ShouldBeOk().Main);
        await town.Join(id, town.Hugo, laws: Law.Wmo);
        (await (await app.SignedIn(town.Hugo)).Get(url)).ShouldBe(HttpStatusCode.NotFound);

        // Online: for the youngest, whose authority was checked; three months.
        var form = (await (await mother.Get("/mijn/verzoeken")).Follow("Jeugdhulp-gegevens laten vernietigen")).ShouldBeOk();
        Assert.DoesNotContain("Noor", form.Main);
        Assert.Contains("Kies over wie het gaat.", (await form.Submit()).Main);
        var asked = await form.Submit(new() { ["Over"] = people["Sem Vos"].ToString() });
        foreach (var read in (string[])["Sem Vos", "uiterlijk 24 februari 2027, nog 92 dagen"]) Assert.Contains(read, asked.Main);

        var officer = await app.SignedIn(town[Role.PrivacyOfficer]);
        var list = await officer.Get("/verzoeken");
        var open = list.Html.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var href in open)
        {
            var decide = (await officer.Get(href)).ShouldBeOk();
            Assert.Contains("Dina Vos, met gezag", decide.Main);
            Assert.Null(decide.Html.QuerySelector("[formaction*=Extend]"));
            if (decide.Main.Contains("Noor Vos", StringComparison.Ordinal))
            {
                var refused = await decide.Submit(new() { ["Outcome"] = "Refused", ["Answer"] = "Liever niet." }, form: "form[action*=Decide]");
                Assert.Contains("Kies op welke grond het blijft. Past er geen, dan moet het weg.", refused.Main);
                (await refused.Submit(new() { ["Ground"] = "OthersInterest" }, form: "form[action*=Decide]")).ShouldBeOk();
            }
            else (await decide.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Het gaat weg.", ["Erased"] = "YouthOfPerson" }, form: "form[action*=Decide]")).ShouldBeOk();
        }
        Assert.Equal(2, open.Count);
        Assert.Contains("Iemand anders heeft er een groot belang bij dat het blijft", (await mother.Get("/mijn/verzoeken")).Main);
        // On the archivist's list, with the day by which the law wants it gone.
        await using (var work = await app.Read(Actor.System))
        {
            var line = Assert.Single(work.Query<Samenkracht.Records.Listing.DestructionLine>());
            // In timelines it is a line of the request, and so for nobody who does not see that.
            Assert.Equal(line.Request, Assert.Single(await app.Journal("destruction.proposed")).Subject);
            Assert.Equal((new DestroyedFile(id, Law.Jeugdwet, people["Sem Vos"].Value), DestructionGround.Jeugdwet), (line.File, line.Ground));
        }
        var archive = await app.SignedIn(town[Role.Archivist]);
        foreach (var read in (string[])["Vernietigingslijst goedkeuren", "Wat weg kan of weg moet"]) Assert.Contains(read, (await archive.Get("/")).Main);
        Assert.Contains("wat onder de Jeugdwet over één persoon ligt Verzoek op grond van de Jeugdwet, toegewezen: weg uiterlijk", (await archive.Get("/archief")).Main);
    }

    private sealed class Proposals : IHandle<ProposedDestruction>
    {
        public List<ProposedDestruction> Made { get; } = [];

        public Task Handle(ProposedDestruction happened, Samenkracht.Kernel.Storage.Work work, CancellationToken cancel)
        {
            Made.Add(happened);
            return Task.CompletedTask;
        }
    }

    /// <summary>BW 1:253i: of two parents with authority the other is heard before anything goes, and neither is told of the other.</summary>
    [Theory, BothDatabases]
    public async Task What_a_parent_asks_for_a_child_waits_for_the_other_parent_where_it_cannot_be_undone(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2015, 5, 3))]);
        var people = await town.People(id);
        foreach (var parent in (string[])["Dina Vos", "Dirk Vos"]) await town.Authority(id, people[parent], people["Sem Vos"]);
        var (dina, dirk, privacy) = (await app.SignedIn(await town.Resident(id, named: "Dina Vos")), await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Dirk Vos"), "Dirk Vos")),
            await app.SignedIn(town[Role.PrivacyOfficer]));

        var asked = await (await dina.Get("/mijn/verzoeken/nieuw?soort=Erase")).ShouldBeOk().Submit(new() { ["Over"] = people["Sem Vos"].ToString(), ["Words"] = "Het verslag van maart." });
        Assert.Contains("Sem Vos", asked.ShouldBeOk().Main);
        Assert.DoesNotContain("Sem Vos", (await dirk.Get("/mijn/verzoeken")).ShouldBeOk().Main);
        var request = (await app.Journal("request.asked"))[^1].Subject;
        var page = (await privacy.Get($"/verzoeken/{request:N}")).ShouldBeOk();
        foreach (var seen in (string[])["Dina Vos, met gezag", "Dirk Vos", "nog niet gehoord"]) Assert.Contains(seen, page.Main);

        var refused = await page.Submit(new() { ["Outcome"] = "Granted", ["Erased"] = "Piece", ["Answer"] = "Dat is weg." }, form: "form[action*=Decide]");
        Assert.Contains("De andere ouder met gezag is nog niet gehoord", refused.Main);
        var heard = await page.Submit(new() { ["Says"] = "Agrees" }, button: "Vastleggen: wat deze ouder zei");
        Assert.Contains("Is het ermee eens", heard.ShouldBeOk().Main);
        (await heard.Submit(new() { ["Outcome"] = "Granted", ["Erased"] = "Piece", ["Answer"] = "Dat is weg." }, form: "form[action*=Decide]")).ShouldBeOk();
        Assert.Contains("Dat is weg.", (await dina.Get("/mijn/verzoeken")).Main);
        Assert.DoesNotContain("Dirk", (await dina.Get("/mijn/verzoeken")).Main);
        Assert.Single(await app.Journal("request.heard"));
    }

    /// <summary>The request waits for whoever turns out to have authority before it is answered, and an answer that was being typed meanwhile as well.</summary>
    [Theory, BothDatabases]
    public async Task A_parent_whose_authority_is_found_while_the_request_runs_is_heard_too(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2015, 12, 3))]);
        var people = await town.People(id);
        await town.Authority(id, people["Dina Vos"], people["Sem Vos"]);
        var (dina, privacy, sanne) = (await app.SignedIn(await town.Resident(id, named: "Dina Vos")), await app.SignedIn(town[Role.PrivacyOfficer]), await app.SignedIn(town.Sanne));
        await (await dina.Get("/mijn/verzoeken/nieuw?soort=Erase")).Submit(new() { ["Over"] = people["Sem Vos"].ToString(), ["Words"] = "Alles." });
        var request = (await app.Journal("request.asked"))[^1].Subject;
        var page = (await privacy.Get($"/verzoeken/{request:N}")).ShouldBeOk();
        Assert.DoesNotContain("Andere ouder", page.Main);
        Dictionary<string, string?> grants = new() { ["Outcome"] = "Granted", ["Erased"] = "Piece", ["Answer"] = "Dat is weg." };

        async Task Check(string holds) => (await (await sanne.Get($"/huishoudens/{id}/gezag")).Submit(
            new() { ["Input.Child"] = people["Sem Vos"].ToString(), ["Input.Parent"] = people["Dirk Vos"].ToString(), ["Input.Holds"] = holds, ["Input.Source"] = "Register" }, form: "form[action*=Check]")).ShouldBeOk();
        await Check("No");
        Assert.DoesNotContain("Andere ouder", (await privacy.Get($"/verzoeken/{request:N}")).Main);
        await Check("Yes");
        await Check("Yes");

        var late = await page.Submit(grants, form: "form[action*=Decide]");
        foreach (var seen in (string[])["Dirk Vos", "nog niet gehoord", "Dat is weg."]) Assert.Contains(seen, late.Main);
        Assert.Contains("De andere ouder met gezag is nog niet gehoord", (await (await privacy.Get($"/verzoeken/{request:N}")).Submit(grants, form: "form[action*=Decide]")).Main);
        Assert.Empty(await app.Journal("request.decided"));
        Assert.DoesNotContain("Dirk", (await dina.Get("/mijn/verzoeken")).Main);
    }

    /// <summary>What a parent asked is not given when that parent may not ask it any more; who decides reads of it what they need.</summary>
    [Theory, BothDatabases]
    public async Task A_parent_whose_authority_ended_while_the_request_ran_gets_nothing(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 12, 3))]);
        var people = await town.People(id);
        await town.Authority(id, people["Dina Vos"], people["Sem Vos"]);
        var (dina, privacy, sanne) = (await app.SignedIn(await town.Resident(id, named: "Dina Vos")), await app.SignedIn(town[Role.PrivacyOfficer]), await app.SignedIn(town.Sanne));
        await (await dina.Get("/mijn/verzoeken/nieuw?soort=Copy")).Submit(new() { ["Over"] = people["Sem Vos"].ToString() });
        var url = $"/verzoeken/{(await app.Journal("request.asked"))[^1].Subject:N}";
        Assert.Contains("Dina Vos, met gezag", (await privacy.Get(url)).Main);

        (await (await sanne.Get($"/huishoudens/{id}/gezag")).Submit(
            new() { ["Input.Child"] = people["Sem Vos"].ToString(), ["Input.Parent"] = people["Dina Vos"].ToString(), ["Input.Holds"] = "No", ["Input.Source"] = "CourtOrder" }, form: "form[action*=Check]")).ShouldBeOk();
        foreach (var (browser, back) in (IEnumerable<(TestBrowser, string)>)[(sanne, $"/huishoudens/{id}"), (privacy, "/verzoeken")])
        {
            var page = await browser.Get(url);
            Assert.Contains("Nu kan deze ouder het niet meer vragen", page.Main);
            var refused = await page.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Hier is de kopie." }, form: "form[action*=Decide]");
            Assert.Contains("Deze ouder kan dit nu niet meer namens het kind vragen. Nee antwoorden kan.", string.Concat(refused.Errors));
            Assert.Contains("Hier is de kopie.", refused.Main);
            Assert.Empty(await app.Journal("request.decided"));
            if (browser == privacy) Assert.EndsWith(back, (await refused.Submit(new() { ["Outcome"] = "Refused", ["Answer"] = "Dit kan niet meer." }, form: "form[action*=Decide]")).Url);
        }
        Assert.Single(await app.Journal("request.decided"));
    }

    [Fact]
    public async Task Who_looked_from_outside_the_circle_is_named_on_request_by_who_weighs_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        await (await (await app.SignedIn(town.Anouk)).Get("/zoeken")).Submit(new() { ["Tekst"] = "Dirk Vos" });
        // Her search showed the household, and then she opened it: two events, of which a resident reads the second at first.
        var found = await (await (await app.SignedIn(town.Sanne)).Get("/zoeken")).Submit(new() { ["Tekst"] = "Molenpad" });
        await found.Browser.Get(found.Html.QuerySelector("a.sk-item__title")!.GetAttribute("href")!);
        Assert.Equal([(town.Anouk.Account, LookEvent.Involvement), (town.Sanne.Account, LookEvent.Found), (town.Sanne.Account, LookEvent.Opened)], (await app.Looks()).Select(l => (l.Account, l.Event)));
        var browser = await app.SignedIn(resident);

        var looks = (await browser.Get("/mijn/inzage")).ShouldBeOk();
        // Sanne's name stands there already.
        var ask = Assert.Single(looks.Html.QuerySelectorAll("main td a, main th a")).GetAttribute("href")!;
        // By a trace, which is random: a number would tell how much is looked at here.
        Assert.EndsWith($"regel={(await app.Looks())[0].Trace}", ask);
        var form = (await browser.Get(ask)).ShouldBeOk();
        Assert.Contains("Wijkteam Waterveen", form.Main);
        Assert.DoesNotContain("Anouk", form.Main);
        (await form.Submit()).ShouldBeOk();
        Assert.Contains("Dit is al gevraagd", (await (await browser.Get(form.Url)).Submit()).Main);
        foreach (var line in (string[])["", "1"]) (await browser.Get($"/mijn/verzoeken/nieuw?soort=Names&regel={line}")).ShouldBe(HttpStatusCode.NotFound);

        var officer = await app.SignedIn(town[Role.PrivacyOfficer]);
        var decide = await (await officer.Get("/verzoeken")).Follow("De naam van wie keek");
        Assert.Contains("Anouk Kuiper", decide.Main);
        var unnamed = await decide.Submit(new() { ["Outcome"] = "Granted", ["Answer"] = "Een collega." }, form: "form[action*=Decide]");
        Assert.Contains("Noem de naam: Anouk Kuiper.", unnamed.Main);
        await decide.Submit(new() { ["Outcome"] = "Granted" }, form: "form[action*=Decide]");
        Assert.Contains("Dat was Anouk Kuiper", (await browser.Get("/mijn/verzoeken")).Main);
        Assert.DoesNotContain("Anouk", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_is_there_for_another_law_does_not_read_that_destruction_under_the_Jeugdwet_was_asked(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(laws: [Law.Jeugdwet, Law.Wmo], people: [new NewPerson("Noor Vos", Relation.Child, new DateOnly(2010, 5, 1))]);
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Wgs);
        var asked = await town.Request(id, RequestKind.Destroy, "Alles over jeugdhulp moet weg");
        var (hugo, sanne) = (await app.SignedIn(town.Hugo), await app.SignedIn(town.Sanne));

        foreach (var url in (string[])["/", $"/huishoudens/{id}"]) Assert.DoesNotContain("ernietigen", (await hugo.Get(url)).ShouldBeOk().Main);
        (await hugo.Get($"/verzoeken/{asked}")).ShouldBe(HttpStatusCode.NotFound);
        Assert.Contains("Laten vernietigen", (await sanne.Get($"/huishoudens/{id}")).Main);
        (await sanne.Get($"/verzoeken/{asked}")).ShouldBeOk();
    }

    [Fact]
    public async Task A_household_that_a_request_names_on_the_day_of_the_contact_person_was_seen()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Request(id);

        Assert.Contains("Verzoek: gezin aan het Molenpad", (await (await app.SignedIn(town.Sanne)).Get("/")).Main);

        Assert.Equal(("Mijn dag", LookEvent.Listed), (Assert.Single(await app.Looks(id)).What, (await app.Looks(id))[0].Event));
    }

    [Theory, BothDatabases]
    public async Task Who_looked_tells_the_others_at_home_nothing_of_what_one_of_them_opened_or_asked(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1))]);
        var dina = await app.SignedIn(await town.Resident(id, named: "Dina Vos"));
        var child = await town.Resident(id, await town.Enrol(Role.Resident, "Noor Vos"), "Noor Vos");
        var noor = await app.SignedIn(child);
        foreach (var url in (string[])["/mijn/naast-mij", "/mijn/verzoeken"]) (await noor.Get(url)).ShouldBeOk();
        var asked = await town.Request(id, by: child, person: (await town.People(id))["Noor Vos"]);
        (await (await app.SignedIn(town[Role.PrivacyOfficer])).Get($"/verzoeken/{asked}")).ShouldBeOk();
        (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/verzoek")).ShouldBeOk();

        var hers = (await dina.Get("/mijn/inzage")).ShouldBeOk();
        var copy = (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kopie?voor={(await town.People(id))["Dina Vos"]}")).ShouldBeOk();

        foreach (var told in (string[])["Noor Vos", "Wie kijkt met mij mee", "Mijn verzoeken", "erzoek over eigen gegevens", "erzoek vastleggen"]) Assert.DoesNotContain(told, hers.Text("main table"));
        Assert.Contains("Wie keek mee", copy.Main);
        foreach (var told in (string[])["Mijn verzoeken", "Wie kijkt met mij mee"]) Assert.DoesNotContain(told, copy.Main);
        // What is counted is what is shown: of the two who work here, and her own look.
        Assert.Equal(3, hers.Html.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("3 keer", hers.Main);
        Assert.Contains("Wie kijkt met mij mee", (await noor.Get("/mijn/inzage")).Text("main table"));
    }

    [Fact]
    public async Task A_request_is_withdrawn_by_whose_it_is_and_nothing_of_it_shows_to_the_others_at_home()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2012, 5, 3))]);
        var resident = await town.Resident(id);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        await using var work = await app.Read(resident);
        var self = work.Self.Single();
        var other = work.People.Single(p => p.Id != self.Id).Id;
        await town.Request(id, RequestKind.Correct, "Mijn naam", person: self.Id);
        var childs = await town.Request(id, RequestKind.Erase, "Wat ik vertelde", person: other);
        var browser = await app.SignedIn(resident);

        var page = (await browser.Get("/mijn/verzoeken")).ShouldBeOk();
        Assert.DoesNotContain("Wat ik vertelde", page.Main);
        // Nor in the timeline, where one's own stands.
        var plan = await browser.Get("/mijn");
        Assert.Single(plan.Main.Split("Verzoek over eigen gegevens").Skip(1));
        Assert.DoesNotContain("Verzoek over eigen gegevens", (await (await app.SignedIn(town[Role.Supporter])).Get("/mijn")).ShouldBeOk().Main);
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.Post("/mijn/verzoeken?handler=Withdraw", new() { ["request"] = childs.ToString(), ["__RequestVerificationToken"] = token })).ShouldBe(HttpStatusCode.NotFound);

        var withdrawn = await page.Submit(form: "form[action*=Withdraw]");
        Assert.Contains("ingetrokken", withdrawn.Main);
        Assert.Single(await app.Journal("request.withdrawn"));
        Assert.Contains("net beantwoord", (await page.Submit(form: "form[action*=Withdraw]")).Main);
    }
}
