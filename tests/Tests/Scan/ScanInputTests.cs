using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class ScanInputTests
{
    static readonly Point[] Places = [new(0, 0), new(1, 1)];

    public static TheoryData<string, Action> BadInput => new()
    {
        { "Household 1 lives at location 2; there are 2 locations.", () => Known(new Household(0, 0, []), new Household(2, 0, [])) },
        { "Household 0 has theme 3; there are 3 themes.", () => Known(new Household(0, 0b1001, []), new Household(1, 0, [])) },
        { "Household 1 names set 4; there are 4.", () => Known(new Household(0, 0, []), new Household(1, 0, [0, 4])) },
        { "Household 1 names set 2 twice.", () => Known(new Household(0, 0, [2]), new Household(1, 0, [2, 2])) },
        { "at least two are needed", () => Known(new Household(0, 0, [])) },
        { "Location 0 has a coordinate", () => Known([new(double.NaN, 0)], themes: 1) },
        { "The number of themes is 65", () => Known(Places, themes: 65) },
        { "Area 1 has population -5", () => Scan(new Area(new(0, 0), 5, 1), new Area(new(0, 0), -5, 1)) },
        { "Area 0 has -1 cases", () => Scan(new Area(new(0, 0), 5, -1), new Area(new(0, 0), 5, 1)) },
        { "Area 1 has 3 cases where none can be", () => Scan(new Area(new(0, 0), 5, 1), new Area(new(0, 0), 0, 3)) },
        { "Area 1 has no expected cases, others have", () => Scan(new Area(new(0, 0), 5, 1) { Expected = 1 }, new Area(new(0, 0), 5, 3)) },
        { "Area 0 expects NaN cases", () => Scan(new Area(new(0, 0), 5, 1) { Expected = double.NaN }, new Area(new(0, 0), 5, 3)) },
        { "No area has a population.", () => Scan(new Area(new(0, 0), 0, 0), new Area(new(0, 0), 0, 0)) },
        { "at least one family", () => PoissonScan.Run([new(new(0, 0), 5, 1), new(new(0, 0), 5, 1)], []) },
        { "at most once", () => PoissonScan.Run([new(new(0, 0), 5, 1), new(new(0, 0), 5, 1)], [new Circles(), new Circles(0.2)]) },
        { "greatest share of a circle is 1.5", () => PoissonScan.Run([new(new(0, 0), 5, 1), new(new(0, 0), 5, 1)], [new Circles(1.5)]) },
        { "there are none", () => NeighbourhoodTest.Run(new(Places, [new(0, 0, []), new(0, 0, [])], 1, 0)) },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public void Bad_input_is_refused_with_its_place(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_to_find_is_an_empty_result()
    {
        var result = BernoulliScan.Run(new KnownHouseholds(Places, [new(0, 0, []), new(0, 0, [])], themes: 2, sets: 1), [new Circles(), new Sets()], new() { Replicates = 9 });
        Assert.Empty(result.Clusters);
        Assert.Equal(4, result.Layers.Count);
        Assert.Empty(PoissonScan.Run([new(new(0, 0), 5, 0), new(new(0, 0), 5, 0)], [new Circles()], new() { Replicates = 9 }).Clusters);
    }

    static void Known(params Household[] households) => _ = new KnownHouseholds(Places, households, themes: 3, sets: 4);

    static void Known(Point[] places, int themes) => _ = new KnownHouseholds(places, [new(0, 0, []), new(0, 0, [])], themes, sets: 0);

    static void Scan(params Area[] areas) => PoissonScan.Run(areas, [new Circles()]);
}
