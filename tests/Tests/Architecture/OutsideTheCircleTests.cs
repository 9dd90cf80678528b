using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Every page and every form about a household, by every role that is not in its circle: a known household, a shielded one and one that never
/// was give the same answer to the letter.</summary>
public partial class OutsideTheCircleTests
{
    [Fact]
    public async Task Nobody_outside_the_circle_can_tell_a_household_from_one_that_is_not_there()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var known = await town.Household();
        await town.Ask(known, "Te weinig geld");
        await town.Plan(known);
        var shielded = await town.Household("vrouw aan de Haverweg", Address.Unknown, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var pages = await AboutHouseholds(app);
        Assert.True(pages.Count > 10, "The pages about a household were not found.");

        // One of each set of rights: what the others get is the same.
        foreach (var role in Roles.OfAccounts.DistinctBy(role => string.Join(" ", Permissions.Of(role).Order())))
        {
            var browser = await app.SignedIn(town[role]);
            var token = (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (route, handlers) in pages)
            {
                var nobody = Id.New<HouseholdId>();
                HouseholdId[] others = town[role].May(Permission.HandleSafety) ? [known] : [known, shielded];
                foreach (var handler in handlers)
                {
                    var unknown = await Ask(browser, route, nobody, handler, token);
                    Assert.True(unknown.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role}: {handler} {route} gave {unknown.Status}");
                    foreach (var household in others)
                        Assert.True(unknown == await Ask(browser, route, household, handler, token), $"{role}: {handler} {route} tells that there is a household.");
                }
            }
        }
        Assert.Empty(await app.Looks(known));
        Assert.Empty(await app.Looks(shielded));
    }

    private static async Task<(HttpStatusCode Status, string Body)> Ask(TestBrowser browser, string route, HouseholdId household, string? handler, string token)
    {
        // Any other id in the address is one that is not there; what is refused is refused for the household.
        var url = "/" + Parameter().Replace(route, found => found.Groups[1].Value switch
        {
            "household" => household.Text(),
            _ => new Guid("11111111-1111-4111-8111-111111111111").ToString("N"),
        });
        var answer = handler is null ? await browser.Get(url) : await browser.Post($"{url}?handler={handler}", new() { ["__RequestVerificationToken"] = token });
        return (answer.Status, AntiforgeryField().Replace(answer.Html.Source.Text, "").Replace(household.Text(), "", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Their routes, each with its handlers: null for GET, the name for POST.</summary>
    private static async Task<IReadOnlyList<(string Route, IReadOnlyList<string?> Handlers)>> AboutHouseholds(WebApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var pages = new List<(string, IReadOnlyList<string?>)>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || endpoint.RoutePattern.Parameters.All(p => p.Name != "household")) continue;
            // Without one it is one's own plan, which has tests of its own.
            if (endpoint.RoutePattern.RawText!.StartsWith("mijn", StringComparison.Ordinal)) continue;
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            pages.Add((endpoint.RoutePattern.RawText!, [.. compiled.HandlerMethods.Select(h => h.HttpMethod == "Get" ? null : h.Name ?? "").Distinct()]));
        }
        return pages;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<input name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex AntiforgeryField();
}
