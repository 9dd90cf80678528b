using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>Collective issues: the chain in one picture, four directions, and never a list of names.</summary>
public class IssuePageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_issue_can_be_opened_by_hand_with_areas_and_communities()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var form = await (await (await app.SignedIn(town.Sanne)).Get("/kwesties")).Follow("Kwestie openen");
        var page = await form.Submit(new()
        {
            ["Input.Title"] = "Vocht in de flats",
            ["Input.Theme"] = "Housing",
            ["Input.Summary"] = "De flats zijn vochtig.",
            ["Input.Areas"] = KnownTown.Haverveld.Value,
            ["Input.Communities"] = town.Club.ToString(),
        });

        Assert.Equal("Vocht in de flats", page.ShouldBeOk().Heading);
        Assert.Contains("Haverveld", page.Main, StringComparison.Ordinal);
        Assert.Contains("SV De Dijk", page.Main, StringComparison.Ordinal);
        await using var work = await app.Read(town.Sanne);
        Assert.True(await work.Context.Set<JournalLine>().AnyAsync(l => l.Kind == InsightEvents.IssueOpened.Code, Cancel));
    }

    [Fact]
    public async Task Actions_stand_in_their_direction_and_can_be_done()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Sanne);
        var page = await browser.Get($"/kwesties/{await town.Issue()}");
        page = await page.Submit(new() { ["Input.Text"] = "Spreekuur in het taalcafé", ["Input.Direction"] = "Community", ["Input.Who"] = "opbouwwerker" }, "Toevoegen", "form[action*='Act']");

        Assert.Contains("Spreekuur in het taalcafé", page.ShouldBeOk().Text("#acties"), StringComparison.Ordinal);
        page = await page.Submit(button: "Gedaan", form: "form[action*='Done']");
        Assert.Contains("✓ gedaan", page.Text("#acties"), StringComparison.Ordinal);
        await using var work = await app.Read(town.Sanne);
        Assert.Equal(Direction.Community, (await work.Query<IssueAction>().SingleAsync(Cancel)).Direction);
    }

    [Fact]
    public async Task Who_may_only_look_cannot_add()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Town[Role.CouncilMember]);
        var page = (await browser.Get($"/kwesties/{await town.Issue()}")).ShouldBeOk();

        Assert.DoesNotContain("Actie toevoegen", page.Main, StringComparison.Ordinal);
        (await browser.Get("/kwesties/nieuw")).ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Get($"/kwesties/{Guid.NewGuid():N}")).ShouldBe(HttpStatusCode.NotFound);
        var token = page.Html.QuerySelector("form[action='/afmelden'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.Post($"{page.Url}?handler=Act", new() { ["__RequestVerificationToken"] = token, ["Input.Text"] = "Meer licht" })).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_household_takes_part_with_its_wish_and_others_see_only_a_number()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household();
        await town.Town.Ask(household, "Te weinig geld", theme: Theme.Money);
        var issue = await town.Issue();
        var form = await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}/doe-mee/{household}");
        await form.ShouldBeOk().Submit(new() { ["Wish"] = "Yes" });

        await using (var work = await app.Read(town.Sanne))
            Assert.True((await work.Query<IssueContribution>().SingleAsync(Cancel)).WantsAnswer);
        await using (var work = await app.Read(town.Town.Anouk))
            Assert.False(await work.Query<IssueContribution>().AnyAsync(Cancel));
        var page = await (await app.SignedIn(town.Town[Role.CouncilMember])).Get($"/kwesties/{issue}");
        Assert.Contains("minder dan 10", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Molenpad", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_beside_the_resident_does_not_decide_to_take_part()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household();
        await town.Town.Ask(household, "Te weinig geld", theme: Theme.Money);
        await town.Town.Join(household, town.Town[Role.Supporter], CircleRole.Supporter);
        var issue = await town.Issue();
        var browser = await app.SignedIn(town.Town[Role.Supporter]);

        Assert.DoesNotContain("Doe mee met een kwestie", (await browser.Get("/mijn")).ShouldBeOk().Main, StringComparison.Ordinal);
        (await browser.Get($"/kwesties/{issue}/doe-mee/{household}")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task That_a_household_takes_part_is_told_only_to_who_may_see_its_question()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household(laws: [Law.Wmo, Law.Wgs]);
        await town.Town.Join(household, town.Town.Anouk, CircleRole.Member, Law.Wmo);
        var resident = await town.Town.Resident(household);
        await town.Town.Ask(household, "Hij heeft mijn rekening leeggehaald", Law.Wgs, safety: SafetyMark.Shielded, theme: Theme.Money);
        var issue = await town.Issue("Schulden na een scheiding");
        await (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}/doe-mee/{household}")).ShouldBeOk().Submit(new() { ["Wish"] = "Yes" });

        Assert.Contains("Doet mee met een kwestie: Schulden na een scheiding", (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{household}")).Main, StringComparison.Ordinal);
        foreach (var (reader, page) in new[] { (town.Town.Anouk, $"/huishoudens/{household}"), (resident, "/mijn") })
        {
            Assert.DoesNotContain("Schulden na een scheiding", (await (await app.SignedIn(reader)).Get(page)).ShouldBeOk().Main, StringComparison.Ordinal);
            (await (await app.SignedIn(reader)).Get($"/kwesties/{issue}/doe-mee/{household}")).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, BothDatabases]
    public async Task What_lies_in_the_safety_compartment_counts_in_no_issue(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await KnownTown.Build(app.Storage, areas: false);
        var issue = await town.Issue("Schulden na een scheiding");
        var (open, home) = (await town.Town.Household("gezin Smit"), await town.Town.Household(laws: [Law.Wmo, Law.Wgs]));
        await town.Join(issue, open, wantsAnswer: true);
        await town.Join(issue, home, wantsAnswer: true);
        Assert.Equal(2, await Households(app, town, issue));
        var shielded = await town.Town.Household("gezin Kok", laws: [Law.Wmo, Law.Wgs]);
        await town.Town.Ask(shielded, "Hij heeft mijn rekening leeggehaald", Law.Wgs, safety: SafetyMark.Shielded, theme: Theme.Money);

        await (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}/doe-mee/{shielded}")).ShouldBeOk().Submit(new() { ["Wish"] = "Yes" });
        Assert.Equal(2, await Households(app, town, issue));
        await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{home}/gegevens")).ShouldBeOk().Submit(button: "Afschermen voor veiligheid", form: "form[action*=Shield]");

        Assert.Equal(1, await Households(app, town, issue));
        // A question about somebody who is hidden since.
        var family = await town.Town.Household("gezin Bos", people: [new("Mina Bos"), new("Dirk Bos")]);
        var mina = (await town.Town.People(family))["Mina Bos"];
        await town.Town.Ask(family, "Mina krijgt brieven", theme: Theme.Money, about: mina);
        await (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}/doe-mee/{family}")).ShouldBeOk().Submit(new() { ["Wish"] = "Yes" });
        Assert.Equal(2, await Households(app, town, issue));
        await town.Town.Hide(family, mina);
        Assert.Equal(1, await Households(app, town, issue));
    }

    private static async Task<int> Households(WebApp app, KnownTown town, IssueId issue)
    {
        await using var work = await app.Read(town.Town.Anouk);
        return (await work.ContributionCounts([issue], Cancel))[issue].Households;
    }

    [Fact]
    public async Task Of_two_who_change_an_issue_the_second_reads_what_the_first_wrote_and_can_save()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var issue = await town.Issue();
        var mine = await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}/wijzig");
        var theirs = await (await app.SignedIn(town.Town.Anouk)).Get($"/kwesties/{issue}/wijzig");
        await theirs.Submit(new() { ["Input.Summary"] = "Anouk schreef dit." });

        var late = await mine.Submit(new() { ["Input.Summary"] = "Sanne schreef dit." });
        Assert.Contains("Anouk schreef dit.", late.Main, StringComparison.Ordinal);
        Assert.Contains("Sanne schreef dit.", late.Main, StringComparison.Ordinal);
        Assert.Contains("Sanne schreef dit.", (await late.Submit()).ShouldBeOk().Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_circle_one_cannot_take_part_for_a_household()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household();

        (await (await app.SignedIn(town.Town.Anouk)).Get($"/kwesties/{await town.Issue()}/doe-mee/{household}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_does_not_ask_once_per_issue()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Sanne);
        await town.Issue("Een");
        var few = await app.Queries.During(() => browser.Get("/kwesties"));
        foreach (var i in Enumerable.Range(0, 12)) await town.Issue($"Kwestie {i}");
        var many = await app.Queries.During(() => browser.Get("/kwesties"));

        Assert.Equal(few.Count, many.Count);
        Assert.Contains("Een", (await browser.Get("/kwesties?zoek=een")).Main, StringComparison.Ordinal);
    }
}
