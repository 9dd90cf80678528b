using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Figures;

/// <summary>Histogram: what chance gives, and where this one lies. The sentence that a screen reader says holds the same numbers.</summary>
[HtmlTargetElement("sk-histogram")]
public sealed class HistogramTag : TagHelper
{
    private const int Bins = 32;
    private const double Top = 22, Floor = 100;

    public string Label { get; set; } = "";

    public IReadOnlyList<double> Values { get; set; } = [];

    public double Seen { get; set; }

    public string SeenLabel { get; set; } = "dit patroon";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var caption = await output.GetChildContentAsync();
        output.Become("figure", "sk-histogram");
        output.Content.SetHtmlContent(All(
            Values.Count == 0 ? null : Drawing(),
            caption.IsEmptyOrWhiteSpace ? null : Element("figcaption", "sk-small", caption)));
    }

    private TagBuilder Drawing()
    {
        var low = Math.Min(Values.Min(), Seen);
        var room = Math.Max(Math.Max(Values.Max(), Seen) - low, double.Epsilon) * 1.06;
        var counts = new int[Bins];
        foreach (var value in Values) counts[(int)((value - low) / room * Bins)]++;
        var atLeast = Values.Count(value => value >= Seen);
        return Element("svg", "sk-histogram__drawing",
                counts.Select((count, bin) => Column(bin, count / (double)counts.Max())),
                Element("line", "sk-histogram__floor").With("x2", "100%").With("y1", $"{Floor}").With("y2", $"{Floor}"),
                Mark((Seen - low) / room))
            .With("role", "img")
            .With("aria-label", $"{Label}: van {Values.Count:N0} lotingen zijn er {atLeast:N0} even sterk als of sterker dan {SeenLabel}.");
    }

    private static TagBuilder Column(int bin, double share)
    {
        var height = share * (Floor - Top - 6);
        return Element("rect", "sk-histogram__column")
            .With("x", Percent(bin / (double)Bins)).With("width", Percent(0.88 / Bins)).With("y", Number(Floor - height)).With("height", Number(height));
    }

    private IHtmlContent Mark(double at) => All(
        Element("line", "sk-histogram__seen").With("x1", Percent(at)).With("x2", Percent(at)).With("y1", $"{Top}").With("y2", $"{Floor}"),
        Element("text", "sk-histogram__word", SeenLabel).With("x", Percent(at)).With("y", "14")
            .With("text-anchor", at switch { > 0.82 => "end", < 0.18 => "start", _ => "middle" }));

    private static string Percent(double share) => Number(share * 100) + "%";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
