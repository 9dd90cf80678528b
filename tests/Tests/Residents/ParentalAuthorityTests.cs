using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>Children: what a parent, the other parent, and the child itself see.</summary>
public class ParentalAuthorityTests
{
    private const string Household = "over het huishouden", Family = "over de kinderen", OfChild = "over Sem", OfOlder = "over Noor", OfMother = "over Dina", Kept = "eigen notitie";

    [Theory, BothDatabases]
    public async Task A_parent_sees_nothing_about_a_child_until_authority_was_checked(Engine engine)
    {
        await using var home = await Home.Build(engine);

        Assert.Equal([Household, OfMother], await home.Seen(home.Mother));
        await home.Record(home.Dina, home.Sem, holds: false);
        Assert.Equal([Household, OfMother], await home.Seen(home.Mother));
        await home.Record(home.Dina, home.Sem, holds: true);
        Assert.Equal([Household, OfChild, OfMother], await home.Seen(home.Mother));
    }

    [Theory, BothDatabases]
    public async Task What_is_about_the_children_together_asks_for_authority_over_each(Engine engine)
    {
        await using var home = await Home.Build(engine, older: 14);
        await home.Record(home.Dina, home.Sem, holds: true);
        Assert.DoesNotContain(Family, await home.Seen(home.Mother));

        await home.Record(home.Dina, home.Noor, holds: true);

        Assert.Equal([Household, Family, OfChild, OfOlder, OfMother], await home.Seen(home.Mother));
    }

    [Theory, BothDatabases]
    public async Task From_sixteen_a_child_decides_who_looks_along(Engine engine)
    {
        await using var home = await Home.Build(engine, older: 16);
        await home.Record(home.Dina, home.Sem, holds: true);
        await home.Record(home.Dina, home.Noor, holds: true);

        var seen = await home.Seen(home.Mother);

        Assert.Contains(OfChild, seen);
        Assert.DoesNotContain(OfOlder, seen);
        Assert.DoesNotContain(Family, seen);
    }

    [Theory, BothDatabases]
    public async Task A_child_sees_what_is_about_itself_and_the_children_and_not_what_is_its_parents(Engine engine)
    {
        await using var home = await Home.Build(engine);

        Assert.Equal([Family, OfOlder], await home.Seen(home.Child));
    }

    [Theory, BothDatabases]
    public async Task A_freeze_hides_all_of_the_children_from_parents_and_from_nobody_else(Engine engine)
    {
        await using var home = await Home.Build(engine, older: 14);
        await home.Record(home.Dina, home.Sem, holds: true);
        await home.Record(home.Dina, home.Noor, holds: true);

        await home.Freeze();

        Assert.Equal([Household, OfMother], await home.Seen(home.Mother));
        Assert.Equal([Family, OfOlder], await home.Seen(home.Child));
        Assert.Contains(OfChild, await home.Seen(home.Town.Sanne));
    }

    [Theory, BothDatabases]
    public async Task That_parents_do_not_look_along_is_known_to_who_sees_the_safety_compartment_alone(Engine engine)
    {
        await using var home = await Home.Build(engine);
        await home.Town.Join(home.Id, home.Town.Anouk, CircleRole.Member, Law.Jeugdwet);
        await home.Freeze();

        foreach (var (who, sees) in ((Actor, int)[])[(home.Town.Sanne, 0), (home.Town.Anouk, 0), (home.Mother, 0), (home.Child, 0), (home.Town[Role.AttentionOfficer], 0)])
        {
            await using var work = await home.Database.Read(who);
            Assert.Equal(who == home.Town.Sanne || who.Role == Role.AttentionOfficer ? 1 : sees, await work.Query<ViewFreeze>().CountAsync());
        }
    }

    [Fact]
    public async Task The_page_records_a_check_and_says_at_each_field_what_is_missing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await Family_(town);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/gezag")).ShouldBeOk();
        Assert.Contains("niet nagegaan", page.Main);

        var refused = await page.Submit(new() { ["Input.CheckedOn"] = "2030-01-01" }, form: "form[action*=Check]");
        Assert.Contains("Kies een ouder uit de lijst.", refused.Main);
        Assert.Contains("vandaag of eerder", refused.Main);
        var kept = await refused.Submit(new()
        {
            ["Input.Parent"] = Value(page, "Dina Vos"),
            ["Input.Child"] = Value(page, "Sem Vos"),
            ["Input.Holds"] = "Yes",
            ["Input.Source"] = "Register",
            ["Input.CheckedOn"] = "2026-11-20",
        }, form: "form[action*=Check]");

        Assert.Contains("Het gezag is vastgelegd.", kept.Main);
        Assert.Contains("gezagsregister", kept.Main);
        Assert.Single(await app.Journal("authority.checked"));
        // A later check ends the one before.
        await kept.Submit(new()
        {
            ["Input.Parent"] = Value(page, "Dina Vos"),
            ["Input.Child"] = Value(page, "Sem Vos"),
            ["Input.Holds"] = "No",
            ["Input.Source"] = "CourtOrder",
            ["Input.CheckedOn"] = "2026-11-21",
        }, form: "form[action*=Check]");
        await using var work = await app.Read(town.Sanne);
        Assert.False((await work.Query<ParentalAuthority>().SingleAsync(a => a.EndedAt == null)).Holds);
        Assert.Equal(2, await work.Query<ParentalAuthority>().CountAsync());
    }

    [Fact]
    public async Task Anyone_of_the_circle_freezes_and_only_the_attention_officer_lifts_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await Family_(town);
        await town.Join(id, town.Anouk, CircleRole.Member, Law.Jeugdwet);
        var mine = await app.SignedIn(town.Sanne);

        var refused = await (await mine.Get($"/huishoudens/{id}/gezag")).Submit(new() { ["Reason"] = "Hulp belde" }, form: "form[action*=Freeze]");
        Assert.Contains("Kies waarom.", refused.Main);
        Assert.Contains("Hulp belde", refused.Main);
        var frozen = await refused.Submit(new() { ["Ground"] = "Suspicion", ["Reason"] = "De school zag blauwe plekken." }, form: "form[action*=Freeze]");
        Assert.Contains("De school zag blauwe plekken.", frozen.Main);
        Assert.Null(frozen.Html.QuerySelector("form[action*=Lift]"));
        // A colleague who was not named reads nothing of it, and may say it again.
        var colleague = await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}/gezag");
        Assert.DoesNotContain("blauwe plekken", colleague.Main);
        Assert.NotNull(colleague.Html.QuerySelector("form[action*=Freeze]"));
        Assert.DoesNotContain("stilgezet", (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}")).Main);
        (await colleague.Submit(new() { ["Ground"] = "CustodyDispute", ["Reason"] = "Ook bij mij." }, form: "form[action*=Freeze]")).ShouldBeOk();

        var officer = await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/huishoudens/{id}/gezag");
        Assert.Contains("weer mee", (await officer.Submit(form: "form[action*=Lift]")).Main);
        Assert.Equal((2, 1), ((await app.Journal("parents.frozen")).Count, (await app.Journal("parents.unfrozen")).Count));
    }

    [Fact]
    public async Task The_page_is_for_who_works_here_under_the_Jeugdwet()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await Family_(town);
        await town.Join(id, town.Anouk, CircleRole.Member, Law.Wmo);
        var url = $"/huishoudens/{id}/gezag";

        Assert.NotEqual(url, (await app.Visitor().Get(url)).Url);
        (await (await app.SignedIn(town[Role.Administrator])).Get(url)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedIn(town.Hugo)).Get(url)).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Anouk)).Get(url)).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Sanne)).Get(url)).ShouldBeOk();
    }

    [Fact]
    public async Task The_other_parents_address_is_on_no_page_of_a_parent_who_lives_elsewhere()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household("gezin", new Address("Korenbloemlaan", "77", "1234 AB", "Waterveen", null), people:
        [
            new NewPerson("Bart Vos", Relation.ParentElsewhere), new NewPerson("Dina Vos", Relation.Parent, Phone: "0611223344"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1)),
        ]);
        await town.Ask(id, "Hoe gaat het verder?", about: (await town.People(id))["Bart Vos"]);
        var father = await town.Resident(id, named: "Bart Vos");
        var browser = await app.SignedIn(father);

        foreach (var url in (string[])["/mijn", "/mijn/inzage", "/mijn/naast-mij", "/"])
        {
            var page = await browser.Get(url);
            foreach (var secret in (string[])["Korenbloemlaan", "1234 AB", "1234AB", "0611223344"]) Assert.DoesNotContain(secret, page.Source, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("Hoe gaat het verder?", (await browser.Get("/mijn")).Main);
        Assert.Contains("alleen als is nagegaan dat u het gezag hebt", (await browser.Get("/mijn")).Main);
    }

    /// <summary>A former partner has no part in what is about the home: debts, a new partner, a child that is not theirs.</summary>
    [Theory, BothDatabases]
    public async Task A_parent_who_lives_elsewhere_reads_what_is_about_them_and_their_child_and_nothing_of_the_home(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people:
        [
            new NewPerson("Bart Vos", Relation.ParentElsewhere), new NewPerson("Dina Blom", Relation.Parent), new NewPerson("Koen Prins", Relation.Partner), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1)),
        ]);
        var people = await town.People(id);
        await town.Plan(id);
        await town.Ask(id, "Dina heeft schulden");
        await town.Ask(id, "Bart zoekt werk", about: people["Bart Vos"]);
        await town.Ask(id, "Sem slaapt slecht", Law.Jeugdwet, about: people["Sem Vos"]);
        var father = await app.SignedIn(await town.Resident(id, named: "Bart Vos"));
        await town.Authority(id, people["Bart Vos"], people["Sem Vos"]);

        var read = (await father.Get("/mijn")).ShouldBeOk().Main;
        foreach (var his in (string[])["Bart zoekt werk", "Sem slaapt slecht", "Bart Vos", "Sem Vos"]) Assert.Contains(his, read);
        foreach (var url in (string[])["/mijn", "/mijn/kopie", "/mijn/inzage", "/mijn/brieven", "/mijn/instemming"])
            foreach (var home in (string[])["Dina heeft", "Doel 1", "Afspraak 1.1", "Koen", "Prins"]) Assert.DoesNotContain(home, (await father.Get(url)).ShouldBeOk().Main);
        // Nor is the plan of those who live there his to approve.
        Assert.Contains("Geen doelen over u of uw kind", read);
        var token = (await father.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in (string[])["Approve", "Disagree"])
            (await father.Post($"/mijn?handler={handler}", new() { ["__RequestVerificationToken"] = token, ["Version"] = "1", ["Words"] = "Nee" })).ShouldBe(System.Net.HttpStatusCode.NotFound);
        // A copy that a professional makes for him holds no more.
        await using var sanne = await app.Read(town.Sanne);
        Assert.Equal(new OwnReach(Whole: false, Children: true), await sanne.ReachOf(await sanne.People.SingleAsync(p => p.Id == people["Bart Vos"])));
    }

    /// <summary>Who comes there, what happened and who looked says as much as what is written: a coach for debts, the day of a new address, that it is secret. A child at home reads of its own help, not of its parents' either.</summary>
    [Theory, BothDatabases]
    public async Task Around_the_items_a_parent_elsewhere_and_a_child_read_of_who_works_for_them_alone(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people:
        [
            new NewPerson("Bart Vos", Relation.ParentElsewhere), new NewPerson("Dina Blom", Relation.Parent), new NewPerson("Noor Vos", Relation.Child, new DateOnly(2013, 5, 1)),
        ]);
        var people = await town.People(id);
        var coach = await town.Enrol(Role.Partner, "Cor Schuld", town.HealthOrganisation);
        await town.Join(id, town.Anouk);
        await town.Support(id, town.Sanne);
        await town.Join(id, coach, laws: Law.Wgs);
        await town.Join(id, town.Hugo, laws: Law.Jeugdwet);
        await town.Ask(id, "Bart zoekt werk", about: people["Bart Vos"]);
        var sanne = await app.SignedIn(town.Sanne);
        foreach (var worker in (TestBrowser[])[sanne, await app.SignedIn(coach), await app.SignedIn(town.Hugo)]) (await worker.Get($"/huishoudens/{id}")).ShouldBeOk();
        (await (await sanne.Get($"/huishoudens/{id}/gegevens")).Submit(new() { ["Input.Street"] = "Nieuweweg", ["Input.Secrecy"] = "true" })).ShouldBeOk();
        var (bart, noor, dina) = (await app.SignedIn(await town.Resident(id, named: "Bart Vos")), await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Noor Vos"), "Noor Vos")),
            await app.SignedIn(await town.Resident(id, await town.Enrol(Role.Resident, "Dina Blom"), "Dina Blom")));

        foreach (var url in (string[])["/mijn", "/mijn/inzage", "/mijn/inzage?lijsten=true", "/mijn/kopie"])
        {
            var (his, hers) = ((await bart.Get(url)).ShouldBeOk().Main, (await noor.Get(url)).ShouldBeOk().Main);
            foreach (var home in (string[])["Cor Schuld", "Wgs", "Hugo Veen", "Naam of adres", "kwam in de kring", "Geheim adres", "Bekend sinds"]) Assert.DoesNotContain(home, his);
            foreach (var others in (string[])["Cor Schuld", "Wgs"]) Assert.DoesNotContain(others, hers);
            Assert.Contains("Sanne Bakker", his);
            Assert.Contains("Hugo Veen", hers);
            Assert.Contains("Cor Schuld", (await dina.Get(url)).ShouldBeOk().Main);
        }
        // What is his own is there, and where the rest is to be asked for.
        Assert.Contains("Bart zoekt werk", (await bart.Get("/mijn")).Main);
        Assert.Contains("Vraag het op", (await bart.Get("/mijn/inzage")).Main);
        Assert.DoesNotContain("Vraag het op", (await dina.Get("/mijn/inzage")).Main);

        // A copy that a professional makes for him holds no more; authority that was checked gives who works for the child, no more than that.
        var made = (await sanne.Get($"/huishoudens/{id}/kopie?voor={people["Bart Vos"]}")).ShouldBeOk().Main;
        foreach (var home in (string[])["Cor Schuld", "Hugo Veen"]) Assert.DoesNotContain(home, made);
        await town.Authority(id, people["Bart Vos"], people["Noor Vos"]);
        Assert.Contains("Hugo Veen", (await bart.Get("/mijn")).Main);
        Assert.DoesNotContain("Cor Schuld", (await bart.Get("/mijn")).Main);
        Assert.DoesNotContain("Gezag nagegaan", (await noor.Get("/mijn")).Main);

        // Nor does a question that forgets it: the scope, and on PostgreSQL the database.
        await using var forgot = await app.Begin(town[Role.Resident]);
        var circle = engine == Engine.Postgres ? forgot.Context.Set<CircleMember>() : forgot.Query<CircleMember>();
        Assert.Equal([coach.Account!.Value], new[] { town.Sanne, town.Anouk, town.Hugo, coach }.Select(w => w.Account!.Value).Except(await circle.Select(m => m.Account).ToListAsync()));
        if (engine == Engine.Postgres) Assert.Equal([Law.Jeugdwet], await forgot.Context.Set<CircleLaw>().Select(l => l.Law).Distinct().ToListAsync());
    }

    private static Task<HouseholdId> Family_(Town town) => town.Household(people:
    [
        new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1)),
    ]);

    private static string Value(Page page, string name) =>
        page.Html.QuerySelectorAll("option").First(option => option.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;

    /// <summary>A mother with Sem (8) and an older child, Noor, both parents and child with a login of their own.</summary>
    private sealed class Home : IAsyncDisposable
    {
        public required TestDatabase Database { get; init; }
        public required Town Town { get; init; }
        public required HouseholdId Id { get; init; }
        public required Actor Mother { get; init; }
        public required Actor Child { get; init; }
        public PersonId Dina { get; private set; }
        public PersonId Sem { get; private set; }
        public PersonId Noor { get; private set; }

        public static async Task<Home> Build(Engine engine, int older = 14)
        {
            var database = await TestDatabase.Create(engine);
            var town = await Town.Build(database.Storage);
            var id = await town.Household(people:
            [
                new NewPerson("Dina Vos", Relation.Parent), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 1)),
                new NewPerson("Noor Vos", Relation.Child, new DateOnly(2026 - older, 5, 1)),
            ]);
            var home = new Home
            {
                Database = database,
                Town = town,
                Id = id,
                Mother = await town.Resident(id, named: "Dina Vos"),
                Child = await town.Resident(id, await town.Enrol(Role.Resident, "Noor Vos"), named: "Noor Vos"),
            };
            await using (var work = await database.Read(Actor.System))
            {
                var people = await work.People.Where(p => p.Household == id).ToDictionaryAsync(p => p.Name, p => p.Id);
                (home.Dina, home.Sem, home.Noor) = (people["Dina Vos"], people["Sem Vos"], people["Noor Vos"]);
            }
            await town.Ask(id, Household);
            await town.Ask(id, Family, Law.Jeugdwet);
            await town.Ask(id, OfChild, Law.Jeugdwet, about: home.Sem);
            await town.Ask(id, OfOlder, Law.Jeugdwet, about: home.Noor);
            await town.Ask(id, OfMother, about: home.Dina);
            await town.Ask(id, Kept, Law.Jeugdwet, Audience.Author, about: home.Sem);
            return home;
        }

        public async Task Record(PersonId parent, PersonId child, bool holds)
        {
            await using var work = await Database.Begin(Town.Sanne);
            var because = work.Because(Samenkracht.Residents.ResidentEvents.AuthorityChecked, Law.Jeugdwet);
            foreach (var before in await work.Query<ParentalAuthority>().Where(a => a.Parent == parent && a.Child == child && a.EndedAt == null).ToListAsync()) before.End(because);
            await work.Flush();
            work.Add(ParentalAuthority.Record(Id, parent, child, holds, AuthoritySource.Register, new DateOnly(2026, 11, 20), because));
            await work.Note(because, child.Value, Id);
            await work.Commit();
        }

        public async Task Freeze()
        {
            await using var work = await Database.Begin(Town.Sanne);
            await Households.KeepSafetyItems(work, Id);
            var because = work.Because(Samenkracht.Residents.ResidentEvents.ParentsFrozen);
            work.Add(ViewFreeze.Freeze(Id, FreezeGround.Suspicion, "vermoeden", because));
            await work.Note(because, Id.Value, Id);
            await work.Commit();
        }

        public async Task<List<string>> Seen(Actor actor)
        {
            await using var work = await Database.Read(actor);
            return await work.Questions.OrderBy(q => q.AskedAt).Select(q => q.Text).ToListAsync();
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
