using NetTopologySuite.Geometries;
using Samenkracht.Demo.City;
using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Import;

namespace Samenkracht.Tests.Demo;

public class CityTests
{
    static readonly IReadOnlyDictionary<AreaCode, Geometry> Shapes = CityShapes.Draw();

    [Fact]
    public void The_town_has_eight_wijken_forty_buurten_and_about_sixty_thousand_people()
    {
        Assert.Equal((8, 40), (CityPlan.Wijken.Count, CityPlan.Buurten.Count()));
        Assert.InRange(CityPlan.Buurten.Sum(b => b.Inhabitants), 59_000, 61_000);
        Assert.Equal(49, Shapes.Count);
    }

    [Fact]
    public void It_is_the_same_town_every_time() =>
        Assert.Equal(CityAreas.GeoJson(2025, Shapes), CityAreas.GeoJson(2025, CityShapes.Draw()));

    [Fact]
    public void Buurten_do_not_overlap_and_together_are_the_land_of_the_town()
    {
        var buurten = CityPlan.Buurten.Select(b => Shapes[b.Code]).ToList();

        Assert.All(buurten, shape => Assert.True(shape.IsValid));
        var land = buurten.Sum(b => b.Area);
        Assert.Equal(land, NetTopologySuite.Operation.Union.UnaryUnionOp.Union(buurten).Area, land * 1e-6);
        Assert.InRange(land / Shapes[CityPlan.Code].Area, 0.9, 1.0);
    }

    [Fact]
    public void Neighbours_share_their_border_point_by_point()
    {
        var (one, other) = (Shapes[AreaCode.Parse("BU99990201")], Shapes[AreaCode.Parse("BU99990202")]);

        Assert.True(one.Coordinates.Intersect(other.Coordinates).Count() >= 2);
        Assert.True(one.Intersection(other).Area < 1e-12);
    }

    [Fact]
    public void Its_file_takes_the_road_of_the_CBS_files_without_a_word()
    {
        var file = GeoJsonFile.Read("stad", CityAreas.GeoJson(2025, Shapes), ImportLimits.Standard);

        var plan = ImportPlan.Of(file, null, 2025, null, ImportLimits.Standard);

        Assert.Empty(plan.LeftOut);
        Assert.Equal(49, plan.Areas.Count);
        Assert.Equal(60_180, plan.Figures.Single(f => f.Code == CityPlan.Code && f.Key == KeyFigure.Inhabitants).Value);
    }
}
