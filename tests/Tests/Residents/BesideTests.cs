using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Beside;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.Architecture;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>A resident asks someone to stand beside them, for parts and a period; and a membership whose end is planned.</summary>
public class BesideTests
{
    [Fact]
    public async Task Someone_who_was_asked_makes_an_account_and_reads_the_parts_that_were_chosen_until_the_day()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        await town.Ask(id, "Hoe betaal ik de huur?");
        var mine = await app.SignedIn(await town.Resident(id));
        var code = await Invite(mine, "Questions", "2026-12-24");
        Assert.DoesNotContain(code, (await mine.Get("/mijn/naast-mij")).Source);

        var visitor = app.Visitor();
        var made = await (await visitor.Get("/uitnodiging")).Submit(new()
        {
            ["Code"] = code.ToLowerInvariant(),
            ["Name"] = "Rana Vos",
            ["Email"] = "rana@voorbeeld.test",
            ["Password"] = "drie gewone woorden",
        });

        Assert.StartsWith("/aanmelden", made.Url);
        var beside = await ActorOf(app, "rana@voorbeeld.test");
        Assert.Equal(Role.Supporter, beside.Role);
        var page = (await (await app.SignedIn(beside)).Get("/mijn")).ShouldBeOk();
        Assert.Contains("Hoe betaal ik de huur?", page.Main);
        Assert.DoesNotContain("Doel 1", page.Main);
        Assert.Contains("Rana Vos", (await mine.Get("/mijn/naast-mij")).Main);
        Assert.Contains("staat naast Dirk Vos, ziet: vragen", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring")).Main);
        Assert.Equal((1, 1), ((await app.Journal("beside.invited")).Count, (await app.Journal("beside.accepted")).Count));

        // On the day after the last one it opens nothing, whether or not a job came by.
        app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.DoesNotContain("huur", (await (await app.SignedIn(beside)).Get("/mijn")).Main);
    }

    /// <summary>Each part opens that part: not who lives there, where, or what was agreed, and not the address of another's page either.</summary>
    [Theory, BothDatabases]
    public async Task Each_part_gives_exactly_that_part(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        var dirk = (await town.People(id))["Dirk Vos"];
        await town.Plan(id);
        await town.Ask(id, "Hoe betaal ik de huur?", about: dirk);
        await town.Talk(id, "Wij spraken over de toekomst", Audience.Circle, dirk, Law.Wmo);
        var letter = await town.Letter(id, dirk, "Over de regeling");
        Dictionary<Parts, string> only = new() { [Parts.Plan] = "Doel 1", [Parts.Questions] = "Hoe betaal ik de huur?", [Parts.Conversations] = "Wij spraken over de toekomst", [Parts.Letters] = "Over de regeling" };

        foreach (var (part, own) in only)
        {
            var beside = await app.SignedIn(await StandBeside(app, town, id, dirk, part));
            var pages = await ReadAll(beside, [$"/mijn", $"/mijn/{id}", "/mijn/brieven", "/mijn/gesprekken", $"/mijn/gesprekken/{id}", $"/mijn/brieven/{letter}"]);

            Assert.Contains(own, pages);
            foreach (var (other, words) in only.Where(o => o.Key != part)) Assert.False(pages.Contains(words, StringComparison.Ordinal), $"{part} shows {other}");
            foreach (var words in (string[])["Mina Blom", "Molenpad", "Plan versie", "Wat er gebeurde", "Bij mij thuis", "Mijn kring"]) Assert.True(part == Parts.Plan || !pages.Contains(words, StringComparison.Ordinal), $"{part} shows {words}");
            foreach (var (to, link) in (IEnumerable<(Parts, string)>)[(Parts.Letters, "href=\"/mijn/brieven\""), (Parts.Conversations, $"href=\"/mijn/gesprekken/{id}\"")])
                Assert.Equal(part == to, (await beside.Get("/mijn")).Source.Contains(link, StringComparison.Ordinal));
        }

        // Who looks along in two things at two people has both, each at its own place.
        var other2 = await town.Household("gezin aan de dijk", people: [new NewPerson("Ali Yilmaz")]);
        await town.Ask(other2, "Waar vind ik werk?");
        await using var now = await app.Read(Actor.System);
        var mentor = await StandBeside(app, town, id, dirk, Parts.Questions);
        await Beside(app, other2, (await town.People(other2))["Ali Yilmaz"], mentor, Parts.Questions);
        Assert.Contains("Nog iemand bij wie u meekijkt", (await (await app.SignedIn(mentor)).Get("/mijn")).Main);
        Assert.Contains("Waar vind ik werk?", (await (await app.SignedIn(mentor)).Get($"/mijn/{other2}")).Main);
        Assert.Contains("Hoe betaal ik de huur?", (await (await app.SignedIn(mentor)).Get($"/mijn/{id}")).Main);
    }

    /// <summary>From before a child under 16 could invite nobody by itself: it opens nothing any more, on the day that it is read.</summary>
    [Theory, BothDatabases]
    public async Task Whom_a_child_under_16_asked_before_reads_nothing_any_more(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1)), new NewPerson("Tim Vos", Relation.Child), new NewPerson("Bas Vos", Relation.Child, new DateOnly(2009, 5, 1))]);
        var people = await town.People(id);
        await town.Plan(id);
        foreach (var (name, child) in people) await town.Talk(id, $"{name} vertelt over thuis", Audience.Circle, child);

        foreach (var (name, child) in people)
        {
            var mother = await app.SignedIn(await StandBeside(app, town, id, child, PartWords.All));
            var pages = await ReadAll(mother, ["/mijn", $"/mijn/{id}", "/mijn/gesprekken", $"/mijn/gesprekken/{id}", "/mijn/brieven"]);

            var may = name == "Bas Vos";
            Assert.Equal((may, may, may), (pages.Contains($"{name} vertelt", StringComparison.Ordinal), pages.Contains("Plan versie", StringComparison.Ordinal), pages.Contains("Noor Vos", StringComparison.Ordinal)));
        }
        // Who works there reads that it opens nothing, and can end it.
        Assert.Contains("kijkt niet mee: jonger dan 16", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring")).Main);
    }

    /// <summary>At 16 one lets a parent look along oneself; a freeze is for when a parent should not, and ends that at once, also where it began before.</summary>
    [Theory, BothDatabases]
    public async Task Beside_who_is_16_or_17_nobody_reads_while_a_freeze_runs(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Tim Vos", Relation.Child, new DateOnly(2009, 5, 1)), new NewPerson("Lot Blom", Relation.Relative, new DateOnly(2009, 5, 1)), new NewPerson("Bas Vos", Relation.Child, new DateOnly(2008, 5, 1))]);
        var people = await town.People(id);
        await town.Plan(id);
        await town.Ask(id, "De kinderen slapen slecht", Law.Jeugdwet);
        foreach (var (name, who) in people) await town.Talk(id, $"{name} vertelt over thuis", Audience.Circle, who);
        await town.Letter(id, people["Tim Vos"], "Brief voor Tim", law: Law.Jeugdwet);
        var (never, mother) = (await app.SignedIn(await town.Enrol(Role.Supporter, "Broer Vos")), await app.SignedIn(await StandBeside(app, town, id, people["Tim Vos"], PartWords.All)));
        var others = new Dictionary<string, TestBrowser>();
        foreach (var name in people.Keys.Where(name => name != "Tim Vos")) others.Add(name, await app.SignedIn(await StandBeside(app, town, id, people[name], PartWords.All)));
        string[] urls = ["/mijn", $"/mijn/{id}", "/mijn/gesprekken", $"/mijn/gesprekken/{id}", "/mijn/brieven"];
        string[] read = ["Tim Vos vertelt", "kinderen slapen slecht", "Plan versie", "Brief voor Tim"];
        var before = await ReadAll(mother, urls);
        foreach (var words in read) Assert.Contains(words, before);

        (await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Ground"] = "Suspicion", ["Reason"] = "vermoeden" }, form: "form[action*=Freeze]")).ShouldBeOk();

        // To the letter what who never stood beside anyone reads: it tells of no freeze.
        foreach (var url in urls) Assert.Equal((await never.Get(url)).Main, (await mother.Get(url)).Main);
        // By age, whatever one is to the others; and who is grown chooses for themselves.
        foreach (var (name, browser) in others) Assert.Equal(name != "Lot Blom", (await ReadAll(browser, urls)).Contains($"{name} vertelt", StringComparison.Ordinal));
        Assert.Contains("Tim Vos vertelt", (await (await app.SignedIn(await town.Resident(id, named: "Tim Vos"))).Get("/mijn/gesprekken")).Main);

        await (await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/huishoudens/{id}/gezag")).Submit(form: "form[action*=Lift]");
        var after = await ReadAll(mother, urls);
        foreach (var words in read) Assert.Contains(words, after);
    }

    [Theory, BothDatabases]
    public async Task Whose_parts_hold_nothing_reads_beside_whom_they_stand_and_whom_to_ask(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner)]);
        var people = await town.People(id);
        await town.Ask(id, "Hoe betaal ik de huur?");
        var beside = await app.SignedIn(await StandBeside(app, town, id, people["Dirk Vos"], Parts.Letters | Parts.Conversations));

        var bare = (await beside.Get("/mijn")).ShouldBeOk().Main;
        foreach (var words in (string[])["U staat naast Dirk Vos.", "U leest hier: brieven en besluiten, gesprekken", "Hier staat nog niets", "Vraag het aan Dirk Vos"]) Assert.Contains(words, bare);
        foreach (var words in (string[])["Mina Blom", "huur", "Zodra u samen met uw contactpersoon begint"]) Assert.DoesNotContain(words, bare);
        await town.Letter(id, people["Dirk Vos"], "Over de regeling");
        Assert.DoesNotContain("Hier staat nog niets", (await beside.Get("/mijn")).Main);

        // With the plan one reads beside whom as well; and who asked nothing of conversations is told so there.
        var plan = await app.SignedIn(await StandBeside(app, town, id, people["Mina Blom"], Parts.Plan));
        Assert.Contains("U staat naast Mina Blom.", (await plan.Get("/mijn")).Main);
        Assert.Contains("als iemand u dat vroeg", (await plan.Get("/mijn/gesprekken")).Main);
    }

    /// <summary>To the letter the same: otherwise who stood beside someone hidden would read that they are.</summary>
    [Theory, BothDatabases]
    public async Task Who_stands_beside_nobody_any_more_reads_the_same_whatever_the_reason_is(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom", Relation.Partner), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1))]);
        var people = await town.People(id);
        var (never, child) = (await town.Enrol(Role.Supporter, "Broer Vos"), await StandBeside(app, town, id, people["Noor Vos"], PartWords.All));
        var (ended, hidden) = (await StandBeside(app, town, id, people["Dirk Vos"], PartWords.All), await StandBeside(app, town, id, people["Mina Blom"], PartWords.All));
        foreach (var reads in (Actor[])[ended, hidden]) Assert.Contains("U staat naast", (await (await app.SignedIn(reads)).Get("/mijn")).Main);
        await town.Hide(id, people["Mina Blom"]);
        await using (var work = await app.Read(town.Sanne)) await town.Leave((await work.Circle(id)).Single(m => m.Who.Id == ended.Account).Id);

        var pages = new List<string>();
        foreach (var who in (Actor[])[never, ended, hidden, child]) pages.Add((await (await app.SignedIn(who)).Get("/mijn")).ShouldBeOk().Main);

        var said = Assert.Single(pages.Distinct());
        foreach (var words in (string[])["U kijkt nu met niemand mee", "Vul de code in", "Vraag het aan degene naast wie u stond"]) Assert.Contains(words, said);
        foreach (var words in (string[])["Vos", "Blom", "uw plan"]) Assert.DoesNotContain(words, said);
    }

    [Fact]
    public async Task A_code_works_once_and_one_that_was_withdrawn_or_is_too_old_answers_like_one_that_never_was()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var mine = await app.SignedIn(await town.Resident(id));
        var supporter = await app.SignedIn(town[Role.Supporter]);
        var (used, withdrawn) = (await Invite(mine, "Plan", "2026-12-24"), await Invite(mine, "Plan", "2026-12-24"));
        Assert.Contains("U kijkt nu mee.", (await (await supporter.Get("/uitnodiging")).Submit(new() { ["Code"] = used })).Main);
        await (await mine.Get("/mijn/naast-mij")).Submit(form: "form[action*=Withdraw]");
        var old = await Invite(mine, "Plan", "2027-06-01");
        app.Clock.Advance(TimeSpan.FromDays(15));

        var another = await app.SignedIn(await town.Enrol(Role.Supporter, "Broer Vos"));
        var answers = new List<string>();
        foreach (var code in (string[])[used, withdrawn, old, "2222-2222-2222-2222", "x"])
            answers.Add(string.Join(' ', (await (await another.Get("/uitnodiging")).Submit(new() { ["Code"] = code })).Errors));

        Assert.All(answers, answer => Assert.Contains("Deze code werkt niet (meer).", answer));
        Assert.Single(answers.Distinct());
        Assert.Contains("U kijkt nu met niemand mee", (await another.Get("/mijn")).Main);
    }

    [Fact]
    public async Task Without_a_valid_code_no_account_is_made_and_what_was_typed_stays()
    {
        await using var app = await WebApp.Start();
        await Town.Build(app.Storage);

        var refused = await (await app.Visitor().Get("/uitnodiging")).Submit(new()
        {
            ["Code"] = "2222-2222-2222-2222",
            ["Name"] = "Rana Vos",
            ["Email"] = "rana@voorbeeld.test",
            ["Password"] = "drie gewone woorden",
        });

        Assert.Equal("Rana Vos", refused.Html.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        await using var work = await app.Read(Actor.System);
        Assert.False(await work.Accounts.AnyAsync(a => a.Name == "Rana Vos"));
        var empty = await (await app.Visitor().Get("/uitnodiging")).Submit();
        foreach (var words in (string[])["Vul de code in.", "Vul uw naam in.", "Vul uw e-mailadres in.", "Kies een wachtwoord."]) Assert.Contains(words, empty.Main);
    }

    [Fact]
    public async Task The_resident_ends_it_and_who_stood_there_sees_nothing_more()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "Hoe betaal ik de huur?");
        var mine = await app.SignedIn(await town.Resident(id));
        var supporter = await app.SignedIn(town[Role.Supporter]);
        await (await supporter.Get("/uitnodiging")).Submit(new() { ["Code"] = await Invite(mine, "Questions", "2026-12-24") });
        Assert.Contains("huur", (await supporter.Get("/mijn")).Main);

        Assert.Contains("kijkt niet meer mee", (await (await mine.Get("/mijn/naast-mij")).Submit(form: "form[action*=End]")).Main);

        Assert.DoesNotContain("huur", (await supporter.Get("/mijn")).Main);
        Assert.Single(await app.Journal("beside.ended"));
    }

    [Fact]
    public async Task An_invitation_says_at_the_field_what_is_missing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var mine = await app.SignedIn(await town.Resident(await town.Household()));

        var refused = await (await mine.Get("/mijn/naast-mij")).Submit(new() { ["Input.Name"] = "mijn zus", ["Input.Last"] = "2029-01-01" });

        Assert.Equal("mijn zus", refused.Html.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        foreach (var words in (string[])["Kies wie het is.", "Kies wat diegene mag zien.", "Kies een dag binnen een jaar."]) Assert.Contains(words, refused.Main);
        Assert.Empty(await app.Journal("beside.invited"));
    }

    [Theory]
    [InlineData("2013-05-01", false)]
    [InlineData("2009-05-01", true)]
    public async Task A_child_under_16_invites_nobody_by_itself(string born, bool may)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Noor Vos", Relation.Child, DateOnly.Parse(born, CultureInfo.InvariantCulture))]);
        var noor = await app.SignedIn(await town.Resident(id));

        var page = await noor.Get("/mijn/naast-mij");
        var sent = await noor.Post("/mijn/naast-mij", new() { ["Input.Name"] = "mama", ["Input.Kind"] = "Family", ["Input.Parts"] = "Conversations", ["Input.Last"] = "2026-12-24", ["__RequestVerificationToken"] = await Route.Token(noor) });

        Assert.Equal((may, !may), (page.Html.QuerySelector("input[name='Input.Name']") is not null, page.Main.Contains("Ook uw contactpersoon kan dat niet aanzetten.", StringComparison.Ordinal)));
        // What does work is told, and no page is promised that is not there.
        Assert.Equal(!may, page.Main.Contains("vertrouwenspersoon van Jeugdstem", StringComparison.Ordinal));
        Assert.Equal(may, page.Main.Contains("Wie met u meekijkt, leest alleen.", StringComparison.Ordinal));
        Assert.Equal((!may, may ? 1 : 0), (string.Join(' ', sent.Errors).Contains("Dan kan hier nog niemand met u meekijken.", StringComparison.Ordinal), (await app.Journal("beside.invited")).Count));
    }

    [Theory, BothDatabases]
    public async Task What_a_child_invited_before_opens_nothing_to_a_parent(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1)), new NewPerson("Tim Vos", Relation.Child, new DateOnly(2009, 5, 1))]);
        await town.Talk(id, "Noor vertelt over thuis", Audience.Circle, (await town.People(id))["Noor Vos"]);
        var noor = await Invited(app, id, "Noor Vos");
        var tim = await Invite(await app.SignedIn(await town.Resident(id, named: "Tim Vos")), "Conversations", "2026-12-24");
        var mother = await app.SignedIn(town[Role.Supporter]);

        Assert.Contains("Deze code werkt niet (meer).", (await (await mother.Get("/uitnodiging")).Submit(new() { ["Code"] = noor })).Main);
        Assert.DoesNotContain("Noor vertelt", (await mother.Get("/mijn/gesprekken")).Main);

        // Of 16 one asks oneself; while what the parents see is frozen, a parent may be the one who shows the code.
        await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Ground"] = "Suspicion", ["Reason"] = "vermoeden" }, form: "form[action*=Freeze]");
        Assert.Contains("Deze code werkt niet (meer).", (await (await mother.Get("/uitnodiging")).Submit(new() { ["Code"] = tim })).Main);
        await (await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/huishoudens/{id}/gezag")).Submit(form: "form[action*=Lift]");
        Assert.Contains("U kijkt nu mee.", (await (await mother.Get("/uitnodiging")).Submit(new() { ["Code"] = tim })).Main);
    }

    [Fact]
    public async Task The_pages_are_for_residents_and_for_who_was_asked()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);

        Assert.NotEqual("/mijn/naast-mij", (await app.Visitor().Get("/mijn/naast-mij")).Url);
        (await (await app.SignedIn(town.Sanne)).Get("/mijn/naast-mij")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedIn(town[Role.Supporter])).Get("/mijn/naast-mij")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Contains("Met dit account kan het niet", (await (await app.SignedIn(town.Sanne)).Get("/uitnodiging")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_stands_beside_a_resident_never_sees_more_than_that_resident(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1))]);
        await using (var work = await database.Begin(Actor.System))
        {
            var because = new Because(town.Sanne, work.Now, Samenkracht.Residents.ResidentEvents.StandsBeside, null, null);
            var dina = (await work.People.ToListAsync()).Single(p => p.Name == "Dina Vos");
            work.Add(CircleMember.StandBeside(dina.Id, id, town[Role.Supporter].Account!.Value, Parts.Plan | Parts.Questions, work.Now.AddDays(9), because));
            await work.Note(because, id.Value, id);
            await work.Commit();
        }
        await town.Ask(id, "voor iedereen");
        await town.Ask(id, "over de kinderen", Law.Jeugdwet);
        await town.Ask(id, "professionals", audience: Audience.Professionals);

        await using var beside = await database.Read(town[Role.Supporter]);
        Assert.Equal(["voor iedereen"], await beside.Questions.Select(q => q.Text).ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task A_planned_end_shuts_the_household_at_once_and_a_job_writes_it_down(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await using (var work = await database.Begin(Actor.System))
        {
            var household = (await work.Context.Set<Samenkracht.Residents.Household>().FindAsync(id))!;
            await CircleChanges.Join(work, household, town.Anouk.Account!.Value, CircleRole.Member, [Law.Wmo], default, work.Now.AddDays(3));
            await work.Commit();
        }
        Assert.Equal(1, await Opens(database, town.Anouk));

        database.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(0, await Opens(database, town.Anouk));
        await using (var work = await database.Begin(Actor.System))
        {
            Assert.Equal(1, await EndMemberships.Run(work));
            await work.Commit();
        }
        await using var now = await database.Read(town.Sanne);
        Assert.NotNull((await now.Circle(id, former: true)).Single(m => m.Who.Name == "Anouk Kuiper").Until);
    }

    [Fact]
    public async Task An_end_is_planned_on_the_page_and_a_contact_person_stays()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring");
        Dictionary<string, string?> Join(string last) => new() { ["Who"] = $"{town.Anouk.Account}", ["Laws"] = "Wmo", ["Last"] = last };

        Assert.Contains("Kies een dag die nog komt", (await page.Submit(Join("2020-01-01"), form: "form[action*=Join]")).Main);
        var joined = await page.Submit(Join("2026-12-24"), form: "form[action*=Join]");
        Assert.Contains("24 dec", joined.Main);
        string Value(string name) => joined.Html.QuerySelectorAll("select[name=Coordinator] option").First(o => o.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;
        var refused = await joined.Submit(new() { ["Coordinator"] = Value("Sanne Bakker"), ["Deputy"] = Value("Anouk Kuiper") }, form: "form[action*=Appoint]");

        Assert.Contains("Kies twee professionals die blijven", refused.Main);
    }

    private static async Task<string> ReadAll(TestBrowser who, string[] urls)
    {
        var all = "";
        foreach (var url in urls) all += (await who.Get(url)).Source;
        return all;
    }

    private static async Task<Actor> StandBeside(WebApp app, Town town, HouseholdId household, PersonId person, Parts parts)
    {
        var who = await town.Enrol(Role.Supporter, $"Naast {person} {parts}");
        await Beside(app, household, person, who, parts);
        return who;
    }

    private static async Task Beside(WebApp app, HouseholdId household, PersonId person, Actor who, Parts parts)
    {
        await using var work = await app.Storage.Begin(Actor.System, default);
        var because = new Because(who, work.Now, Samenkracht.Residents.ResidentEvents.StandsBeside, null, null);
        var member = CircleMember.StandBeside(person, household, who.Account!.Value, parts, work.Now.AddDays(30), because);
        work.Add(member);
        await work.Note(because, member.Id.Value, household);
        await work.Commit();
    }

    private static async Task<int> Opens(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return await work.Households.CountAsync();
    }

    private static async Task<string> Invited(WebApp app, HouseholdId household, string name)
    {
        await using var work = await app.Storage.Begin(Actor.System, default);
        var person = (await work.People.Where(p => p.Household == household).ToListAsync()).Single(p => p.Name == name);
        var because = work.Because(Samenkracht.Residents.ResidentEvents.Invited);
        var made = Invitation.Ask(household, person.Id, "mama", BesideKind.Family, Parts.Conversations, work.Now.AddDays(30), work.Secrets, because);
        work.Add(made);
        await work.Note(because, made.Id.Value, household);
        await work.Commit();
        return made.Code(work.Secrets)!.Value.Shown;
    }

    private static async Task<string> Invite(TestBrowser mine, string part, string last)
    {
        var made = await (await mine.Get("/mijn/naast-mij")).Submit(new() { ["Input.Name"] = "mijn zus", ["Input.Kind"] = "Family", ["Input.Parts"] = part, ["Input.Last"] = last }, form: "form:has(input[name='Input.Name'])");
        return made.Html.QuerySelector(".sk-code")!.TextContent;
    }

    private static async Task<Actor> ActorOf(WebApp app, string email)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.Context.Set<Samenkracht.Access.Accounts.Account>().SingleAsync(a => a.Email == email)).AsActor;
    }
}
