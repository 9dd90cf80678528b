using System.Net;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Security;

/// <summary>Random and hostile words in every field, address, query and cookie: refused in plain words or taken, never a fault of ours.</summary>
[Collection(WatchedSite.Shared)]
public class HostileSiteTests(WatchedSite site)
{
    private const int Seed = 20261122;

    [Fact]
    public async Task No_form_breaks_on_what_is_sent_to_it()
    {
        var fuzz = new Fuzzer(Seed);

        var answers = await site.Everyone(element => Wrong(fuzz, Plausible(element.GetAttribute("name")!)),
            // Without its token a form reaches no page.
            hidden => hidden.GetAttribute("name") != "__RequestVerificationToken" && fuzz.Chance(3) ? fuzz.Mutate(hidden.GetAttribute("value") ?? "") : null);

        Assert.True(answers.Count > 100);
        Holds(answers);
    }

    [Fact]
    public async Task No_address_or_query_breaks_a_page()
    {
        var (fuzz, answers) = (new Fuzzer(Seed), new List<Page>());
        TestBrowser[] browsers = [site.App.Visitor(), await site.App.SignedIn(site.Town.Sanne)];
        string[] keys = ["naar", "zoek", "pagina", "soort", "toon", "thema", "jaar", "volgorde", "handler", "reden", "koppel", "druk", "goal", "doel", "vraag", "code", "state", "iss"];

        foreach (var browser in browsers)
        {
            foreach (var route in site.Routes.Where(route => route.Handlers.Contains(null)))
            {
                var path = route.HasParameters && fuzz.Chance(2) ? route.Pattern[..route.Pattern.IndexOf('{')] + Uri.EscapeDataString(Wrong(fuzz, "11111111111141118111111111111111").Replace("\0", "", StringComparison.Ordinal)) : route.Url(site.Household).TrimStart('/');
                answers.Add(await browser.Get($"/{path}?{fuzz.Of(keys)}={Uri.EscapeDataString(Wrong(fuzz, "2026"))}&{fuzz.Of(keys)}={Uri.EscapeDataString(Wrong(fuzz, "/huishoudens"))}"));
            }
            foreach (var code in (string[])["0", "-1", "99", "404", "2147483647", "99999999999", "x"]) answers.Add(await browser.Get($"/fout/{code}"));
        }

        // The page of errors shows what it is asked to show.
        Holds(answers.Where(page => !page.Url.StartsWith("/fout/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_cookie_breaks_a_page()
    {
        var (fuzz, answers) = (new Fuzzer(Seed), new List<Page>());
        var good = await site.App.SignedIn(site.Town.Sanne);
        await good.Get("/account");
        var cookies = good.Cookies.GetCookies(good.Site).Select(cookie => (cookie.Name, cookie.Value)).Concat([("__Host-sk-apparaat", "x"), ("__Host-sk-sleutel", "x"), ("__Host-sk-halverwege", "x"), ("__Host-sk-told", "x")]).ToList();

        foreach (var url in (string[])["/", "/aanmelden", "/aanmelden/code-app", "/aanmelden?handler=Code", "/signaal/ontvangen", "/account", "/account/toegangssleutels"])
            for (var i = 0; i < 12; i++)
            {
                var browser = site.App.Visitor();
                foreach (var (name, value) in cookies) browser.Cookies.Add(browser.Site, new Cookie(name, Uri.EscapeDataString(fuzz.Chance(3) ? value : Wrong(fuzz, value))));
                answers.Add(await browser.Get(url));
            }

        Holds(answers);
    }

    private static string Wrong(Fuzzer fuzz, string good) => fuzz.Chance(4) ? fuzz.Noise() : fuzz.Mutate(good) is { Length: < 1500 } some ? some : good;

    private static void Holds(IEnumerable<Page> answers) => Assert.Empty(answers.Where(page => (int)page.Status >= 500).Select(page => $"{page.Url} {page.Status} (seed {Seed})"));

    private static string Plausible(string name) => name switch
    {
        _ when name.Contains("Date", StringComparison.Ordinal) || name.EndsWith("On", StringComparison.Ordinal) => "2026-12-01",
        _ when name.EndsWith("Postcode", StringComparison.Ordinal) => "1234 AB",
        _ when name is "Number" => WatchedSite.Bsn,
        _ when name.Contains("Mail", StringComparison.OrdinalIgnoreCase) => WatchedSite.Mail,
        _ when name.Contains("Least", StringComparison.Ordinal) || name.Contains("Most", StringComparison.Ordinal) => "12",
        _ => "11111111111141118111111111111111",
    };
}
