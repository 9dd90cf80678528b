using Samenkracht.Geography;
using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Drawing;

namespace Samenkracht.Tests.Geography.Drawing;

public class MapDrawingTests
{
    [Fact]
    public void A_map_fits_its_sheet_and_keeps_north_above_and_proportions_true()
    {
        var map = MapDrawing.Draw([Square("WK040201", 5.1, 52.2), Square("WK040202", 5.1, 52.21)], []);

        var (south, north) = (map.Shapes[0], map.Shapes[1]);
        Assert.True(north.Y < south.Y);
        Assert.Equal(south.X, north.X);
        // Two squares of 0.01 degree: twice as high as wide on the ground, once divided by the cosine of the latitude.
        var wide = (map.Width - 24) / 0.01;
        var high = (map.Height - 24) / 0.02;
        Assert.Equal(Math.Cos(52.21 * Math.PI / 180), wide / high, 0.01);
        Assert.InRange(map.Height, 1, 1_100);
    }

    [Fact]
    public void An_area_without_boundary_is_named_and_not_drawn()
    {
        var map = MapDrawing.Draw([Square("WK040201", 5.1, 52.2), new Area(AreaCode.Parse("WK040202"), 2022, "Water", null)], []);

        Assert.Single(map.Shapes);
        Assert.Equal("Water", Assert.Single(map.Undrawn).Name);
    }

    [Fact]
    public void Distances_on_the_local_plane_are_those_on_the_ground()
    {
        var (x, y) = new LocalPlane(5.18, 52.22).Metres(5.19, 52.23);

        // 0.01 degree is 1,112 m to the north, and 681 m to the east at this latitude.
        Assert.Equal(1_112, y, 1.0);
        Assert.Equal(681, x, 1.0);
    }

    [Theory]
    [InlineData(new double[] { 12, 12, 15, 16, 18, 21, 27, 28, 33, 37 }, 5)]
    [InlineData(new double[] { 1, 1, 1 }, 1)]
    [InlineData(new double[] { 1, 2 }, 2)]
    [InlineData(new double[] { -5, 0.001, 0.002, 1_000_000 }, 4)]
    [InlineData(new double[] { 1, 1, 1, 1, 2, 3 }, 2)]
    public void Classes_are_few_and_hold_every_value(double[] values, int classes)
    {
        var breaks = ClassBreaks.Of(values)!;

        Assert.Equal(classes, breaks.Count);
        Assert.All(values, value =>
        {
            var (from, to) = breaks.Ends(breaks.ClassOf(value));
            Assert.InRange(value, from, to);
        });
        Assert.Equal(classes, values.Select(breaks.ClassOf).Distinct().Count());
    }

    [Fact]
    public void Without_values_there_are_no_classes() => Assert.Null(ClassBreaks.Of([]));

    static Area Square(string code, double x, double y)
    {
        var ring = $"[[{N(x)},{N(y)}],[{N(x + 0.01)},{N(y)}],[{N(x + 0.01)},{N(y + 0.01)}],[{N(x)},{N(y + 0.01)}],[{N(x)},{N(y)}]]";
        var file = Import.Files.GeoJson(Import.Files.Collection(Import.Files.Feature($"\"code\":\"{code}\"", $$"""{"type":"Polygon","coordinates":[{{ring}}]}""")));
        return new Area(AreaCode.Parse(code), 2022, code, file.Rows[0].Shape);
    }

    static string N(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
