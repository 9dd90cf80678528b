using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Lists;

/// <summary>Werklijst: things that ask for attention, the most pressing first.</summary>
[HtmlTargetElement("sk-items")]
public sealed class ItemsTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "sk-items");
}

/// <summary>Regel van een werklijst: a title that opens it, when it is due, and a soft line of text.</summary>
[HtmlTargetElement("sk-item")]
public sealed class ItemTag(TimeProvider clock) : TagHelper
{
    public string Title { get; set; } = "";

    public string? Href { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Words in the place of a date, such as "nieuw" or "dag 3 van 5".</summary>
    public string? Note { get; set; }

    public string? Tag { get; set; }

    public DirectionMark Direction { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.Become("li", "sk-item");
        output.Content.SetHtmlContent(All(
            Element("div", "sk-item__top",
                Href is null ? Element("span", "sk-item__title", Title) : Element("a", "sk-item__title", Title).With("href", Href),
                When()),
            string.IsNullOrEmpty(Tag) && text.IsEmptyOrWhiteSpace ? null : Element("div", "sk-item__text", Mark(), text)));
    }

    private TagBuilder? Mark() => string.IsNullOrEmpty(Tag) ? null : Element("span", Css("sk-tag nl-data-badge", Direction.Css), Tag);

    private TagBuilder? When()
    {
        if (Due is not { } day) return Note is null ? null : Element("span", "sk-item__when", Note);
        var today = Amsterdam.Date(clock.GetUtcNow());
        return Element("time", Css("sk-item__when", day <= today.AddDays(1) ? "sk-date--pressing" : null), DutchDate.Due(day, today))
            .With("datetime", day.ToString("yyyy-MM-dd"));
    }
}
