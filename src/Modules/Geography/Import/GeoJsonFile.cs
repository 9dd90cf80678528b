using System.Text.Json;
using Samenkracht.Kernel;

namespace Samenkracht.Geography.Import;

/// <summary>
/// Reads a GeoJSON feature collection (RFC 7946). The features pass one by one, so that a large file costs little more memory than
/// its own size. A feature that is wrong is kept with its reason; only a file that is wrong as a whole throws.
/// </summary>
static class GeoJsonFile
{
    static readonly JsonReaderOptions Strict = new() { MaxDepth = 32 };

    public static SourceFile Read(string name, ReadOnlySpan<byte> bytes, ImportLimits limits)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        var reading = new Reading(name, limits);
        try
        {
            var json = new Utf8JsonReader(bytes, Strict);
            reading.Collection(ref json);
        }
        catch (JsonException e)
        {
            throw new BrokenFileException(
                $"{name}, regel {(e.LineNumber ?? 0) + 1}: hier is het geen geldige GeoJSON meer (na feature {reading.Rows.Count}).");
        }
        catch (InvalidOperationException)
        {
            throw new BrokenFileException($"{name}, na feature {reading.Rows.Count}: hier staat een onleesbaar teken (geen geldige UTF-8).");
        }

        return new SourceFile(name, "feature", reading.Columns, reading.Rows, IsDrawn: true);
    }

    sealed class Reading(string name, ImportLimits limits)
    {
        readonly HashSet<string> columns = new(StringComparer.OrdinalIgnoreCase);
        int vertices;

        public List<string> Columns { get; } = [];
        public List<SourceRow> Rows { get; } = [];

        public void Collection(ref Utf8JsonReader json)
        {
            var (isCollection, hasFeatures) = (false, false);
            Expect(json.Read() && json.TokenType == JsonTokenType.StartObject);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var property = json.GetString();
                json.Read();
                if (property == "features")
                {
                    Expect(json.TokenType == JsonTokenType.StartArray && !hasFeatures);
                    hasFeatures = true;
                    Features(ref json);
                }
                else if (property == "type")
                    isCollection = json.TokenType == JsonTokenType.String && json.ValueTextEquals("FeatureCollection");
                else if (property == "crs")
                    CheckReferenceSystem(JsonElement.ParseValue(ref json));
                else
                    json.Skip();
            }

            Expect(json.TokenType == JsonTokenType.EndObject && isCollection && hasFeatures);
            if (json.Read())
                throw new JsonException();
        }

        void Features(ref Utf8JsonReader json)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (Rows.Count == limits.Rows)
                    throw new BrokenFileException($"{name}: meer dan {limits.Rows} features, het meeste dat wij inlezen.");
                Rows.Add(Feature(Rows.Count + 1, JsonElement.ParseValue(ref json)));
            }
        }

        SourceRow Feature(int number, JsonElement feature)
        {
            if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties)
                || properties.ValueKind != JsonValueKind.Object)
                return new SourceRow(number, new Dictionary<string, string?>(), Problem: "geen feature met eigenschappen");
            var cells = Cells(properties);
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind == JsonValueKind.Null)
                return new SourceRow(number, cells);
            var shape = GeoJsonGeometry.Read(geometry, out var problem);
            vertices += shape?.NumPoints ?? 0;
            if (vertices > limits.Vertices)
                throw new BrokenFileException($"{name}, feature {number}: meer dan {limits.Vertices} punten, het meeste dat wij inlezen.");
            if (problem == GeoJsonGeometry.NotDegrees)
                throw NotWgs84();
            return new SourceRow(number, cells, shape, problem);
        }

        Dictionary<string, string?> Cells(JsonElement properties)
        {
            var cells = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            foreach (var property in properties.EnumerateObject())
            {
                var column = PlainText.Of(property.Name);
                if (columns.Add(column))
                    Columns.Add(column);
                cells[column] = property.Value.ValueKind switch
                {
                    JsonValueKind.String => PlainText.Of(property.Value.GetString()!),
                    JsonValueKind.Number => property.Value.GetRawText(),
                    _ => null,
                };
            }

            if (columns.Count > limits.Columns)
                throw new BrokenFileException($"{name}: meer dan {limits.Columns} verschillende eigenschappen, het meeste dat wij inlezen.");
            return cells;
        }

        void CheckReferenceSystem(JsonElement crs)
        {
            var system = crs.GetRawText();
            if (system.Contains("EPSG", StringComparison.OrdinalIgnoreCase) && !system.Contains("4326", StringComparison.Ordinal)
                && !system.Contains("4258", StringComparison.Ordinal))
                throw NotWgs84();
        }

        BrokenFileException NotWgs84() => new(
            $"{name}: de punten staan niet in lengte- en breedtegraden (WGS84, EPSG:4326). Haal het bestand in dat stelsel op en probeer het opnieuw.");

        void Expect(bool condition)
        {
            if (!condition)
                throw new BrokenFileException($"{name}: dit is geen GeoJSON met een lijst van features (FeatureCollection).");
        }
    }
}
