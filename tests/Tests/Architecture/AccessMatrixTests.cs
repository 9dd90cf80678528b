using System.Net;
using System.Text.RegularExpressions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Every route, found by reflection, by every role and every place that one can have to a household.</summary>
public partial class AccessMatrixTests
{
    private static readonly Address Charlie = new("Charliestraat", "1", "1234 AB", "Waterveen", null);
    private static readonly Address Juliett = new("Juliettlaan", "2", "1234 CD", "Waterveen", null);

    /// <summary>The declared rule and nothing else decides who gets past the door, for each page and each form.</summary>
    [Fact]
    public async Task Every_role_reaches_the_pages_and_forms_that_its_rights_open_and_no_others()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var routes = await Route.All(app);
        Assert.True(routes.Count > 60, "The routes were not found.");

        var visitor = app.Visitor();
        foreach (var route in routes.Where(route => !route.Rule.Admits(Actor.Anonymous)))
            foreach (var handler in route.Handlers)
            {
                var asked = await route.Ask(visitor, Id.New<HouseholdId>(), handler, "");
                Assert.True(asked.Url.StartsWith("/aanmelden", StringComparison.Ordinal), $"Without account: {handler} {route.Pattern} gave {asked.Status} at {asked.Url}");
            }

        // A rule asks for rights and nothing else: one role of each set of rights stands for the others.
        foreach (var role in DifferentRights)
        {
            var browser = await app.SignedIn(town[role]);
            var token = await Route.Token(browser);
            foreach (var route in routes)
                foreach (var handler in route.Handlers.Where(_ => !route.Rule.Admits(town[role])))
                    Assert.True((await route.Ask(browser, Id.New<HouseholdId>(), handler, token)).Status == HttpStatusCode.Forbidden, $"{role} reaches {handler} {route.Pattern}");
            // What the rule opens answers; a wrong or empty form is an answer as well.
            foreach (var route in routes.Where(route => route.Rule.Admits(town[role]) && !route.HasParameters))
                Assert.True((await browser.Get(route.Url(default))).Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.NoContent, $"{role}: {route.Pattern}");
        }
    }

    /// <summary>Lists, counts, order, pages, searches and errors are to the letter what they were before the hidden households came.</summary>
    [Fact]
    public async Task A_hidden_household_changes_nothing_for_anyone_outside_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("gezin Alfa", Charlie, people: [new NewPerson("Berta Bravo")]);
        var routes = await Route.All(app);
        Actor[] outside = [town.Sanne, town.Anouk, town.Hugo, town[Role.TeamLead], town[Role.Resident], town[Role.Supporter],
            town[Role.CommunityWorker], town[Role.PolicyOfficer], town[Role.PrivacyOfficer], town[Role.Administrator]];
        var before = new List<(Actor Actor, TestBrowser Browser, string Read)>();
        foreach (var actor in outside)
        {
            var browser = await app.SignedIn(actor);
            before.Add((actor, browser, await Everything(browser, routes, [])));
        }

        var (named, deputy) = (town[Role.TeamMember], town[Role.Partner]);
        var hidden = await town.Household("Hotel-huishouden", Juliett, by: named, safety: SafetyMark.Shielded, people: [new NewPerson("India Ilse")]);
        await town.Name(await town.Join(hidden, deputy));
        await town.Ask(hidden, "Foxtrot", by: named);
        await town.Support(hidden, named, deputy);
        var gone = await town.Join(hidden, town.Anouk);
        await town.Join(hidden, town.Hugo);
        await town.Leave(gone);

        foreach (var (actor, browser, read) in before)
        {
            var now = await Everything(browser, routes, []);
            if (read == now) continue;
            var differs = read.Split('\n').Zip(now.Split('\n')).FirstOrDefault(line => line.First != line.Second);
            Assert.Fail($"{actor.Name} ({actor.Role}) can tell that there is a hidden household: {differs}");
        }
    }

    private static IEnumerable<Role> DifferentRights => Roles.OfAccounts.DistinctBy(role => string.Join(" ", Permissions.Of(role).Order()));

    /// <summary>All that this person reads: every page without parameters, those about the households, each list in each order, the searches, and the export.</summary>
    internal static async Task<string> Everything(TestBrowser browser, IReadOnlyList<Route> routes, HouseholdId[] households)
    {
        var read = new List<string>();
        // One's own way of signing in is about nobody else, and has a secret that is new each time.
        foreach (var route in routes.Where(route => route.Handlers.Contains(null) && !route.Pattern.StartsWith("aanmelden", StringComparison.Ordinal) && route.Pattern != "stijl"))
        {
            if (!route.HasParameters) read.Add(Shown(await browser.Get(route.Url(default))));
            else if (OnlyHousehold().IsMatch(route.Pattern)) foreach (var household in households) read.Add(Shown(await browser.Get(route.Url(household))));
        }
        foreach (var list in (string[])["/huishoudens?Volgorde=Newest", "/huishoudens?Volgorde=Oldest&pagina=9", "/huishoudens?Fase=Waiting", "/signalen?volgorde=Newest&pagina=7", "/?x=1"])
            read.Add(Shown(await browser.Get(list)));
        var token = await Route.Token(browser);
        foreach (var search in (string[])["India Ilse", "Golf Gerrit", "Juliettlaan 2", "1234 CD 2", "Ilse", "vraag"])
            foreach (var url in (string[])["/zoeken", "/huishoudens", "/noodtoegang", "/huishoudens?handler=Export"])
                read.Add(Shown(await browser.Post(url, new() { ["Tekst"] = search, ["__RequestVerificationToken"] = token })).Replace(search, ""));
        read.Add(Shown(await browser.Post("/huishoudens?handler=Export", new() { ["__RequestVerificationToken"] = token })));
        return string.Join('\n', read);
    }

    // As it came, without what is sealed anew each time.
    private static string Shown(Page page) => $"{page.Status} {Sealed().Replace(WebUtility.HtmlDecode(page.Source), "")}";

    // What data protection makes begins like the first; each form has a number of its own, and headings are numbered through.
    [GeneratedRegex("""(?<=name="Once" type="hidden" value=")\w+|CfDJ8[A-Za-z0-9_-]+|[a-z]+-[0-9]+(?=["\s)])""")]
    private static partial Regex Sealed();

    [GeneratedRegex(@"^[^{]*\{household[^}]*\}[^{]*$")]
    private static partial Regex OnlyHousehold();
}
