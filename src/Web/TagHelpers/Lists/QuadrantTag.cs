using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Lists;

/// <summary>Kwadrant: the four directions to look in, with the names of the two axes (the axes are decoration: each corner says its own name).</summary>
[HtmlTargetElement("sk-quadrant")]
public sealed class QuadrantTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var corners = await output.GetChildContentAsync();
        output.Become("div", "sk-quadrant");
        output.Content.SetHtmlContent(All(
            corners,
            Axis("social", "sociaal netwerk"),
            Axis("institutional", "regels en instanties"),
            Axis("individual", "individueel"),
            Axis("collective", "collectief")));
    }

    private static TagBuilder Axis(string name, string text) =>
        Element("span", $"sk-quadrant__axis sk-quadrant__axis--{name}", text).With("aria-hidden", "true");
}

/// <summary>Hoek van het kwadrant: one direction with its work. Without work it says so.</summary>
[HtmlTargetElement("sk-corner")]
public sealed class CornerTag : TagHelper
{
    public DirectionMark Direction { get; set; }

    public string? Sub { get; set; }

    /// <summary>What it says when there is nothing.</summary>
    public string Empty { get; set; } = "Niets dat nu op u wacht.";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await output.GetChildContentAsync();
        var id = FreshId("kop");
        output.Become("section", "sk-card sk-card--direction sk-corner", Direction.Css);
        output.Set("aria-labelledby", id);
        output.Content.SetHtmlContent(All(
            Element("h2", "sk-card__title", Direction.Name).With("id", id),
            Sub is null ? null : Element("p", "sk-card__sub", Sub),
            items.IsEmptyOrWhiteSpace
                ? Element("p", "sk-corner__empty", Empty)
                : Element("ul", "sk-items", items)));
    }
}
