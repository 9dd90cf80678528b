using Samenkracht.Geography.Import;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography.Contract;

/// <summary>What to import: a GeoJSON file with boundaries, perhaps a CSV file with key figures, the year both are of.</summary>
/// <param name="Municipality">Only this municipality ("GM0402"); null for all areas in the files.</param>
public sealed record AreaImportRequest(string Boundaries, string? Figures, int Year, string? Municipality);

/// <summary>Gebieden inlezen: the import behind `./samenkracht import areas`.</summary>
public static class AreaImport
{
    /// <summary>Reads and checks both files first, then writes in one transaction. The database must be migrated.</summary>
    /// <returns>A report that failed (<see cref="AreaImportReport.Succeeded"/>) wrote nothing.</returns>
    public static async Task<AreaImportReport> Run(Storage storage, Actor actor, AreaImportRequest request, CancellationToken cancel = default)
    {
        try
        {
            var plan = Read(request, ImportLimits.Standard);
            await using var work = await storage.Begin(actor, cancel);
            var counts = await AreaWriter.Write(work, plan, cancel);
            if (counts.AnyWritten)
                await work.Commit(cancel);
            return new AreaImportReport(plan, counts);
        }
        catch (BrokenFileException broken)
        {
            return new AreaImportReport(broken.Message);
        }
    }

    static ImportPlan Read(AreaImportRequest request, ImportLimits limits)
    {
        if (request.Year is < AreaRow.FirstYear or > AreaRow.LastYear)
            throw new BrokenFileException($"--year {request.Year}: geef het jaar van de grenzen en cijfers, tussen {AreaRow.FirstYear} en {AreaRow.LastYear}.");
        var boundaries = GeoJsonFile.Read(Path.GetFileName(request.Boundaries), FileBytes.Read(request.Boundaries, limits), limits);
        var figures = request.Figures is { } path ? CsvFile.Read(Path.GetFileName(path), FileBytes.Read(path, limits), limits) : null;
        return ImportPlan.Of(boundaries, figures, request.Year, Municipality(request), limits);
    }

    static AreaCode? Municipality(AreaImportRequest request)
    {
        if (request.Municipality is not { } text)
            return null;
        return AreaCode.TryParse(text, out var code) && code.Kind == AreaKind.Municipality
            ? code
            : throw new BrokenFileException($"--municipality {text}: geef een gemeentecode, zoals GM0402.");
    }
}
