using NetTopologySuite.Geometries;

namespace Samenkracht.Geography.Import;

/// <summary>One row of a file as it was read, before anything is understood of it.</summary>
/// <param name="Number">The line in a CSV file, the place in the list of features (from 1) in GeoJSON.</param>
/// <param name="Cells">Text by column; null where nothing was filled in.</param>
/// <param name="Shape">The drawing, if the file has one for this row.</param>
/// <param name="Problem">Dutch: why this row cannot be used.</param>
sealed record SourceRow(int Number, IReadOnlyDictionary<string, string?> Cells, Geometry? Shape = null, string? Problem = null);

/// <summary>A file that was read whole: its columns in order of appearance and its rows.</summary>
/// <param name="RowWord">What a row is called in a message: "regel" or "feature".</param>
sealed record SourceFile(string Name, string RowWord, IReadOnlyList<string> Columns, IReadOnlyList<SourceRow> Rows, bool IsDrawn)
{
    public string Place(SourceRow row) => $"{Name}, {RowWord} {row.Number}";
}

/// <summary>A file that cannot be used at all. The message is Dutch, names the file and the place, and is meant for who imports.</summary>
sealed class BrokenFileException(string message) : Exception(message);
