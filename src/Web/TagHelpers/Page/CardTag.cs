using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Page;

/// <summary>Kaart: one subject in a frame, with a heading that screen readers can jump to.</summary>
[HtmlTargetElement("sk-card")]
public sealed class CardTag : TagHelper
{
    public string? Title { get; set; }

    /// <summary>Level of the heading, 2 unless told.</summary>
    public int Heading { get; set; } = 2;

    public string? Sub { get; set; }

    /// <summary>A few soft words at the right of the title.</summary>
    public string? Aside { get; set; }

    public string? Link { get; set; }

    public string LinkText { get; set; } = "openen";

    /// <summary>One of several of a kind: its heading is enough, a landmark for each would hide the others.</summary>
    public bool Listed { get; set; }

    public DirectionMark Direction { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("section", "sk-card", Direction.IsNone ? null : "sk-card--direction", Direction.Css);
        output.Content.SetHtmlContent(All(Title is null ? null : Top(context, output), content));
    }

    private object Top(TagHelperContext context, TagHelperOutput output)
    {
        var id = FreshId("kop");
        if (!Listed) output.Set("aria-labelledby", id);
        return All(
            Element("div", "sk-card__top",
                Element($"h{Heading}", "sk-card__title", Title).With("id", id),
                Aside is null ? null : Element("span", "sk-card__aside", Aside),
                string.IsNullOrEmpty(Link) ? null : Element("a", "sk-card__link nl-link", LinkText, OnlyHeard($": {Title}")).With("href", Link)),
            Sub is null ? null : Element("p", "sk-card__sub", Sub));
    }
}
