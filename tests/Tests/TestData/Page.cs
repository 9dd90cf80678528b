using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Samenkracht.Tests.TestData;

/// <summary>A page as it came, with what a person does on it.</summary>
/// <param name="Url">Where one is after redirects, as path and query.</param>
/// <param name="Source">As it came.</param>
public sealed record Page(TestBrowser Browser, HttpResponseMessage Response, string Url, string Source)
{
    private readonly Lazy<IHtmlDocument> html = new(() => new HtmlParser().ParseDocument(Source));

    public IHtmlDocument Html => html.Value;

    public HttpStatusCode Status => Response.StatusCode;

    public string Heading => Text("h1");

    /// <summary>What stands in the page's own part, with single spaces.</summary>
    public string Main => Text("main");

    /// <summary>The messages at the fields and on top.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Html.QuerySelectorAll(".field-validation-error, .validation-summary-errors li, [id$=-error], .sk-errors li").Select(Words).Distinct()];

    /// <summary>The text of the first match, with single spaces; empty without one.</summary>
    public string Text(string selector) => Html.QuerySelector(selector) is { } found ? Words(found) : "";

    public Page ShouldBe(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{Url} gave {(int)Status}, not {(int)status}: {Main}");
        return this;
    }

    public Page ShouldBeOk() => ShouldBe(HttpStatusCode.OK);

    /// <summary>Follows the link with this text.</summary>
    public Task<Page> Follow(string text) =>
        Browser.Get(Html.Links.OfType<IHtmlAnchorElement>().FirstOrDefault(link => Words(link) == text)?.GetAttribute("href")
            ?? throw new InvalidOperationException($"{Url} has no link '{text}'."));

    /// <summary>Fills in a form and sends it with its hidden fields, antiforgery and all.</summary>
    /// <param name="fields">By name. A name that the form does not have is a mistake of the test and throws.</param>
    /// <param name="button">The text of the button; without it the first one.</param>
    /// <param name="form">Which form, as a CSS selector.</param>
    public Task<Page> Submit(Dictionary<string, string?>? fields = null, string? button = null, string form = "main form")
    {
        var element = Html.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"{Url} has no form '{form}'.");
        var pressed = element.QuerySelectorAll<IHtmlElement>("button:not([disabled]), input[type=submit]").FirstOrDefault(b => button is null || Words(b) == button)
            ?? throw new InvalidOperationException($"{Url} has no button '{button}'.");
        var values = Values(element).Where(value => fields?.ContainsKey(value.Key) != true).ToList();
        foreach (var (name, value) in fields ?? [])
        {
            if (!element.Elements.Any(e => e.GetAttribute("name") == name)) throw new InvalidOperationException($"The form on {Url} has no field '{name}'.");
            if (value is not null) values.Add(new(name, value));
        }
        if (pressed.GetAttribute("name") is { } pressedName) values.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        var target = pressed.GetAttribute("formaction") ?? element.GetAttribute("action") ?? Url;
        return Browser.Send(new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Browser.Site, Url), target.Length == 0 ? Url : target))
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new FormUrlEncodedContent(values),
        });
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form) =>
        from element in form.Elements
        let name = element.GetAttribute("name")
        where !string.IsNullOrEmpty(name) && !element.HasAttribute("disabled")
        from value in Values(element)
        select KeyValuePair.Create(name, value);

    private static IEnumerable<string> Values(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.Value ?? "on"] : [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "file" } => [],
        IHtmlInputElement input => [input.Value ?? ""],
        IHtmlTextAreaElement area => [area.Value ?? ""],
        IHtmlSelectElement list => list.Options.Where(option => option.IsSelected).Select(option => option.Value ?? ""),
        _ => [],
    };

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
