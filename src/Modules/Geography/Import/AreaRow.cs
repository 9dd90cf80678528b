using System.Globalization;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography.Import;

/// <summary>What a row says about which area it is: its code by form, whatever the column; its name and year by column.</summary>
/// <param name="Year">The row's own year where it has one, else the year of the import.</param>
sealed record AreaRow(AreaCode Code, int Year, string? Name, string? MunicipalityName)
{
    public const int FirstYear = 1995, LastYear = 2100;

    static readonly string[] GeneralNames = ["naam", "name", "statnaam", "gebiedsnaam"];
    static readonly string[] YearColumns = ["jaar", "year"];

    /// <summary>Null with a Dutch reason when the row does not say which area it is.</summary>
    public static AreaRow? Read(SourceRow row, int defaultYear, ImportLimits limits, out string? problem)
    {
        var (code, year) = (default(AreaCode), defaultYear);
        problem = row.Problem ?? ReadCode(row, out code) ?? ReadYear(row, ref year);
        if (problem is not null)
            return null;
        var municipality = NameIn(row, "gemeentenaam");
        var name = code.Kind switch
        {
            AreaKind.Municipality => municipality,
            AreaKind.Wijk => NameIn(row, "wijknaam"),
            _ => NameIn(row, "buurtnaam"),
        } ?? NameIn(row, GeneralNames);
        if (name?.Length > limits.NameLength || municipality?.Length > limits.NameLength)
            problem = $"de naam is langer dan {limits.NameLength} tekens";
        return problem is null ? new AreaRow(code, year, name, municipality) : null;
    }

    // A buurt's row also names its wijk and municipality, so the smallest area is the one meant; the larger ones must contain it.
    static string? ReadCode(SourceRow row, out AreaCode code)
    {
        var codes = row.Cells.Values.Select(cell => AreaCode.TryParse(cell, out var found) ? found : default).Where(c => c != default);
        var distinct = codes.Distinct().ToList();
        var smallest = code = distinct.Count == 0 ? default : distinct.MaxBy(c => c.Kind);
        if (distinct.Count == 0)
            return "geen gemeente-, wijk- of buurtcode gevonden";
        var stranger = distinct.Find(c => c != smallest && c != smallest.Parent && c != smallest.Municipality);
        return stranger == default ? null : $"de codes {smallest} en {stranger} horen niet bij elkaar";
    }

    static string? ReadYear(SourceRow row, ref int year)
    {
        if (YearColumns.Select(column => row.Cells.GetValueOrDefault(column)).FirstOrDefault(cell => cell is not null) is not { } cell)
            return null;
        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear
            ? null
            : $"'{cell}' is geen jaar";
    }

    static string? NameIn(SourceRow row, params string[] columns) =>
        row.Cells.FirstOrDefault(cell => columns.Contains(Plain(cell.Key)) && !string.IsNullOrWhiteSpace(cell.Value)).Value?.Trim();

    // Gemeentenaam_1, gemeente_naam and gemeentenaam are one column.
    static string Plain(string column) => string.Concat(column.TakeWhile(c => !char.IsDigit(c)).Where(char.IsLetter)).ToLowerInvariant();
}
