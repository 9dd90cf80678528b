using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Samenkracht.Scan;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Scan;

/// <summary>The library as a developer elsewhere gets it.</summary>
public partial class PackageTests
{
    [Fact]
    public async Task It_packs_with_its_readme_its_documentation_and_no_dependency()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("samenkracht-pack").FullName;
        try
        {
            // What is packed was built for these tests just now.
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            await Pack(folder, configuration);

            await using var package = await ZipFile.OpenReadAsync(System.IO.Directory.GetFiles(folder, "*.nupkg").Single(), TestContext.Current.CancellationToken);
            var entries = package.Entries.Select(e => e.FullName).ToList();
            Assert.Superset(new HashSet<string> { "README.md", "lib/net10.0/Samenkracht.Scan.dll", "lib/net10.0/Samenkracht.Scan.xml" }, entries.ToHashSet());
            await using var spec = await package.GetEntry("Samenkracht.Scan.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
            var about = (await XDocument.LoadAsync(spec, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();
            string? Says(string name) => about.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
            Assert.Equal(("Samenkracht.Scan", "EUPL-1.2", "README.md"), (Says("id"), Says("license"), Says("readme")));
            Assert.True(Says("description")!.Length > 100 && Says("tags")!.Contains("scan-statistic", StringComparison.Ordinal));
            Assert.DoesNotContain(about.Descendants(), e => e.Name.LocalName == "dependency");
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Its_public_surface_is_what_one_needs_to_ask_and_to_read_the_answer() => Assert.Equal(
        [
            "Area", "BernoulliScan", "Circles", "Cluster", "Connected", "Cylinders", "DatedCase", "DatedCases", "Gumbel", "Household", "KnownHouseholds", "LayerResult", "NeighbourhoodEffect",
            "NeighbourhoodResult", "NeighbourhoodTest", "NullDistribution", "Point", "PoissonScan", "ScanOptions", "ScanProgress", "ScanResult", "SetCylinders", "Sets", "SetsByArea", "SpaceTimeScan", "WindowFamily",
        ],
        typeof(ScanResult).Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));

    /// <summary>The code of the README is the code below, which compiles and runs against the public surface.</summary>
    [Fact]
    public void The_code_in_its_readme_is_code_that_runs()
    {
        var source = File.ReadAllText(Repository.Path("tests", "Tests", "Scan", "PackageTests.cs"));
        var blocks = Code().Matches(File.ReadAllText(Repository.Path("src", "Scan", "README.md"))).Select(block => Plain(block.Groups[1].Value)).ToList();

        Assert.Equal(4, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(block, Plain(source), StringComparison.Ordinal));
        Sample();
    }

    // One block per part, letter for letter but for the indent.
    private static void Sample()
    {
        var known = new KnownHouseholds(
            locations: [new(0, 0), new(1, 0), new(0, 2)],     // centroids of buurten
            households: [new(Location: 0, Themes: 0b01, Sets: [3]), new(1, 0b01, [3]), new(2, 0b11, []), new(2, 0b00, [])],
            themes: 2, sets: 4);

        var result = BernoulliScan.Run(known, [new Circles(), new Sets()], new ScanOptions { Replicates = 999, Seed = 1 });

        foreach (var cluster in result.Clusters.Where(cluster => cluster.P <= 0.05))
            Console.WriteLine($"{cluster.Family.Name} {cluster.Label}: theme {cluster.Theme}, {cluster.Observed} of {cluster.Population}, " +
                $"{cluster.Expected:F1} expected, p = {cluster.P}");

        var effect = NeighbourhoodTest.Run(known).Of(set: 3, theme: 0);
        Console.WriteLine(effect.CannotBeToldApart ? "set and neighbourhood cannot be told apart" : $"{effect.Observed} cases, {effect.Expected:F1} expected here, p = {effect.P}");

        Area[] areas =
        [
            new(new(164, 176), Population: 1091, Cases: 9) { Sets = [7] },
            new(new(183, 182), Population: 487, Cases: 1),
            new(new(204, 171), Population: 3188, Cases: 8) { Sets = [7] },
        ];
        var overAreas = PoissonScan.Run(areas, [new Circles(MaxShare: 0.5), new Sets()]);

        var signals = new DatedCases(
            locations: [new(0, 0), new(1, 0)],
            cases: [new(Location: 0, Day: 739_576), new(0, 739_577), new(1, 739_300), new(1, 739_400)],
            firstDay: 739_217, lastDay: 739_581);
        var alert = SpaceTimeScan.Run(signals, [new Cylinders(MaxDays: 30) { Prospective = true }], new ScanOptions { Replicates = 9_999 })
            .Clusters.FirstOrDefault(cluster => cluster.RecurrenceInterval >= 365);

        Assert.NotEmpty(result.Layers);
        Assert.NotEmpty(overAreas.Layers);
        Assert.Null(alert);
    }

    private static async Task Pack(string folder, string configuration)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", ["pack", Repository.Path("src", "Scan"), "-c", configuration, "-o", folder, "--no-build", "--nologo", "-warnaserror"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(dotnet.ExitCode == 0 && !output.Contains("warning", StringComparison.OrdinalIgnoreCase), output);
    }

    private static string Plain(string code) => Spaces().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
