using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Samenkracht.Insight;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>Starting a scan from the page, seeing how far it is, stopping it, and starting again after a restart.</summary>
public class ScanPageTests
{
    [Fact]
    public async Task Only_who_may_start_scans_reaches_the_page()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);

        (await (await app.SignedIn(town.Town[Role.PolicyOfficer])).Get("/kwesties/scan")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.StartsWith("/aanmelden", (await app.Visitor().Get("/kwesties/scan")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_started_from_the_page_is_carried_out_in_the_background()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        await town.Households(KnownTown.Haverveld, 30, asking: 10, Theme.Housing);
        var browser = await app.SignedIn(town.Sanne);
        var page = await (await browser.Get("/kwesties/scan")).Submit(button: "Scan starten");

        Assert.Contains("De scan is gestart", page.ShouldBeOk().Main, StringComparison.Ordinal);
        for (var tries = 0; tries < 200 && await State(app, town) != ScanState.Done; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        page = await browser.Get("/kwesties/scan");
        Assert.Contains("Klaar", page.Main, StringComparison.Ordinal);
        Assert.Contains("999", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_is_open_a_second_is_refused_and_it_can_be_stopped()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Sanne);
        var before = await browser.Get("/kwesties/scan");
        var run = await town.Queue();
        var page = await browser.Get("/kwesties/scan");

        Assert.NotNull(page.Html.QuerySelector("head noscript"));
        Assert.Contains("Er loopt al een scan", (await before.Submit(button: "Scan starten")).Main, StringComparison.Ordinal);
        Assert.Contains("De scan wacht", (await browser.Get($"/kwesties/scan/{run}/voortgang")).Html.Body!.TextContent, StringComparison.Ordinal);
        page = await page.Submit(button: "Stop de scan");
        Assert.Contains("De scan is gestopt", page.Main, StringComparison.Ordinal);
        Assert.Equal(ScanState.Cancelled, await State(app, town));
    }

    [Fact]
    public async Task After_a_restart_an_interrupted_scan_says_so_and_goes_on_by_itself()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        // On a busy machine its first turn comes before the page was read.
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.PauseJob(ScanJob.Key, TestContext.Current.CancellationToken);
        var run = await town.Queue();
        await using (var work = await app.Begin(Actor.System))
        {
            var because = work.Because(InsightEvents.ScanBegun);
            (await work.Query<ScanRun>().SingleAsync(r => r.Id == run, TestContext.Current.CancellationToken)).Begin(because, "gone");
            await work.Note(because, run.Value);
            await work.Commit();
        }
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await (await app.SignedIn(town.Sanne)).Get("/kwesties/scan");
        Assert.Contains("Onderbroken", page.Main, StringComparison.Ordinal);
        Assert.Contains("gaat vanzelf verder", page.Main, StringComparison.Ordinal);

        await scheduler.TriggerJob(ScanJob.Key, TestContext.Current.CancellationToken);
        for (var tries = 0; tries < 200 && await State(app, town) != ScanState.Done; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(ScanState.Done, await State(app, town));
    }

    [Theory]
    [InlineData("Areas")]
    [InlineData("Signals")]
    public async Task One_chooses_what_to_look_at(string kind)
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Sanne);
        var form = await browser.Get("/kwesties/scan");
        await form.Submit(new() { ["Kind"] = kind }, button: "Scan starten");

        await using var work = await app.Read(Actor.System);
        var run = await work.Query<ScanRun>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((kind, town.Sanne.Account), (run.Kind.ToString(), run.StartedBy));
    }

    [Fact]
    public async Task A_scan_that_does_not_exist_cannot_be_chosen()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var page = await (await (await app.SignedIn(town.Sanne)).Get("/kwesties/scan")).Submit(new() { ["Kind"] = "Mensen" }, button: "Scan starten");

        Assert.NotEmpty(page.Errors);
        await using var work = await app.Read(Actor.System);
        Assert.False(await work.Query<ScanRun>().AnyAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<ScanState> State(WebApp app, KnownTown town)
    {
        await using var work = await app.Read(town.Sanne);
        return (await work.Query<ScanRun>().OrderByDescending(r => r.StartedAt).FirstAsync()).State;
    }
}
