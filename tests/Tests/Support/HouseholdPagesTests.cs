using System.Net;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>Every page of a household: who gets in, and who finds nothing there.</summary>
public class HouseholdPagesTests
{
    public static TheoryData<string> Pages => ["", "/kring", "/mensen", "/gegevens", "/inzage", "/vraag", "/doel", "/afspraak", "/verzoek", "/brieven", "/brief", "/instemming", "/instemming/vraag", "/plan/afsluiten"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_of_a_household_is_for_its_circle(string page)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        var url = $"/huishoudens/{id}{page}";

        var visitor = await app.Visitor().Get(url);
        Assert.DoesNotContain("Molenpad", visitor.Html.Source.Text);
        Assert.NotEqual(url, visitor.Url);
        (await (await app.SignedIn(town[Role.PolicyOfficer])).Get(url)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedIn(town.Anouk)).Get(url)).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{Id.New<HouseholdId>()}{page}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/geen-nummer{page}")).ShouldBe(HttpStatusCode.NotFound);

        var shown = (await (await app.SignedIn(town.Sanne)).Get(url)).ShouldBeOk();
        Assert.Contains("Molenpad", shown.Main);
        Assert.DoesNotContain("<sk-", shown.Html.Source.Text);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_look_is_logged_before_the_page_goes_out(string page)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);

        await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}{page}");

        var look = Assert.Single(await app.Looks(id));
        Assert.Equal((town.Sanne.Account, Purpose.Support), (look.Account, look.Purpose));
    }

    [Fact]
    public async Task Someone_outside_the_circle_changes_nothing_by_sending_a_form()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var other = await town.Household("vrouw aan de Haverweg", by: town.Anouk);
        var page = await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{other}");
        page.Html.QuerySelector("form[action*=Start]")!.SetAttribute("action", $"/huishoudens/{id}?handler=Start");

        var forged = await page.Submit(form: "form[action*=Start]");

        forged.ShouldBe(HttpStatusCode.NotFound);
        Assert.Empty(await app.Journal("plan.started"));
    }

    [Fact]
    public async Task The_page_asks_as_much_of_the_database_for_a_hundred_agreements_as_for_one()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var small = await town.Household();
        var large = await town.Household("gezin aan de Haverweg");
        await town.Plan(small, goals: 1, agreements: 1);
        await town.Plan(large, goals: 20, agreements: 5);
        for (var n = 0; n < 30; n++) await town.Ask(large, $"vraag {n}");
        await town.Ask(small, "vraag");
        var browser = await app.SignedIn(town.Sanne);

        await browser.Get($"/huishoudens/{small}");
        var few = await app.QueriesOf(() => browser.Get($"/huishoudens/{small}"));
        var many = await app.QueriesOf(() => browser.Get($"/huishoudens/{large}"));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 29);
        // What the timeline leaves out is sought in this household, and not among the items of all.
        var excluding = (await app.Queries.During(() => browser.Get($"/huishoudens/{small}"))).Where(sql => sql.Contains("NOT IN", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(excluding);
        Assert.All(excluding, sql => Assert.Contains("household\" = @", sql[sql.IndexOf("NOT IN", StringComparison.Ordinal)..]));
    }
}
