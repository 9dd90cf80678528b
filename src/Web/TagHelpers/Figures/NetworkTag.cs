using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Figures;

/// <summary>Network picture, beside a map: what belongs together though the map shows it apart. Without JavaScript, with words for every point; the page has a table too.</summary>
/// <example><c>&lt;sk-network picture="Model.Network" label="Het netwerk"&gt;Lijnen: …&lt;/sk-network&gt;</c></example>
[HtmlTargetElement("sk-network")]
public sealed class NetworkTag : TagHelper
{
    private const double Width = 560, Row = 58, Margin = 34, HubX = 44, HubRadius = 28, FirstX = 190, Step = 30, NameGap = 26;
    private const double SmallestDot = 5, DotGrowth = 7;
    private const int MostDots = 7;

    public NetworkPicture? Picture { get; set; }

    /// <summary>What it shows, for who does not see it.</summary>
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Picture is not { Groups.Count: > 0 } picture)
        {
            output.SuppressOutput();
            return;
        }
        var caption = await output.GetChildContentAsync();
        output.Become("figure", "sk-network");
        output.Content.SetHtmlContent(All(Drawing(picture), caption.IsEmptyOrWhiteSpace ? null : Element("figcaption", "sk-small", caption)));
    }

    private TagBuilder Drawing(NetworkPicture picture)
    {
        var height = picture.Groups.Count * Row + 2 * (Margin - Row / 2);
        var middle = height / 2;
        return Element("svg", "sk-network__drawing",
                picture.Groups.Index().Select(group => Links(group.Item, middle, RowAt(group.Index))),
                picture.Groups.Index().Select(group => Points(group.Item, RowAt(group.Index))),
                Circle("sk-network__hub", HubX, middle, HubRadius, picture.Hub),
                Element("text", "sk-network__letter", picture.Letter).With("x", Number(HubX)).With("y", Number(middle)).With("aria-hidden", "true"))
            .With("viewBox", $"0 0 {Number(Width)} {Number(height)}")
            .With("role", "img")
            .With("aria-label", $"{Label}: {picture.Hub}, met {string.Join(", ", picture.Groups.Select(g => g.Name))}.");
    }

    private static IHtmlContent Links(NetworkGroup group, double from, double to) => All([.. Shown(group).Where(node => node.Item.IsLinked).Select(node =>
    {
        var (x, bend) = (DotX(node.Index), (HubX + FirstX) / 2);
        return Element("path", "sk-network__tie")
            .With("d", $"M{Number(HubX)} {Number(from)}C{Number(bend)} {Number(from)} {Number(bend)} {Number(to)} {Number(FirstX - 20)} {Number(to)}L{Number(x)} {Number(to)}");
    })]);

    private static IHtmlContent Points(NetworkGroup group, double y) => All(
        Shown(group).Select(node => Circle(node.Item.IsLinked ? "sk-network__dot" : "sk-network__dot sk-network__dot--loose",
            DotX(node.Index), y, SmallestDot + DotGrowth * Math.Clamp(node.Item.Weight, 0, 1), node.Item.Text)),
        Element("text", "sk-network__name", group.Name).With("x", Number(DotX(Math.Min(group.Nodes.Count, MostDots) - 1) + NameGap)).With("y", Number(y)).With("aria-hidden", "true"));

    // More than these would push the name off the picture; the table beside it has them all.
    private static IEnumerable<(int Index, NetworkNode Item)> Shown(NetworkGroup group) => group.Nodes.Take(MostDots).Index();

    private static TagBuilder Circle(string css, double x, double y, double radius, string words)
    {
        var circle = Element("circle", css).With("cx", Number(x)).With("cy", Number(y)).With("r", Number(radius)).With("data-tip", words);
        circle.TagRenderMode = TagRenderMode.Normal;
        circle.InnerHtml.Put(Element("title", null, words));
        return circle;
    }

    private static double RowAt(int index) => Margin + index * Row;

    private static double DotX(int index) => FirstX + index * Step;

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
