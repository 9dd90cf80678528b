using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Access;

namespace Samenkracht.Tests.Architecture;

public class EveryPageTests
{
    [Fact]
    public async Task Every_page_and_endpoint_says_who_may_reach_it()
    {
        await using var app = await WebApp.Start();

        var withoutRule = Endpoints(app).Where(endpoint => endpoint.Metadata.GetMetadata<IAccessRule>() is null).Select(endpoint => endpoint.DisplayName);

        // ASP.NET Core adds this one beside unpublished assets; without a rule it admits nobody.
        Assert.Empty(withoutRule.Except(["Fallback {**path:file}"]));
    }

    [Fact]
    public async Task An_address_is_plain_Dutch_without_capitals()
    {
        await using var app = await WebApp.Start();

        Assert.All(Pages(app), page => Assert.Matches(@"^[a-z0-9/{}:?*-]*$", WithoutParameters(page.RoutePattern.RawText!)));
    }

    [Fact]
    public async Task No_page_has_a_tag_that_nothing_rendered()
    {
        await using var app = await WebApp.Start();
        var browser = app.Visitor();

        foreach (var page in Pages(app).Where(page => page.RoutePattern.Parameters.Count == 0))
        {
            var shown = await browser.Get($"/{page.RoutePattern.RawText}");
            Assert.True((int)shown.Status < 500, page.RoutePattern.RawText);
            Assert.DoesNotContain(shown.Html.All, element => element.LocalName.StartsWith("sk-", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<RouteEndpoint> Endpoints(WebApp app) =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static IEnumerable<RouteEndpoint> Pages(WebApp app) =>
        Endpoints(app).Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    private static string WithoutParameters(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "");
}
