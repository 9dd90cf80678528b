using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Drawing;

namespace Samenkracht.Geography.Look;

/// <summary>One line of a legend.</summary>
sealed record LegendEntry(int? Class, string Text, int Areas);

/// <summary>A figure laid over a map: colour and words per area, and the legend that explains them.</summary>
sealed class FigureMap
{
    FigureMap(KeyFigure figure, Dictionary<AreaCode, AreaFill> fills, IReadOnlyList<LegendEntry> legend) =>
        (Figure, Fills, Legend) = (figure, fills, legend);

    public KeyFigure Figure { get; }
    public IReadOnlyDictionary<AreaCode, AreaFill> Fills { get; }
    public IReadOnlyList<LegendEntry> Legend { get; }

    public static FigureMap Of(KeyFigure figure, IReadOnlyDictionary<AreaCode, double?> values)
    {
        var breaks = ClassBreaks.Of(values.Values.OfType<double>());
        var fills = values.ToDictionary(v => v.Key, v => new AreaFill(Tint(breaks, v.Value), FigureText.Of(figure, v.Value)));
        return new FigureMap(figure, fills, [.. Entries(figure, breaks, fills)]);
    }

    // Two classes use the two ends of the scale, so that they are told apart as well as five are.
    static int? Tint(ClassBreaks? breaks, double? value) => value is { } number && breaks is not null ? Tint(breaks, breaks.ClassOf(number)) : null;

    static int Tint(ClassBreaks breaks, int index) =>
        breaks.Count == 1 ? 3 : 1 + (int)Math.Round(index * (ClassBreaks.Most - 1.0) / (breaks.Count - 1));

    static IEnumerable<LegendEntry> Entries(KeyFigure figure, ClassBreaks? breaks, Dictionary<AreaCode, AreaFill> fills)
    {
        for (var index = 0; index < (breaks?.Count ?? 0); index++)
        {
            var tint = Tint(breaks!, index);
            yield return new LegendEntry(tint, FigureText.Range(figure, breaks!.Ends(index), index == breaks.Count - 1), fills.Values.Count(f => f.Class == tint));
        }

        if (fills.Values.Count(f => f.Class is null) is var unknown and > 0)
            yield return new LegendEntry(null, "onbekend", unknown);
    }
}
