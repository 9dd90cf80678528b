using System.Text;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.List;

/// <summary>Export van de lijst, as a spreadsheet opens it in the Netherlands: semicolons and a byte order mark.</summary>
internal static class HouseholdCsv
{
    public static byte[] Write(IEnumerable<HouseholdCard> households, IReadOnlyDictionary<AccountId, AccountCard> names)
    {
        var text = new StringBuilder("huishouden;straat;huisnummer;postcode;plaats;vaste contactpersoon;in begeleiding sinds\r\n");
        foreach (var h in households)
            text.AppendJoin(';', new[]
            {
                h.Name, h.Street, h.HouseNumber, h.Postcode, h.Place,
                h.Coordinator is { } who && names.TryGetValue(who, out var name) ? name.Name : null,
                h.SupportedSince is { } since ? Amsterdam.Date(since).ToString("yyyy-MM-dd") : null,
            }.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A cell that begins like a formula would run in a spreadsheet.
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(";\"\r\n") ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
