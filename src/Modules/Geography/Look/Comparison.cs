using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography.Look;

/// <summary>What a number of an area is held against.</summary>
enum Against
{
    Nothing,
    Municipality,
    Sum,
    Median,
}

/// <summary>A figure of one area beside the same figure, in the same year, of the areas around it.</summary>
/// <param name="Other">The municipality's own number; without one the sum (counts) or the middle (others) of the areas of this kind.</param>
/// <param name="Peers">The known values of all areas of this kind in the municipality, this one included.</param>
sealed record Comparison(KeyFigure Figure, int Year, double? Value, double? Other, Against Against, IReadOnlyList<double> Peers)
{
    /// <summary>Every figure of the area in its newest year, in three queries however many there are.</summary>
    public static async Task<IReadOnlyList<Comparison>> Of(Work work, AreaCard area, CancellationToken cancel)
    {
        var all = await work.Query<AreaFigure>().Where(f => f.Code == area.Code).ToListAsync(cancel);
        var newest = all.GroupBy(f => f.Key).Select(g => g.MaxBy(f => f.Year)!).ToList();
        var years = newest.Select(f => f.Year).Distinct().ToList();
        var codes = work.Query<Area>().Where(a => a.Municipality == area.Municipality && (a.Kind == area.Kind || a.Kind == AreaKind.Municipality)).Select(a => a.Code);
        var around = await work.Query<AreaFigure>()
            .Where(f => years.Contains(f.Year) && (f.Code == area.Municipality || codes.Contains(f.Code)))
            .Select(f => new { f.Code, f.Key, f.Year, f.Value }).ToListAsync(cancel);
        var peers = around.ToLookup(f => (f.Key, f.Year), f => (f.Code, f.Value));
        return [.. newest
            .Select(f => Of(f, peers[(f.Key, f.Year)].ToList(), area.Municipality))
            .OrderBy(c => KeyFigures.Place(c.Figure))];
    }

    static Comparison Of(AreaFigure own, List<(AreaCode Code, double? Value)> around, AreaCode municipality)
    {
        var figure = KeyFigures.Of(own.Key);
        var peers = around.Where(p => p.Code != municipality).Select(p => p.Value).ToList();
        var known = peers.OfType<double>().Order().ToList();
        var (other, against) = around.Find(p => p.Code == municipality).Value is { } told ? (told, Against.Municipality)
            : known.Count < 2 ? (null, Against.Nothing)
            : figure.Kind != FigureKind.Count ? (Middle(known), Against.Median)
            : known.Count == peers.Count ? (known.Sum(), Against.Sum)
            : ((double?)null, Against.Nothing);
        return new Comparison(figure, own.Year, own.Value, other, against, known);
    }

    static double Middle(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
