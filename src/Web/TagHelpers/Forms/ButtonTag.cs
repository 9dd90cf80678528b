using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>Knop: sends the form, or leads to another page when it has an address.</summary>
[HtmlTargetElement("sk-button")]
public sealed class ButtonTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>primary, secondary, danger or link</summary>
    public string Kind { get; set; } = "primary";

    public string? Href { get; set; }

    /// <summary>Another handler of the page than the form's own.</summary>
    public string? Handler { get; set; }

    /// <summary>The one big action of an overview.</summary>
    public bool Big { get; set; }

    /// <summary>As wide as the form: the one action of a phone screen.</summary>
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = Kind switch
        {
            "primary" => "utrecht-button utrecht-button--primary-action",
            "secondary" => "utrecht-button utrecht-button--secondary-action",
            "danger" => "utrecht-button utrecht-button--secondary-action sk-button--danger",
            "link" => "sk-button--link",
            _ => throw new ArgumentException($"sk-button has no kind '{Kind}'."),
        };
        output.Become(Href is null ? "button" : "a", "sk-button", look, Big ? "sk-button--big" : null, Wide ? "sk-button--wide" : null);
        if (Href is not null)
        {
            output.Set("href", Href);
            return;
        }
        if (!output.Attributes.ContainsName("type")) output.Set("type", "submit");
        if (Handler is not null) output.Set("formaction", PageHandler.Url(View, Handler, null));
    }
}
