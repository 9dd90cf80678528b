using Microsoft.Extensions.Configuration;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Insight.Scanning;

/// <summary>
/// Scanrooster: signals every night, households and buurten once a month. A municipality sets its own under <c>Scan:Rooster</c>, e.g.
/// <c>Scan__Rooster__Tijd=02:30</c>, <c>Scan__Rooster__Maanddag=15</c> or <c>Scan__Rooster__Uit=true</c>.
/// </summary>
/// <param name="At">The Dutch time of day.</param>
/// <param name="DayOfMonth">In a shorter month its last day.</param>
internal sealed record ScanSchedule(TimeOnly At, int DayOfMonth, bool IsOff = false)
{
    public static ScanSchedule Standard { get; } = new(new TimeOnly(3, 0), 1);

    /// <exception cref="InvalidOperationException">A setting has not the form of one.</exception>
    public static ScanSchedule From(IConfiguration? configuration)
    {
        if (configuration?.GetSection("Scan:Rooster") is not { } section) return Standard;
        var day = section.GetValue("Maanddag", Standard.DayOfMonth);
        if (day is < 1 or > 31) throw new InvalidOperationException($"Scan:Rooster:Maanddag is {day}; geef een dag van 1 tot en met 31.");
        return new(section.GetValue("Tijd", Standard.At), day, section.GetValue("Uit", false));
    }

    /// <summary>For each kind of scan the last day that it was to be done for by now. Days before it are not made up for: the newest tells all that they would.</summary>
    public IReadOnlyList<(ScanKind Kind, DateOnly Day)> Due(DateTimeOffset now)
    {
        if (IsOff) return [];
        var local = Amsterdam.Local(now);
        var night = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) < At) night = night.AddDays(-1);
        var month = DayIn(night);
        if (month > night) month = DayIn(new DateOnly(night.Year, night.Month, 1).AddDays(-1));
        return [(ScanKind.Signals, night), (ScanKind.Households, month), (ScanKind.Areas, month)];
    }

    private DateOnly DayIn(DateOnly month) => new(month.Year, month.Month, Math.Min(DayOfMonth, DateTime.DaysInMonth(month.Year, month.Month)));
}
