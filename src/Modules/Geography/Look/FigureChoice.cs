using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Geography.Look;

/// <summary>What can be shown of a municipality, and what is: a kind of area, a figure, a year. An impossible wish falls back to the nearest possible.</summary>
sealed class FigureChoice
{
    public static readonly FigureChoice Nothing = new();

    /// <summary>The first figure to show when nobody asks for one: says most about where people need support.</summary>
    static readonly string[] FirstKeys = ["k_40PersonenMetLaagsteInkomen", "pop_65plus", "Bevolkingsdichtheid", KeyFigure.Inhabitants];

    public IReadOnlyList<AreaKind> Kinds { get; private init; } = [];
    public AreaKind Kind { get; private init; } = AreaKind.Wijk;
    public IReadOnlyList<KeyFigure> Figures { get; private init; } = [];
    public KeyFigure? Figure { get; private init; }
    public IReadOnlyList<int> Years { get; private init; } = [];
    public int? Year { get; private init; }

    public IReadOnlyList<Option> FigureOptions => [.. Figures.Select(f => new Option(f.Key, f.Unit.Length == 0 || f.IsThousandsOfEuros ? f.Title : $"{f.Title} ({f.Unit})"))];
    public IReadOnlyList<Option> YearOptions => [.. Years.Select(y => new Option($"{y}", $"{y}"))];

    public static async Task<FigureChoice> Of(Work work, AreaCode municipality, AreaKind? kind, string? key, int? year, CancellationToken cancel)
    {
        var areas = work.Query<Area>().Where(a => a.Municipality == municipality && a.Kind != AreaKind.Municipality);
        var kinds = await areas.Select(a => a.Kind).Distinct().ToListAsync(cancel);
        // Per kind and figure the years; a few hundred rows at most.
        var known = await (
            from a in areas
            join f in work.Query<AreaFigure>() on a.Code equals f.Code
            where f.Value != null
            select new { a.Kind, f.Key, f.Year }).Distinct().ToListAsync(cancel);
        var shown = kind is { } wish && kinds.Contains(wish) ? wish
            : known.Select(k => k.Kind).DefaultIfEmpty(kinds.DefaultIfEmpty(AreaKind.Wijk).Max()).Max();
        var figures = known.Where(k => k.Kind == shown).Select(k => k.Key).Distinct().Select(KeyFigures.Of).OrderBy(KeyFigures.Place).ToList();
        var figure = figures.Find(f => f.Key == key) ?? FirstKeys.Select(k => figures.Find(f => f.Key == k)).FirstOrDefault(f => f is not null) ?? figures.FirstOrDefault();
        var years = known.Where(k => k.Kind == shown && k.Key == figure?.Key).Select(k => k.Year).Distinct().OrderDescending().ToList();
        return new FigureChoice
        {
            Kinds = [.. kinds.Order()],
            Kind = shown,
            Figures = figures,
            Figure = figure,
            Years = years,
            Year = years.Count == 0 ? null : years.MinBy(y => Math.Abs((long)y - (year ?? int.MaxValue))),
        };
    }
}
