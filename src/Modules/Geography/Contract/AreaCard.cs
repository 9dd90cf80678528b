namespace Samenkracht.Geography.Contract;

/// <summary>Gebied: what other modules may know of an area in one year.</summary>
public sealed record AreaCard
{
    public AreaCode Code { get; init; }
    public int Year { get; init; }
    public AreaKind Kind { get; init; }
    public string Name { get; init; } = "";
    public AreaCode Municipality { get; init; }
    public AreaCode? Parent { get; init; }

    /// <summary>The centroid in degrees (WGS84); null when CBS gave no drawing.</summary>
    public double? Longitude { get; init; }
    public double? Latitude { get; init; }
}

/// <summary>Plek: where an area lies, in metres east and north of a point that all places of one answer share.</summary>
public readonly record struct AreaPlace(double X, double Y);
