using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Geography.Look;

/// <summary>Gebiedsprofiel: one wijk or buurt with its place, its figures beside the municipality's, and what other modules know of it.</summary>
[Allow(Permission.SeeAreas)]
internal sealed class ProfileModel(Storage storage, IEnumerable<IAreaPanel> slots) : SkPage
{
    static readonly string[] OnTop = [KeyFigure.Inhabitants, "HuishoudensTotaal", KeyFigure.Dwellings];

    public AreaCard Area { get; private set; } = null!;
    public AreaCard? Wijk { get; private set; }
    public string Municipality { get; private set; } = "";
    public AreaMap? Map { get; private set; }
    public MapOverlay? Here { get; private set; }
    public IReadOnlyList<BuurtRow> Buurten { get; private set; } = [];
    public IReadOnlyList<Comparison> Figures { get; private set; } = [];
    public IReadOnlyList<AreaPanel> Panels { get; private set; } = [];

    public bool IsWijk => Area.Kind == AreaKind.Wijk;
    public string KindWord => IsWijk ? "wijk" : "buurt";
    public string KindWords => IsWijk ? "wijken" : "buurten";

    /// <summary>The few counts that say how large it is.</summary>
    public IEnumerable<Comparison> Size => OnTop.Select(key => Figures.FirstOrDefault(f => f.Figure.Key == key)).OfType<Comparison>();

    public async Task<IActionResult> OnGet(string code)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!AreaCode.TryParse(code, out var asked))
            return NotFound();
        if (asked.Kind == AreaKind.Municipality)
            return Redirect($"/wijken?gemeente={asked}");
        if (await work.Area(asked, Cancel) is not { } area)
            return NotFound();
        Area = area;
        Wijk = IsWijk ? area : await work.Area(asked.Parent!.Value, Cancel);
        Municipality = (await work.Area(area.Municipality, Cancel))?.Name ?? $"gemeente {area.Municipality}";
        Figures = await Comparison.Of(work, area, Cancel);
        await Draw(work);
        Panels = await ReadPanels(work);
        return Page();
    }

    async Task Draw(Work work)
    {
        Map = await work.Map(Area.Kind, Area.Municipality, cancel: Cancel);
        Here = MapOverlay.Outline(Area.Code);
        if (!IsWijk)
            return;
        var buurten = await work.CurrentAreas.Where(a => a.Parent == Area.Code).Select(a => new { a.Code, a.Name }).ToListAsync(Cancel);
        var codes = buurten.Select(b => b.Code).ToList();
        var inhabitants = (await work.Query<AreaFigure>().Where(f => codes.Contains(f.Code) && f.Key == KeyFigure.Inhabitants && f.Value != null).ToListAsync(Cancel))
            .GroupBy(f => f.Code).ToDictionary(g => g.Key, g => g.MaxBy(f => f.Year)!.Value);
        Buurten = [.. buurten.Select(b => new BuurtRow(b.Code, b.Name, inhabitants.GetValueOrDefault(b.Code)))
            .OrderBy(b => b.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    async Task<IReadOnlyList<AreaPanel>> ReadPanels(Work work)
    {
        var panels = new List<AreaPanel>();
        foreach (var slot in slots.OrderBy(s => s.Order))
            if (await slot.For(work, Area, Cancel) is { } panel)
                panels.Add(panel);
        return panels;
    }
}

/// <summary>A buurt on its wijk's page.</summary>
sealed record BuurtRow(AreaCode Code, string Name, double? Inhabitants);
