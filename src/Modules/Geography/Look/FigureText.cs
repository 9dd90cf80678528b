using System.Globalization;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography.Look;

/// <summary>A figure in Dutch words.</summary>
static class FigureText
{
    static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"9.750", "32,9 %", "onbekend".</summary>
    public static string Of(KeyFigure figure, double? value) => value is { } number ? $"{Number(number)}{Unit(figure)}" : "onbekend";

    public static string Number(double number) => number.ToString(Math.Abs(number) >= 1_000 ? "N0" : "#,0.##", Dutch);

    /// <summary>The bounds of a class: "16 tot 20 %".</summary>
    public static string Range(KeyFigure figure, (double From, double To) ends, bool isLast) => ends.From == ends.To
        ? Of(figure, ends.From)
        : $"{Number(ends.From)} {(isLast ? "tot en met" : "tot")} {Number(ends.To)}{Unit(figure)}";

    static string Unit(KeyFigure figure) => figure.Unit.Length == 0 ? "" : $" {figure.Unit}";
}
