using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>Letters and decisions: written, sent, read at /mijn/brieven, and on paper only where post is safe.</summary>
public class LetterPageTests
{
    [Fact]
    public async Task A_decision_comes_from_who_may_decide_and_a_draft_is_written_by_who_answers_for_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Hugo);
        var (hugo, sanne) = (await app.SignedIn(town.Hugo), await app.SignedIn(town.Sanne));
        Dictionary<string, string?> text = new() { ["Input.Kind"] = "Decision", ["Input.Law"] = "Jeugdwet", ["Input.Subject"] = "Hulp thuis", ["Input.Outcome"] = "Nee.", ["Input.Text"] = "Wij hebben gekeken." };

        // Enter in a field presses the first button: that must not send what cannot be taken back.
        Assert.Equal("Bewaren als concept", (await hugo.Get($"/huishoudens/{id}/brief")).Html.QuerySelector("form.sk-write button")!.TextContent.Trim());
        var refused = await (await hugo.Get($"/huishoudens/{id}/brief")).Submit(text, button: "Versturen");
        Assert.Contains("Een besluit komt van de gemeente", refused.Main);
        Assert.Contains("Wij hebben gekeken.", refused.Source);
        Assert.Empty(await app.Journal("letter.decided"));
        var draft = await (await (await sanne.Get($"/huishoudens/{id}/brief")).Submit(text, button: "Bewaren als concept")).Follow("Hulp thuis");
        draft.ShouldBeOk();
        (await hugo.Get(draft.Url)).ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in (string[])["", "/brieven"])
        {
            Assert.NotNull((await sanne.Get($"/huishoudens/{id}{page}")).Html.QuerySelector($"a[href='{draft.Url}']"));
            Assert.Null((await hugo.Get($"/huishoudens/{id}{page}")).ShouldBeOk().Html.QuerySelector($"a[href='{draft.Url}']"));
        }
    }

    [Fact]
    public async Task A_decision_is_drafted_sent_and_read_and_who_wrote_it_knows()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var sanne = await app.SignedIn(town.Sanne);
        var empty = await sanne.Get($"/huishoudens/{id}/brieven");
        Assert.Contains("Nog geen brieven", empty.Main);

        var form = await empty.Follow("Brief schrijven");
        var refused = await form.Submit(new() { ["Input.Kind"] = "Decision", ["Input.Law"] = null, ["Input.Text"] = "Wij hebben gekeken." }, button: "Versturen");
        foreach (var why in (string[])["Schrijf op waar de brief over gaat.", "Kies onder welke wet dit valt.", "Schrijf op wat er is besloten."]) Assert.Contains(why, refused.Main);
        Assert.Contains("Wij hebben gekeken.", refused.Source);
        var list = await refused.Submit(new() { ["Input.Law"] = "Wmo", ["Input.Subject"] = "Uw hulp thuis", ["Input.Outcome"] = "U krijgt vier uur hulp per week." }, button: "Bewaren als concept");
        Assert.Contains("concept", list.Main);
        Assert.DoesNotContain("Uw hulp thuis", (await (await app.SignedIn(resident)).Get("/mijn/brieven")).Main);
        Assert.DoesNotContain("Uw hulp thuis", (await (await app.SignedIn(resident)).Get("/mijn")).Main);

        var (first, second) = (await list.Follow("Uw hulp thuis"), await list.Follow("Uw hulp thuis"));
        await first.Submit(new() { ["Input.Text"] = "Wij hebben goed gekeken." }, button: "Bewaren als concept");
        var conflict = await second.Submit(new() { ["Input.Text"] = "Mijn versie." }, button: "Bewaren als concept");
        Assert.Contains("Dit staat er nu", conflict.Main);
        Assert.Contains("Mijn versie.", conflict.Source);
        var unsent = await conflict.Submit(new() { ["Input.Text"] = "Wij hebben goed gekeken." }, button: "Versturen");
        Assert.Contains("er staat nog niet waar de bewoner bezwaar kan maken. Vraag de beheerder", unsent.Main);
        var administrator = await app.SignedIn(town[Role.Administrator]);
        var municipality = await administrator.Get($"/beheer/organisaties/{await town.Municipality("Postbus 1")}");
        (await municipality.Submit(new() { ["ObjectionAddress"] = "Afdeling Bezwaar\nPostbus 50, Waterveen" })).ShouldBeOk();
        var sent = await unsent.Submit(new() { ["Input.Text"] = "Wij hebben goed gekeken." }, button: "Versturen");
        foreach (var said in (string[])["genomen namens het college van burgemeester en wethouders van Waterveen.", "binnen zes weken", "Postbus 50, Waterveen"]) Assert.Contains(said, sent.Main);
        Assert.Contains("bezwaar maken: tot en met do 7 jan 2027", sent.Main);
        Assert.Contains("Nog niet geopend.", sent.Main);
        Assert.Equal(Law.Wmo, Assert.Single(await app.Journal("letter.decided")).Law);
        // Sent is sent: there is nothing left to change.
        Assert.Equal(HttpStatusCode.NotFound, (await sanne.Get(first.Url)).Status);
        Assert.Equal(sent.Url, (await unsent.Submit(new() { ["Input.Text"] = "Wij hebben goed gekeken." }, button: "Versturen")).Url);
        var late = await second.Submit(new() { ["Input.Text"] = "Toch anders." }, button: "Versturen");
        Assert.Contains("Deze brief is net verstuurd.", late.Main);
        Assert.Contains("Toch anders.", late.Source);
        Assert.Single(await app.Journal("letter.decided"));

        var home = await app.SignedIn(resident);
        Assert.Contains("Uw hulp thuis", (await home.Get("/")).Main);
        var own = await (await home.Get("/mijn/brieven")).Follow("Uw hulp thuis");
        foreach (var read in (string[])["Besluit: U krijgt vier uur hulp per week.", "Wij hebben goed gekeken.", "do 7 jan 2027", "Sanne Bakker", "namens het college", "Postbus 50"]) Assert.Contains(read, own.Main);
        await home.Get(own.Url);
        Assert.Single(await app.Journal("letter.read"));
        Assert.Contains("Dirk Vos opende deze brief", (await sanne.Get(sent.Url)).Main);
        Assert.DoesNotContain("Uw hulp thuis", (await home.Get("/")).Main);
    }

    [Fact]
    public async Task By_post_only_where_it_is_safe_and_without_saying_why_not()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Ask(id, "vraag");
        var letter = await town.Letter(id, (await town.People(id))["Dirk Vos"], "Uw hulp");
        var sanne = await app.SignedIn(town.Sanne);
        var url = $"/huishoudens/{id}/brieven/{letter}";

        // A new address waits a day; the one who writes reads what everyone reads.
        var early = await sanne.Get(url);
        Assert.Contains("Deze brief kan niet met de post. Bespreek hem zelf", early.Main);
        Assert.Null(early.Html.QuerySelector("form[action*=Post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await sanne.Get($"{url}/post")).Status);
        app.Clock.Advance(TimeSpan.FromDays(2));
        sanne = await app.SignedIn(town.Sanne);
        var page = await sanne.Get(url);
        var paper = (await page.Submit(form: "form[action*=Post]")).ShouldBeOk();
        Assert.Equal($"{url}/post", paper.Url);
        Assert.Contains("Dirk Vos Molenpad 3", paper.Main);
        Assert.Single(await app.Journal("letter.posted"));

        await Change(app, id, (person, form) => person.Describe(new NewPerson(person.Name, person.Relation, NoPost: true), form));
        Assert.Equal(url, (await sanne.Get($"{url}/post")).Url);
        var refused = await page.Submit(form: "form[action*=Post]");
        Assert.Contains("Deze brief kan niet met de post.", refused.Main);
        Assert.DoesNotContain("geen post", refused.Main);
        Assert.Single(await app.Journal("letter.posted"));
    }

    [Fact]
    public async Task A_parent_who_lives_elsewhere_gets_no_post_at_the_address_of_the_others()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household("gezin", new Address("Korenbloemlaan", "77", "1234 AB", "Waterveen", null),
            people: [new NewPerson("Bart Vos", Relation.Parent)]);
        var letter = await town.Letter(id, (await town.People(id))["Bart Vos"], "Uw gesprek");
        app.Clock.Advance(TimeSpan.FromDays(2));
        var sanne = await app.SignedIn(town.Sanne);
        var url = $"/huishoudens/{id}/brieven/{letter}";
        var before = await sanne.Get(url);
        Assert.NotNull(before.Html.QuerySelector("form[action*=Post]"));
        await Change(app, id, (person, form) => person.Describe(new NewPerson(person.Name, Relation.ParentElsewhere), form));

        var page = (await sanne.Get(url)).ShouldBeOk();
        var refused = await before.Submit(form: "form[action*=Post]");

        Assert.Contains("Van deze ouder staat hier geen adres. Geef de brief zelf", page.Main);
        Assert.Null(page.Html.QuerySelector("form[action*=Post]"));
        Assert.Contains("Van deze ouder staat hier geen adres.", refused.Main);
        Assert.DoesNotContain("Korenbloemlaan", refused.Main);
        Assert.Empty(await app.Journal("letter.posted"));
    }

    [Fact]
    public async Task A_shielded_letter_is_in_no_portal_timeline_or_post()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        await town.Join(id, town.Anouk);
        var letter = await town.Letter(id, (await town.People(id))["Dirk Vos"], "Veilig thuis", safety: SafetyMark.Shielded);
        app.Clock.Advance(TimeSpan.FromDays(2));

        var own = await app.SignedIn(resident);
        Assert.DoesNotContain("Veilig thuis", (await own.Get("/mijn/brieven")).Main);
        Assert.DoesNotContain("Brief verstuurd", (await own.Get("/mijn")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Get($"/mijn/brieven/{letter}")).Status);
        Assert.DoesNotContain("Veilig thuis", (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}/brieven")).ShouldBeOk().Main);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/brieven/{letter}")).ShouldBeOk();
        Assert.Contains("Geef en bespreek hem zelf", page.Main);
        Assert.Null(page.Html.QuerySelector("form[action*=Post]"));
    }

    /// <summary>A login can be forced: who reads there that a letter was opened, and finds none at "Mijn brieven", knows of one that is hidden.</summary>
    [Theory, BothDatabases]
    public async Task That_a_hidden_letter_was_opened_is_read_by_nobody_at_home(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom")]);
        var resident = await town.Resident(id, named: "Dirk Vos");
        var people = await town.People(id);
        var (shielded, draft) = (await town.Letter(id, people["Dirk Vos"], "Veilig thuis", safety: SafetyMark.Shielded), await town.Letter(id, people["Dirk Vos"], "Veilig", send: false, safety: SafetyMark.Shielded));
        var toHidden = await town.Letter(id, people["Mina Blom"], "Uw hulp");
        await town.Hide(id, people["Mina Blom"]);
        var (sanne, own) = (await app.SignedIn(town.Sanne), await app.SignedIn(resident));

        foreach (var url in (string[])[$"brieven/{shielded}", $"brieven/{shielded}/post", $"brieven/{toHidden}", $"brief/{draft}"]) await sanne.Get($"/huishoudens/{id}/{url}");

        var letters = (await app.Looks(id)).Where(look => look.What.StartsWith("Brief", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, letters.Count);
        Assert.All(letters, look => Assert.Equal(Purpose.Safety, look.Purpose));
        Assert.DoesNotContain("Brief", (await own.Get("/mijn/inzage")).ShouldBeOk().Main);
        // An open one is theirs to read of.
        (await sanne.Get($"/huishoudens/{id}/brieven/{await town.Letter(id, people["Dirk Vos"], "Uw plan")}")).ShouldBeOk();
        Assert.Contains("Brief", (await own.Get("/mijn/inzage")).Main);
    }

    [Fact]
    public async Task Who_is_there_for_another_law_or_no_longer_finds_no_letter()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Leave(await town.Join(id, town.Hugo));
        var (sent, draft) = (await town.Letter(id, (await town.People(id))["Dirk Vos"], "Uw hulp"), await town.Letter(id, (await town.People(id))["Dirk Vos"], "Nog een", send: false));

        foreach (var url in (string[])[$"brieven/{sent}", $"brieven/{sent}/post", $"brief/{draft}"])
            foreach (var stranger in (Actor[])[town.Anouk, town.Hugo, town[Role.TeamMember]])
                Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(stranger)).Get($"/huishoudens/{id}/{url}")).Status);
        Assert.Contains("Nog geen brieven", (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}/brieven")).Main);
    }

    private static async Task Change(WebApp app, HouseholdId id, Action<Person, Samenkracht.Residents.FindForm> change)
    {
        await using var work = await app.Begin(Actor.System);
        var person = await work.Query<Person>().FirstAsync(p => p.Household == id);
        change(person, new(work.Secrets, SafetyMark.None, false));
        await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.PersonDescribed), person.Id.Value, id);
        await work.Commit();
    }
}
