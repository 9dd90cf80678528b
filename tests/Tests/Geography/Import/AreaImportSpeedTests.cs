using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Geography.Import;

/// <summary>Measures, so it runs while no other test does.</summary>
[CollectionDefinition(nameof(AreaImportSpeedTests), DisableParallelization = true)]
[Collection(nameof(AreaImportSpeedTests))]
public class AreaImportSpeedTests
{
    [Theory, BothDatabases]
    public async Task All_Dutch_wijken_and_their_figures_take_less_than_ten_seconds(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (boundaries, figures) = (Files.Shared("wijken_2022_nl.geojson.gz"), Files.Shared("kwb2024_gemeente_wijk_nl.csv"));

        var (watch, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var report = await AreaImport.Run(database.Storage, Actor.System, new AreaImportRequest(boundaries, figures, 2024, null));

        // On a machine that is busy with other work the clock measures that work; the processor's time does not.
        var taken = TimeSpan.FromTicks(Math.Min(watch.Elapsed.Ticks, (Environment.CpuUsage.TotalTime - busy).Ticks));
        Assert.True(taken < TimeSpan.FromSeconds(10), $"{taken.TotalSeconds:F1} s");
        Assert.Contains("wijken             3.340       3.340           0", report.Lines);
        await using var work = await database.Read(Actor.System);
        Assert.Equal(3_340, await work.CurrentAreas.CountAsync(a => a.Year == 2022));
        Assert.True(await work.Query<AreaFigure>().AnyAsync(f => f.Year == 2024 && f.Code == AreaCode.Parse("GM0402") && f.Value == 94_435));
    }
}
