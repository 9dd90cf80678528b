namespace Samenkracht.Geography.Contract;

/// <summary>How a key figure behaves when areas are compared: a count grows with the area, the others do not.</summary>
public enum FigureKind
{
    Count,
    Share,
    Mean,
}

/// <summary>Kerncijfer: a number CBS publishes per area and year.</summary>
/// <param name="Key">CBS' own title key without its numbered suffix, or the column's name where CBS has none.</param>
/// <param name="Title">Dutch, as a page shows it.</param>
/// <param name="Unit">Dutch, as it stands after the number: "%", "per km²"; empty for a plain count.</param>
/// <param name="Theme">Dutch heading the figure is listed under.</param>
public sealed record KeyFigure(string Key, string Title, string Unit, FigureKind Kind, string Theme)
{
    public const string Inhabitants = "AantalInwoners";
    public const string Households = "HuishoudensTotaal";
    public const string Dwellings = "Woningvoorraad";

    /// <summary>CBS counts money in thousands of euros; people read euros.</summary>
    public bool IsThousandsOfEuros => Unit == ThousandsOfEuros;

    internal const string ThousandsOfEuros = "× € 1.000";
}
