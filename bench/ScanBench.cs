using Samenkracht.Scan;

namespace Samenkracht.Bench;

/// <summary>What a window and replicate cost in a whole scan, sampling and all: as areas, cases, replicates and sets grow, beside the bare additions and beside what others need.</summary>
static class ScanBench
{
    static readonly WindowFamily[] Circles = [new Circles()];
    static readonly WindowFamily[] CirclesAndSets = [new Circles(), new Sets()];

    public static void Run(TextWriter output)
    {
        output.WriteLine($"{Environment.ProcessorCount} processors. ns: processor time per window and replicate (and theme), with drawing; bare: the additions alone, at that moment. Seconds pass on the clock, setup included.");
        output.WriteLine($"{"work",-62}{"windows",12}{"replicates",11}{"ns, 1",8}{"ns, 2",8}{"bare",7}{"s, 1",8}{"s, 2",8}  others");
        foreach (var areas in new[] { 100, 281, 500, 1_000, 3_000 })
            Poisson(output, areas, 4 * areas, 999, areas == 3_000 ? "C with AVX2: about 3 s" : "");
        foreach (var cases in new[] { 552, 5_520, 55_200 })
            Poisson(output, 281, cases, 9_999, cases == 552 ? "smerc 1.8.4: 15.7 s" : "");
        Poisson(output, 500, 1_000, 9_999, "C with AVX2: about 0.34 s");
        Poisson(output, 281, 552, 99_999, "SaTScan 10.3.2: 12.7 to 13.9 s, on 2 processors; C with AVX2: about 1.2 s");
        foreach (var nearest in new[] { 10, 15 })
            Row(output, $"100 areas, 667 cases, connected within {nearest}", 999, 1, options => PoissonScan.Run(Maps.Beside(100, 667), [new Connected(nearest)], options), "");
        foreach (var sets in new[] { 200, 2_000, 10_000 })
            Households(output, 20_000, 10, 100, sets);
        Households(output, 20_000, 40, 500, 2_000);
        var year = Maps.Year(40, 2_000);
        Row(output, "40 places, 2,000 cases in a year, cylinders of 30 days at its end", 9_999, 1, options => SpaceTimeScan.Run(year, [new Cylinders { Prospective = true }], options), "");
        Row(output, "40 places, 2,000 cases in a year, cylinders of 30 days", 99, 1, options => SpaceTimeScan.Run(year, [new Cylinders()], options), "");
    }

    static void Poisson(TextWriter output, int areas, int cases, int replicates, string others)
    {
        var map = Maps.Areas(areas, cases);
        Row(output, $"{areas:N0} areas, {cases:N0} cases, circles", replicates, 1, options => PoissonScan.Run(map, Circles, options), others);
    }

    static void Households(TextWriter output, int households, int themes, int places, int sets)
    {
        var known = Maps.Households(households, themes, places, sets);
        Row(output, $"{households:N0} households, {themes} themes, {places} places, {sets:N0} sets", 999, themes, options => BernoulliScan.Run(known, CirclesAndSets, options), "");
    }

    static void Row(TextWriter output, string work, int replicates, int themes, Func<ScanOptions, ScanResult> scan, string others)
    {
        scan(new() { Replicates = 39 }); // The first run compiles.
        var (one, two) = (Timing.Of(scan, replicates, threads: 1), Timing.Of(scan, replicates, threads: 2));
        double Nanoseconds(Timing timing) => timing.Simulation * 1e9 / ((double)timing.Windows * replicates * themes);
        output.WriteLine($"{work,-62}{one.Windows,12:N0}{replicates,11:N0}{Nanoseconds(one),8:F3}{Nanoseconds(two),8:F3}{BareAdditions.Nanoseconds(1),7:F3}{one.Clock,8:F2}{two.Clock,8:F2}  {others}");
    }
}
