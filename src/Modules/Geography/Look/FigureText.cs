using System.Globalization;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography.Look;

/// <summary>A figure in Dutch words, with spaces that do not break.</summary>
static class FigureText
{
    const char Space = '\u00a0';
    static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"9.750", "32,9 %", "€ 304.000", "onbekend".</summary>
    public static string Of(KeyFigure figure, double? value) => value is { } number ? Number(figure, number) + Unit(figure) : "onbekend";

    /// <summary>Without the unit, for a column that names it once; euros keep their sign.</summary>
    public static string Number(KeyFigure figure, double number) =>
        figure.IsThousandsOfEuros ? $"€{Space}{number * 1_000:N0}" : Number(number);

    public static string Number(double number) => number.ToString(Math.Abs(number) >= 1_000 ? "N0" : "#,0.##", Dutch);

    /// <summary>A part of the whole: "16 %".</summary>
    public static string Share(double part, double whole) => $"{(part / whole * 100).ToString("0", Dutch)}{Space}%";

    /// <summary>The bounds of a class: "16 tot 20 %".</summary>
    public static string Range(KeyFigure figure, (double From, double To) ends, bool isLast) => ends.From == ends.To
        ? Of(figure, ends.From)
        : $"{Number(figure, ends.From)} {(isLast ? "tot en met" : "tot")} {Of(figure, ends.To)}";

    static string Unit(KeyFigure figure) => figure.Unit.Length == 0 || figure.IsThousandsOfEuros ? "" : $"{Space}{figure.Unit}";
}
