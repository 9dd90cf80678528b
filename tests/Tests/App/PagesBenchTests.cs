using System.Diagnostics;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>The bench of pages still does what it measures: with few households, without looking at any time.</summary>
public class PagesBenchTests
{
    [Fact]
    public async Task On_both_databases_what_the_bare_SQL_answers_stands_on_the_page()
    {
        var bench = new DirectoryInfo(AppContext.BaseDirectory);
        string[] arguments = [Repository.Path("bench", "bin", bench.Parent!.Name, bench.Name, "Samenkracht.Bench.dll"), "pages", "--households", "250", "--warm-up", "0", "--rounds", "2"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await output + await error;

        Assert.True(process.ExitCode == 0, said);
        foreach (var (scene, twice) in new[] { ("opening a household", 4), ("worklist", 4), ("search, a full name", 4), ("search, part of a name", 4), ("list of households", 4) })
            Assert.True(said.Split(scene).Length == twice + 1, said);
    }
}
