using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography;

/// <summary>
/// Gebied: a municipality, wijk or buurt as it was in one year. The boundary is kept as well-known binary: exact, half the size of
/// GeoJSON text, and read without conversion by NetTopologySuite and PostGIS (docs/adr).
/// </summary>
sealed class Area
{
    Area() { }

    public Area(AreaCode code, int year, string name, Geometry? shape)
    {
        (Code, Year, Name, Kind, Municipality, Parent) = (code, year, name, code.Kind, code.Municipality, code.Parent);
        if (shape is null)
            return;
        Boundary = new WKBWriter().Write(shape);
        var middle = shape.Centroid;
        (Longitude, Latitude) = (middle.X, middle.Y);
    }

    public AreaCode Code { get; private set; }
    public int Year { get; private set; }
    public AreaKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public AreaCode Municipality { get; private set; }

    /// <summary>What it lies in; that area may be absent, or there only for another year.</summary>
    public AreaCode? Parent { get; private set; }

    /// <summary>The centroid, in degrees; null when CBS gave no drawing.</summary>
    public double? Longitude { get; private set; }
    public double? Latitude { get; private set; }
    public byte[]? Boundary { get; private set; }

    public bool IsSameAs(Area other) =>
        (Code, Year, Name) == (other.Code, other.Year, other.Name) && (Boundary ?? []).AsSpan().SequenceEqual(other.Boundary ?? []);
}
