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

    public static double Poisson(int n, double e, int all) =>
        n < 2 || n <= e ? 0 : XLog(n, n / e) + XLog(all - n, (all - n) / (all - e));

    public static double Bernoulli(int c, int n, int cases, int population) =>
        c < 2 || (double)c / n <= (double)(cases - c) / (population - n) || n == population ? 0
            : XLog(c, (double)c / n) + XLog(n - c, (double)(n - c) / n)
              + XLog(cases - c, (double)(cases - c) / (population - n)) + XLog(population - n - cases + c, (double)(population - n - cases + c) / (population - n))
              - XLog(cases, (double)cases / population) - XLog(population - cases, (double)(population - cases) / population);

    public static double PValue(double observed, IEnumerable<double> simulated, int replicates) =>
        (1.0 + simulated.Count(value => value >= observed - (1e-9 * Math.Max(1, Math.Abs(observed))))) / (replicates + 1.0);

    static double XLog(double x, double y) => x == 0 ? 0 : x * Math.Log(y);
}
