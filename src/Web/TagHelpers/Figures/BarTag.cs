using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Figures;

/// <summary>Balk: parts of a whole beside each other, with every number in words below it. Own content replaces that legend.</summary>
[HtmlTargetElement("sk-bar")]
public sealed class BarTag : TagHelper
{
    public string Label { get; set; } = "";

    public IReadOnlyList<BarPart> Parts { get; set; } = [];

    /// <summary>The whole; the sum of the parts unless told.</summary>
    public decimal? Total { get; set; }

    /// <summary>What is counted: "uur", "afspraken".</summary>
    public string? Unit { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var stripes = FreshId("streep");
        output.Become("div", "sk-bar");
        output.Content.SetHtmlContent(All(Track(stripes), content.IsEmptyOrWhiteSpace ? Legend() : Element("div", "sk-bar__text", content)));
    }

    private TagBuilder Track(string stripes)
    {
        var whole = Math.Max(Total ?? 0, Parts.Sum(part => part.Value));
        var svg = Element("svg", "sk-bar__track", Stripes(stripes)).With("role", "img").With("aria-label", $"{Label}: {Spoken()}");
        var start = 0m;
        foreach (var part in Parts.Where(part => part.Value > 0))
        {
            svg.InnerHtml.Put(Element("rect", $"sk-tone-{(int)part.Tone}")
                .With("x", Percent(start / whole)).With("width", Percent(part.Value / whole)).With("height", "100%")
                .With("fill", part.Tone == Tone.Open ? $"url(#{stripes})" : null));
            start += part.Value;
        }
        return svg;
    }

    private TagBuilder Legend() => Element("ul", "sk-bar__legend", Parts.Select(part =>
        Element("li", $"sk-bar__key sk-tone-{(int)part.Tone}", Element("strong", null, Amount(part)), $" {part.Label}")));

    private string Spoken() => string.Join(", ", Parts.Select(part => $"{Amount(part)} {part.Label}"));

    private string Amount(BarPart part) => Unit is null ? $"{part.Value:0.#}" : $"{part.Value:0.#} {Unit}";

    private static TagBuilder Stripes(string id) => Element("defs", null,
        Element("pattern", null, Element("rect", "sk-stripe").With("width", "5").With("height", "10"))
            .With("id", id).With("width", "10").With("height", "10").With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(-45)"));

    private static string Percent(decimal share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
