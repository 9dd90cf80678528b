using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
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
        if (View.ViewData.ModelState.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("div", "sk-errors");
        output.Set("id", "fouten");
        output.Set("role", "alert");
        output.Set("tabindex", "-1");
        output.Content.SetHtmlContent(All(Element("h2", "sk-errors__title", Title), new Lines(View)));
    }

    /// <summary>Stands above the fields but is written when the page is complete: only then it knows their labels and their order.</summary>
    private sealed class Lines(ViewContext view) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var labels = FieldLabels.On(view);
            var lines = from entry in view.ViewData.ModelState
                        orderby labels.Place(entry.Key)
                        from error in entry.Value!.Errors
                        select Line(entry.Key, labels.Named(entry.Key), error);
            Element("ul", null, lines).WriteTo(writer, encoder);
        }

        private static TagBuilder Line(string key, string? label, ModelError error)
        {
            var text = FieldState.Message(error);
            if (key.Length == 0 || label is null) return Element("li", null, text);
            var said = label.EndsWith('?') ? $"{label} {text}" : $"{label}: {text}";
            return Element("li", null, Element("a", "nl-link", said).With("href", $"#{FieldState.IdOf(key)}"));
        }
    }
}
