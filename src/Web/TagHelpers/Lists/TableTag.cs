using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Lists;

/// <summary>Tabel: scrolls inside its own frame, which the keyboard can reach; or stacks its rows on a phone.</summary>
[HtmlTargetElement("sk-table")]
public sealed class TableTag : TagHelper
{
    public string Caption { get; set; } = "";

    /// <summary>The caption is there for screen readers only, because a heading above says the same.</summary>
    public bool CaptionHidden { get; set; }

    /// <summary>On a phone each row becomes a block; give cells a <c>data-label</c>.</summary>
    public bool Stack { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var id = FreshId("tabel");
        output.Become("div", "sk-table", Stack ? "sk-table--stack" : null);
        output.Set("role", "group");
        output.Set("tabindex", "0");
        output.Set("aria-labelledby", id);
        output.Content.SetHtmlContent(Element("table", "utrecht-table",
            Element("caption", Css("utrecht-table__caption", CaptionHidden ? "sk-only-heard" : null), Caption).With("id", id),
            rows));
    }
}
