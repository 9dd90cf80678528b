using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Figures;

/// <summary>Keten: the steps from signal to answer in one row, and how far it has come.</summary>
[HtmlTargetElement("sk-steps")]
public sealed class StepsTag : TagHelper
{
    public string Label { get; set; } = "De keten";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "sk-steps");
        output.Set("aria-label", Label);
    }
}

/// <summary>Schakel: one step of the chain. What came of it, in a word; when nothing did, a dash.</summary>
[HtmlTargetElement("sk-step", ParentTag = "sk-steps")]
public sealed class StepTag : TagHelper
{
    public string Title { get; set; } = "";

    public string? Value { get; set; }

    /// <summary>done, now or next</summary>
    public string State { get; set; } = "next";

    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var spoken = State switch
        {
            "done" => "stap gezet",
            "now" => "hier zijn we nu",
            "next" => "nog niet",
            _ => throw new ArgumentException($"sk-step has no state '{State}'."),
        };
        output.Become("li", "sk-step", $"sk-step--{State}");
        if (State == "now") output.Set("aria-current", "step");
        object value = string.IsNullOrEmpty(Value) ? Element("span", null, "–").With("aria-hidden", "true") : Value;
        output.Content.SetHtmlContent(All(
            Element("span", "sk-step__title", Title, OnlyHeard($" ({spoken})")),
            // A dash is no name for a link.
            string.IsNullOrEmpty(Href) || string.IsNullOrEmpty(Value) ? Element("strong", "sk-step__value", value) : Element("a", "sk-step__value", value).With("href", Href),
            text.IsEmptyOrWhiteSpace ? null : Element("span", "sk-step__text", text)));
    }
}
