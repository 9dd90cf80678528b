using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Geography.Drawing;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Geography.Contract;

/// <summary>Kaart: areas as an SVG with words for every shape, links that the keyboard reaches, and source and year below. Works without JavaScript.</summary>
/// <example><c>&lt;sk-map map="Model.Map" label="Waar" overlay="Model.Overlay" links&gt;Lijnen: buurten …&lt;/sk-map&gt;</c></example>
[HtmlTargetElement("sk-map")]
public sealed class MapTag : TagHelper
{
    // In units of the sheet, for the size that the style gives names.
    const double LineHeight = 32, CharacterWidth = 15;
    const int MostNamed = 20;

    public AreaMap? Map { get; set; }

    /// <summary>What the map shows, for who does not see it.</summary>
    public string Label { get; set; } = "";

    public IReadOnlyDictionary<AreaCode, AreaFill>? Fills { get; set; }

    public MapOverlay? Overlay { get; set; }

    /// <summary>Each area leads to its page.</summary>
    public bool Links { get; set; }

    /// <summary>Names in the areas, or in the wijken around the buurten; hidden on a phone, where they would not be legible.</summary>
    public bool Names { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Map is not { Shapes.Count: > 0 } map)
        {
            output.SuppressOutput();
            return;
        }

        var caption = await output.GetChildContentAsync();
        output.Become("figure", "sk-map");
        output.Content.SetHtmlContent(All(
            Drawing(map, FreshId("onbekend")),
            Element("figcaption", "sk-small", caption, caption.IsEmptyOrWhiteSpace ? null : " ", Source(map))));
    }

    TagBuilder Drawing(AreaMap map, string hatch) =>
        Element("svg", "sk-map__drawing",
                Fills is null ? null : Hatch(hatch),
                map.Shapes.Select(shape => Area(shape, hatch)),
                map.Around.Select(shape => Line(shape, "sk-map__border")),
                Names ? Labels(map).Select(Name) : null,
                Overlay is null ? null : new OverlayDrawing(map, Overlay).Build())
            .With("viewBox", $"0 0 {map.Width} {map.Height}")
            .With("role", Links ? "group" : "img")
            .With("aria-label", Label);

    TagBuilder Area(AreaShape shape, string hatch)
    {
        var fill = Fills?.GetValueOrDefault(shape.Code);
        var words = fill is null ? shape.Name : $"{shape.Name}: {fill.Text}";
        var path = Line(shape, fill?.Class is { } number ? $"sk-map__area sk-map__area--{number}" : "sk-map__area")
            .With("data-tip", words)
            .With("fill", fill is { Class: null } ? $"url(#{hatch})" : null);
        path.TagRenderMode = TagRenderMode.Normal;
        path.InnerHtml.Put(Element("title", null, words));
        return Links
            ? Element("a", "sk-map__link", path).With("href", $"/wijken/{shape.Code}").With("aria-label", words)
            : path;
    }

    static TagBuilder Line(AreaShape shape, string css) => Element("path", css).With("d", shape.Path).With("fill-rule", "evenodd");

    // Only names that stand clear of each other; the rest has its tip and its row in the table.
    static List<AreaShape> Labels(AreaMap map)
    {
        var placed = new List<AreaShape>();
        foreach (var shape in map.Around.Count > 0 ? map.Around : map.Shapes)
            if (placed.TrueForAll(other => Math.Abs(shape.Y - other.Y) > LineHeight || Math.Abs(shape.X - other.X) > HalfWidth(shape) + HalfWidth(other)))
                placed.Add(shape);
        return map.Shapes.Count > MostNamed && map.Around.Count == 0 ? [] : placed;
    }

    static double HalfWidth(AreaShape shape) => shape.Name.Length * CharacterWidth / 2;

    static TagBuilder Name(AreaShape shape) =>
        Element("text", "sk-map__name", shape.Name).With("x", Number(shape.X)).With("y", Number(shape.Y)).With("aria-hidden", "true");

    static TagBuilder Hatch(string id) =>
        Element("defs", null,
            Element("pattern", null,
                    Element("rect", "sk-map__unknown").With("width", "10").With("height", "10"),
                    Element("line", "sk-map__hatch").With("y2", "10"))
                .With("id", id).With("width", "10").With("height", "10").With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(45)"));

    static string Source(AreaMap map) => map.Shapes[0].Code.IsFictional ? $"Kaart: verzonnen gemeente, {map.Year}." : $"Bron: CBS, grenzen van {map.Year}.";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
