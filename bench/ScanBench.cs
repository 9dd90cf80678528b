using Samenkracht.Scan;

namespace Samenkracht.Bench;

/// <summary>What a window and replicate cost in a whole scan, sampling and all, beside what the bare additions cost on this machine at this moment.</summary>
static class ScanBench
{
    static readonly WindowFamily[] Circles = [new Circles()];
    static readonly WindowFamily[] CirclesAndSets = [new Circles(), new Sets()];

    public static void Run(TextWriter output)
    {
        var (known, city) = (Maps.Households(1_200, 10, 40, 60), Maps.Households(20_000, 40, 500, 2_000));
        var (county, country) = (Maps.Areas(281, 552), Maps.Areas(3_000, 12_000));
        output.WriteLine($"{Environment.ProcessorCount} processors; processor seconds, and ns per window, replicate and theme");
        output.WriteLine($"{"work",-80}{"threads",8}{"setup s",9}{"simul. s",10}{"ns",8}{"bare ns",9}");
        foreach (var threads in new[] { 1, 2 })
        {
            Report(output, "1,200 households, 10 themes, 40 places, 60 sets", 10, 999, threads, options => BernoulliScan.Run(known, CirclesAndSets, options));
            Report(output, "20,000 households, 40 themes, 500 places, 2,000 sets", 40, 999, threads, options => BernoulliScan.Run(city, CirclesAndSets, options));
            Report(output, "281 areas, 552 cases, circles", 1, 99_999, threads, options => PoissonScan.Run(county, Circles, options));
            Report(output, "3,000 areas, 12,000 cases, circles", 1, 999, threads, options => PoissonScan.Run(country, Circles, options));
        }
    }

    static void Report(TextWriter output, string work, int themes, int replicates, int threads, Func<ScanOptions, ScanResult> scan)
    {
        scan(new() { Replicates = 99, Threads = threads }); // The first run compiles.
        var timing = new Timing();
        var result = scan(new() { Replicates = replicates, Threads = threads, Progress = timing });
        var (setup, simulation) = timing.Seconds();
        var nanoseconds = simulation * 1e9 / ((double)result.Windows * replicates * themes);
        var title = $"{work}, {result.Windows:N0} windows × {replicates:N0}";
        output.WriteLine($"{title,-80}{threads,8}{setup,9:F3}{simulation,10:F3}{nanoseconds,8:F3}{BareAdditions.Nanoseconds(threads),9:F3}");
    }
}
