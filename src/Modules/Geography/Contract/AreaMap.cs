namespace Samenkracht.Geography.Contract;

/// <summary>Kaart: areas as shapes on a sheet, ready to draw with <c>&lt;sk-map&gt;</c>. Coordinates are whole units of the sheet.</summary>
/// <param name="Year">The year of the boundaries.</param>
/// <param name="Around">The wijken around the buurten, drawn as heavier lines; only where they are of the same year.</param>
/// <param name="Undrawn">Areas that belong on the map and have no drawing; name them under it.</param>
public sealed record AreaMap(
    int Width, int Height, int? Year, IReadOnlyList<AreaShape> Shapes, IReadOnlyList<AreaShape> Around, IReadOnlyList<AreaCard> Undrawn)
{
    /// <summary>Where an area's middle lies on the sheet: a buurt or the wijk around it; for a buurt that is not drawn, its wijk's.</summary>
    public AreaShape? Find(AreaCode code) => Drawn(code) ?? (code.Parent is { } parent ? Drawn(parent) : null);

    private AreaShape? Drawn(AreaCode code) => Shapes.Concat(Around).FirstOrDefault(s => s.Code == code);
}

/// <summary>Vlak: one area on a map. <paramref name="Path"/> is SVG path data; X and Y are a point inside it.</summary>
public sealed record AreaShape(AreaCode Code, string Name, string Path, int X, int Y);

/// <summary>Kleur van een vlak: one of five classes, from 1 (lowest) to 5, or unknown; and the words for who cannot tell the colours.</summary>
/// <param name="Class">1–5; null is unknown and drawn hatched.</param>
/// <param name="Text">What the area has, in words: "16 %".</param>
public sealed record AreaFill(int? Class, string Text);

/// <summary>Stip op een kaart: something in an area, larger as it weighs more.</summary>
/// <param name="Weight">Above 0 up to 1, relative to the heaviest.</param>
/// <param name="Text">In words: "ongeveer 10 huishoudens".</param>
public sealed record MapDot(AreaCode Area, double Weight, string Text);

/// <summary>
/// Laag: what lies over a map. With a hub the dots are linked to it, as a community that crosses neighbourhoods is; without, they only stand there.
/// </summary>
/// <param name="Outlined">Areas with a heavy edge, such as the buurten of a finding.</param>
public sealed record MapOverlay(IReadOnlyList<MapDot> Dots, MapHub? Hub, IReadOnlyCollection<AreaCode> Outlined)
{
    public static MapOverlay Linked(MapHub hub, IReadOnlyList<MapDot> dots) => new(dots, hub, []);
    public static MapOverlay Outline(params IReadOnlyCollection<AreaCode> areas) => new([], null, areas);
}

/// <summary>Knooppunt: the community in the middle of its links. Placed in an area, or else amid its dots.</summary>
/// <param name="Letter">One or two letters in the circle.</param>
public sealed record MapHub(string Letter, string Text, AreaCode? Area = null);
