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

    static ulong Themes(Random random, int themes)
    {
        var asked = 1UL << random.Next(themes);
        while (random.Next(8) < 3)
            asked |= 1UL << random.Next(themes);
        return asked;
    }
}
