using Samenkracht.Web.TagHelpers.Lists;

namespace Samenkracht.Tests.Web;

public class PagerTests
{
    [Fact]
    public async Task It_keeps_the_rest_of_the_query()
    {
        var pager = await new PagerTag { View = Rendering.At("/signalen", "?stand=open&pagina=2"), Page = 2, Total = 60 }.Render();

        Assert.Equal("/signalen?stand=open&pagina=3", pager!.QuerySelectorAll("a")[^1].GetAttribute("href"));
        Assert.Equal("26 tot 50 van 60", pager.QuerySelector("p")!.TextContent);
        Assert.EndsWith("2", pager.QuerySelector("[aria-current=page]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pages_show_the_ends_and_what_is_near()
    {
        var pager = await new PagerTag { View = Rendering.At("/signalen"), Page = 10, Total = 500 }.Render();

        Assert.Equal(["Vorige", "Pagina 1", "…", "Pagina 9", "Pagina 10", "Pagina 11", "…", "Pagina 20", "Volgende"],
            pager!.QuerySelectorAll("li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task One_page_needs_no_pager() =>
        Assert.Null(await new PagerTag { View = Rendering.At("/signalen"), Total = 25 }.Render());

    [Fact]
    public async Task A_list_found_by_POST_keeps_what_was_searched_out_of_the_URL()
    {
        var pager = await new PagerTag { View = Rendering.At("/zoeken"), Form = "zoeken", Total = 60 }.Render();

        Assert.Empty(pager!.QuerySelectorAll("a"));
        var next = pager.QuerySelectorAll("button")[^1];
        Assert.Equal(("zoeken", "pagina", "2"), (next.GetAttribute("form"), next.GetAttribute("name"), next.GetAttribute("value")));
    }
}
