using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Page;

/// <summary>Paginakop: crumbs, title, one line below it, actions at the right. It also names the browser's tab.</summary>
[HtmlTargetElement("sk-head")]
public sealed class HeadTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Title { get; set; } = "";

    public string? Sub { get; set; }

    public DirectionMark Direction { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = new List<IHtmlContent>();
        context.Items[typeof(CrumbTag)] = crumbs;
        var actions = await output.GetChildContentAsync();
        View.ViewData["Title"] = Title;

        output.Become("div", "sk-head");
        output.Content.SetHtmlContent(All(
            crumbs.Count == 0 ? null : Trail(crumbs),
            Element("div", "sk-head__title",
                Direction.IsNone ? null : Element("span", Css("sk-tag nl-data-badge", Direction.Css), Direction.Name),
                Element("h1", "nl-heading nl-heading--level-1", Title),
                Sub is null ? null : Element("p", "sk-head__sub", Sub)),
            actions.IsEmptyOrWhiteSpace ? null : Element("div", "sk-actions sk-head__actions", actions),
            View.ViewData.Model is SkPage { Mark: { } mark } ? Marked(mark) : null));
    }

    private static TagBuilder Marked(HeadMark mark) =>
        Element("div", "sk-head__mark sk-notice utrecht-alert utrecht-alert--warning",
            Element("div", "sk-notice__body",
                OnlyHeard("Let op: "),
                Element("strong", "sk-notice__title", mark.Title),
                mark.Words,
                mark.Href is null ? null : All(" ", Element("a", "nl-link", "Wat nu mag").With("href", mark.Href))));

    private TagBuilder Trail(List<IHtmlContent> crumbs) =>
        Element("nav", "sk-crumbs",
            Element("ol", null, crumbs, Element("li", null, Element("span", null, Title).With("aria-current", "page"))))
        .With("aria-label", "Kruimelpad");
}

/// <summary>Kruimel: a page above this one, inside <c>sk-head</c>.</summary>
[HtmlTargetElement("sk-crumb", ParentTag = "sk-head")]
public sealed class CrumbTag : TagHelper
{
    public string Href { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var crumbs = (List<IHtmlContent>)context.Items[typeof(CrumbTag)];
        crumbs.Add(Element("li", null, Element("a", "nl-link", text).With("href", Href)));
        output.SuppressOutput();
    }
}
