using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Triangulate;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Demo.City;

/// <summary>
/// Draws the town: each bank of the river, on each side of the railway, is divided over its buurten so that every place belongs to the
/// nearest one. Neighbours share their border point by point.
/// </summary>
static class CityShapes
{
    const double Hectometre = 100, MetresPerDegree = 111_195, South = 52.065, West = 5.235, RiverHalfWidth = 0.55;
    static readonly double MetresPerLongitude = MetresPerDegree * Math.Cos(52.1 * Math.PI / 180);
    static readonly GeometryFactory Factory = new(new PrecisionModel(1e6), 4326);

    /// <summary>The shape of every area, in degrees.</summary>
    public static IReadOnlyDictionary<AreaCode, Geometry> Draw()
    {
        var random = new Random(1954);
        var town = Factory.CreatePolygon(Ragged(CityPlan.Edge, closed: true, random));
        var river = Factory.CreateLineString(Ragged(CityPlan.River, closed: false, random)).Buffer(RiverHalfWidth * Hectometre / MetresPerDegree);
        var banks = town.Difference(river);
        var shapes = Faces(banks).SelectMany(Divide).ToDictionary(piece => piece.Code, piece => piece.Shape);
        Weld(shapes);
        foreach (var wijk in CityPlan.Wijken)
            shapes[wijk.Code] = UnaryUnionOp.Union(wijk.Buurten.Select(b => shapes[b.Code]).ToList());
        shapes[CityPlan.Code] = town;
        return shapes;
    }

    static IEnumerable<Geometry> Faces(Geometry banks)
    {
        var railway = Factory.CreateLineString([.. CityPlan.Railway.Select(Degrees)]);
        var polygonizer = new Polygonizer();
        polygonizer.Add(UnaryUnionOp.Union([banks.Boundary, railway]));
        return polygonizer.GetPolygons().Where(face => banks.Contains(face.InteriorPoint));
    }

    static IEnumerable<(AreaCode Code, Geometry Shape)> Divide(Geometry face)
    {
        var buurten = CityPlan.Buurten.Select(b => (b.Code, At: Factory.CreatePoint(Degrees((b.X, b.Y))))).Where(b => face.Contains(b.At)).ToList();
        if (buurten.Count == 1)
            return [(buurten[0].Code, face)];
        var voronoi = new VoronoiDiagramBuilder { ClipEnvelope = new Envelope(0, 10, 50, 54) };
        voronoi.SetSites(buurten.Select(b => Flat(b.At.Coordinate)).ToArray());
        var cells = voronoi.GetDiagram(Factory).Geometries.Select(Unflat).ToList();
        return buurten.Select(b => (b.Code, cells.Single(cell => cell.Contains(b.At)).Intersection(face)));
    }

    // Nearest in metres, not in degrees: a degree of longitude is shorter here than one of latitude.
    static Coordinate Flat(Coordinate c) => new(c.X * MetresPerLongitude / MetresPerDegree, c.Y);

    static Geometry Unflat(Geometry cell) => Factory.CreatePolygon([.. cell.Coordinates.Select(c => new Coordinate(c.X * MetresPerDegree / MetresPerLongitude, c.Y))]);

    // Where a border of one meets the side of another, that side gets the point too.
    static void Weld(Dictionary<AreaCode, Geometry> shapes)
    {
        var corners = shapes.Values.SelectMany(s => s.Coordinates).Distinct().ToList();
        foreach (var (code, shape) in shapes.ToList())
            shapes[code] = Factory.BuildGeometry([.. Enumerable.Range(0, shape.NumGeometries).Select(i => (Polygon)shape.GetGeometryN(i))
                .Select(part => (Geometry)Factory.CreatePolygon(Welded(part.ExteriorRing.Coordinates, corners)))]);
    }

    static Coordinate[] Welded(Coordinate[] ring, List<Coordinate> corners)
    {
        const double Near = 2e-6;
        var welded = new List<Coordinate>();
        for (var i = 0; i + 1 < ring.Length; i++)
        {
            var side = new LineSegment(ring[i], ring[i + 1]);
            welded.Add(ring[i]);
            welded.AddRange(corners
                .Where(c => side.Distance(c) < Near && c.Distance(side.P0) > Near && c.Distance(side.P1) > Near)
                .OrderBy(c => c.Distance(side.P0)));
        }

        return [.. welded, welded[0]];
    }

    // Midpoints pushed aside, twice: a line that nobody drew with a ruler.
    static Coordinate[] Ragged((double X, double Y)[] points, bool closed, Random random)
    {
        var line = (closed ? points.Append(points[0]) : points).ToList();
        for (var round = 0; round < 3; round++)
            line = [.. line.Zip(line.Skip(1)).SelectMany(pair => new[] { pair.First, Pushed(pair.First, pair.Second, random) }), line[^1]];
        return [.. line.Select(Degrees)];
    }

    static (double X, double Y) Pushed((double X, double Y) from, (double X, double Y) to, Random random)
    {
        var aside = (random.NextDouble() - 0.5) * 0.22;
        return ((from.X + to.X) / 2 - (to.Y - from.Y) * aside, (from.Y + to.Y) / 2 + (to.X - from.X) * aside);
    }

    static Coordinate Degrees((double X, double Y) place) => new(
        Math.Round(West + place.X * Hectometre / MetresPerLongitude, 6),
        Math.Round(South + place.Y * Hectometre / MetresPerDegree, 6));
}
