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

    private static Finding In(string buurten, Theme theme)
    {
        var run = ScanRun.Queue(new(Actor.System, Today, InsightEvents.ScanQueued, null, null), new(new(2025, 5, 1), new(2026, 11, 24), 1, 99));
        var counts = buurten.Split(' ').Select(number => new BuurtCount(AreaCode.Parse($"BU9999000{number}"), 5, 9)).ToList();
        return Finding.InBuurten(run, Today, theme, new(5 * counts.Count, 9 * counts.Count, 100, 900, 8, 0.01, 0.01, counts));
    }
}
