using System.Text;
using System.Text.RegularExpressions;

namespace Samenkracht.App.Scanning;

/// <summary>A CSV file of the scan: UTF-8, commas, column names on the first line, one row per line. A row that is no row is complained of and left out.</summary>
internal sealed partial class TextTable
{
    private const int MostBytes = 64 << 20;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string[] columns;

    private TextTable(string name, string[] columns) => (Name, this.columns) = (name, columns);

    public string Name { get; }
    public List<Row> Rows { get; } = [];

    public bool Has(string column) => columns.Contains(column);

    /// <exception cref="RefusedException">The file cannot be read as a table at all.</exception>
    public static TextTable Read(string path, string[] required, string[] optional, int mostRows, Complaints complaints)
    {
        var lines = Text(path).Split('\n');
        var table = new TextTable(path, Header(path, lines[0].TrimEnd('\r'), required, optional));
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (table.Rows.Count == mostRows) throw new RefusedException($"{path}, regel {i + 1}: meer dan {mostRows} rijen kan niet.");
            table.Take(line, i + 1, complaints);
        }
        return table;
    }

    private void Take(string line, int number, Complaints complaints)
    {
        var fields = Split(line);
        if (fields is null) complaints.Add(Name, number, "een aanhalingsteken klopt niet");
        else if (fields.Any(field => field.Any(char.IsControl))) complaints.Add(Name, number, "er staat een onzichtbaar teken in");
        else if (fields.Length != columns.Length) complaints.Add(Name, number, $"heeft {fields.Length} velden in plaats van {columns.Length}");
        else Rows.Add(new(number, columns, fields));
    }

    private static string[] Header(string path, string line, string[] required, string[] optional)
    {
        var columns = Split(line)?.Select(column => column.ToLowerInvariant()).ToArray() ?? [];
        string[] mistakes =
        [
            .. required.Except(columns).Select(column => $"de kolom '{column}' ontbreekt"),
            .. columns.Except([.. required, .. optional]).Select(column => $"de kolom '{Short(column)}' kennen wij niet"),
            .. columns.CountBy(column => column).Where(column => column.Value > 1).Select(column => $"de kolom '{Short(column.Key)}' staat er {column.Value} keer"),
        ];
        return mistakes.Length == 0 ? columns
            : throw new RefusedException($"{path}, regel 1: {string.Join("; ", mistakes)}. Verwacht, met komma's ertussen: {string.Join(',', [.. required, .. optional])}.");
    }

    /// <summary>The fields of a line; null when its quotes are no quotes.</summary>
    private static string[]? Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',', StringSplitOptions.TrimEntries);
        var fields = new List<string>();
        foreach (Match field in Field().Matches(line))
        {
            fields.Add((field.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups["plain"].Value).Trim());
            if (field.Groups["end"].Length == 0) return [.. fields];
        }
        return null;
    }

    private static string Text(string path)
    {
        try
        {
            if (!File.Exists(path)) throw new RefusedException($"{path}: dit bestand is er niet.");
            if (new FileInfo(path).Length > MostBytes) throw new RefusedException($"{path}: groter dan {MostBytes >> 20} MB kan niet.");
            return StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException($"{path}: dit is geen tekst in UTF-8.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path}: dit bestand kan niet gelezen worden.");
        }
    }

    /// <summary>A word from a file, to repeat in a message.</summary>
    public static string Short(string text) => new([.. (text.Length > 40 ? $"{text[..40]}…" : text).Where(sign => !char.IsControl(sign))]);

    [GeneratedRegex("""\G(?:\s*"(?<quoted>(?:[^"]|"")*)"\s*|(?<plain>[^",]*))(?<end>,|\z)""")]
    private static partial Regex Field();

    /// <summary>One row, with the number of its line.</summary>
    public readonly record struct Row(int Line, string[] Columns, string[] Fields)
    {
        /// <summary>Empty where there is no such column.</summary>
        public string this[string column] => Array.IndexOf(Columns, column) is var place and >= 0 ? Fields[place] : "";
    }
}
