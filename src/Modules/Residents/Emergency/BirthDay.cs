using System.Globalization;

namespace Samenkracht.Residents.Emergency;

/// <summary>Geboortedatum, as people type one: 12-4-1988, 12 april 1988, 1988-04-12.</summary>
internal static class BirthDay
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly string[] Forms = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "d MMMM yyyy", "yyyy-M-d"];

    public static DateOnly? Read(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Forms, Dutch, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
