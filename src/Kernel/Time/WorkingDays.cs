namespace Samenkracht.Kernel.Time;

/// <summary>Werkdagen: Monday to Friday without the Dutch public holidays and a municipality's own closing days.</summary>
/// <remarks>Algemene termijnenwet art. 3 lists the holidays; Good Friday counts there too. A term never ends on one of these days.</remarks>
public sealed class WorkingDays(IReadOnlySet<DateOnly> closingDays)
{
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day) && !closingDays.Contains(day);

    /// <summary>The day <paramref name="count"/> working days after <paramref name="from"/>; with 0 the first working day on or after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public DateOnly Add(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        while (count == 0 && !IsWorkingDay(day)) day = day.AddDays(1);
        for (; count > 0; count--)
        {
            do day = day.AddDays(1);
            while (!IsWorkingDay(day));
        }
        return day;
    }

    private static bool IsHoliday(DateOnly day)
    {
        var fromEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26) or (5, 5)
            || fromEaster is -2 or 0 or 1 or 39 or 49 or 50
            || day == KingsDay(day.Year);
    }

    // On a Sunday the King's birthday is kept on the Saturday before.
    private static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    // Gregorian Easter after Meeus, Jones and Butcher.
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
