using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Access;
using Page = Samenkracht.Tests.TestData.Page;

namespace Samenkracht.Tests.Architecture;

/// <summary>A page of the site, found by reflection, with its rule and its handlers: null for GET, the name for POST.</summary>
internal sealed partial record Route(string Pattern, IAccessRule Rule, IReadOnlyList<string?> Handlers)
{
    public bool IsAboutAHousehold => Pattern.Contains("{household", StringComparison.Ordinal);

    public bool HasParameters => Pattern.Contains('{');

    public static async Task<IReadOnlyList<Route>> All(WebApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            // The page of errors is shown in place of another.
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || endpoint.RoutePattern.RawText!.StartsWith("fout", StringComparison.Ordinal)) continue;
            var rule = endpoint.Metadata.GetMetadata<IAccessRule>() ?? throw new InvalidOperationException($"{endpoint.DisplayName} has no rule.");
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            routes.Add(new(endpoint.RoutePattern.RawText!, rule, [.. compiled.HandlerMethods.Select(h => h.HttpMethod == "Get" ? null : h.Name ?? "").Distinct()]));
        }
        return routes;
    }

    /// <summary>The address for a household. Any other id in it is one that is not there; what is refused is refused for the household.</summary>
    public string Url(HouseholdId household) => "/" + Filled(Pattern, name => name == "household" ? household.Text() : new Guid("11111111-1111-4111-8111-111111111111").ToString("N"));

    /// <summary>A pattern with a value for each parameter.</summary>
    public static string Filled(string pattern, Func<string, string> value) => Parameter().Replace(pattern, found => value(found.Groups[1].Value));

    public async Task<Page> Ask(TestBrowser browser, HouseholdId household, string? handler, string token) => handler is null
        ? await browser.Get(Url(household))
        : await browser.Post($"{Url(household)}?handler={handler}", new() { ["__RequestVerificationToken"] = token });

    public static async Task<string> Token(TestBrowser browser) =>
        (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
