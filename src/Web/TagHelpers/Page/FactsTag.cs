using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Page;

/// <summary>Gegevens: a list of names and what belongs to them.</summary>
[HtmlTargetElement("sk-facts")]
public sealed class FactsTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "sk-facts");
}

/// <summary>Gegeven: one line of <c>sk-facts</c>; says "onbekend" when there is nothing.</summary>
[HtmlTargetElement("sk-fact")]
public sealed class FactTag : TagHelper
{
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "sk-facts__row");
        output.Content.SetHtmlContent(All(
            Element("dt", null, Label),
            Element("dd", null, content.IsEmptyOrWhiteSpace ? Element("span", "sk-soft", "onbekend") : content)));
    }
}
