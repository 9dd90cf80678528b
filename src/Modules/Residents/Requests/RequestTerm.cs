using System.Globalization;

namespace Samenkracht.Residents.Requests;

/// <summary>Termijn van een verzoek, in words: "uiterlijk 22 december, nog 12 dagen".</summary>
internal static class RequestTerm
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Words(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        -1 => $"te laat: het had {Day(due, today)} klaar moeten zijn, 1 dag geleden",
        < 0 and var late => $"te laat: het had {Day(due, today)} klaar moeten zijn, {-late} dagen geleden",
        0 => $"uiterlijk {Day(due, today)}, dat is vandaag",
        1 => $"uiterlijk {Day(due, today)}, nog 1 dag",
        var left => $"uiterlijk {Day(due, today)}, nog {left} dagen",
    };

    public static string Day(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", Dutch);
}
