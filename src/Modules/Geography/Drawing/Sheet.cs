using NetTopologySuite.Geometries;

namespace Samenkracht.Geography.Drawing;

/// <summary>A sheet of paper over a piece of the earth: north above, true proportions, whole units.</summary>
sealed class Sheet
{
    readonly LocalPlane plane;
    readonly double scale, left, top;
    readonly int margin;

    Sheet(LocalPlane plane, double scale, double left, double top, int width, int height, int margin) =>
        (this.plane, this.scale, this.left, this.top, Width, Height, this.margin) = (plane, scale, left, top, width, height, margin);

    public int Width { get; }
    public int Height { get; }

    /// <summary>The sheet as wide as asked, or less when it would become taller than allowed.</summary>
    public static Sheet Fit(Envelope degrees, int width, int tallest, int margin)
    {
        var plane = new LocalPlane(degrees.Centre.X, degrees.Centre.Y);
        var (left, top) = plane.Metres(degrees.MinX, degrees.MaxY);
        var (right, bottom) = plane.Metres(degrees.MaxX, degrees.MinY);
        var scale = Math.Min((width - 2 * margin) / (right - left), (tallest - 2 * margin) / (top - bottom));
        return new Sheet(plane, scale, left, top, Whole((right - left) * scale) + 2 * margin, Whole((top - bottom) * scale) + 2 * margin, margin);
    }

    public (int X, int Y) Point(Coordinate degrees)
    {
        var (x, y) = plane.Metres(degrees.X, degrees.Y);
        return (Whole((x - left) * scale) + margin, Whole((top - y) * scale) + margin);
    }

    static int Whole(double number) => (int)Math.Round(number);
}
