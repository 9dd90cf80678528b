using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;

namespace Samenkracht.Web.TagHelpers.Marks;

/// <summary>Label: a small pill with a word, in the colours of a direction when it has one. Never colour alone: it always holds text.</summary>
[HtmlTargetElement("sk-tag")]
public sealed class TagTag : TagHelper
{
    public DirectionMark Direction { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("span", "sk-tag nl-data-badge", Direction.Css);
        if (content.IsEmptyOrWhiteSpace) output.Content.SetContent(Direction.Name);
    }
}
