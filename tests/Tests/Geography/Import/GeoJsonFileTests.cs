using Samenkracht.Geography.Import;
using static Samenkracht.Tests.Geography.Import.Files;

namespace Samenkracht.Tests.Geography.Import;

public class GeoJsonFileTests
{
    [Fact]
    public void Reads_polygons_and_multipolygons_with_a_hole()
    {
        var withHole = """{"type":"MultiPolygon","coordinates":[[[[5,52],[6,52],[6,53],[5,53],[5,52]],[[5.4,52.4],[5.6,52.4],[5.6,52.6],[5.4,52.4]]]]}""";
        var file = GeoJson(Collection(Wijk("WK040201"), Feature("\"code\":\"WK040202\"", withHole)));

        Assert.All(file.Rows, row => Assert.Null(row.Problem));
        Assert.Equal(5, file.Rows[0].Shape!.NumPoints);
        Assert.Equal(9, file.Rows[1].Shape!.NumPoints);
    }

    [Fact]
    public void A_null_geometry_is_a_row_without_drawing()
    {
        var row = Assert.Single(GeoJson(Collection(Feature("\"wijkcode\":\"WK040201\"", "null"))).Rows);

        Assert.Null(row.Shape);
        Assert.Null(row.Problem);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[5,52]}""", "een Point en geen vlak")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "geen rand")]
    [InlineData("""{"type":"Polygon","coordinates":[[[5,52],[6,52],[5,52]]]}""", "minder dan vier punten")]
    [InlineData("""{"type":"Polygon","coordinates":[[[5,52],[6,52],[6,53],[5,53]]]}""", "niet gesloten")]
    [InlineData("""{"type":"Polygon","coordinates":[[[5,"a"],[6,52],[6,53],[5,52]]]}""", "geen twee getallen")]
    [InlineData("""{"type":"Polygon","coordinates":{"a":1}}""", "niet in een lijst")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", "geen vlakken")]
    [InlineData("""{"type":"Polygon"}""", "geen soort of geen punten")]
    [InlineData("7", "geen soort of geen punten")]
    [InlineData("""{"type":"Polygon","coordinates":[[[52,5],[53,5],[53,6],[52,5]]]}""", "verwisseld")]
    public void A_wrong_drawing_spoils_only_its_own_feature(string geometry, string reason)
    {
        var file = GeoJson(Collection(Wijk("WK040201"), Feature("\"code\":\"WK040202\"", geometry)));

        Assert.Null(file.Rows[0].Problem);
        Assert.Contains(reason, file.Rows[1].Problem, StringComparison.Ordinal);
        Assert.Equal("grenzen.geojson, feature 2", file.Place(file.Rows[1]));
    }

    [Fact]
    public void Dutch_grid_coordinates_are_refused_with_what_to_do()
    {
        var rd = """{"type":"Polygon","coordinates":[[[140000,470000],[141000,470000],[141000,471000],[140000,470000]]]}""";

        var byPoint = Assert.Throws<BrokenFileException>(() => GeoJson(Collection(Feature("\"code\":\"WK040201\"", rd))));
        var byName = Assert.Throws<BrokenFileException>(() => GeoJson(
            """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[]}"""));

        Assert.Contains("WGS84", byPoint.Message, StringComparison.Ordinal);
        Assert.Contains("WGS84", byName.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"Feature","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""")]
    [InlineData("""{"type":"FeatureCollection","features":[],"features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]} and more""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"\ud800"}}]}""")]
    public void What_is_no_feature_collection_is_refused(string text) =>
        Assert.StartsWith("grenzen.geojson", Assert.Throws<BrokenFileException>(() => GeoJson(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_stops_halfway_is_refused_with_the_place()
    {
        var whole = Collection(Wijk("WK040201"), Wijk("WK040202"));

        var broken = Assert.Throws<BrokenFileException>(() => GeoJson(whole[..(whole.Length - 40)]));

        Assert.Contains("na feature 1", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_features_points_or_properties_than_the_bounds_are_refused()
    {
        var two = Collection(Wijk("WK040201"), Wijk("WK040202"));

        Assert.Throws<BrokenFileException>(() => GeoJson(two, new ImportLimits { Rows = 1 }));
        Assert.Throws<BrokenFileException>(() => GeoJson(two, new ImportLimits { Vertices = 9 }));
        Assert.Throws<BrokenFileException>(() => GeoJson(two, new ImportLimits { Columns = 1 }));
    }

    [Fact]
    public void Whatever_is_broken_in_a_file_ends_in_a_plan_or_a_refusal()
    {
        var whole = Collection(Wijk("WK040201", ",\"population\":12.5"), Feature("\"code\":\"BU04020101\"", "null"));
        var random = new Random(20261121);
        for (var round = 0; round < 2_000; round++)
        {
            var text = whole.ToCharArray();
            for (var hit = random.Next(1, 4); hit > 0; hit--)
                text[random.Next(text.Length)] = "{}[],:\"0e-\\uXn\u00e9 "[random.Next(16)];
            try
            {
                Plan(new string(text));
            }
            catch (BrokenFileException)
            {
                // A refusal in words is a good end; any other exception fails this test.
            }
        }
    }
}
