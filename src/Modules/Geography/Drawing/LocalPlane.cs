namespace Samenkracht.Geography.Drawing;

/// <summary>
/// A flat piece of the earth around one point: metres east and north of it. Within a municipality (some 30 km) the error stays
/// below one in a thousand, far below the width of a buurt.
/// </summary>
readonly record struct LocalPlane(double Longitude, double Latitude)
{
    const double EarthRadius = 6_371_008.8;
    const double Degree = Math.PI / 180;

    public (double X, double Y) Metres(double longitude, double latitude) => (
        (longitude - Longitude) * Degree * EarthRadius * Math.Cos(Latitude * Degree),
        (latitude - Latitude) * Degree * EarthRadius);
}
