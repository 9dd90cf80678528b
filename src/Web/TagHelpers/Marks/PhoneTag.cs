using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Marks;

/// <summary>Telefoonnummer: one tap to call, never broken over two lines. A dash for no number.</summary>
[HtmlTargetElement("sk-phone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhoneTag : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(string.IsNullOrEmpty(Value) ? Element("span", null, "–") : Link(Value));
    }

    internal static TagBuilder Link(string number) => Element("a", "sk-phone", number).With("href", $"tel:{number.Replace(" ", "", StringComparison.Ordinal)}");
}
