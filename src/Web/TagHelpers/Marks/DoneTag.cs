using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Marks;

/// <summary>Stand van een afspraak: a tick or an open circle, said in words to who does not see it.</summary>
[HtmlTargetElement("sk-done", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DoneTag : TagHelper
{
    public bool Value { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "sk-done");
        output.Content.SetHtmlContent(All(
            Element("span", null, Value ? "✓" : "○").With("aria-hidden", "true"),
            OnlyHeard(Value ? "gedaan" : "nog te doen")));
    }
}
