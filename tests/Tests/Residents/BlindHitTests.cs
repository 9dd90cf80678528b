using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Safety;
using Samenkracht.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>What is entered is compared with hidden households without anyone learning of it but the attention officer.</summary>
public class BlindHitTests
{
    private static readonly Address Hidden = new("Haverweg", "8", "1234 CD", "Waterveen", null);

    [Theory, BothDatabases]
    public async Task A_household_at_a_hidden_address_or_with_a_hidden_name_is_held(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var hidden = await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var street = await town.Household("een", new Address("haverweg", "8", null, null, null), by: town.Anouk);
        var postcode = await town.Household("twee", new Address(null, "8", "1234cd", null, null), by: town.Anouk);
        var name = await town.Household("drie", Address.Unknown, by: town.Anouk, people: [new NewPerson("mina blóm")]);
        var other = await town.Household("vier", Address.Unknown, by: town.Anouk, people: [new NewPerson("Mina Bloms")]);

        await using var officer = await database.Read(town[Role.AttentionOfficer]);
        var holds = await officer.Query<ContactHold>().ToListAsync();
        Assert.Equal([(street, HoldGround.Address), (postcode, HoldGround.Address), (name, HoldGround.Name)],
            holds.OrderBy(h => Array.IndexOf([street, postcode, name], h.Household)).Select(h => (h.Household, h.Ground)));
        Assert.All(holds, h => Assert.Equal(hidden, h.Matched));
        Assert.DoesNotContain(other, holds.Select(h => h.Household));
        foreach (var role in Roles.OfAccounts.Where(r => r != Role.AttentionOfficer))
        {
            await using var work = await database.Read(town[role]);
            Assert.False(await work.Query<ContactHold>().AnyAsync());
            Assert.False(await work.Query<SignalMatch>().AnyAsync());
        }
    }

    /// <summary>To the letter the same with a hit and without, on the day itself and after it where the lot drew the other.</summary>
    [Fact]
    public async Task Who_enters_it_reads_the_same_with_a_hit_and_without()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var browser = await app.SignedIn(town.Anouk);

        var hit = await Enter(browser, "gezin", "Mina Blom", "Haverweg", "8");
        var none = await Enter(browser, "gezin", "Nina Bloem", "Haverweg", "9");

        Assert.Contains("Nog geen huisbezoek en nog geen post", hit.Main);
        Assert.Contains("25 nov", hit.Main);
        Assert.Equal(Neutral(none), Neutral(hit));
        Assert.Equal(Looks(await app.Looks(IdOf(none))), Looks(await app.Looks(IdOf(hit))));
    }

    [Fact]
    public async Task Visits_and_post_wait_until_the_attention_officer_releases_them()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("vrouw aan de Haverweg", Hidden, safety: SafetyMark.Shielded);
        var browser = await app.SignedIn(town.Anouk);
        var hit = IdOf(await Enter(browser, "gezin met een hond", "Nina Bloem", "Haverweg", "8"));
        var none = IdOf(await Enter(browser, "gezin met een kat", "Nina Bos", "Molenpad", "9"));
        app.Clock.Advance(TimeSpan.FromHours(24));
        browser = await app.SignedIn(town.Anouk);

        Assert.DoesNotContain("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{none}")).Main);
        var held = (await browser.Get($"/huishoudens/{hit}")).Main;
        Assert.Contains("Nog geen huisbezoek", held);
        Assert.DoesNotContain("Haverweg 8, 1234", held);

        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        Assert.Contains("Bezoek en post wachten op u", (await officer.Get("/")).Main);
        var desk = (await officer.Get("/veiligheid")).ShouldBeOk();
        Assert.Contains("gezin met een hond", desk.Main);
        Assert.Contains("vrouw aan de Haverweg", desk.Main);
        Assert.Contains("Anouk Kuiper", desk.Main);
        Assert.DoesNotContain("gezin met een kat", desk.Main);
        foreach (var told in (string[])["Dit is gelijk", "Haverweg 8"]) Assert.Contains(told, desk.Main);
        Assert.Null(desk.Html.QuerySelector("main form"));
        var release = (await officer.Get(desk.Html.QuerySelector("main a[href^='/veiligheid/']")!.GetAttribute("href")!)).ShouldBeOk();
        (await browser.Get(release.Url)).ShouldBe(System.Net.HttpStatusCode.Forbidden);
        var unsure = await release.Submit(new() { ["Reason"] = "ja" });
        foreach (var why in (string[])["Schrijf in een of twee zinnen waarom het kan.", "Zet een vinkje als u hebt gebeld"]) Assert.Contains(why, unsure.Main);
        Assert.Empty(await app.Journal("contact.released"));
        Assert.Contains("Er wacht niets", (await unsure.Submit(new() { ["Reason"] = "Anouk gesproken: het is een ander huis.", ["Sure"] = "true" })).Main);
        Assert.Contains("Dit was al vrijgegeven.", (await officer.Get(release.Url)).Main);

        Assert.DoesNotContain("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{hit}")).Main);
        Assert.Single(await app.Journal("contact.held"));
        Assert.Equal(town[Role.AttentionOfficer].Account, Assert.Single(await app.Journal("contact.released")).Account);
        // What was typed goes with the household: the line is under a key that is never destroyed, and would outlive it.
        Assert.Null(Assert.Single(await app.Journal("contact.released")).Payload);
        await using (var guarding = await app.Read(town[Role.AttentionOfficer]))
            Assert.Equal("Anouk gesproken: het is een ander huis.", Assert.Single(await guarding.Query<ContactHold>().ToListAsync()).ReleasedBecause);
        // Neither stands in the household's own timeline.
        Assert.All(await app.Journal("contact.held"), line => Assert.Null(line.Household));
    }

    /// <summary>Who let it go on, when and why helps at the next hit, and tells of the hidden household: it is for who guards that one.</summary>
    [Theory, BothDatabases]
    public async Task Why_it_was_released_is_read_by_the_officer_who_guards_it_and_by_nobody_else(Engine engine)
    {
        const string Reason = "Anouk gesproken: het is een ander huis.";
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var elsewhere = await town.Found("Wijkteam Elders", Samenkracht.Access.Contract.OrganisationKind.Welfare);
        var (stranger, bram) = (await town.Enrol(Role.AttentionOfficer, "Ans Dijk", elsewhere), await town.Enrol(Role.TeamMember, "Bram Dijk", elsewhere));
        var hidden = await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var entered = await town.Household("buren", Hidden, by: town.Anouk);
        var (resident, officer) = (await town.Resident(entered), await app.SignedIn(town[Role.AttentionOfficer]));
        Assert.Contains("Er is nog niets vrijgegeven", (await officer.Get("/veiligheid/eerder")).ShouldBeOk().Main);
        var desk = await officer.Get("/veiligheid");
        Assert.DoesNotContain("Eerder vrijgegeven", desk.Text("main dl"));
        await (await officer.Get(desk.Html.QuerySelector("main a[href^='/veiligheid/']:not([href='/veiligheid/eerder'])")!.GetAttribute("href")!)).Submit(new() { ["Reason"] = Reason, ["Sure"] = "true" });

        // Entered again: what was found then stands with what waits now, also where one lets it go.
        await (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{entered}/mensen")).Submit(new() { ["Input.Name"] = "Mina Blom", ["Input.Relation"] = "Partner" });
        desk = await officer.Get("/veiligheid");
        var again = await officer.Get(desk.Html.QuerySelector("main a[href^='/veiligheid/']:not([href='/veiligheid/eerder'])")!.GetAttribute("href")!);
        var before = await desk.Follow("Wat eerder is vrijgegeven, door wie en waarom");
        foreach (var page in (Page[])[desk, again, before])
            foreach (var told in (string[])[Reason, "Zelfde adres als een afgeschermd huishouden", "24 nov", await NameOf(app, town[Role.AttentionOfficer])]) Assert.Contains(told, page.Main);
        foreach (var told in (string[])["buren", "vrouw"]) Assert.Contains(told, before.Main);

        Assert.DoesNotContain(Reason, (await (await app.SignedIn(stranger)).Get("/veiligheid/eerder")).ShouldBeOk().Main);
        foreach (var role in Roles.OfAccounts.Where(r => r is not Role.AttentionOfficer))
            (await (await app.SignedIn(town[role])).Get("/veiligheid/eerder")).ShouldBe(HttpStatusCode.Forbidden);
        foreach (var (who, url) in ((Actor, string)[])[(town.Anouk, $"/huishoudens/{entered}"), (town.Sanne, $"/huishoudens/{hidden}"), (resident, "/mijn"), (resident, "/mijn/inzage")])
            Assert.DoesNotContain("ander huis", (await (await app.SignedIn(who)).Get(url)).ShouldBeOk().Source);

        // Hidden since, and guarded by another: who guarded what it touched reads no more of it.
        await town.Name(await town.Join(entered, bram));
        await using (var work = await app.Begin(Actor.System))
        {
            await work.Context.Set<Samenkracht.Residents.Household>().Where(h => h.Id == entered).ExecuteUpdateAsync(set => set.SetProperty(h => h.Safety, SafetyMark.Shielded));
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.Released), entered.Value, entered);
            await work.Commit();
        }
        var later = (await officer.Get("/veiligheid/eerder")).ShouldBeOk().Main;
        Assert.Contains(Reason, later);
        Assert.DoesNotContain("buren", later);
        Assert.DoesNotContain(Reason, (await (await app.SignedIn(stranger)).Get("/veiligheid/eerder")).Main);
    }

    private static async Task<string> NameOf(WebApp app, Actor who)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.Context.Set<Samenkracht.Access.Accounts.Account>().SingleAsync(a => a.Id == who.Account)).Name;
    }

    [Fact]
    public async Task Another_address_is_looked_at_like_a_new_one_and_someone_added_after_the_first_day_blocks_nothing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var id = await town.Household(by: town.Anouk);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var browser = await app.SignedIn(town.Anouk);

        await (await browser.Get($"/huishoudens/{id}/mensen")).Submit(new() { ["Input.Name"] = "Mina Blom", ["Input.Relation"] = "Partner" });
        Assert.DoesNotContain("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{id}")).Main);
        await (await browser.Get($"/huishoudens/{id}/gegevens")).Submit(new() { ["Input.Street"] = "Haverweg", ["Input.HouseNumber"] = "8" }, button: "Bewaren");
        Assert.Contains("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{id}")).Main);

        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        Assert.Equal([(HoldGround.Address, true), (HoldGround.Name, false)],
            (await officer.Query<ContactHold>().ToListAsync()).Select(h => (h.Ground, h.Blocks)).OrderBy(h => h.Ground));
    }

    /// <summary>Everyone waits a day, so that a hit which blocks on that day tells nothing.</summary>
    [Theory, BothDatabases]
    public async Task A_hit_by_someone_added_on_the_first_day_keeps_visits_and_post_waiting_after_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var (hit, none) = (await Piet(town), await Piet(town));
        var browser = await app.SignedIn(town.Anouk);
        await Add(browser, hit, "Mina Blom");
        await Add(browser, none, "Nina Bloem");
        foreach (var id in (HouseholdId[])[hit, none]) Assert.Contains("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{id}")).Main);
        app.Clock.Advance(TimeSpan.FromHours(24));
        browser = await app.SignedIn(town.Anouk);

        Assert.DoesNotContain("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{none}")).Main);
        Assert.Contains("Nog geen huisbezoek", (await browser.Get($"/huishoudens/{hit}")).Main);
    }

    /// <summary>"Mina" was never compared with "Mina Blom".</summary>
    [Theory]
    [InlineData(Engine.Sqlite, 1, true)]
    [InlineData(Engine.Postgres, 1, true)]
    [InlineData(Engine.Sqlite, 24, false)]
    [InlineData(Engine.Postgres, 24, false)]
    public async Task A_name_that_is_completed_is_compared_as_one_that_is_added_is(Engine engine, int hours, bool blocks)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var hidden = await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var id = await town.Household(by: town.Anouk, people: [new NewPerson("Mina")]);
        app.Clock.Advance(TimeSpan.FromHours(hours));
        var browser = await app.SignedIn(town.Anouk);

        await Rename(browser, town, id, "Mina", "Mina Blom");

        Assert.Equal((id, hidden, HoldGround.Name, blocks), Assert.Single(await Holds(app, town)));
        // The same name in other letters is no other name, and what was released is not told again.
        await Release(app, town);
        await Rename(browser, town, id, "Mina Blom", "mina  blom");
        Assert.Single(await Holds(app, town));
    }

    /// <summary>Otherwise a household whose name was not drawn, and that waits all the same, was hit by whom or what was added.</summary>
    [Theory, BothDatabases]
    public async Task A_name_or_BSN_entered_on_the_first_day_draws_the_lot_and_after_it_nothing_does(Engine engine)
    {
        await using var app = await WebApp.Start(engine, adjust: services => services.Replace(ServiceDescriptor.Singleton(new SafetyOptions(100, null))));
        var town = await Town.Build(app.Storage);
        var (first, later) = (await town.Household("een", Address.Unknown, by: town.Anouk, people: []), await town.Household("twee", Address.Unknown, by: town.Anouk, people: []));
        Assert.Empty(await Holds(app, town));
        var browser = await app.SignedIn(town.Anouk);

        await Add(browser, first, "Nina");
        Assert.Equal((first, null, HoldGround.Lot, true), Assert.Single(await Holds(app, town)));
        foreach (var entered in (Func<Task>[])[() => Rename(browser, town, first, "Nina", "Nina Bos"), () => Identify(browser, town, first, "Nina Bos")])
        {
            await Release(app, town);
            var before = (await Holds(app, town)).Count;
            await entered();
            Assert.Equal(before + 1, (await Holds(app, town)).Count);
        }
        var drawn = (await Holds(app, town)).Count;
        app.Clock.Advance(TimeSpan.FromHours(24));
        browser = await app.SignedIn(town.Anouk);
        await Add(browser, later, "Nina");
        await Rename(browser, town, later, "Nina", "Tina Bos");
        await Identify(browser, town, later, "Tina Bos", "555555021");
        Assert.Equal(drawn, (await Holds(app, town)).Count);
    }

    [Fact]
    public async Task A_signal_that_names_someone_who_is_hidden_reaches_the_attention_officer_and_nobody_else_notices()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var hidden = await town.Household("vrouw", Hidden, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var neighbour = app.Visitor();
        var form = (await neighbour.Get("/signaal?voor=iemand")).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        (await form.Submit(new() { ["Input.Text"] = "Ik hoor geschreeuw. Volgens mij is het Mina Blom.", ["Input.About"] = "Haverweg 10", ["Input.Told"] = "DareNot" })).ShouldBeOk();

        var worker = await app.SignedIn(town.Anouk);
        var list = (await worker.Get("/signalen")).ShouldBeOk();
        var signal = list.Html.QuerySelector("a[href^='/signalen/']:not([href='/signalen/vertellen'])")!.GetAttribute("href")!;
        Assert.DoesNotContain("afgeschermd", (await worker.Get(signal)).ShouldBeOk().Main);
        Assert.DoesNotContain("afgeschermd", (await worker.Get("/")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await PostSeen(worker, signal)).Status);

        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        Assert.Contains("Een signaal raakt aan een afgeschermd huishouden", (await officer.Get("/")).Main);
        var look = (await officer.Get(signal)).ShouldBeOk();
        Assert.NotNull(look.Html.QuerySelector($"main a[href='/huishoudens/{hidden}']"));

        // The question that comes of it is held, whatever address the worker types.
        (await (await worker.Get($"{signal}/huishouden")).ShouldBeOk().Submit(new() { ["Input.Name"] = "Nina", ["Input.Theme"] = "Money", ["Input.Text"] = "Rust", ["Input.Street"] = "Molenpad", ["Input.HouseNumber"] = "77" })).ShouldBeOk();
        await using var work = await app.Read(town[Role.AttentionOfficer]);
        Assert.Equal(hidden, Assert.Single(await work.Query<ContactHold>().ToListAsync()).Matched);

        await look.Submit(form: "form[action*=Seen]");
        Assert.DoesNotContain("Een signaal raakt", (await officer.Get("/")).Main);
        Assert.Single(await app.Journal("signal.match_seen"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_hidden_later_is_compared_with_what_is_known_and_told_once(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var stays = await town.Household("achterblijver", Hidden, by: town.Anouk, people: [new NewPerson("Mina Blom")]);
        var flees = await town.Household("gevlucht gezin", Address.Unknown, people: [new NewPerson("Mina Blom")]);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var browser = await app.SignedIn(town.Sanne);

        for (var i = 0; i < 2; i++) await (await browser.Get($"/huishoudens/{flees}/gegevens")).Submit(form: i == 0 ? "form[action*=Shield]" : "main form");

        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        var hold = Assert.Single(await officer.Query<ContactHold>().ToListAsync());
        Assert.Equal((stays, flees, HoldGround.Name, false), (hold.Household, hold.Matched!.Value, hold.Ground, hold.Blocks));
        Assert.DoesNotContain("Nog geen huisbezoek", (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{stays}")).Main);
    }

    /// <summary>Ticked later, a secret address is compared with who is known there and with what was said before, as shielding is.</summary>
    [Theory, BothDatabases]
    public async Task An_address_that_becomes_a_secret_is_compared_with_households_and_signals_of_before(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var stays = await town.Household("achterblijver", Hidden, by: town.Anouk);
        var flees = await town.Household("gevlucht gezin", Hidden, people: [new NewPerson("Mina Blom")]);
        await Signals.SignalTestData.Give(app.Storage, Actor.Anonymous, Signals.SignalTestData.Concern("Op 1234 CD 8 is het onrustig."));
        await Signals.SignalTestData.Give(app.Storage, Actor.Anonymous, Signals.SignalTestData.Concern("Mina zag Blom op nummer 8."));
        app.Clock.Advance(TimeSpan.FromDays(2));
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{flees}/gegevens");

        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("zijn bewaard", (await page.Submit(new() { ["Input.Secrecy"] = "true" }, button: "Bewaren")).ShouldBeOk().Main);
            page = await page.Browser.Get($"/huishoudens/{flees}/gegevens");
        }

        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        var hold = Assert.Single(await officer.Query<ContactHold>().ToListAsync());
        Assert.Equal((stays, flees, HoldGround.Address, false), (hold.Household, hold.Matched!.Value, hold.Ground, hold.Blocks));
        Assert.Equal(flees, Assert.Single(await officer.Query<SignalMatch>().ToListAsync()).Household);
    }

    /// <summary>Hidden from the first moment, or with another address or name afterwards: each is compared once, and what was released before is not told again.</summary>
    [Theory, BothDatabases]
    public async Task What_a_hidden_household_begins_with_or_gets_later_is_compared_with_households_and_signals_of_before(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var quay = new Address("Kade", "1", null, null, null);
        var (ada, haver) = (await Known("Ada Kok"), await town.Household("achterblijver", Hidden, by: town.Anouk));
        var (bea, cleo, dora) = (await Known("Bea Kok"), await Known("Cleo Kok"), await Known("Dora Kok"));
        var kade = await town.Household("buren", quay, by: town.Anouk, people: [new NewPerson("Eva Kok")]);
        foreach (var said in (string[])["Ada Kok", "Haverweg 8", "Bea Kok", "Cleo Kok", "Dora Kok", "Kade 1"])
            await Signals.SignalTestData.Give(app.Storage, Actor.Anonymous, Signals.SignalTestData.Concern($"Bij {said} is het stil."));
        Task<HouseholdId> Known(string name) => town.Household("gezin", Address.Unknown, by: town.Anouk, people: [new NewPerson(name)]);

        var flees = await town.Household("gevlucht gezin", Address.Unknown, safety: SafetyMark.Shielded, people: [new NewPerson("Ada Kok"), new NewPerson("Cleo")]);
        Assert.Equal((ada, flees, HoldGround.Name, false), Assert.Single(await Holds(app, town)));
        await Release(app, town);
        var open = await town.Household("open gezin", Address.Unknown, people: [new NewPerson("Dora")]);
        await town.Hide(open, (await town.People(open))["Dora"]);
        var secret = await town.Household("geheim adres", Address.Unknown, people: [new NewPerson("Tom")]);
        var browser = await app.SignedIn(town.Sanne);

        await Move(flees, "Haverweg", "8");
        await Add(browser, flees, "Bea Kok");
        await Rename(browser, town, flees, "Cleo", "Cleo Kok");
        await Rename(browser, town, open, "Dora", "Dora Kok");
        await Move(secret, "", "", isSecret: true);
        await Move(secret, "Kade", "1", isSecret: true);

        (HouseholdId, HouseholdId?, HoldGround, bool)[] all = [(ada, flees, HoldGround.Name, false), (haver, flees, HoldGround.Address, false), (bea, flees, HoldGround.Name, false),
            (cleo, flees, HoldGround.Name, false), (dora, open, HoldGround.Name, false), (kade, secret, HoldGround.Address, false)];
        Assert.Equivalent(all, await Holds(app, town), strict: true);
        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        var matches = await officer.Query<SignalMatch>().ToListAsync();
        Assert.Equal((4, 1, 1), (matches.Count(m => m.Household == flees), matches.Count(m => m.Household == open), matches.Count(m => m.Household == secret)));
        Assert.Equal(6, matches.Select(m => m.Signal).Distinct().Count());

        async Task Move(HouseholdId id, string street, string number, bool isSecret = false)
        {
            var fields = new Dictionary<string, string?> { ["Input.Street"] = street, ["Input.HouseNumber"] = number };
            if (isSecret) fields["Input.Secrecy"] = "true";
            Assert.Contains("zijn bewaard", (await (await browser.Get($"/huishoudens/{id}/gegevens")).Submit(fields, button: "Bewaren")).ShouldBeOk().Main);
        }
    }

    [Theory, BothDatabases]
    public async Task A_hidden_household_that_comes_of_a_signal_is_compared_with_what_is_known_and_not_with_that_signal(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var stays = await town.Household("achterblijver", Address.Unknown, by: town.Anouk, people: [new NewPerson("Mina Blom")]);
        var before = await Signals.SignalTestData.Give(app.Storage, Actor.Anonymous, Signals.SignalTestData.Concern("Bij Mina Blom is het stil."));
        var given = await Signals.SignalTestData.Give(app.Storage, Actor.Anonymous, Signals.SignalTestData.Concern("Mina Blom is niet veilig.", theme: Samenkracht.Support.Contract.Theme.Safety));
        var form = (await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/signalen/{given.Id}/huishouden")).ShouldBeOk();

        var shown = await form.Submit(new() { ["Input.Name"] = "Mina Blom", ["Input.Text"] = "Rust", ["Input.Street"] = "Kade", ["Input.HouseNumber"] = "1" });
        (await shown.Submit(new() { ["Input.Household"] = "nieuw" })).ShouldBeOk();

        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        var born = await officer.Query<Samenkracht.Residents.Household>().SingleAsync(h => h.Safety == SafetyMark.Shielded);
        Assert.Equal((stays, born.Id, HoldGround.Name, false), Assert.Single(await Holds(app, town)));
        var match = Assert.Single(await officer.Query<SignalMatch>().ToListAsync());
        Assert.Equal((before.Id, born.Id), (match.Signal, match.Household));
    }

    [Fact]
    public async Task An_account_of_someone_hidden_answers_as_one_that_is_not_there()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var hidden = await town.Household("vrouw", Hidden, by: town[Role.AttentionOfficer], safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var resident = await town.Resident(hidden);
        var own = await town.Household();
        var person = await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{own}/mensen")).Follow("Dirk Vos");
        string email;
        await using (var work = await app.Read(Actor.System)) email = (await work.Context.Set<Samenkracht.Access.Accounts.Account>().SingleAsync(a => a.Id == resident.Account)).Email!;

        var taken = await person.Submit(new() { ["Email"] = email }, form: "form[action*=Link]");
        var unknown = await person.Submit(new() { ["Email"] = "iemand@voorbeeld.test" }, form: "form[action*=Link]");

        Assert.Contains("Met dit e-mailadres kan hier niemand worden gekoppeld.", taken.Main);
        Assert.Equal((unknown.Status, unknown.Main), (taken.Status, taken.Main));
    }

    [Fact]
    public async Task Some_wait_by_lot_so_that_waiting_tells_nothing()
    {
        await using var app = await WebApp.Start(adjust: services => services.Replace(ServiceDescriptor.Singleton(new SafetyOptions(100, null))));
        var town = await Town.Build(app.Storage);
        var id = await town.Household(by: town.Anouk);
        app.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Contains("Nog geen huisbezoek", (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}")).Main);
        Assert.Contains("Steekproef", (await (await app.SignedIn(town[Role.AttentionOfficer])).Get("/veiligheid")).ShouldBeOk().Main);
    }

    /// <summary>A hit holds again each time that the same is entered; the lot does too, so that entering it again tells nothing.</summary>
    [Fact]
    public async Task The_lot_falls_the_same_way_each_time_that_the_same_is_entered()
    {
        await using var app = await WebApp.Start(adjust: services => services.Replace(ServiceDescriptor.Singleton(new SafetyOptions(50, null))));
        var town = await Town.Build(app.Storage);
        var names = Enumerable.Range(0, 20).Select(i => $"Nina Bloem {(char)('a' + i)}").ToArray();
        foreach (var name in names.Concat(names)) await town.Household(name, Address.Unknown, by: town.Anouk, people: [new NewPerson(name)]);

        await using var work = await app.Read(Actor.System);
        var held = await work.Query<ContactHold>().Select(h => h.Household).ToListAsync();
        var times = (await work.Households.Where(h => held.Contains(h.Id)).Select(h => h.Name).ToListAsync()).CountBy(name => name).ToList();
        Assert.InRange(times.Count, 1, names.Length - 1);
        Assert.All(times, held => Assert.Equal(2, held.Value));
    }

    private static Task<HouseholdId> Piet(Town town) => town.Household("gezin", Address.Unknown, by: town.Anouk, people: [new NewPerson("Piet Bos")]);

    private static async Task Add(TestBrowser browser, HouseholdId id, string name) => Assert.Contains("Toegevoegd.",
        (await (await browser.Get($"/huishoudens/{id}/mensen")).Submit(new() { ["Input.Name"] = name, ["Input.Relation"] = "Partner" })).ShouldBeOk().Main);

    private static async Task Rename(TestBrowser browser, Town town, HouseholdId id, string from, string to) => Assert.Contains("zijn bewaard",
        (await (await browser.Get($"/huishoudens/{id}/mensen/{(await town.People(id))[from]}")).Submit(new() { ["Input.Name"] = to }, button: "Bewaren")).ShouldBeOk().Main);

    private static async Task Identify(TestBrowser browser, Town town, HouseholdId id, string name, string number = "999990019") => Assert.Contains("Het BSN is bewaard.",
        (await (await browser.Get($"/huishoudens/{id}/mensen/{(await town.People(id))[name]}/bsn")).Submit(new() { ["Number"] = number }, button: "Bewaren")).ShouldBeOk().Main);

    private static async Task<List<(HouseholdId Household, HouseholdId? Matched, HoldGround Ground, bool Blocks)>> Holds(WebApp app, Town town)
    {
        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        return [.. (await officer.Query<ContactHold>().ToListAsync()).Select(h => (h.Household, h.Matched, h.Ground, h.Blocks))];
    }

    private static async Task Release(WebApp app, Town town)
    {
        await using var work = await app.Storage.Begin(town[Role.AttentionOfficer]);
        var because = work.Because(Samenkracht.Residents.ResidentEvents.Released);
        foreach (var hold in await work.Query<ContactHold>().ToListAsync()) hold.Release("Gebeld: het is een ander.", because);
        await work.Note(because, Guid.Empty);
        await work.Commit();
    }

    private static async Task<Page> Enter(TestBrowser browser, string name, string person, string street, string number)
    {
        var form = (await browser.Get("/huishoudens/nieuw")).ShouldBeOk();
        return (await form.Submit(new() { ["Input.Name"] = name, ["Person"] = person, ["Input.Street"] = street, ["Input.HouseNumber"] = number })).ShouldBeOk();
    }

    private static HouseholdId IdOf(Page page) => new(Guid.ParseExact(page.Url.Split('/')[2][..32], "N"));

    private static string Neutral(Page page) => page.Main.Replace(IdOf(page).ToString(), "").Replace(IdOf(page).ToString()[..8].ToUpperInvariant(), "").Replace("Mina Blom", "Nina Bloem").Replace("Haverweg 8", "Haverweg 9");

    private static IEnumerable<string> Looks(IEnumerable<Samenkracht.Kernel.Reading.ReadLine> lines) => lines.Select(line => line.What);

    private static async Task<Page> PostSeen(TestBrowser browser, string signal)
    {
        var token = (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.Post($"{signal}?handler=Seen", new() { ["__RequestVerificationToken"] = token });
    }
}
