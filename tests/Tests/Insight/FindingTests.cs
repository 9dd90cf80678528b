using Samenkracht.Geography.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;

namespace Samenkracht.Tests.Insight;

public class FindingTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1 2 3", "1 2 3", true)]
    [InlineData("1 2 3 4 5", "2 3", true)]
    [InlineData("2 3", "1 2 3 4 5", true)]
    [InlineData("1 2 3 4", "3 4 5 6", true)]
    [InlineData("1 2 3", "3 4 5", false)]
    [InlineData("1 2", "3 4", false)]
    public void Buurten_that_lie_for_half_within_an_earlier_finding_are_no_news(string earlier, string now, bool repeats) =>
        Assert.Equal(repeats, In(now, Theme.Housing).Repeats(In(earlier, Theme.Housing)));

    [Fact]
    public void Another_theme_in_the_same_buurten_is_news() => Assert.False(In("1 2", Theme.Money).Repeats(In("1 2", Theme.Housing)));

    [Fact]
    public void The_same_buurten_in_another_kind_of_scan_are_compared_with_something_else() =>
        Assert.False(In("1 2", Theme.Housing, kind: ScanKind.Areas).Repeats(In("1 2", Theme.Housing)));

    [Fact]
    public void Signals_that_pile_up_again_after_a_quiet_time_are_news()
    {
        var first = In("1 2", Theme.Housing, kind: ScanKind.Signals);

        Assert.True(In("1 2", Theme.Housing, kind: ScanKind.Signals, day: 8).Repeats(first));
        Assert.False(In("1 2", Theme.Housing, kind: ScanKind.Signals, day: 40).Repeats(first));
    }

    [Theory]
    [InlineData(12, 14, false)]
    [InlineData(12, 15, true)]
    [InlineData(11, 13, false)]
    [InlineData(11, 14, true)]
    [InlineData(12, 3, false)]
    public void What_was_rejected_comes_back_when_it_has_grown_by_a_quarter(int rejected, int now, bool returns)
    {
        var first = In("1 2", Theme.Housing, rejected);
        var again = In("1 2", Theme.Housing, now);
        again.Repeat(first, new(first, Say(first, confirmed: false)));

        Assert.Equal(returns ? (again.Id, first.Id) : (first.Id, null), (again.Origin, again.Returns));
    }

    [Fact]
    public void What_was_recognised_stays_so_however_much_it_grows()
    {
        var first = In("1 2", Theme.Housing, 12);
        var again = In("1 2", Theme.Housing, 60);
        again.Repeat(first, new(first, Say(first, confirmed: true)));

        Assert.Equal((first.Id, null), (again.Origin, again.Returns));
    }

    [Fact]
    public void What_came_back_is_the_same_matter_as_long_as_it_stays_grown()
    {
        var first = In("1 2", Theme.Housing, 12);
        var rejected = new JudgedFinding(first, Say(first, confirmed: false));
        var (grown, still, shrunk) = (In("1 2", Theme.Housing, 15), In("1 2", Theme.Housing, 16), In("1 2", Theme.Housing, 13));
        grown.Repeat(first, rejected);
        still.Repeat(grown, rejected);
        shrunk.Repeat(still, rejected);

        Assert.Equal((grown.Id, first.Id), (still.Origin, still.Returns));
        Assert.Equal((first.Id, null), (shrunk.Origin, shrunk.Returns));
    }

    [Fact]
    public void An_alert_of_the_night_says_how_often_chance_gives_one() =>
        Assert.Equal((2000, null), (In("1 2", Theme.Housing, kind: ScanKind.Signals).RecurrenceDays, In("1 2", Theme.Housing).RecurrenceDays));

    private static Verdict Say(Finding finding, bool confirmed) =>
        Verdict.Give(new(new(Role.TeamMember, new(Guid.NewGuid()), null, null, "Sanne"), Today, InsightEvents.FindingJudged, null, null), finding.Id, confirmed, "Daarom.");

    private static Finding In(string buurten, Theme theme, int cases = 12, ScanKind kind = ScanKind.Households, int day = 0)
    {
        var until = new DateOnly(2026, 11, 24).AddDays(day);
        var run = ScanRun.Queue(new(Actor.System, Today, InsightEvents.ScanQueued, null, null), ScanSettings.Standard(kind, until, 1));
        var counts = buurten.Split(' ').Select(number => new BuurtCount(AreaCode.Parse($"BU9999000{number}"), 5, 9)).ToList();
        return Finding.InBuurten(run, Today, theme, new(cases, 9 * counts.Count, 100, 900, 8, 0.0005, 0.01, counts, new(until.AddDays(-10), null, until)));
    }
}
