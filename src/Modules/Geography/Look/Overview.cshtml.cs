using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Geography.Look;

/// <summary>Wijken: a municipality's map by any key figure, with the same numbers in a table.</summary>
[Allow(Permission.SeeAreas)]
internal sealed class OverviewModel(Storage storage) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "gebied")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "cijfer")]
    public string? Key { get; set; }

    [BindProperty(SupportsGet = true, Name = "jaar")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public MunicipalityList Municipalities { get; private set; } = MunicipalityList.Empty;
    public MunicipalityCard? Municipality { get; private set; }
    public FigureChoice Choice { get; private set; } = FigureChoice.Nothing;
    public AreaMap? Map { get; private set; }
    public FigureMap? Figure { get; private set; }
    public IReadOnlyList<AreaRowCard> Rows { get; private set; } = [];

    public IReadOnlyList<Option> Kinds =>
        [.. Choice.Kinds.Select(kind => new Option(KindName(kind), kind == AreaKind.Wijk ? "Wijken" : "Buurten"))];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var code = AreaCode.TryParse(Place, out var asked) ? asked.Municipality : default;
        if (Place is not null && code == default)
            return NotFound();
        Municipalities = await MunicipalityList.Of(work, Words, Number, Cancel);
        Municipality = code != default ? await MunicipalityList.Find(work, code, Cancel) : Municipalities.Only;
        if (Municipality is null)
            return code == default ? Page() : NotFound();
        await Show(work, Municipality.Code);
        return Page();
    }

    async Task Show(Work work, AreaCode municipality)
    {
        Choice = await FigureChoice.Of(work, municipality, ReadKind(Kind), Key, Year, Cancel);
        (Kind, Key, Year) = (KindName(Choice.Kind), Choice.Figure?.Key, Choice.Year);
        Map = await work.Map(Choice.Kind, municipality, Choice.Year, Cancel);
        if (Map is null)
            return;
        var areas = Map.Shapes.Select(s => (s.Code, s.Name)).Concat(Map.Undrawn.Select(a => (a.Code, a.Name))).ToList();
        var values = Choice.Figure is null ? [] : await Values(work, [.. areas.Select(a => a.Code)], Choice.Figure.Key, Choice.Year!.Value);
        if (Choice.Figure is not null)
            Figure = FigureMap.Of(Choice.Figure, areas.ToDictionary(a => a.Code, a => values.GetValueOrDefault(a.Code)));
        var parents = await work.AreaNames([.. areas.Select(a => a.Code.Parent).OfType<AreaCode>().Distinct()], Cancel);
        Rows = [.. areas
            .Select(a => new AreaRowCard(a.Code, a.Name, a.Code.Parent is { } parent ? parents.GetValueOrDefault(parent) : null, values.GetValueOrDefault(a.Code)))
            .OrderByDescending(r => r.Value ?? double.NegativeInfinity).ThenBy(r => r.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    Task<Dictionary<AreaCode, double?>> Values(Work work, List<AreaCode> codes, string key, int year) =>
        work.Query<AreaFigure>().Where(f => codes.Contains(f.Code) && f.Key == key && f.Year == year).ToDictionaryAsync(f => f.Code, f => f.Value, Cancel);

    static AreaKind? ReadKind(string? name) => name switch { "wijken" => AreaKind.Wijk, "buurten" => AreaKind.Buurt, _ => null };

    static string KindName(AreaKind kind) => kind == AreaKind.Wijk ? "wijken" : "buurten";
}

/// <summary>A row of the table beside the map.</summary>
sealed record AreaRowCard(AreaCode Code, string Name, string? Parent, double? Value);
