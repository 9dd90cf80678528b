using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samenkracht.Browser;

/// <summary>Walks every page that a person can reach by links, as a visitor and as each fictional person of the sign-in page.</summary>
public partial class EveryPageTests(RunningDemo demo)
{
    private const string Visitor = "bezoeker";
    private const int Walkers = 2;

    private readonly ConcurrentDictionary<string, bool> checkedPages = [];
    private readonly ConcurrentBag<string> faults = [];

    [Fact]
    public async Task Every_page_that_someone_can_reach_works_and_is_accessible()
    {
        var persons = new ConcurrentQueue<string>([Visitor, .. await Persons()]);
        await Task.WhenAll(Enumerable.Range(0, Walkers).Select(_ => WalkAs(persons)));

        Console.WriteLine($"{checkedPages.Count} pages looked at");
        Assert.True(checkedPages.Count > 1);
        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Distinct()));
    }

    private async Task WalkAs(ConcurrentQueue<string> persons)
    {
        while (persons.TryDequeue(out var person))
        {
            var journey = await Journey.Start(demo, Screen.Desktop, person);
            if (person != Visitor) await journey.SignInAs(person);
            await Walk(journey);
        }
    }

    private async Task<IReadOnlyList<string>> Persons()
    {
        var journey = await Journey.Start(demo, Screen.Desktop, "aanmelden");
        await journey.Visit("/aanmelden");
        return await journey.Page.Locator("button[name=Person]").AllInnerTextsAsync();
    }

    // Most pages are only asked for, which is fast; one of each kind is opened and looked at.
    private async Task Walk(Journey journey)
    {
        var seen = new HashSet<string>();
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var url))
        {
            if (!seen.Add(Kind(url))) continue;
            var answer = await journey.Page.APIRequest.GetAsync(url);
            if (!answer.Ok) faults.Add($"{url} gives {answer.Status} to {journey}");
            if (!answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal)) continue;
            foreach (var link in Links(await answer.TextAsync())) ahead.Enqueue(link);
            if (!checkedPages.TryAdd(url == "/" ? $"/ of {journey}" : Kind(url), true)) continue;
            await journey.Visit(url);
            await Check(journey.Page);
        }
        Found(journey.ConsoleErrors);
        await journey.Page.Context.CloseAsync();
    }

    private async Task Check(IPage page)
    {
        Found(await Accessibility.Faults(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Found((await Accessibility.Contrast(page)).Select(fault => $"dark: {fault}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Screen.Narrow.Width, Screen.Narrow.Height);
        if (await Accessibility.ScrollsSideways(page)) faults.Add($"{page.Url} scrolls sideways at 320 px");
        await page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        if (await page.EvaluateAsync<bool>("[...document.querySelectorAll('*')].some(e => e.localName.startsWith('sk-'))")) faults.Add($"{page.Url} has a tag that nothing rendered");
    }

    private void Found(IEnumerable<string> these)
    {
        foreach (var fault in these) faults.Add(fault);
    }

    private static IEnumerable<string> Links(string html) => Link().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Distinct();

    // One household is like another: its page is checked once, whatever is in the query.
    private static string Kind(string url) => Varying().Replace(url.Split('?')[0], "*");

    [GeneratedRegex("""<a\b[^>]*?\bhref="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=/)([0-9a-f]{32}|(GM|WK|BU)\w+|\d+)(?=/|$)")]
    private static partial Regex Varying();
}
