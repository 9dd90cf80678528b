using System.Text.RegularExpressions;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;

namespace Samenkracht.Residents.Contract;

/// <summary>Adres: where a household lives. Everything may be unknown: some people have no fixed address.</summary>
/// <param name="Buurt">Null when unknown.</param>
public sealed partial record Address(string? Street, string? HouseNumber, string? Postcode, string? Place, AreaCode? Buurt)
{
    /// <summary>No fixed address, or one not known yet.</summary>
    public static Address Unknown { get; } = new(null, null, null, null, null);

    /// <summary>The same address in one spelling: "1234 AB", "12a", no stray spaces.</summary>
    public Address Normal() => new(Trimmed(Street), Compact(HouseNumber)?.ToLowerInvariant(), PostcodeOf(Postcode), Trimmed(Place), Buurt);

    /// <summary>As on an envelope: "Molenpad 3, 1234 AB Waterveen".</summary>
    public override string ToString()
    {
        var street = $"{Street} {HouseNumber}".Trim();
        var place = $"{Postcode} {Place}".Trim();
        return (street, place) switch
        {
            ("", "") => "geen vast adres",
            ("", _) => place,
            (_, "") => street,
            _ => $"{street}, {place}",
        };
    }

    /// <summary>"molenpad 3"; null when street or number is unknown.</summary>
    internal string? StreetKey => Street is null || HouseNumber is null ? null : Key($"{Street} {HouseNumber}");

    /// <summary>"1234ab 3"; null when postcode or number is unknown.</summary>
    internal string? PostcodeKey => Postcode is null || HouseNumber is null ? null : Key($"{Postcode} {HouseNumber}");

    /// <summary>What someone typed, in the form of the keys.</summary>
    internal static string Key(string text) => SplitPostcode().Replace(SearchText.Of(text), "$1$2");

    [GeneratedRegex("^([0-9]{4}) ([a-z]{2})(?= )")]
    private static partial Regex SplitPostcode();

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Compact(string? text) => Trimmed(text)?.Replace(" ", "");

    private static string? PostcodeOf(string? text) =>
        Compact(text)?.ToUpperInvariant() is not { } code ? null : code.Length == 6 ? $"{code[..4]} {code[4..]}" : code;
}
