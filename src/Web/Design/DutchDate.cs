using System.Globalization;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Web.Design;

/// <summary>Datum: days and times as people in the Netherlands write them.</summary>
public static class DutchDate
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"di 24 nov 2026"</summary>
    public static string Full(DateOnly day) => Month(day.ToString("ddd d MMM yyyy", Dutch));

    /// <summary>"di 24 nov": where the year goes without saying.</summary>
    public static string Brief(DateOnly day) => Month(day.ToString("ddd d MMM", Dutch));

    /// <summary>"24 nov" in a chain or another short place; with the year when that is not this one.</summary>
    public static string Short(DateTimeOffset instant, DateOnly today) =>
        Amsterdam.Date(instant) is var day && day.Year == today.Year ? Brief(day)[3..] : Full(Amsterdam.Date(instant))[3..];

    /// <summary>"dinsdag 24 november 2026"</summary>
    public static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", Dutch);

    /// <summary>"14.00 uur", Europe/Amsterdam</summary>
    public static string Hour(DateTimeOffset instant) => Amsterdam.Local(instant).ToString("H.mm", Dutch) + " uur";

    /// <summary>A term in words: "3 dagen te laat", "vandaag", "morgen", "vr 27 nov"; with the year when that is another one.</summary>
    public static string Due(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        -1 => "1 dag te laat",
        < 0 and var late => $"{-late} dagen te laat",
        0 => "vandaag",
        1 => "morgen",
        _ => day.Year == today.Year ? Brief(day) : Full(day),
    };

    /// <summary>ICU writes some abbreviated months with a point and "mrt" without; people write none.</summary>
    private static string Month(string text) => text.Replace(".", "", StringComparison.Ordinal);
}
