using System.Text.RegularExpressions;

namespace Samenkracht.Geography.Import;

/// <summary>Which columns of a file are key figures, under which key, and how their numbers are written.</summary>
sealed partial class FigureColumns
{
    // Numbers that count or measure nothing: row numbers, years, postal codes and codes for the quality of the data itself.
    static readonly HashSet<string> NoFigures = new(StringComparer.OrdinalIgnoreCase)
    {
        "jaar", "year", "id", "fid", "gid", "ogc_fid", "objectid", "position", "shape_length", "shape_area", "geom_length", "geom_area",
        "postcode", "MeestVoorkomendePostcode", "Dekkingspercentage", "IndelingswijzigingGemeenteWijkBuurt", "IndelingswijzigingWijkenEnBuurten",
    };

    // CBS shape files write these where nothing is known or shown.
    const double SecretBelow = -99_990;

    readonly NumberMarks marks;

    FigureColumns(NumberMarks marks, IReadOnlyList<(string Column, string Key)> columns) => (this.marks, Columns) = (marks, columns);

    public IReadOnlyList<(string Column, string Key)> Columns { get; }

    public static FigureColumns Of(SourceFile file, ImportLimits limits)
    {
        var cells = file.Rows.SelectMany(row => row.Cells.Values).OfType<string>();
        var marks = (file.IsDrawn ? NumberMarks.Point : NumberMarks.Detect(cells))
            ?? throw new BrokenFileException($"{file.Name}: sommige getallen hebben een decimale komma en andere een decimale punt. Kies er één.");
        var numeric = file.Columns.Where(column => !NoFigures.Contains(Title(column)) && IsNumeric(file, column, marks)).ToList();
        var keys = numeric.ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        // Two CBS columns can share a title (gas and electricity of a terraced house): then the suffix is all that tells them apart.
        var columns = numeric.Select(column => (column, keys[KeyOf(column)].Count() == 1 ? KeyOf(column) : column)).ToList();
        if (columns.FirstOrDefault(c => c.Item2.Length > limits.FigureKeyLength) is { column: { } tooLong })
            throw new BrokenFileException($"{file.Name}: de kolomnaam '{tooLong[..40]}…' is langer dan {limits.FigureKeyLength} tekens.");
        return new FigureColumns(marks, columns);
    }

    /// <summary>The figures of a row; null is unknown. A cell that is no number is left out and told.</summary>
    public IEnumerable<(string Key, double? Value)> Read(SourceRow row, Action<string> leaveOut)
    {
        foreach (var (column, key) in Columns)
        {
            if (!row.Cells.TryGetValue(column, out var cell))
                continue;
            if (IsUnknown(cell))
                yield return (key, null);
            else if (marks.TryRead(cell!, out var number))
                yield return (key, number <= SecretBelow ? null : number);
            else
                leaveOut($"'{Short(cell!)}' in kolom {column} is geen getal; dit cijfer is weggelaten");
        }
    }

    static bool IsUnknown(string? cell) => string.IsNullOrWhiteSpace(cell) || cell.Trim() is "." or "-" or "NA" or "x";

    // Mostly numbers: one typing error in a column of numbers is an error, a column of names with one "12" in it stays names.
    static bool IsNumeric(SourceFile file, string column, NumberMarks marks)
    {
        var (numbers, words) = (0, 0);
        foreach (var row in file.Rows)
        {
            if (!row.Cells.TryGetValue(column, out var cell) || IsUnknown(cell))
                continue;
            if (marks.TryRead(cell!, out _))
                numbers++;
            else
                words++;
        }

        return numbers > words;
    }

    static string KeyOf(string column) => KeyFigures.Find(column)?.Key ?? KeyFigures.Find(Title(column))?.Key ?? Title(column);

    /// <summary>A CBS key without its numbered suffix (`AantalInwoners_5`); other names (`pop_0_14`) stay whole.</summary>
    static string Title(string column) => CbsKey().Match(column) is { Success: true } match ? match.Groups["title"].Value : column;

    static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";

    [GeneratedRegex(@"^(?<title>(k_)?[A-Z0-9][A-Za-z0-9]*)_\d{1,3}$")]
    private static partial Regex CbsKey();
}
