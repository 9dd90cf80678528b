using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.TagHelpers.Marks;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Page;

/// <summary>Melding: something to know before going on. Its kind is said in words too, for who does not see the colour.</summary>
[HtmlTargetElement("sk-notice")]
public sealed class NoticeTag : TagHelper
{
    /// <summary>info, warning, danger or success</summary>
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var (type, spoken, role) = Meaning();
        output.Become("div", "sk-notice", "utrecht-alert", $"utrecht-alert--{type}");
        output.Set("role", role);
        output.Content.SetHtmlContent(Element("div", "sk-notice__body",
            OnlyHeard($"{spoken}: "),
            Title is null ? null : Element("strong", "sk-notice__title", Title),
            content));
    }

    private (string Type, string Spoken, string? Role) Meaning() => Kind switch
    {
        "info" => ("info", "Goed om te weten", null),
        "warning" => ("warning", "Let op", null),
        "danger" => ("error", "Belangrijk", null),
        "success" => ("ok", "Gelukt", "status"),
        _ => throw new ArgumentException($"sk-notice has no kind '{Kind}'."),
    };
}

/// <summary>Crisisblok: 112 and Veilig Thuis, on top of everything about people. The Meldcode guides and never locks: help is one tap away.</summary>
[HtmlTargetElement("sk-crisis", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CrisisTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("aside", "sk-crisis");
        output.Set("aria-label", "Spoed");
        output.Content.SetHtmlContent(All(
            Element("p", null, Element("strong", null, "Is iemand nu in gevaar? Bel ", PhoneTag.Link("112"), ".")),
            Element("p", null, "Zorgen over geweld? Bel Veilig Thuis: ", PhoneTag.Link("0800 2000"), ", gratis, dag en nacht.")));
    }
}

/// <summary>Leeg: an honest empty state that says why there is nothing and what one can do.</summary>
[HtmlTargetElement("sk-empty")]
public sealed class EmptyTag : TagHelper
{
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "sk-empty");
        output.Content.SetHtmlContent(All(
            Title is null ? null : Element("p", "sk-empty__title", Title),
            Element("div", "sk-empty__text", content)));
    }
}
