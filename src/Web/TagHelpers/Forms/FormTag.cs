using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Access;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>Formulier: posts, with an antiforgery token, a number of its own and the row version it was filled in on. The browser's own checks are off: ours are Dutch,
/// stand at the field and in the summary, and keep the typed text.</summary>
[HtmlTargetElement("sk-form")]
public sealed class FormTag(IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>Where to post; the page itself unless told.</summary>
    public string? Action { get; set; }

    /// <summary>The page handler: "Confirm" for OnPostConfirm.</summary>
    public string? Handler { get; set; }

    /// <summary>The row version, for a page with <c>[BindProperty] int Version</c>.</summary>
    public long? Version { get; set; }

    public string VersionName { get; set; } = "Version";

    /// <summary>Around cards, of which some have a button of their own: their fields stand in a <c>div</c> with the look of a form. Enter in a field sends nothing,
    /// as it could mean any of the buttons.</summary>
    public bool Around { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("form", Around ? null : "sk-form");
        output.Set("method", "post");
        output.Set("action", Handler is null ? Action ?? PageHandler.Page(View) : PageHandler.Url(View, Handler, Action));
        output.Set("novalidate", "");
        // Enter presses the first button of a form, and a button that is off sends nothing.
        if (Around) output.PreContent.Put(Element("button").With("type", "submit").With("disabled", "").With("hidden", ""));
        output.PostContent.Put(html.GenerateAntiforgery(View));
        output.PostContent.Put(Element("input").With("type", "hidden").With("name", OnceForms.Field).With("value", OnceForms.Number()));
        if (Version is { } version)
            output.PostContent.Put(Element("input").With("type", "hidden").With("name", VersionName).With("value", $"{version}"));
    }
}
