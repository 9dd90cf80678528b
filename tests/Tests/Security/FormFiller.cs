using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Samenkracht.Tests.Architecture;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Security;

/// <summary>Someone who opens every page that they may and sends each form on it, with each of its buttons, filled in as told.</summary>
internal sealed partial class FormFiller(TestBrowser browser, TestClock clock, Func<IHtmlElement, string> write, Func<IHtmlElement, string?>? spoils = null)
{
    // What ends the visit itself.
    private static readonly string[] Ends = ["/afmelden", "/stijl"];

    private readonly HashSet<string> searched = [];
    private readonly HashSet<string> visited = [];

    public List<Page> Answers { get; } = [];

    /// <summary>The page, and one of each kind of page that it leads to.</summary>
    public async Task Visit(string url)
    {
        if (!visited.Add(Id().Replace(url, "*"))) return;
        var page = await browser.Get(url);
        Answers.Add(page);
        // Nobody types faster.
        clock.Advance(TimeSpan.FromSeconds(4));
        foreach (var form in page.Html.Forms.Where(form => form.Method == "post" && !Ends.Any(form.Action.Contains) && (form.GetAttribute("role") != "search" || searched.Add(form.Action))))
            foreach (var button in Buttons(form).Where(button => !$"{Target(page, form, button)}".Contains("Everywhere", StringComparison.Ordinal)))
                Answers.Add(await Send(page, form, button));
        foreach (var link in Answers[^1].Html.Links.Concat(page.Html.Links).Select(link => link.GetAttribute("href")).OfType<string>().Where(link => Id().IsMatch(link) && !link.EndsWith("/sluiten", StringComparison.Ordinal)).ToList()) await Visit(link);
    }

    /// <summary>What shuts a door behind one goes last: out of a circle, behind a screen, out of the house.</summary>
    public static int Order(Route route) => Array.FindIndex(["/gegevens", "/kring", "/delen", "account", "beheer"], part => route.Pattern.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<IHtmlElement?> Buttons(IHtmlFormElement form) =>
        [.. form.QuerySelectorAll<IHtmlElement>("button:not([disabled]), input[type=submit]").Where(b => b.GetAttribute("type") != "button").DistinctBy(b => (b.GetAttribute("formaction"), b.GetAttribute("name"))).Cast<IHtmlElement?>().DefaultIfEmpty()];

    private Task<Page> Send(Page page, IHtmlFormElement form, IHtmlElement? button)
    {
        var fields = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")).GroupBy(e => e.GetAttribute("name")!)
            .SelectMany(group => Filled(group.First()).Select(value => KeyValuePair.Create(group.Key, value))).ToList();
        if (button?.GetAttribute("name") is { } name) fields.Add(new(name, button.GetAttribute("value") ?? ""));
        return browser.Send(new HttpRequestMessage(HttpMethod.Post, Target(page, form, button)) { Headers = { { "Sec-Fetch-Site", "same-origin" } }, Content = new FormUrlEncodedContent(fields) });
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Id();

    private IEnumerable<string> Filled(IHtmlElement element) => element switch
    {
        IHtmlButtonElement => [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "file" } => [],
        IHtmlInputElement { Type: "hidden" } hidden => [spoils?.Invoke(hidden) ?? hidden.Value ?? ""],
        _ => [write(element)],
    };

    private Uri Target(Page page, IHtmlFormElement form, IHtmlElement? button) =>
        new(new Uri(browser.Site, page.Url), button?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Url);
}
