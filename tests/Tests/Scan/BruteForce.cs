using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>The definitions of the scan, written down again without any thought of speed.</summary>
static class BruteForce
{
    public static List<int[]> Circles(IReadOnlyList<Point> units, IReadOnlyList<long> population, double maxShare = 0.5)
    {
        var windows = new List<int[]>();
        for (var centre = 0; centre < units.Count; centre++)
        {
            var from = units[centre];
            var nearest = units.Index().OrderBy(unit => Math.Pow(unit.Item.X - from.X, 2) + Math.Pow(unit.Item.Y - from.Y, 2)).ThenBy(unit => unit.Index)
                .Select(unit => unit.Index).ToArray();
            for (var size = 1; size <= nearest.Length; size++)
            {
                if (nearest[..size].Sum(unit => population[unit]) <= maxShare * population.Sum())
                    windows.Add(nearest[..size]);
            }
        }
        return windows;
    }

    /// <summary>Per centre, each subset of its nearest units that holds it and hangs together.</summary>
    public static List<int[]> Connected(IReadOnlyList<Area> areas, int nearest)
    {
        bool Beside(int a, int b) => areas[a].Neighbours.Contains(b) || areas[b].Neighbours.Contains(a);
        bool HangsTogether(int[] set)
        {
            var reached = new HashSet<int> { set[0] };
            while (set.FirstOrDefault(unit => !reached.Contains(unit) && reached.Any(inside => Beside(inside, unit)), -1) is var next && next >= 0) reached.Add(next);
            return reached.Count == set.Length;
        }

        var windows = new List<int[]>();
        for (var centre = 0; centre < areas.Count; centre++)
        {
            var from = areas[centre].Centre;
            var near = areas.Index().OrderBy(area => Math.Pow(area.Item.Centre.X - from.X, 2) + Math.Pow(area.Item.Centre.Y - from.Y, 2)).ThenBy(area => area.Index)
                .Select(area => area.Index).Where(i => i != centre).Prepend(centre).Take(nearest).ToArray();
            for (var bits = 1; bits < 1 << near.Length; bits++)
            {
                var set = near.Where((_, i) => (bits >> i & 1) != 0).ToArray();
                if (set.Contains(centre) && HangsTogether(set)) windows.Add(set);
            }
        }
        return windows;
    }

    public static double LowPoisson(int n, double e, int all) =>
        n < 2 || n >= e ? 0 : XLog(n, n / e) + XLog(all - n, (all - n) / (all - e));

    /// <summary>P(X above c) + ½ P(X = c) for X Poisson.</summary>
    public static double MidP(int c, double e)
    {
        double Chance(int k) => Math.Exp(-e) * Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * e / i);
        return 1 - Enumerable.Range(0, c).Sum(Chance) - (Chance(c) / 2);
    }

    public static double Poisson(int n, double e, int all) =>
        n < 2 || n <= e ? 0 : XLog(n, n / e) + XLog(all - n, (all - n) / (all - e));

    public static double Bernoulli(int c, int n, int cases, int population) =>
        c < 2 || n == population || (double)c / n <= (double)(cases - c) / (population - n) ? 0 : BernoulliRatio(c, n, cases, population);

    public static double LowBernoulli(int c, int n, int cases, int population) =>
        c < 2 || n == population || (double)c / n >= (double)(cases - c) / (population - n) ? 0 : BernoulliRatio(c, n, cases, population);

    static double BernoulliRatio(int c, int n, int cases, int population) =>
        XLog(c, (double)c / n) + XLog(n - c, (double)(n - c) / n)
        + XLog(cases - c, (double)(cases - c) / (population - n)) + XLog(population - n - cases + c, (double)(population - n - cases + c) / (population - n))
        - XLog(cases, (double)cases / population) - XLog(population - cases, (double)(population - cases) / population);

    public static double PValue(double observed, IEnumerable<double> simulated, int replicates) =>
        (1.0 + simulated.Count(value => value >= observed - (1e-9 * Math.Max(1, Math.Abs(observed))))) / (replicates + 1.0);

    static double XLog(double x, double y) => x == 0 ? 0 : x * Math.Log(y);
}
