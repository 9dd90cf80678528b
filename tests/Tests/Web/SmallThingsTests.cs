using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;

namespace Samenkracht.Tests.Web;

/// <summary>What someone who uses it all day trips over: a menu that does not say where one is, words for another, a list that ends without saying so.</summary>
public class SmallThingsTests
{
    [Fact]
    public async Task A_resident_reads_words_of_their_own_and_nothing_twice()
    {
        await using var app = await WebApp.Start(adjust: services => services.AddSingleton<IDayItems, Many>());
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        var letter = await town.Letter(id, (await town.People(id))["Dirk Vos"], "Uw hulp");
        foreach (var words in (string[])["Een", "Twee"]) await town.Request(id, RequestKind.Correct, words, by: resident);
        var browser = await app.SignedIn(resident);

        (await browser.Get("/mijn/verzoeken/nieuw?soort=99")).ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get("/mijn/verzoeken/nieuw?soort=Correct")).ShouldBeOk();
        Assert.DoesNotContain("collega", (await browser.Get("/account")).Main);
        Assert.Equal("Deze pagina is niet voor u", (await browser.Get("/huishoudens")).Heading);
        Assert.Contains("Hier hebt u geen toegang toe", (await (await app.SignedIn(town[Role.PolicyOfficer])).Get("/huishoudens")).Heading);
        // Once on the screen; the other is for paper.
        var own = await browser.Get($"/mijn/brieven/{letter}");
        Assert.Equal("Uw hulp", own.Heading);
        Assert.Contains("sk-only-print", own.Html.QuerySelector(".sk-letter h2")!.ClassList);
        var requests = await browser.Get("/mijn/verzoeken");
        Assert.Equal(2, requests.Html.QuerySelectorAll(".sk-card__title").Count(title => title.TextContent.Contains("verbeter", StringComparison.OrdinalIgnoreCase)));
        Assert.True(LandmarksDiffer(requests));
        Assert.Contains("sk-tabs", requests.Html.QuerySelector("nav[aria-label='Mijn Samenkracht']")!.ClassList);
        var day = await browser.Get("/");
        Assert.Equal(6, day.Html.QuerySelectorAll(".sk-corner > .sk-items > .sk-item").Count(item => item.TextContent.Contains("Ding", StringComparison.Ordinal)));
        Assert.Contains("Nog 2 meer", day.Text(".sk-corner details summary"));
    }

    [Fact]
    public async Task The_menu_says_where_one_is_and_signs_alone_find_nobody()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var request = await town.Request(id, RequestKind.Correct, by: await town.Resident(id));
        var (sanne, officer) = (await app.SignedIn(town.Sanne), await app.SignedIn(town[Role.AttentionOfficer]));

        foreach (var (who, url, entry) in ((TestBrowser, string, string)[])[(sanne, "/noodtoegang", "Huishoudens"), (sanne, $"/verzoeken/{request}", "Huishoudens"), (officer, "/veiligheid", "Huishoudens"),
            (await app.SignedIn(town[Role.PrivacyOfficer]), "/verzoeken", "Verzoeken")])
            Assert.Equal(entry, (await who.Get(url)).ShouldBeOk().Text(".sk-nav a[aria-current]"));
        var search = await sanne.Get("/zoeken");
        foreach (var signs in (string[])["%", "_", "%%", "' --"])
            Assert.DoesNotContain("Molenpad", (await search.Submit(new() { ["Tekst"] = signs })).Main);
        Assert.Contains("Molenpad", (await search.Submit(new() { ["Tekst"] = "Molenpad" })).Main);
    }

    [Fact]
    public async Task While_the_demo_is_filled_a_visitor_reads_that()
    {
        await using var app = await WebApp.Start();
        using (app.Services.GetRequiredService<WhileFilling>().Begin())
        {
            foreach (var url in (string[])["/", "/signaal"])
            {
                var page = (await app.Visitor().Get(url)).ShouldBe(HttpStatusCode.ServiceUnavailable);
                Assert.Equal("De demogemeente wordt gevuld", page.Heading);
            }
            (await app.Visitor().Get("/health/live")).ShouldBeOk();
        }
        (await app.Visitor().Get("/signaal")).ShouldBeOk();
    }

    private static bool LandmarksDiffer(Page page) =>
        page.Html.QuerySelectorAll("main section[aria-labelledby]").Select(s => page.Html.GetElementById(s.GetAttribute("aria-labelledby")!)!.TextContent).GroupBy(name => name).All(same => same.Count() == 1);

    private sealed class Many : IDayItems
    {
        public Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<DayItem>>([.. Enumerable.Range(1, 8).Select(i => new DayItem(Direction.Community, $"Ding {i}", "", "/signaal"))]);
    }
}
