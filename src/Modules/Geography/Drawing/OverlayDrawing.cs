using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Samenkracht.Geography.Contract;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Geography.Drawing;

/// <summary>What lies over a map: heavy edges, dots, and the lines of a community that lives in several areas.</summary>
sealed class OverlayDrawing(AreaMap map, MapOverlay overlay)
{
    const double SmallestDot = 9, DotGrowth = 11, HubRadius = 26;

    public IHtmlContent Build()
    {
        var dots = overlay.Dots.Select(dot => (Dot: dot, At: map.Find(dot.Area))).Where(d => d.At is not null).Select(d => (d.Dot, At: d.At!)).ToList();
        var hub = overlay.Hub is null ? null : HubPlace(dots);
        return All(
            map.Shapes.Concat(map.Around).Where(s => overlay.Outlined.Contains(s.Code))
                .Select(s => Element("path", "sk-map__outline").With("d", s.Path).With("fill-rule", "evenodd")),
            hub is null ? null : dots.Select(d => Link(hub.Value, d.At)),
            dots.Select(d => Dot(d.Dot, d.At)),
            hub is null ? null : Hub(overlay.Hub!, hub.Value));
    }

    (double X, double Y)? HubPlace(List<(MapDot Dot, AreaShape At)> dots)
    {
        if (overlay.Hub!.Area is { } area && map.Find(area) is { } home)
            return (home.X, home.Y);
        if (dots.Count == 0)
            return null;
        var weight = dots.Sum(d => d.Dot.Weight);
        return (dots.Sum(d => d.At.X * d.Dot.Weight) / weight, dots.Sum(d => d.At.Y * d.Dot.Weight) / weight);
    }

    // A gentle bend keeps lines in nearly one direction apart.
    static TagBuilder Link((double X, double Y) hub, AreaShape to)
    {
        var (dx, dy) = (to.X - hub.X, to.Y - hub.Y);
        var bend = dx >= 0 ? -0.14 : 0.14;
        var (x, y) = (hub.X + dx / 2 - dy * bend, hub.Y + dy / 2 + dx * bend);
        return Element("path", "sk-map__tie").With("d", $"M{Number(hub.X)} {Number(hub.Y)}Q{Number(x)} {Number(y)} {Number(to.X)} {Number(to.Y)}");
    }

    static TagBuilder Dot(MapDot dot, AreaShape at)
    {
        var words = $"{at.Name}: {dot.Text}";
        return Circle("sk-map__dot", at.X, at.Y, SmallestDot + DotGrowth * Math.Sqrt(Math.Clamp(dot.Weight, 0, 1)), words);
    }

    static IHtmlContent Hub(MapHub hub, (double X, double Y) at) => All(
        Circle("sk-map__hub", at.X, at.Y, HubRadius, hub.Text),
        Element("text", "sk-map__letter", hub.Letter).With("x", Number(at.X)).With("y", Number(at.Y)).With("aria-hidden", "true"));

    static TagBuilder Circle(string css, double x, double y, double radius, string words)
    {
        var circle = Element("circle", css).With("cx", Number(x)).With("cy", Number(y)).With("r", Number(radius)).With("data-tip", words);
        circle.TagRenderMode = TagRenderMode.Normal;
        circle.InnerHtml.Put(Element("title", null, words));
        return circle;
    }

    static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
