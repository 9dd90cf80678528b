using System.Net;
using System.Text.RegularExpressions;
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
        // Without one it is one's own plan, which has tests of its own.
        var pages = (await Route.All(app)).Where(route => route.IsAboutAHousehold && !route.Pattern.StartsWith("mijn", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 10, "The pages about a household were not found.");

        // One of each set of rights: what the others get is the same.
        foreach (var role in Roles.OfAccounts.DistinctBy(role => string.Join(" ", Permissions.Of(role).Order())))
        {
            var browser = await app.SignedIn(town[role]);
            var token = await Route.Token(browser);
            foreach (var route in pages)
            {
                var nobody = Id.New<HouseholdId>();
                HouseholdId[] others = town[role].May(Permission.HandleSafety) ? [known] : [known, shielded];
                foreach (var handler in route.Handlers)
                {
                    var unknown = await Ask(browser, route, nobody, handler, token);
                    Assert.True(unknown.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role}: {handler} {route.Pattern} gave {unknown.Status}");
                    foreach (var household in others)
                        Assert.True(unknown == await Ask(browser, route, household, handler, token), $"{role}: {handler} {route.Pattern} tells that there is a household.");
                }
            }
        }
        Assert.Empty(await app.Looks(known));
        Assert.Empty(await app.Looks(shielded));
    }

    private static async Task<(HttpStatusCode Status, string Body)> Ask(TestBrowser browser, Route route, HouseholdId household, string? handler, string token)
    {
        var answer = await route.Ask(browser, household, handler, token);
        return (answer.Status, AntiforgeryField().Replace(answer.Source, "").Replace(household.Text(), "", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("<input name=\"(?:__RequestVerificationToken|Once)\"[^>]*>")]
    private static partial Regex AntiforgeryField();
}
