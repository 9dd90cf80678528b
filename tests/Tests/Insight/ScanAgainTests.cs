using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>Any finding can be had again by one command, also when households have changed since.</summary>
public class ScanAgainTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_kept_scan_gives_every_finding_again_to_the_last_decimal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (_, run) = await Scanned(database);

        var report = await ScanAgain.Run(database.Storage, run.ToString(), Cancel);

        Assert.True(report.IsSame, string.Join('\n', report.Lines));
        Assert.Contains("Invoer: precies die van toen.", report.Lines);
        Assert.Contains("De gegevens van nu geven nog dezelfde invoer.", report.Lines);
        Assert.Contains(report.Lines, line => line.StartsWith("gelijk: Geld en schulden rond een sportvereniging: 14 van 20", StringComparison.Ordinal));
        Assert.Contains("tot op het laatste cijfer.", report.Lines[^1], StringComparison.Ordinal);
        await using var work = await database.Read(Actor.System);
        var finding = await work.Query<Finding>().Select(f => f.Id).FirstAsync(Cancel);
        Assert.Equal(report.Lines, (await ScanAgain.Run(database.Storage, finding.ToString(), Cancel)).Lines);
    }

    [Theory, BothDatabases]
    public async Task It_still_does_when_households_have_changed_since_and_says_so(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (town, run) = await Scanned(database);
        await town.Households(KnownTown.Sluiskade, 5, asking: 5, Theme.Housing);

        var report = await ScanAgain.Run(database.Storage, run.ToString(), Cancel);

        Assert.True(report.IsSame, string.Join('\n', report.Lines));
        Assert.Contains("De gegevens van nu zijn anders dan toen. Deze proef gebruikt die van toen.", report.Lines);
    }

    [Theory, BothDatabases]
    public async Task A_finding_that_someone_changed_is_told(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (_, run) = await Scanned(database);
        await Execute(database, "UPDATE finding SET cases = cases - 1 WHERE family = 'Community'");

        var report = await ScanAgain.Run(database.Storage, run.ToString(), Cancel);

        Assert.False(report.IsSame);
        Assert.Contains(report.Lines, line => line.StartsWith("ANDERS: ", StringComparison.Ordinal));
        Assert.StartsWith("NIET gelijk", report.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_ends_with_nought_when_all_is_the_same_and_with_one_when_not()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var (_, run) = await Scanned(database);
        var folder = System.IO.Directory.CreateTempSubdirectory("samenkracht again ");
        try
        {
            var same = await Command();
            await Execute(database, "UPDATE finding SET score = score + 0.000001");
            var other = await Command();

            Assert.True(same.Status == 0, same.Text);
            Assert.Contains("tot op het laatste cijfer", same.Text, StringComparison.Ordinal);
            Assert.Equal(1, other.Status);
            Assert.Contains("NIET gelijk", other.Text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task<(int Status, string Text)> Command()
        {
            await using var program = RunningProgram.Launch(folder.FullName, ["scan-again", run.ToString(), "--database", database.Connection.Text]);
            return await program.Answer();
        }
    }

    [Theory, BothDatabases]
    public async Task Input_that_does_not_fit_the_fingerprint_is_told(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (_, run) = await Scanned(database);
        await Execute(database, $"UPDATE scan_run SET input_digest = '{new string('0', 64)}'");

        var report = await ScanAgain.Run(database.Storage, run.ToString(), Cancel);

        Assert.False(report.IsSame);
        Assert.Contains(report.Lines, line => line.StartsWith("Invoer: NIET die van toen", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task The_input_is_for_the_system_alone_and_is_erased_in_time_and_then_the_command_says_why_it_cannot(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (town, run) = await Scanned(database);
        database.Clock.Advance(KeptInput.Retention + TimeSpan.FromDays(1));
        await town.Queue();
        await database.Services.GetRequiredService<ScanRunner>().RunQueued(Cancel);

        var report = await ScanAgain.Run(database.Storage, run.ToString(), Cancel);

        Assert.False(report.IsSame);
        Assert.Contains("gewist", Assert.Single(report.Lines), StringComparison.Ordinal);
        await using var work = await database.Read(Actor.System);
        Assert.NotEqual(run, (await work.Query<KeptInput>().SingleAsync(Cancel)).Run);
        // Only the system reads what is kept.
        foreach (var actor in (Actor[])[town.Sanne, town.Town[Role.TeamLead], town.Town[Role.Administrator], Actor.Anonymous])
        {
            await using var other = await database.Read(actor);
            Assert.False(await other.Query<KeptInput>().AnyAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_scan_that_is_not_there_or_has_no_outcome_is_refused_in_words()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var town = await KnownTown.Build(database.Storage, areas: false);
        var waiting = await town.Queue();

        Assert.Contains("geen nummer", Line(await ScanAgain.Run(database.Storage, "1234", Cancel)), StringComparison.Ordinal);
        Assert.Contains("is er niet", Line(await ScanAgain.Run(database.Storage, $"{Guid.NewGuid():N}", Cancel)), StringComparison.Ordinal);
        Assert.Contains("geen uitkomst", Line(await ScanAgain.Run(database.Storage, waiting.ToString(), Cancel)), StringComparison.Ordinal);
    }

    private static string Line(ScanAgainReport report) => report.IsSame ? "" : Assert.Single(report.Lines);

    private static async Task<(KnownTown Town, ScanRunId Run)> Scanned(TestDatabase database)
    {
        var town = await KnownTown.Build(database.Storage);
        await town.DebtsAroundClub();
        var run = await town.Queue();
        await database.Services.GetRequiredService<ScanRunner>().RunQueued(Cancel);
        return (town, run);
    }

    private static async Task Execute(TestDatabase database, string sql)
    {
        await using var work = await database.Begin(Actor.System);
        await work.Context.Database.ExecuteSqlRawAsync(sql, Cancel);
        await work.Context.Database.CurrentTransaction!.CommitAsync(Cancel);
    }
}
