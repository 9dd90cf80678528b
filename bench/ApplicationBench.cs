using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.App;
using Samenkracht.Insight;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Bench;

/// <summary>The scan as the application does it: from the rows of households in the database to findings kept. On SQLite, or what SAMENKRACHT_DATABASE names (an empty one).</summary>
static class ApplicationBench
{
    public static async Task Run(TextWriter output)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("samenkracht-bench-");
        try
        {
            var text = Environment.GetEnvironmentVariable("SAMENKRACHT_DATABASE") ?? Path.Combine(folder.FullName, "large.db");
            await using var services = new ServiceCollection().AddLogging().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
                .AddKernel(DatabaseConnection.Parse(text), Modules.All).BuildServiceProvider();
            var storage = services.GetRequiredService<Storage>();
            await new Migrator(storage.Connection).Migrate();
            await Report(output, "filling", () => new LargeTown(storage).Build());
            foreach (var kind in (ScanKind[])[ScanKind.Households, ScanKind.Areas])
                await Scan(output, services, storage, kind);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Scan(TextWriter output, ServiceProvider services, Storage storage, ScanKind kind)
    {
        var settings = ScanSettings.Standard(kind, DateOnly.FromDateTime(DateTime.Today).AddDays(1), seed: 1);
        ScanInput? input = null;
        await Report(output, $"{kind}: reading the database", async () =>
        {
            await using var reading = await storage.Read(Actor.System);
            input = await ScanReading.Read(reading, settings, default);
        });
        output.WriteLine($"  {input!.Rows.Count:N0} households, {input.Places.Count:N0} buurten, {input.Communities.Count:N0} communities, {input.Themes.Count} themes, {settings.Replicates:N0} replicates");
        var run = await Queue(storage, settings);
        await Report(output, $"{kind}: the whole run, from queue to findings kept", () => services.GetRequiredService<ScanRunner>().RunQueued());
        await using var work = await storage.Read(Actor.System);
        var done = await work.Query<ScanRun>().SingleAsync(r => r.Id == run);
        output.WriteLine($"  {done.State}, {await work.Query<Finding>().CountAsync(f => f.Run == run)} findings, input kept in {(await work.Query<KeptInput>().SingleAsync(i => i.Run == run)).Compressed.Length:N0} bytes");
    }

    static async Task<ScanRunId> Queue(Storage storage, ScanSettings settings)
    {
        await using var work = await storage.Begin(Actor.System);
        var because = work.Because(InsightEvents.ScanQueued);
        var run = ScanRun.Queue(because, settings);
        work.Add(run);
        await work.Note(because, run.Id.Value);
        await work.Commit();
        return run.Id;
    }

    static async Task Report(TextWriter output, string what, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        output.WriteLine($"{what,-60}{watch.Elapsed.TotalSeconds,8:0.0} s");
    }
}
