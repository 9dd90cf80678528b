using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Figures;

/// <summary>Voortgang: long work that goes on when one leaves the page. Its address answers with this tag again, until it is <c>done</c>; without
/// JavaScript one reloads.</summary>
[HtmlTargetElement("sk-progress")]
public sealed class ProgressTag : TagHelper
{
    public string Label { get; set; } = "";

    public double? Value { get; set; }

    public double Max { get; set; } = 100;

    /// <summary>Where to ask how far it is.</summary>
    public string? Url { get; set; }

    public bool Done { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var id = FreshId("voortgang");
        output.Become("div", "sk-progress");
        if (Url is not null && !Done)
        {
            output.Set("hx-get", Url);
            output.Set("hx-trigger", "every 2s");
            output.Set("hx-swap", "outerHTML");
        }
        output.Content.SetHtmlContent(All(
            Element("label", "sk-progress__label", Label).With("for", id),
            Element("progress", "sk-progress__bar").With("id", id)
                .With("max", Number(Max)).With("value", Value is { } value ? Number(value) : Done ? Number(Max) : null),
            text.IsEmptyOrWhiteSpace ? null : Element("p", "sk-small", text).With("role", "status")));
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
