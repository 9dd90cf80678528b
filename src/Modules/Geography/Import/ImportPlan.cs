using NetTopologySuite.Geometries;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography.Import;

/// <summary>An area as a file gives it.</summary>
/// <param name="Derived">Known only by the name another row gives its municipality: never replaces one that was drawn.</param>
sealed record AreaDraft(AreaCode Code, int Year, string Name, Geometry? Shape, bool Derived = false);

/// <summary>One figure as a file gives it; null is unknown.</summary>
sealed record FigureDraft(AreaCode Code, int Year, string Key, double? Value);

/// <summary>A row, or a cell of one, that is not taken over: where it stands and why.</summary>
sealed record LeftOut(string Place, string Reason);

/// <summary>Everything an import will write, read and checked before anything is written.</summary>
sealed class ImportPlan
{
    readonly Dictionary<(AreaCode, int), AreaDraft> areas = [];
    readonly Dictionary<(AreaCode, int, string), FigureDraft> figures = [];
    readonly List<LeftOut> leftOut = [];
    readonly List<AreaDraft> undrawn = [];
    readonly AreaCode? municipality;
    readonly int year;
    readonly ImportLimits limits;

    ImportPlan(int year, AreaCode? municipality, ImportLimits limits) => (this.year, this.municipality, this.limits) = (year, municipality, limits);

    public IReadOnlyCollection<AreaDraft> Areas => areas.Values;
    public IReadOnlyCollection<FigureDraft> Figures => figures.Values;
    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    /// <summary>Areas whose geometry is null in the file: kept, but without drawing.</summary>
    public IReadOnlyList<AreaDraft> Undrawn => undrawn;

    /// <summary>Rows of municipalities that were not asked for.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>Makes the plan, or throws <see cref="BrokenFileException"/> when nothing may be written.</summary>
    public static ImportPlan Of(SourceFile boundaries, SourceFile? numbers, int year, AreaCode? municipality, ImportLimits limits)
    {
        var plan = new ImportPlan(year, municipality, limits);
        plan.Add(boundaries);
        if (plan.areas.Count == 0)
            throw new BrokenFileException(plan.NothingFound(boundaries));
        if (numbers is not null)
            plan.Add(numbers);
        return plan;
    }

    void Add(SourceFile file)
    {
        var columns = FigureColumns.Of(file, limits);
        var seen = new Dictionary<(AreaCode, int), int>();
        foreach (var row in file.Rows)
        {
            if (AreaRow.Read(row, year, limits, out var problem) is not { } area)
                LeaveOut(problem!);
            else if (municipality is { } only && area.Code.Municipality != only)
                Elsewhere++;
            else if (!seen.TryAdd((area.Code, area.Year), row.Number))
                LeaveOut($"{area.Code} staat er al eerder in ({file.RowWord} {seen[(area.Code, area.Year)]})");
            else
                Add(area, row, file.IsDrawn, columns.Read(row, LeaveOut));

            void LeaveOut(string reason) => leftOut.Add(new LeftOut(file.Place(row), reason));
        }
    }

    void Add(AreaRow area, SourceRow row, bool drawn, IEnumerable<(string Key, double? Value)> values)
    {
        if (drawn)
            Draw(new AreaDraft(area.Code, area.Year, area.Name ?? area.Code.Value, row.Shape));
        if (area.MunicipalityName is { } name)
            areas.TryAdd((area.Code.Municipality, area.Year), new AreaDraft(area.Code.Municipality, area.Year, name, null, Derived: true));
        // The figures file comes second and was asked for by name, so it wins from the properties of the boundaries.
        foreach (var (key, value) in values)
            figures[(area.Code, area.Year, key)] = new FigureDraft(area.Code, area.Year, key, value);
    }

    void Draw(AreaDraft area)
    {
        areas[(area.Code, area.Year)] = area;
        if (area.Shape is null)
            undrawn.Add(area);
    }

    string NothingFound(SourceFile file)
    {
        var reason = leftOut.Count > 0 ? $" De eerste reden: {leftOut[0].Place}: {leftOut[0].Reason}." : "";
        return municipality is { } only && Elsewhere > 0
            ? $"{file.Name}: geen gebied van {only} gevonden; wel {Elsewhere} van andere gemeenten.{reason}"
            : $"{file.Name}: geen gebied gevonden om op te nemen.{reason}";
    }
}
