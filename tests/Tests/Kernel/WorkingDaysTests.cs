using Samenkracht.Kernel.Time;

namespace Samenkracht.Tests.KernelTests;

public class WorkingDaysTests
{
    private static readonly WorkingDays Days = new(new HashSet<DateOnly> { new(2026, 5, 15) });

    [Theory]
    [InlineData("2026-01-01")] // New Year
    [InlineData("2026-04-03")] // Good Friday
    [InlineData("2026-04-06")] // Easter Monday
    [InlineData("2026-04-27")] // King's Day
    [InlineData("2026-05-05")] // Liberation Day
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-05-15")] // a closing day of the municipality's own
    [InlineData("2026-05-25")] // Whit Monday
    [InlineData("2026-12-25")]
    [InlineData("2026-12-26")]
    [InlineData("2026-11-28")] // a Saturday
    [InlineData("2024-03-29")] // Good Friday, an early Easter
    [InlineData("2038-04-26")] // Easter Monday on its latest day
    public void These_are_no_working_days(string day) => Assert.False(Days.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-04-02")]
    [InlineData("2026-05-04")]
    [InlineData("2025-04-28")] // King's Day 2025 is kept on Saturday 26 April: the Monday counts
    [InlineData("2025-04-25")]
    [InlineData("2026-12-24")]
    public void These_are(string day) => Assert.True(Days.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData(2021, "2021-04-05")]
    [InlineData(2025, "2025-04-21")]
    [InlineData(2027, "2027-03-29")]
    [InlineData(2030, "2030-04-22")]
    public void Easter_falls_where_the_calendar_has_it(int year, string easterMonday)
    {
        var monday = DateOnly.Parse(easterMonday);
        Assert.Equal(year, monday.Year);
        Assert.False(Days.IsWorkingDay(monday));
        Assert.True(Days.IsWorkingDay(monday.AddDays(1)));
    }

    [Fact]
    public void The_Kings_birthday_on_a_Sunday_is_kept_on_the_Saturday_before()
    {
        Assert.Equal(new DateOnly(2031, 4, 28), Days.Add(new DateOnly(2031, 4, 25), 1));
        Assert.Equal(new DateOnly(2026, 4, 28), Days.Add(new DateOnly(2026, 4, 24), 1));
    }

    [Theory]
    [InlineData("2026-11-24", 3, "2026-11-27")]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-11-28", 0, "2026-11-30")]
    [InlineData("2026-11-24", 0, "2026-11-24")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    public void A_term_counts_working_days_only(string from, int count, string due) =>
        Assert.Equal(DateOnly.Parse(due), Days.Add(DateOnly.Parse(from), count));

    [Fact]
    public void A_term_does_not_run_backwards() => Assert.Throws<ArgumentOutOfRangeException>(() => Days.Add(new DateOnly(2026, 11, 24), -1));

    [Fact]
    public void A_Dutch_day_begins_at_Dutch_midnight_in_summer_and_in_winter()
    {
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), Amsterdam.StartOf(new DateOnly(2026, 7, 1)));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero), Amsterdam.StartOf(new DateOnly(2026, 12, 1)));
        Assert.Equal(new DateOnly(2026, 7, 1), Amsterdam.Date(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero)));
    }
}
