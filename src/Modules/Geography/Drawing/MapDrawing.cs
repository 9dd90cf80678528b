using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography.Drawing;

/// <summary>
/// Draws boundaries on a sheet of whole units. Snapping to the units is also the simplification: two neighbours snap their shared points
/// alike, so a border stays one line, which a simplification per area would break.
/// </summary>
static class MapDrawing
{
    const int Width = 1000, Tallest = 1100, Margin = 12;

    /// <param name="around">Larger areas to draw as lines over these.</param>
    public static AreaMap Draw(IReadOnlyList<Area> areas, IReadOnlyList<Area> around)
    {
        var drawn = WithShape(areas);
        var undrawn = areas.Where(a => a.Boundary is null).Select(Card).ToList();
        if (drawn.Count == 0)
            return new AreaMap(Width, Margin * 2, null, [], [], undrawn);
        var extent = drawn.Aggregate(new Envelope(), (all, a) => { all.ExpandToInclude(a.Shape.EnvelopeInternal); return all; });
        var sheet = Sheet.Fit(extent, Width, Tallest, Margin);
        return new AreaMap(sheet.Width, sheet.Height, drawn[0].Area.Year, Shapes(drawn, sheet), Shapes(WithShape(around), sheet), undrawn);
    }

    static List<(Area Area, Geometry Shape)> WithShape(IReadOnlyList<Area> areas) =>
        [.. areas.Where(a => a.Boundary is not null).Select(a => (a, new WKBReader().Read(a.Boundary)))];

    static List<AreaShape> Shapes(List<(Area Area, Geometry Shape)> drawn, Sheet sheet) => [.. drawn.Select(a => Shape(a.Area, a.Shape, sheet))];

    static AreaShape Shape(Area area, Geometry shape, Sheet sheet)
    {
        var (x, y) = sheet.Point(Inside(shape));
        return new AreaShape(area.Code, area.Name, Path(shape, sheet), x, y);
    }

    static string Path(Geometry shape, Sheet sheet)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            var polygon = (Polygon)shape.GetGeometryN(i);
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
                Ring(path, ring.Coordinates, sheet);
        }

        return path.ToString();
    }

    // Relative steps: half the length of absolute points. A ring that shrinks to less than a triangle is not visible and left out.
    static void Ring(StringBuilder path, Coordinate[] points, Sheet sheet)
    {
        var snapped = points.Select(sheet.Point).ToList();
        var steps = snapped.Zip(snapped.Skip(1), (from, to) => (X: to.X - from.X, Y: to.Y - from.Y)).Where(s => s != (0, 0)).ToList();
        if (steps.Count < 3)
            return;
        path.Append(CultureInfo.InvariantCulture, $"M{snapped[0].X} {snapped[0].Y}l");
        path.AppendJoin(' ', steps.SkipLast(1).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.X} {s.Y}"))).Append('z');
    }

    static Coordinate Inside(Geometry shape)
    {
        try
        {
            var largest = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).MaxBy(g => g.Area)!;
            return largest.Contains(largest.Centroid) ? largest.Centroid.Coordinate : largest.InteriorPoint.Coordinate;
        }
        catch (TopologyException)
        {
            // A boundary that crosses itself has no well-defined inside; its centroid serves.
            return shape.Centroid.Coordinate;
        }
    }

    static AreaCard Card(Area a) => new() { Code = a.Code, Year = a.Year, Kind = a.Kind, Name = a.Name, Municipality = a.Municipality, Parent = a.Parent };
}
