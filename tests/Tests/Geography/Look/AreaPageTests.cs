using System.Net;
using Samenkracht.Demo.City;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.Geography.Import;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Geography.Look;

public class AreaPageTests
{
    [Theory]
    [InlineData("/wijken")]
    [InlineData("/wijken/WK999902")]
    public async Task Who_is_not_signed_in_sees_no_areas(string url)
    {
        await using var app = await WithTown();

        var page = await app.Visitor().Get(url);

        Assert.DoesNotContain("Molenpad", page.Main, StringComparison.Ordinal);
        Assert.NotEqual(url, page.Url);
    }

    [Fact]
    public async Task Without_areas_the_page_says_how_to_get_them()
    {
        await using var app = await WebApp.Start();
        var browser = await Anyone(app);

        var page = (await browser.Get("/wijken")).ShouldBeOk();

        Assert.Contains("./samenkracht import areas", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_shows_every_buurt_as_a_link_with_its_number_and_the_table_says_the_same()
    {
        await using var app = await WithTown();
        var browser = await Anyone(app);

        var page = (await browser.Get("/wijken?cijfer=AantalInwoners&jaar=2025&gebied=buurten")).ShouldBeOk();

        var links = page.Html.QuerySelectorAll("svg.sk-map__drawing a");
        Assert.Equal(40, links.Length);
        Assert.Contains(links, a => a.GetAttribute("aria-label") == "Molenpad: 1.980" && a.GetAttribute("href") == "/wijken/BU99990201");
        Assert.All(links, a => Assert.NotEmpty(a.QuerySelector("path")!.GetAttribute("d")!));
        Assert.Contains(page.Html.QuerySelectorAll("#tabel tr"), row => row.TextContent.Contains("Molenpad", StringComparison.Ordinal) && row.TextContent.Contains("1.980", StringComparison.Ordinal));
        Assert.Empty(page.Html.QuerySelectorAll("[style], script:not([src])"));
    }

    [Fact]
    public async Task What_is_unknown_is_hatched_and_said_and_never_nought()
    {
        await using var app = await WithTown();
        var browser = await Anyone(app);

        var page = (await browser.Get("/wijken?cijfer=k_40PersonenMetLaagsteInkomen")).ShouldBeOk();

        var heideveld = page.Html.QuerySelector("a[href='/wijken/BU99990804']")!;
        Assert.Equal("Heideveld: onbekend", heideveld.GetAttribute("aria-label"));
        Assert.StartsWith("url(#", heideveld.QuerySelector("path")!.GetAttribute("fill"), StringComparison.Ordinal);
        Assert.Contains("onbekend", page.Text(".sk-legend"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfer=BestaatNiet")]
    [InlineData("jaar=1999")]
    [InlineData("jaar=-2147481623")]
    [InlineData("gebied=straten")]
    public async Task An_impossible_wish_falls_back_to_what_there_is(string query)
    {
        await using var app = await WithTown();
        var browser = await Anyone(app);

        var page = (await browser.Get($"/wijken?{query}")).ShouldBeOk();

        Assert.Equal(40, page.Html.QuerySelectorAll("svg.sk-map__drawing a").Length);
    }

    [Theory]
    [InlineData("/wijken?gemeente=Hilversum")]
    [InlineData("/wijken?gemeente=GM0014")]
    [InlineData("/wijken/WK001401")]
    [InlineData("/wijken/geen-code")]
    public async Task What_is_not_there_is_not_found(string url)
    {
        await using var app = await WithTown();
        var browser = await Anyone(app);

        (await browser.Get(url)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wijk_shows_its_figures_beside_the_municipality_and_its_buurten()
    {
        await using var app = await WithTown();
        var browser = await Anyone(app);

        var page = (await browser.Get("/wijken/WK999902")).ShouldBeOk();

        Assert.Equal("Oost", page.Heading);
        Assert.Contains("9.650", page.Text(".sk-numbers"), StringComparison.Ordinal);
        var income = page.Html.QuerySelectorAll("tr").Single(row => row.QuerySelector("th[scope=row]")?.TextContent.StartsWith("Mensen met een laag", StringComparison.Ordinal) == true);
        Assert.EndsWith("%", income.QuerySelector("td.num")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025, vergeleken met de gemeente", page.Main, StringComparison.Ordinal);
        Assert.Equal("Haverveld", (await page.Follow("Haverveld")).ShouldBeOk().Heading);
    }

    [Fact]
    public async Task A_page_asks_the_database_no_more_for_a_larger_wijk()
    {
        await using var app = await WithTown();
        var browser = await Anyone(app);
        await browser.Get("/wijken/WK999902");

        var overview = await app.Queries.During(() => browser.Get("/wijken"));
        var profile = await app.Queries.During(() => browser.Get("/wijken/WK999902"));

        Assert.InRange(overview.Count, 1, 12);
        Assert.InRange(profile.Count, 1, 14);
    }

    [Fact]
    public async Task With_several_municipalities_one_is_chosen_first_and_not_all_wijken_are_drawn()
    {
        await using var app = await WebApp.Start();
        await AreaImport.Run(app.Storage, Actor.System, new AreaImportRequest(Files.Shared("wijken_2022_nl.geojson.gz"), null, 2022, null));
        var browser = await Anyone(app);

        var list = (await browser.Get("/wijken")).ShouldBeOk();
        var found = (await browser.Get("/wijken?zoek=Hilversumse+Meent")).ShouldBeOk();
        var hilversum = (await found.Follow("Gemeente GM0402")).ShouldBeOk();

        Assert.Equal(25, list.Html.QuerySelectorAll("main a[href*='gemeente=GM']").Length);
        Assert.Empty(list.Html.QuerySelectorAll("svg.sk-map__drawing"));
        Assert.Equal(9, hilversum.Html.QuerySelectorAll("svg.sk-map__drawing a").Length);
        Assert.Contains("Bron: CBS", hilversum.Main, StringComparison.Ordinal);
    }

    static async Task<TestBrowser> Anyone(WebApp app) => await app.SignedIn((await Town.Build(app.Storage))[Role.CouncilMember]);

    static async Task<WebApp> WithTown()
    {
        var app = await WebApp.Start();
        await using var work = await app.Begin(Actor.System);
        await CityAreas.Import(work);
        await work.Commit();
        return app;
    }
}
