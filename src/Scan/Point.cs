namespace Samenkracht.Scan;

/// <summary>A place on a plane. Any unit will do, as long as both axes use it: project latitude and longitude first.</summary>
/// <param name="X">Towards the east; finite.</param>
/// <param name="Y">Towards the north; finite.</param>
public readonly record struct Point(double X, double Y)
{
    internal bool IsFinite => double.IsFinite(X) && double.IsFinite(Y);

    /// <summary>Squared, because only the order of distances matters and whole coordinates then tie exactly.</summary>
    internal double SquaredDistanceTo(Point other)
    {
        var (east, north) = (X - other.X, Y - other.Y);
        return (east * east) + (north * north);
    }
}
