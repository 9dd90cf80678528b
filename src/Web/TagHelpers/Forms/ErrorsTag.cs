using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>Foutenoverzicht: what is wrong in the form, each line leading to its field. Gives nothing when nothing is wrong.</summary>
[HtmlTargetElement("sk-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Title { get; set; } = "Dit klopt nog niet";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = View.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors, (entry, error) => Line(entry.Key, error))
            .ToList();
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("div", "sk-errors");
        output.Set("id", "fouten");
        output.Set("role", "alert");
        output.Set("tabindex", "-1");
        output.Content.SetHtmlContent(All(Element("h2", "sk-errors__title", Title), Element("ul", null, lines)));
    }

    private static TagBuilder Line(string key, ModelError error)
    {
        var text = FieldState.Message(error);
        return Element("li", null, key.Length == 0
            ? text
            : Element("a", "nl-link", text).With("href", $"#{FieldState.IdOf(key)}"));
    }
}
