using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Samenkracht.Geography.Import;

/// <summary>A polygon or multipolygon from GeoJSON, in degrees, rounded to what is kept (<see cref="Precision"/>).</summary>
static class GeoJsonGeometry
{
    public const string NotDegrees = "de punten zijn geen lengte- en breedtegraden";

    /// <summary>Six decimals of a degree are about ten centimetres; equal points of neighbours stay equal.</summary>
    const int Precision = 6;

    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    // The European Netherlands, generously: CBS draws no wijken in the Caribbean. A swapped latitude and longitude falls outside.
    static readonly Envelope Netherlands = new(2.5, 8, 50, 54.5);

    public static Geometry? Read(JsonElement geometry, out string? problem)
    {
        try
        {
            var shape = Shape(geometry);
            problem = Netherlands.Contains(shape.EnvelopeInternal)
                ? null
                : "ligt buiten Nederland; staan lengte en breedte misschien verwisseld?";
            return problem is null ? shape : null;
        }
        catch (UnusableShapeException e)
        {
            problem = e.Message;
            return null;
        }
    }

    static Geometry Shape(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String || !geometry.TryGetProperty("coordinates", out var coordinates))
            throw new UnusableShapeException("de tekening heeft geen soort of geen punten");
        return type.GetString() switch
        {
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. Items(coordinates).Select(Polygon)]) is { IsEmpty: false } shapes
                ? shapes
                : throw new UnusableShapeException("de tekening heeft geen vlakken"),
            var other => throw new UnusableShapeException($"de tekening is een {other} en geen vlak (Polygon of MultiPolygon)"),
        };
    }

    static Polygon Polygon(JsonElement rings)
    {
        var read = Items(rings).Select(Ring).ToArray();
        return read.Length == 0
            ? throw new UnusableShapeException("een vlak heeft geen rand")
            : Factory.CreatePolygon(read[0], read[1..]);
    }

    static LinearRing Ring(JsonElement ring)
    {
        var points = Items(ring).Select(Point).ToArray();
        if (points.Length < 4)
            throw new UnusableShapeException("een rand heeft minder dan vier punten");
        if (!points[0].Equals2D(points[^1]))
            throw new UnusableShapeException("een rand is niet gesloten");
        return Factory.CreateLinearRing(points);
    }

    static Coordinate Point(JsonElement point)
    {
        var numbers = Items(point).Take(2).ToArray();
        if (numbers.Length < 2 || !numbers.All(n => n.ValueKind == JsonValueKind.Number))
            throw new UnusableShapeException("een punt heeft geen twee getallen");
        var (longitude, latitude) = (numbers[0].GetDouble(), numbers[1].GetDouble());
        return Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90
            ? new Coordinate(Math.Round(longitude, Precision), Math.Round(latitude, Precision))
            : throw new UnusableShapeException(NotDegrees);
    }

    static JsonElement.ArrayEnumerator Items(JsonElement array) => array.ValueKind == JsonValueKind.Array
        ? array.EnumerateArray()
        : throw new UnusableShapeException("de punten staan niet in een lijst");

    sealed class UnusableShapeException(string reason) : Exception(reason);
}
