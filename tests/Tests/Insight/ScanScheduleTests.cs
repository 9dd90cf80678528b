using Microsoft.Extensions.Configuration;
using Samenkracht.Insight.Scanning;

namespace Samenkracht.Tests.Insight;

/// <summary>For which days a scan was to be done by now: nights for signals, months for households and buurten.</summary>
public class ScanScheduleTests
{
    [Theory]
    [InlineData("2026-11-24T03:00:00+01:00", "2026-11-24", "2026-11-01")]
    [InlineData("2026-11-24T02:59:00+01:00", "2026-11-23", "2026-11-01")]
    [InlineData("2026-12-01T02:00:00+01:00", "2026-11-30", "2026-11-01")]
    [InlineData("2026-12-01T03:30:00+01:00", "2026-12-01", "2026-12-01")]
    [InlineData("2026-01-01T01:00:00+01:00", "2025-12-31", "2025-12-01")]
    // The night in which the clock goes forward has no 2.30.
    [InlineData("2026-03-29T01:30:00Z", "2026-03-29", "2026-03-01")]
    public void Signals_are_due_every_night_and_the_others_once_a_month(string now, string night, string month) =>
        Assert.Equal([(ScanKind.Signals, Day(night)), (ScanKind.Households, Day(month)), (ScanKind.Areas, Day(month))],
            ScanSchedule.Standard.Due(DateTimeOffset.Parse(now)));

    [Fact]
    public void A_month_without_a_31st_has_a_last_day() =>
        Assert.Contains((ScanKind.Areas, Day("2026-02-28")), (ScanSchedule.Standard with { DayOfMonth = 31 }).Due(DateTimeOffset.Parse("2026-03-30T12:00:00Z")));

    [Fact]
    public void A_municipality_sets_its_own_times_or_none()
    {
        var own = ScanSchedule.From(Settings(("Scan:Rooster:Tijd", "02:30"), ("Scan:Rooster:Maanddag", "15")));

        Assert.Equal(new ScanSchedule(new(2, 30), 15), own);
        Assert.Equal(ScanSchedule.Standard, ScanSchedule.From(Settings()));
        Assert.Empty(ScanSchedule.From(Settings(("Scan:Rooster:Uit", "true"))).Due(DateTimeOffset.UnixEpoch));
        Assert.Contains("Maanddag", Assert.Throws<InvalidOperationException>(() => ScanSchedule.From(Settings(("Scan:Rooster:Maanddag", "0")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nightly_scan_draws_enough_to_say_once_a_year()
    {
        var settings = ScanSettings.Standard(ScanKind.Signals, Day("2026-11-24"), 1);

        Assert.True(settings.Replicates + 1 >= 10 * 365);
        Assert.Equal((Day("2025-11-24"), 30), (settings.Since, settings.MaxDays));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text);

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
