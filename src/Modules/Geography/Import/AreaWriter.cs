using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography.Import;

/// <summary>How many of a plan's rows were new and how many different from what stood there.</summary>
readonly record struct Written(int Read, int Added, int Changed);

/// <summary>Writes a checked plan in the caller's transaction. What is already there stays untouched, so that a repeat writes nothing.</summary>
static class AreaWriter
{
    public static async Task<AreaImportCounts> Write(Work work, ImportPlan plan, CancellationToken cancel = default)
    {
        var areas = await WriteAreas(work, plan, cancel);
        var figures = await WriteFigures(work, plan, cancel);
        var counts = new AreaImportCounts(areas[AreaKind.Municipality], areas[AreaKind.Wijk], areas[AreaKind.Buurt], figures);
        if (counts.AnyWritten)
            await work.Note(work.Because(GeographyModule.AreasImported), Guid.Empty, payload: counts, cancel: cancel);
        return counts;
    }

    static async Task<Dictionary<AreaKind, Written>> WriteAreas(Work work, ImportPlan plan, CancellationToken cancel)
    {
        var years = plan.Areas.Select(a => a.Year).Distinct().ToList();
        var known = await work.Query<Area>().AsNoTracking().Where(a => years.Contains(a.Year)).ToDictionaryAsync(a => (a.Code, a.Year), cancel);
        var counts = Enum.GetValues<AreaKind>().ToDictionary(kind => kind, _ => default(Written));
        var changed = new List<Area>();
        foreach (var draft in plan.Areas)
        {
            var area = new Area(draft.Code, draft.Year, draft.Name, draft.Shape);
            var old = known.GetValueOrDefault((draft.Code, draft.Year));
            var differs = old is null || (!draft.Derived && !old.IsSameAs(area));
            if (differs)
                changed.Add(area);
            counts[area.Kind] = counts[area.Kind].Plus(differs, isNew: old is null);
        }

        await work.Upsert(changed, cancel);
        return counts;
    }

    static async Task<Written> WriteFigures(Work work, ImportPlan plan, CancellationToken cancel)
    {
        var years = plan.Figures.Select(f => f.Year).Distinct().ToList();
        var known = await work.Query<AreaFigure>().AsNoTracking().Where(f => years.Contains(f.Year))
            .ToDictionaryAsync(f => (f.Code, f.Year, f.Key), f => f.Value, cancel);
        var count = default(Written);
        var changed = new List<AreaFigure>();
        foreach (var draft in plan.Figures)
        {
            var isNew = !known.TryGetValue((draft.Code, draft.Year, draft.Key), out var old);
            var differs = isNew || old != draft.Value;
            if (differs)
                changed.Add(new AreaFigure(draft.Code, draft.Year, draft.Key, draft.Value));
            count = count.Plus(differs, isNew);
        }

        await work.Upsert(changed, cancel);
        return count;
    }

    static Written Plus(this Written count, bool differs, bool isNew) =>
        new(count.Read + 1, count.Added + (isNew ? 1 : 0), count.Changed + (differs && !isNew ? 1 : 0));
}
