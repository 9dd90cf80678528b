using System.Net;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>Which findings leave the team beside each other, and after each other.</summary>
public class TellingTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_two_that_differ_by_few_households_the_strongest_is_told()
    {
        var (place, wider) = (Found("1", p: 0.002), Found("1 2:3/20", p: 0.001, kind: ScanKind.Areas));

        Telling.Decide([place, wider], []);

        Assert.Equal((false, true), (place.ToldOutside, wider.ToldOutside));
    }

    [Fact]
    public void A_community_that_lives_nearly_within_a_place_is_not_told_beside_it()
    {
        var (place, club, spread) = (Found("1:20/50"), Found("1:17/40", club: true, p: 0.01), Found("1:6/20 2:5/20 3:6/20", club: true, p: 0.02));

        Telling.Decide([place, club, spread], []);

        Assert.Equal((true, false, true), (place.ToldOutside, club.ToldOutside, spread.ToldOutside));
    }

    [Fact]
    public void What_an_earlier_scan_told_counts()
    {
        var earlier = Found("1:20/50");
        var (more, muchMore) = (Found("1:23/53"), Found("1:31/80"));

        Telling.Decide([more], [earlier]);
        Telling.Decide([muchMore], [earlier]);

        Assert.Equal((false, true), (more.ToldOutside, muchMore.ToldOutside));
    }

    [Fact]
    public void Themes_and_signals_are_counted_apart()
    {
        var (debts, work, signals) = (Found("1:20/50"), Found("1:22/50", Theme.Work), Found("1:22/50", kind: ScanKind.Signals));

        Telling.Decide([debts, work, signals], []);

        Assert.True(debts.ToldOutside && work.ToldOutside && signals.ToldOutside);
    }

    [Fact]
    public async Task Outside_the_team_what_was_told_stays_when_the_newer_would_tell_of_three()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var first = await town.Found(cases: 20, households: 50);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await town.Found(cases: 23, households: 53, repeats: first);

        var outside = await app.SignedIn(town.Town[Role.CouncilMember]);
        Assert.Contains("ongeveer 20 van ongeveer 50 huishoudens", (await outside.Get("/kwesties")).Main, StringComparison.Ordinal);
        (await outside.Get($"/kwesties/bevinding/{first}")).ShouldBeOk();
        (await outside.Get($"/kwesties/bevinding/{second}")).ShouldBe(HttpStatusCode.NotFound);
        var team = (await (await app.SignedIn(town.Sanne)).Get("/kwesties")).Main;
        Assert.Contains("23 van de 53 huishoudens", team, StringComparison.Ordinal);
        Assert.DoesNotContain("20 van de 50", team, StringComparison.Ordinal);
    }

    // "1:20/50 2": buurt, cases, households; 12 of 42 where none are given.
    private static Finding Found(string where, Theme theme = Theme.Money, double p = 0.0005, ScanKind kind = ScanKind.Households, bool club = false)
    {
        var until = new DateOnly(2026, 11, 24);
        var run = ScanRun.Queue(new(Actor.System, Today, InsightEvents.ScanQueued, null, null), ScanSettings.Standard(kind, until, 1));
        var counts = where.Split(' ').Select(Count).ToList();
        var pattern = new Pattern(counts.Sum(c => c.Cases), counts.Sum(c => c.Among), 500, 5000, 8, p, p, counts, new(until.AddDays(-10), null, until));
        return club ? Finding.AroundCommunity(run, Today, theme, new(Guid.NewGuid()), pattern, new(4, 0.01)) : Finding.InBuurten(run, Today, theme, pattern);
    }

    private static BuurtCount Count(string words)
    {
        var numbers = words.Split(':', '/');
        return new(AreaCode.Parse($"BU9999000{numbers[0]}"), numbers.Length > 1 ? Number(numbers[1]) : 12, numbers.Length > 1 ? Number(numbers[2]) : 42);
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
