using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

/// <summary>/signalen/{id}/vertellen, the list of it, the panel of the household, and /mijn/signalen.</summary>
public class TellPageTests
{
    private const string Form = "form[action*=Told]";

    [Fact]
    public async Task The_page_is_for_who_must_tell_and_for_nobody_else()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var home = await town.Household();
        await town.Join(home, town.Hugo, CircleRole.Member, Law.Wgs);
        await town.Leave(await town.Join(home, town[Role.TeamLead]));
        var (desk, traced, safe) = (await Give(app.Storage, Actor.Anonymous, Concern()), await Trace(app.Storage, town, home), await Give(app.Storage, Actor.Anonymous, Concern(theme: Theme.Safety)));
        var request = await Give(app.Storage, Actor.Anonymous, Request);

        Assert.StartsWith("/aanmelden", (await app.Visitor().Get(Url(desk.Id))).Url);
        foreach (var role in (Role[])[Role.Resident, Role.PolicyOfficer, Role.Wijkagent, Role.Volunteer])
            (await (await app.SignedIn(town[role])).Get(Url(desk.Id))).ShouldBe(HttpStatusCode.Forbidden);
        foreach (var actor in (Actor[])[town.Anouk, town.Hugo, town[Role.TeamLead], town[Role.Partner], town[Role.AttentionOfficer]])
            (await (await app.SignedIn(actor)).Get(Url(traced.Id))).ShouldBe(HttpStatusCode.NotFound);
        Assert.DoesNotContain(await app.Looks(home), look => look.Account != town.Sanne.Account);

        var sanne = await app.SignedIn(town.Sanne);
        foreach (var none in (SignalId[])[request.Id, safe.Id, Id.New<SignalId>()]) (await sanne.Get(Url(none))).ShouldBe(HttpStatusCode.NotFound);
        Assert.Contains("Mijn buurman van boven", (await sanne.Get(Url(traced.Id))).ShouldBeOk().Main);
        (await sanne.Get(Url(desk.Id))).ShouldBeOk();
        (await (await app.SignedIn(town[Role.AttentionOfficer])).Get(Url(safe.Id))).ShouldBeOk();
        // What the resident reads of the look does not say that there is something to tell.
        Assert.Equal("Huishouden en plan", Assert.Single(await app.Looks(home)).What);
    }

    [Fact]
    public async Task Told_in_one_form_it_leaves_the_list_and_stands_at_the_persons_own_door()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var home = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom")]);
        var resident = await town.Resident(home, named: "Dirk Vos");
        var given = await Trace(app.Storage, town, home, reporter: town[Role.Partner]);
        var (sanne, dirk) = (await app.SignedIn(town.Sanne), await app.SignedIn(resident));
        var before = await OwnPages(dirk);
        Assert.DoesNotContain("Wat is er nodig?", before);
        var panel = (await sanne.Get($"/huishoudens/{home}")).Main;
        Assert.Contains("Vertel dat er iets is gemeld", panel);
        Assert.Contains("Vertellen aan: gezin aan het Molenpad", (await sanne.Get("/")).Main);
        var page = await (await sanne.Get("/signalen/vertellen")).Follow("Vertellen aan: gezin aan het Molenpad");
        Assert.Contains("Al verteld door de melder", page.Main);

        var refused = await page.Submit(new() { ["Input.Words"] = "" }, form: Form);
        Assert.Contains("Kies aan wie u het hebt verteld.", refused.Main);
        Assert.Contains("Schrijf op wat u hebt verteld.", refused.Main);
        var done = await refused.Submit(Told(await PersonOf(app, "Dirk Vos"), SourceShown.Function), form: Form);

        Assert.Equal($"/huishoudens/{home}", done.ShouldBeOk().Url);
        Assert.Contains("Iedereen weet het", (await sanne.Get("/signalen/vertellen")).Main);
        var own = (await dirk.Get("/mijn/signalen")).Main;
        foreach (var words in (string[])["Er is gemeld dat u weinig buiten komt.", "iemand die werkt bij Jeugdgezondheid Waterveen", "Sanne Bakker", "Wij maakten er een vraag van.", "Wat is er nodig?"])
            Assert.Contains(words, own);
        Assert.DoesNotContain("Mijn buurman van boven", own);
        Assert.Contains("Wat is er nodig?", (await dirk.Get("/mijn")).Main);
        // In the journal, and on nobody's timeline: not everyone of a household is told.
        var line = Assert.Single(await app.Journal("signal.told"));
        Assert.Equal((given.Id.Value, town.Sanne.Account, (HouseholdId?)null, Law.Wmo), (line.Subject, line.Account, line.Household, line.Law));
        Assert.All(await app.Journal("signal.assessed"), l => Assert.Null(l.Household));
        Assert.Single(await app.Journal("question.shown"));
    }

    [Fact]
    public async Task How_it_is_safe_to_tell_stands_at_each_name()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var home = await town.Household(people: [new NewPerson("Dirk Vos", Phone: "0350 100 300", NoPost: true, CallFrom: new TimeOnly(9, 0), CallUntil: new TimeOnly(12, 0)), new NewPerson("Mina Blom")]);
        var given = await Trace(app.Storage, town, home);
        app.Clock.Advance(TimeSpan.FromDays(2));

        var page = (await (await app.SignedIn(town.Sanne)).Get(Url(given.Id))).ShouldBeOk();

        Assert.Contains("veilig nummer 0350 100 300 · alleen bellen van 9.00 tot 12.00 uur · geen post", page.Main);
        Assert.Single(page.Main.Split("geen post").Skip(1));
    }

    [Theory]
    [InlineData("Dirk Vos", 2)]
    [InlineData("Bart Vos", 2)]
    // A new address waits a day, and a hold may last longer: for everyone alike.
    [InlineData("Mina Blom", 0)]
    public async Task It_is_not_told_by_letter_to_whom_no_post_may_go(string who, int days)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var home = await town.Household(people: [new NewPerson("Dirk Vos", NoPost: true), new NewPerson("Mina Blom"), new NewPerson("Bart Vos", Relation.ParentElsewhere)]);
        var given = await Trace(app.Storage, town, home);
        app.Clock.Advance(TimeSpan.FromDays(days));
        var page = await (await app.SignedIn(town.Sanne)).Get(Url(given.Id));
        var told = new Dictionary<string, string?>(Told(await PersonOf(app, who), SourceShown.Nobody)) { ["Input.Manner"] = "ByLetter" };

        var refused = await page.Submit(told, form: Form);

        Assert.Contains($"Aan {who} kan geen brief met de post.", refused.Main);
        Assert.Empty(await app.Journal("signal.told"));
        (await refused.Submit(new() { ["Input.Manner"] = "InPerson" }, form: Form)).ShouldBeOk();
        Assert.Single(await app.Journal("signal.told"));
    }

    [Fact]
    public async Task A_ground_not_to_tell_changes_no_letter_of_what_the_resident_reads()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var home = await town.Household();
        var dirk = await app.SignedIn(await town.Resident(home));
        var sanne = await app.SignedIn(town.Sanne);
        await sanne.Get($"/huishoudens/{home}");
        var before = await OwnPages(dirk);
        var given = await Trace(app.Storage, town, home);

        var page = await sanne.Get(Url(given.Id));
        var refused = await page.Submit(new() { ["Off.ReviewOn"] = "2027-06-01" }, form: "form[action*=Withhold]");
        Assert.Contains("Kies een dag in de komende drie maanden.", refused.Main);
        var done = await refused.Submit(new() { ["Off.Ground"] = nameof(Ground.Danger), ["Off.Reason"] = "Haar man leest mee.", ["Off.ReviewOn"] = "2026-12-08" }, form: "form[action*=Withhold]");

        Assert.Equal($"/huishoudens/{home}", done.ShouldBeOk().Url);
        Assert.Contains("uitgesteld", done.Main);
        Assert.Equal(before, await OwnPages(dirk));
        // Their own looks, and those of others: at a page that every household has.
        var looks = (await dirk.Get("/mijn/inzage")).Main;
        foreach (var word in (string[])["ertel", "itgesteld", "man leest", "ignaal"]) Assert.DoesNotContain(word, looks);
        Assert.All((await app.Looks(home)).Where(look => look.Account == town.Sanne.Account), look => Assert.Equal("Huishouden en plan", look.What));
        var line = Assert.Single(await app.Journal("signal.withheld"));
        Assert.Equal((Purpose.Safety, (HouseholdId?)null), (line.Purpose, line.Household));
        // The attention officer reads why, without opening the household.
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        Assert.Contains("Haar man leest mee.", (await officer.Get(Url(given.Id))).ShouldBeOk().Main);
        (await officer.Get($"/huishoudens/{home}")).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>What was put off the attention officer reads and puts off again; to whom it was told, only the circle under that law can say.</summary>
    [Theory, BothDatabases]
    public async Task Who_reads_it_because_it_was_put_off_does_not_tell_it_from_outside_that_circle_or_for_another_law(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var officer = town[Role.AttentionOfficer];
        var home = await town.Household(by: town.Hugo, laws: Law.Jeugdwet);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var question = await town.Ask(home, "Wat is er nodig?", Law.Jeugdwet, Audience.Professionals, by: town.Hugo);
        await Assess(app.Storage, town.Sanne, given.Id, Samenkracht.Signals.Decision.AsQuestion(home, question), Law.Jeugdwet);
        await Withhold(app.Storage, town.Hugo, given.Id);
        var membership = await town.Join(home, officer, CircleRole.Member, Law.Jeugdwet);
        var browser = await app.SignedIn(officer);
        var inside = await browser.Get(Url(given.Id));
        Assert.NotNull(inside.Html.QuerySelector(Form));
        await town.Leave(membership);

        var late = await inside.Submit(Told(await PersonOf(app, "Dirk Vos"), SourceShown.Nobody), form: Form);
        var outside = (await browser.Get(Url(given.Id))).ShouldBeOk();
        await town.Join(home, officer, CircleRole.Member, Law.Wgs);
        var otherLaw = (await browser.Get(Url(given.Id))).ShouldBeOk();

        foreach (var page in (Page[])[late, outside, otherLaw])
        {
            Assert.Null(page.Html.QuerySelector(Form));
            Assert.Contains("Dit vertelt wie in de kring van dit huishouden werkt voor de Jeugdwet.", page.Main);
            Assert.Contains("Haar man leest mee.", page.Main);
        }
        Assert.Contains("U kunt niet vastleggen dat dit is verteld.", late.Main);
        Assert.Contains("Er is gemeld dat u weinig buiten komt.", late.Main);
        Assert.Empty(await app.Journal("signal.told"));
        (await outside.Submit(new() { ["Off.Ground"] = nameof(Ground.Danger), ["Off.Reason"] = "Nog steeds.", ["Off.ReviewOn"] = "2026-12-22" }, form: "form[action*=Withhold]")).ShouldBeOk();
        var hugo = await (await app.SignedIn(town.Hugo)).Get(Url(given.Id));
        Assert.Contains("Nog steeds.", hugo.Main);
        (await hugo.Submit(Told(await PersonOf(app, "Dirk Vos"), SourceShown.Nobody), form: Form)).ShouldBeOk();
        Assert.Equal(town.Hugo.Account, Assert.Single(await app.Journal("signal.told")).Account);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_keeps_what_was_typed()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern() with { Told = Samenkracht.Signals.Contract.Told.NotYet });
        var sanne = await app.SignedIn(town.Sanne);
        var (first, second) = (await sanne.Get(Url(given.Id)), await sanne.Get(Url(given.Id)));
        Assert.DoesNotContain("Zij wisten het al", first.Main);

        var nobody = await first.Submit(new() { ["Nobody"] = " " }, form: "form[action*=Nobody]");
        Assert.Contains("Schrijf op waarom u niet kunt weten om wie het gaat.", nobody.Main);
        Assert.Equal("/signalen/vertellen", (await nobody.Submit(new() { ["Nobody"] = "Er staat geen naam in." }, form: "form[action*=Nobody]")).Url);
        var late = await second.Submit(new() { ["Input.Words"] = "Wij hebben gebeld.", ["Input.Source"] = nameof(SourceShown.Nobody) }, form: Form);

        Assert.Contains("Wij hebben gebeld.", late.Html.QuerySelector("textarea[name='Input.Words']")!.TextContent);
        Assert.Contains("Niet te herleiden tot iemand", late.Main);
        Assert.Empty(await app.Journal("signal.told"));
        Assert.Single(await app.Journal("signal.nobody_found"));
        Assert.Contains("Niet te herleiden tot iemand", (await sanne.Get($"/signalen/{given.Id}")).Main);
    }

    [Fact]
    public async Task Knowing_it_from_the_reporter_counts_once_someone_asked_and_a_child_law_question_stays_with_the_professionals()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var home = await town.Household();
        var resident = await town.Resident(home);
        var given = await Trace(app.Storage, town, home, Law.Jeugdwet, said: Concern() with { Told = Samenkracht.Signals.Contract.Told.Yes });
        var page = await (await app.SignedIn(town.Sanne)).Get(Url(given.Id));

        var fields = Told(await PersonOf(app, "Dirk Vos"), SourceShown.Nobody);
        fields["Input.Knew"] = nameof(Knew.FromReporter);
        (await page.Submit(fields, form: Form)).ShouldBeOk();

        var dirk = await app.SignedIn(resident);
        var own = (await dirk.Get("/mijn/signalen")).Main;
        Assert.Contains("U wist dit al", own);
        Assert.Contains("Dat vertellen wij niet.", own);
        Assert.DoesNotContain("Wat is er nodig?", own);
        Assert.DoesNotContain("Wat is er nodig?", (await dirk.Get("/mijn")).Main);
        Assert.Single(await app.Journal("signal.knew_already"));
    }

    [Theory, BothDatabases]
    public async Task Told_already_it_is_shielded_by_the_attention_officer_or_the_circle_and_is_gone_from_the_portal(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var home = await town.Household();
        var resident = await town.Resident(home);
        var dirk = await PersonOf(app, "Dirk Vos");
        var (first, second, open) = (await Trace(app.Storage, town, home), await Trace(app.Storage, town, home), await Trace(app.Storage, town, home));
        await Tell(app.Storage, town.Sanne, first.Id, dirk, "Eerst over school.");
        await Tell(app.Storage, town.Sanne, second.Id, dirk, "Daarna over thuis.");
        var (own, officer, sanne) = (await app.SignedIn(resident), await app.SignedIn(town[Role.AttentionOfficer]), await app.SignedIn(town.Sanne));
        var read = (await own.Get("/mijn/signalen")).Main;
        Assert.Contains("Eerst over school.", read);
        Assert.Contains("Daarna over thuis.", read);

        // Nothing of what was said to whom, only that it was.
        var page = (await officer.Get(Url(first.Id))).ShouldBeOk();
        foreach (var words in (string[])["Eerst over school.", "Mijn buurman van boven", "Dirk Vos"]) Assert.DoesNotContain(words, page.Main);
        Assert.Contains("Haal het van Mijn Samenkracht", (await officer.Get($"/signalen/{first.Id}")).ShouldBeOk().Main);
        (await officer.Get(Url(open.Id))).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Anouk)).Get(Url(first.Id))).ShouldBe(HttpStatusCode.NotFound);
        Assert.Contains("Dit is afgeschermd.", (await page.Submit(form: "form[action*=Shield]")).ShouldBeOk().Source);

        Assert.DoesNotContain("Eerst over school.", (await own.Get("/mijn/signalen")).Main);
        Assert.Contains("Eerst over school.", (await officer.Get(Url(first.Id))).ShouldBeOk().Main);
        (await sanne.Get(Url(first.Id))).ShouldBe(HttpStatusCode.NotFound);
        (await (await sanne.Get(Url(second.Id))).Submit(form: "form[action*=Shield]")).ShouldBeOk();
        Assert.Contains("Hier staat niets", (await own.Get("/mijn/signalen")).Main);
        Assert.All(await app.Journal("signal.shielded"), line => Assert.Equal((Purpose.Safety, (HouseholdId?)null), (line.Purpose, line.Household)));
        Assert.DoesNotContain(await app.Looks(home), look => look.Role == Role.AttentionOfficer && look.Purpose != Purpose.Safety);
    }

    [Theory, BothDatabases]
    public async Task What_is_shielded_goes_on_to_who_stands_in_when_the_last_attention_officer_leaves(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var given = await Trace(app.Storage, town, await town.Household());
        await Tell(app.Storage, town.Sanne, given.Id, await PersonOf(app, "Dirk Vos"), "Over thuis.");
        (await (await (await app.SignedIn(town.Sanne)).Get(Url(given.Id))).Submit(form: "form[action*=Shield]")).ShouldBeOk();
        var townHall = await app.SignedIn(await town.Enrol(Role.AttentionOfficer, "Gea Raad", await town.Found("Gemeente Waterveen", OrganisationKind.Municipality)));
        (await townHall.Get(Url(given.Id))).ShouldBe(HttpStatusCode.NotFound);

        await (await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town[Role.AttentionOfficer].Account}/sluiten")).Submit();

        Assert.Contains("Over thuis.", (await townHall.Get(Url(given.Id))).ShouldBeOk().Main);
    }

    [Fact]
    public async Task The_list_is_paged_and_asks_as_many_queries_for_one_as_for_many()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        var home = await town.Household();
        await Trace(app.Storage, town, home);
        await browser.Get("/signalen/vertellen");
        var one = await app.QueriesOf(() => browser.Get("/signalen/vertellen"));
        for (var i = 0; i < 29; i++) await Give(app.Storage, Actor.Anonymous, Concern());

        var thirty = await app.QueriesOf(async () => Assert.Contains("van 30", (await browser.Get("/signalen/vertellen")).Main));

        Assert.Equal(one, thirty);
        Assert.Equal(5, (await browser.Get("/signalen/vertellen?pagina=2")).Html.QuerySelectorAll("main .sk-item__title").Length);
        Assert.Contains("Niets is te laat", (await browser.Get("/signalen/vertellen?toon=Late")).Main);
        // For a resident: one page, with the own signals beside it.
        var resident = await town.Resident(home);
        await Give(app.Storage, resident, Request);
        var own = (await (await app.SignedIn(resident)).Get("/mijn/signalen")).ShouldBeOk().Main;
        Assert.Contains("Hier staat niets", own);
        Assert.Contains("Vraag voor mijzelf", own);
        (await (await app.SignedIn(town[Role.Supporter])).Get("/mijn/signalen")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Url(SignalId id) => $"/signalen/{id}/vertellen";

    private static Dictionary<string, string?> Told(PersonId to, SourceShown source) => new()
    {
        ["Input.People"] = to.ToString(),
        ["Input.Words"] = "Er is gemeld dat u weinig buiten komt.",
        ["Input.Source"] = source.ToString(),
    };

    private static async Task<PersonId> PersonOf(WebApp app, string name)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.People.ToListAsync()).Single(p => p.Name == name).Id;
    }

    private static async Task<string> OwnPages(TestBrowser resident) => $"{(await resident.Get("/mijn")).Main}\n{(await resident.Get("/mijn/signalen")).Main}\n{(await resident.Get("/")).Main}";
}
