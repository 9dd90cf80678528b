using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Demo.City;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>The scan of the night: what came in lately, against what is usual there.</summary>
public class SignalScanTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly IEnumerable<int> ThisWeek = [0, 1, 1, 2, 3, 3, 4, 5];
    private static readonly IEnumerable<int> AllYear = [12, 40, 70, 100, 130, 160, 190, 220, 250, 280, 310, 340];

    [Theory, BothDatabases]
    public async Task What_suddenly_comes_in_from_a_buurt_is_an_alert_with_its_period_and_recurrence(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage);
        await town.Signals(KnownTown.Haverveld, ThisWeek, Theme.Housing);
        await town.Signals(KnownTown.Haverveld, AllYear.Take(3), Theme.Housing);
        await town.Signals(KnownTown.Sluiskade, [.. AllYear, .. AllYear], Theme.Housing);
        var run = await Scan(database, town);

        await using var work = await database.Read(town.Sanne);
        var finding = await work.Query<Finding>().Include(f => f.Buurten).SingleAsync(Cancel);
        Assert.Equal((ScanKind.Signals, FindingFamily.Area, Theme.Housing, 8, 11), (finding.Kind, finding.Family, finding.Theme, finding.Cases, finding.Among));
        Assert.Equal((new DateOnly(2026, 11, 19), 35, KnownTown.Haverveld), (finding.Since, finding.TotalAmong, finding.Buurten.Single().BuurtCode));
        Assert.True(finding.RecurrenceDays >= 365);
        Assert.True((await ScanAgain.Run(database.Storage, run.ToString(), Cancel)).IsSame);
    }

    [Theory, BothDatabases]
    public async Task What_comes_in_through_a_club_is_found_too_and_a_theme_that_marks_people_never_is(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage);
        foreach (var theme in (Theme[])[Theme.Money, Theme.Arrears])
        {
            // Six buurten that lie apart: no circle holds them, the club does.
            foreach (var (buurt, days) in Apart.Zip(ThisWeek)) await town.Signals(buurt, [days], theme, town.Club);
            foreach (var buurt in Apart) await town.Signals(buurt, AllYear.Take(6), theme);
        }
        await Scan(database, town);

        await using var work = await database.Read(town.Sanne);
        var around = await work.Query<Finding>().Where(f => f.Family == FindingFamily.Community).ToListAsync(Cancel);
        Assert.Equal((Theme.Money, town.Club), (Assert.Single(around).Theme, around[0].Community));
        Assert.Null(around[0].BesideBuurt);
    }

    [Theory, BothDatabases]
    public async Task What_is_always_busy_is_no_alert(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage);
        await town.Signals(KnownTown.Haverveld, [.. AllYear, .. AllYear.Select(day => day + 7), 1, 3], Theme.Housing);
        await town.Signals(KnownTown.Sluiskade, AllYear, Theme.Housing);
        await Scan(database, town);

        await using var work = await database.Read(town.Sanne);
        Assert.Equal((ScanState.Done, 38), await work.Query<ScanRun>().Select(r => new ValueTuple<ScanState, int?>(r.State, r.Counted)).SingleAsync(Cancel));
        Assert.False(await work.Query<Finding>().AnyAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Worries_about_one_household_count_once_and_what_has_no_place_is_counted_as_such(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage);
        var household = await town.Town.Household();
        await town.Signals(KnownTown.Haverveld, [5, 4, 3, 2, 60], Theme.Loneliness, of: household);
        await SignalTestData.Give(database.Storage, Actor.Anonymous, SignalTestData.Concern(theme: Theme.Safety));
        await SignalTestData.Give(database.Storage, Actor.Anonymous, SignalTestData.Concern(theme: Theme.Money));
        // Nor what became a question there, of a hidden household, shielded itself, or about somebody hidden.
        await town.Signals(KnownTown.Haverveld, [6], Theme.Money, of: await town.Town.Household("vrouw aan de Haverweg", safety: SafetyMark.Shielded));
        var person = (await town.Town.People(household))["Dirk Vos"];
        foreach (var (safety, about) in ((SafetyMark, Samenkracht.Residents.Contract.PersonId?)[])[(SafetyMark.Shielded, null), (SafetyMark.None, person)])
        {
            var given = await SignalTestData.Give(database.Storage, Actor.Anonymous, SignalTestData.Concern());
            var question = await town.Town.Ask(household, "Wat is er nodig?", safety: safety, about: about, theme: Theme.Housing);
            await SignalTestData.Assess(database.Storage, town.Sanne, given.Id, Samenkracht.Signals.Decision.AsQuestion(household, question), Law.Wmo);
        }
        await town.Town.Hide(household, person);

        await using var work = await database.Read(Actor.System);
        var signals = await SignalSource.Read(work, new(2026, 1, 1), new(2026, 11, 24), Cancel);

        Assert.Equal(2, signals.Placed.Count);
        // The one that was not looked at yet; what lies in the safety compartment is not even counted.
        Assert.Equal(1, signals.Others);
        await using var others = await database.Read(town.Sanne);
        await Assert.ThrowsAsync<InvalidOperationException>(() => SignalSource.Read(others, default, new(2026, 11, 24), Cancel));
    }

    private static Samenkracht.Geography.Contract.AreaCode[] Apart { get; } =
        [.. CityPlan.Wijken.Take(6).Select(wijk => wijk.Buurten[^1].Code)];

    private static async Task<ScanRunId> Scan(TestDatabase database, KnownTown town)
    {
        var run = await town.Queue(kind: ScanKind.Signals, replicates: 1999);
        await database.Services.GetRequiredService<ScanRunner>().RunQueued(Cancel);
        return run;
    }
}
