using System.Text;
using CsvHelper;
using Samenkracht.Kernel;

namespace Samenkracht.Geography.Import;

/// <summary>Reads a CSV file with a header: comma or semicolon, quoted or not, UTF-8 (with or without mark) or the older Western set.</summary>
static class CsvFile
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SourceFile Read(string name, ReadOnlySpan<byte> bytes, ImportLimits limits)
    {
        var text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new BrokenFileException($"{name}: dit is geen tekstbestand.");
        text = PlainText.Of(text);
        using var csv = CsvReader.FromText(text, Options(text));
        try
        {
            var columns = Header(name, csv, limits);
            return new SourceFile(name, "regel", columns, Rows(name, csv, columns, limits), IsDrawn: false);
        }
        catch (CsvFormatException e)
        {
            throw new BrokenFileException($"{name}, regel {e.LineNumber}: hier is het geen geldige CSV meer. Klopt een aanhalingsteken niet?");
        }
    }

    static string[] Header(string name, CsvReader csv, ImportLimits limits)
    {
        csv.ReadHeader();
        var columns = csv.Headers.ToArray().Select(column => column.Trim()).ToArray();
        if (columns.Length < 2)
            throw new BrokenFileException($"{name}: geen regel met kolomnamen gevonden (gescheiden door komma of puntkomma).");
        if (columns.Length > limits.Columns)
            throw new BrokenFileException($"{name}: meer dan {limits.Columns} kolommen, het meeste dat wij inlezen.");
        var twice = columns.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1);
        return twice is null
            ? columns
            : throw new BrokenFileException($"{name}: de kolom '{twice.Key}' staat er twee keer in.");
    }

    static List<SourceRow> Rows(string name, CsvReader csv, string[] columns, ImportLimits limits)
    {
        var rows = new List<SourceRow>();
        while (csv.Read())
        {
            if (rows.Count == limits.Rows)
                throw new BrokenFileException($"{name}: meer dan {limits.Rows} regels, het meeste dat wij inlezen.");
            rows.Add(Row(csv, columns));
        }

        return rows;
    }

    static SourceRow Row(CsvReader csv, string[] columns)
    {
        var cells = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Math.Min(columns.Length, csv.FieldCount); i++)
            cells[columns[i]] = csv.GetString(i).Trim() is { Length: > 0 } text ? text : null;
        var problem = csv.FieldCount == columns.Length ? null : $"heeft {csv.FieldCount} velden in plaats van {columns.Length}";
        return new SourceRow((int)csv.LineNumber, cells, Problem: problem);
    }

    // The names of columns hold no marks of their own, so the commoner of the two on the first line is the separator.
    static CsvReaderOptions Options(string text)
    {
        var header = text.AsSpan()[..(text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length)];
        return CsvReaderOptions.Default with
        {
            Separator = header.Count(';') > header.Count(',') ? ';' : ',',
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
            PoolStrings = true,
        };
    }

    static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
