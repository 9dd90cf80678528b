using System.Net;

namespace Samenkracht.Tests.Web;

public class StylePageTests
{
    [Fact]
    public async Task Every_tag_is_rendered_and_nothing_is_inline()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        Assert.DoesNotContain(page.All, element => element.LocalName.StartsWith("sk-", StringComparison.Ordinal));
        Assert.DoesNotContain(page.All, element => element.HasAttribute("style"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("", script.TextContent));
    }

    [Fact]
    public async Task Ids_are_unique_and_every_reference_leads_somewhere()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        var references = from element in page.All
                         from name in new[] { "for", "aria-labelledby", "aria-describedby", "list" }
                         from id in (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                         select id;
        Assert.Empty(references.Except(ids));
    }

    [Fact]
    public async Task The_head_names_the_page_and_where_it_stands()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        Assert.Equal("Stijl · Samenkracht", page.Title);
        Assert.Equal("Stijl", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("page", page.QuerySelector("nav[aria-label=Kruimelpad] li:last-child span")!.GetAttribute("aria-current"));
        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Without_someone_signed_in_there_is_no_menu_and_no_search()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        Assert.Null(page.QuerySelector("nav[aria-label=Hoofdmenu]"));
        Assert.Null(page.QuerySelector("[role=search]"));
    }

    [Fact]
    public async Task It_is_not_there_in_production()
    {
        await using var site = await StyleSite.Start(stylePage: false);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri("/stijl", UriKind.Relative))).StatusCode);
    }
}
