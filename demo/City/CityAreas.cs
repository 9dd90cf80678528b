using System.Text.Json;
using NetTopologySuite.Geometries;
using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Import;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Demo.City;

/// <summary>Puts the demo municipality on the map, by the same road that CBS' files take.</summary>
public static class CityAreas
{
    /// <summary>Imports boundaries and key figures of every year in the caller's transaction; the journal says so.</summary>
    public static async Task Import(Work work, CancellationToken cancel = default)
    {
        var shapes = CityShapes.Draw();
        foreach (var year in CityFigures.Years)
        {
            var file = GeoJsonFile.Read($"{CityPlan.Name} {year}", GeoJson(year, shapes), ImportLimits.Standard);
            await AreaWriter.Write(work, ImportPlan.Of(file, null, year, null, ImportLimits.Standard), cancel);
        }
    }

    /// <summary>The municipality as a GeoJSON file of one year.</summary>
    internal static byte[] GeoJson(int year, IReadOnlyDictionary<AreaCode, Geometry> shapes)
    {
        var figures = CityFigures.Count(year, shapes);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            Feature(json, CityPlan.Code, "gemeentenaam", CityPlan.Name, shapes, figures);
            foreach (var wijk in CityPlan.Wijken)
                Feature(json, wijk.Code, "wijknaam", wijk.Name, shapes, figures);
            foreach (var buurt in CityPlan.Buurten)
                Feature(json, buurt.Code, "buurtnaam", buurt.Name, shapes, figures);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    static void Feature(Utf8JsonWriter json, AreaCode code, string nameColumn, string name,
        IReadOnlyDictionary<AreaCode, Geometry> shapes, IReadOnlyDictionary<AreaCode, IReadOnlyDictionary<string, double?>> figures)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", code.Value);
        json.WriteString(nameColumn, name);
        foreach (var (key, value) in figures[code])
            if (value is { } number)
                json.WriteNumber(key, number);
            else
                json.WriteNull(key);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        for (var i = 0; i < shapes[code].NumGeometries; i++)
            Polygon(json, (Polygon)shapes[code].GetGeometryN(i));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Polygon(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        {
            json.WriteStartArray();
            foreach (var point in ring.Coordinates)
            {
                json.WriteStartArray();
                json.WriteNumberValue(point.X);
                json.WriteNumberValue(point.Y);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
