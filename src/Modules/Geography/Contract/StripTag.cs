using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Geography.Contract;

/// <summary>Strook: where one value lies among its peers; a tick for each, a dot for this one. The numbers stand beside it.</summary>
[HtmlTargetElement("sk-strip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StripTag : TagHelper
{
    const double Left = 6, Right = 114, Middle = 9;

    public string Label { get; set; } = "";
    public IReadOnlyList<double> Peers { get; set; } = [];
    public double? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Fewer than four, or all alike: a picture would say nothing.
        if (Value is not { } value || Peers.Count < 4 || Peers.Min() == Peers.Max())
        {
            output.SuppressOutput();
            return;
        }

        var (low, room) = (Peers.Min(), Peers.Max() - Peers.Min());
        string At(double number) => ((number - low) / room * (Right - Left) + Left).ToString("0.#", CultureInfo.InvariantCulture);
        output.Become("svg", "sk-strip");
        output.Set("viewBox", "0 0 120 18");
        output.Set("role", "img");
        output.Set("aria-label", Label);
        output.Content.SetHtmlContent(All(
            Element("line", "sk-strip__floor").With("x1", $"{Left}").With("x2", $"{Right}").With("y1", $"{Middle}").With("y2", $"{Middle}"),
            Peers.Select(peer => Element("line", "sk-strip__peer").With("x1", At(peer)).With("x2", At(peer)).With("y1", "4").With("y2", "14")),
            Element("circle", "sk-strip__here").With("cx", At(value)).With("cy", $"{Middle}").With("r", "5")));
    }
}
