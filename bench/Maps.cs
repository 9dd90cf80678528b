using Samenkracht.Scan;

namespace Samenkracht.Bench;

/// <summary>Maps with nothing to find, from fixed seeds.</summary>
static class Maps
{
    /// <summary>About 1.6 themes per household; sets of about 20 households, as the channel of signals yields.</summary>
    public static KnownHouseholds Households(int households, int themes, int places, int sets)
    {
        var random = new Random(1);
        var memberships = Enumerable.Range(0, households).Select(_ => new List<int>()).ToArray();
        for (var set = 0; set < sets; set++)
        {
            for (var member = 0; member < 20; member++)
            {
                if (random.Next(households) is var household && !memberships[household].Contains(set))
                    memberships[household].Add(set);
            }
        }
        return new(
            [.. Enumerable.Range(0, places).Select(_ => new Point(random.NextDouble(), random.NextDouble()))],
            [.. memberships.Select(of => new Household(random.Next(places), Themes(random, themes), of))],
            themes, sets);
    }

    public static List<Area> Areas(int areas, int cases)
    {
        var random = new Random(1);
        var home = new int[areas];
        for (var i = 0; i < cases; i++)
            home[random.Next(areas)]++;
        return [.. home.Select(inside => new Area(new(random.NextDouble(), random.NextDouble()), random.Next(500, 1_500), inside))];
    }

    /// <summary>The same, on a grid, each beside the areas to its left and right and above and below.</summary>
    public static List<Area> Beside(int areas, int cases)
    {
        var side = (int)Math.Sqrt(areas);
        return [.. Areas(areas, cases).Select((area, i) => area with
        {
            Centre = new(i % side, i / side),
            Neighbours = [.. new[] { i % side == side - 1 ? -1 : i + 1, i + side }.Where(other => other >= 0 && other < areas)],
        })];
    }

    /// <summary>Cases on any day of a year, at any place.</summary>
    public static DatedCases Year(int places, int cases)
    {
        var random = new Random(1);
        return new(
            [.. Enumerable.Range(0, places).Select(_ => new Point(random.NextDouble(), random.NextDouble()))],
            [.. Enumerable.Range(0, cases).Select(_ => new DatedCase(random.Next(places), random.Next(365)))],
            firstDay: 0, lastDay: 364);
    }

    static ulong Themes(Random random, int themes)
    {
        var asked = 1UL << random.Next(themes);
        while (random.Next(8) < 3)
            asked |= 1UL << random.Next(themes);
        return asked;
    }
}
