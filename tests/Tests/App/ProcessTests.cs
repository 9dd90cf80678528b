using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.App;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>The program as a process: how it ends when it is told to, and what a second start leaves as it was.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Clean = TimeSpan.FromSeconds(5);
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht process ");

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_demo_that_is_there_already_is_not_filled_again_and_ends_within_five_seconds(string signal)
    {
        await using var services = Services.For(Filled());
        var storage = services.GetRequiredService<Storage>();
        await DemoDatabase.Prepare(storage, reset: false, default);
        await DemoFilling.MarkFilled(storage, default);

        await using var program = await RunningProgram.Start(folder.FullName, ["demo", "--port", "0"]);
        using var visitor = new HttpClient { BaseAddress = program.Url };
        Assert.Equal("localhost", program.Url.Host);
        Assert.True((await visitor.GetAsync("/health/ready")).IsSuccessStatusCode);
        var stopped = await program.Stop(signal);

        Assert.Equal(0, stopped.Status);
        Assert.True(stopped.Took < Clean, $"It took {stopped.Took}.");
        await using var work = await storage.Read(Actor.System);
        Assert.False(await work.Accounts.AnyAsync());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Filling_can_be_broken_off_and_the_next_start_begins_anew(string signal)
    {
        await using var program = RunningProgram.Launch(folder.FullName, ["demo", "--port", "0"]);
        while (!File.Exists(Path.Combine(folder.FullName, "demo.db"))) await Task.Delay(50);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var stopped = await program.Stop(signal);

        Assert.Equal(130, stopped.Status);
        Assert.True(stopped.Took < Clean, $"It took {stopped.Took}.");
        Assert.Equal("Afgebroken.", stopped.Complaints.Trim());
        await using var services = Services.For(Filled());
        var storage = services.GetRequiredService<Storage>();
        await DemoDatabase.Prepare(storage, reset: false, default);
        Assert.True(await DemoDatabase.Marker(storage, default) is { IsDemo: true, FilledAt: null });
    }

    [Fact]
    public async Task The_demo_stays_away_from_real_data_also_with_reset()
    {
        var own = Path.Combine(folder.FullName, "own.db");
        await using (var create = RunningProgram.Launch(folder.FullName, ["admin", "create", "--email", "beheer@voorbeeld.test", "--database", own]))
            Assert.Equal(0, (await create.Answer("een heel lang wachtwoord\n")).Status);
        var before = await File.ReadAllBytesAsync(own);

        await using var program = RunningProgram.Launch(folder.FullName, ["demo", "--port", "0", "--reset", "--database", own]);
        var (status, text) = await program.Answer();

        Assert.Equal(1, status);
        Assert.Contains("niet door de demo gemaakt", text);
        Assert.Equal(before, await File.ReadAllBytesAsync(own));
    }

    public void Dispose() => folder.Delete(recursive: true);

    // What `demo` itself runs on with this folder as its var.
    private Deployment Filled() => new(DatabaseConnection.Parse(Path.Combine(folder.FullName, "demo.db")), folder.CreateSubdirectory("keys").FullName, IsDemo: true);
}
