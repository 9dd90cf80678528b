using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>Small maps with many ties: few distinct coordinates, few households, few cases.</summary>
static class RandomMaps
{
    public static KnownHouseholds Households(Random random, int locations = 6, int households = 40, int themes = 3, int sets = 5)
    {
        var places = Enumerable.Range(0, locations).Select(_ => new Point(random.Next(4), random.Next(4))).ToList();
        var known = Enumerable.Range(0, households).Select(_ => new Household(
            random.Next(locations),
            (ulong)random.NextInt64() & (ulong)random.NextInt64() & ((1UL << themes) - 1),
            [.. Enumerable.Range(0, sets).Where(_ => random.Next(4) == 0)])).ToList();
        return new(places, known, themes, sets);
    }

    public static List<Area> Areas(Random random, bool ownExpectation = false, int sets = 4) =>
        [.. Enumerable.Range(0, random.Next(3, 9)).Select(_ =>
        {
            var population = random.Next(1, 6) * 100;
            return new Area(new(random.Next(4), random.Next(4)), population, random.Next(5) + random.Next(2))
            {
                Expected = ownExpectation ? random.Next(1, 5) : null,
                Sets = [.. Enumerable.Range(0, sets).Where(_ => random.Next(3) == 0)],
            };
        })];

    /// <summary>The same areas, each with some of the others beside it.</summary>
    public static List<Area> WithNeighbours(this List<Area> areas, Random random) =>
        [.. areas.Select((area, i) => area with { Neighbours = [.. Enumerable.Range(0, areas.Count).Where(other => other != i && random.Next(3) == 0)] })];
}
