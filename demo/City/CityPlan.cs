using Samenkracht.Geography.Contract;

namespace Samenkracht.Demo.City;

/// <summary>Buurt of the demo municipality, as its makers placed it.</summary>
/// <param name="X">Hectometres east of the south-west corner.</param>
/// <param name="Y">Hectometres north of it.</param>
/// <param name="LowIncome">Percentage of the people with a low income.</param>
/// <param name="Elderly">Percentage of 65 and over.</param>
/// <param name="Owned">Percentage of the homes owned by who lives there.</param>
/// <param name="HomeValue">Average value of a home, in thousands of euros.</param>
sealed record CityBuurt(AreaCode Code, string Name, double X, double Y, int Inhabitants, double LowIncome, double Elderly, double Owned, double HomeValue);

/// <summary>Wijk of the demo municipality.</summary>
sealed record CityWijk(AreaCode Code, string Name, IReadOnlyList<CityBuurt> Buurten);

/// <summary>
/// Waterveen, a municipality that does not exist: a small town on both banks of a river, cut in two by a railway, with 60,000 inhabitants.
/// Everything here is made up; the numbers only resemble what such a town could have.
/// </summary>
static class CityPlan
{
    public const string Name = "Waterveen";
    public static readonly AreaCode Code = AreaCode.Parse("GM9999");

    public static readonly IReadOnlyList<CityWijk> Wijken =
    [
        Wijk(1, "Centrum",
            ("Oude Markt", 44.5, 40.5, 1450, 41, 15, 24, 262),
            ("Havenkom", 40.5, 36, 1320, 44, 12, 21, 255),
            ("Stationsbuurt", 51.5, 41.5, 1880, 46, 11, 18, 238),
            ("Singelkwartier", 38, 43, 1610, 31, 21, 45, 365),
            ("Kloosterbuurt", 46, 46.5, 1240, 36, 24, 35, 298)),
        Wijk(2, "Oost",
            ("Molenpad", 61, 43.5, 1980, 52, 17, 19, 204),
            ("Haverveld", 68.5, 44.5, 2260, 55, 16, 15, 196),
            ("Korenbloem", 63, 51, 2110, 49, 19, 23, 212),
            ("Spoorzicht", 61.5, 59, 1720, 45, 18, 31, 228),
            ("Oosterpark", 71, 53.5, 1580, 33, 25, 52, 305)),
        Wijk(3, "Sluiskwartier",
            ("Sluiskade", 49.5, 29, 2050, 51, 14, 17, 201),
            ("Scheepswerf", 52.5, 22.5, 1640, 42, 12, 33, 249),
            ("Touwslagersbuurt", 42.5, 26.5, 1720, 47, 16, 26, 219),
            ("Vlotbrug", 45.5, 20.5, 1380, 43, 20, 34, 232),
            ("Rietoever", 35.5, 28, 990, 35, 23, 48, 288)),
        Wijk(4, "Noord",
            ("Tuindorp", 36.5, 51.5, 2140, 44, 22, 27, 231),
            ("Componistenbuurt", 43.5, 54.5, 1930, 38, 27, 41, 262),
            ("Lijsterhof", 51.5, 53, 1760, 40, 23, 36, 249),
            ("Noordermeent", 47.5, 62.5, 1480, 27, 19, 63, 338),
            ("Esdoornhof", 37.5, 61, 1290, 24, 28, 69, 372)),
        Wijk(5, "West",
            ("Vogelbuurt", 31.5, 38, 1690, 39, 20, 38, 257),
            ("Schildersbuurt", 30.5, 46, 1850, 36, 22, 42, 271),
            ("Westerhoek", 23.5, 38.5, 1420, 30, 26, 55, 312),
            ("Bloemenbuurt", 28.5, 54, 1560, 33, 24, 51, 296),
            ("Zonneplein", 22.5, 46.5, 1380, 41, 19, 33, 243)),
        Wijk(6, "Zuid",
            ("Planetenbuurt", 37.5, 20, 2320, 48, 18, 22, 209),
            ("De Terp", 29, 23, 1740, 34, 23, 49, 287),
            ("Zuiderlaan", 43, 12.5, 1650, 29, 25, 58, 321),
            ("Parkrand", 32.5, 13, 1290, 22, 29, 71, 402),
            ("Weversbuurt", 21, 25.5, 1110, 32, 21, 53, 301)),
        Wijk(7, "Veenwijk",
            ("Turfstek", 61.5, 28, 2130, 26, 8, 64, 368),
            ("Lisdodde", 69.5, 30, 1860, 28, 9, 61, 352),
            ("Libellehof", 67, 21, 2240, 21, 7, 72, 391),
            ("Zwanenplas", 77, 26, 1750, 19, 10, 76, 428),
            ("Veenweide", 60.5, 17.5, 1470, 24, 11, 68, 377)),
        Wijk(8, "Buitengebied",
            ("Achterbroek", 12, 41, 240, 25, 27, 66, 455),
            ("Klein Lindeloo", 15, 53, 310, 23, 24, 70, 438),
            ("De Hoeve", 25.5, 63, 280, 20, 26, 74, 487),
            ("Heideveld", 71, 64, 190, 18, 30, 78, 512),
            ("Rietvelden", 81, 49, 170, 22, 28, 72, 468)),
    ];

    public static IEnumerable<CityBuurt> Buurten => Wijken.SelectMany(wijk => wijk.Buurten);

    /// <summary>The municipality's edge, clockwise from the west; the draughtsman makes it ragged.</summary>
    public static readonly (double X, double Y)[] Edge =
    [
        (6, 34), (2, 42), (6, 49), (5, 57), (13, 61), (18, 68), (27, 71), (33, 66), (42, 68), (50, 73), (57, 68), (66, 69), (74, 72), (79, 64),
        (87, 60), (86, 52), (92, 45), (89, 37), (85, 31), (86, 22), (78, 18), (74, 11), (65, 13), (57, 8), (48, 4), (38, 7), (29, 6), (25, 13),
        (15, 16), (13, 23), (7, 27),
    ];

    /// <summary>The river Linde, from the west to the east; nobody lives in it.</summary>
    public static readonly (double X, double Y)[] River =
        [(0, 31), (12, 33), (22, 31), (32, 33), (41, 31), (50, 33.5), (58, 37), (68, 36), (78, 38.5), (95, 37)];

    /// <summary>The railway, from the south to the north: a border, without width on this scale.</summary>
    public static readonly (double X, double Y)[] Railway = [(54, 0), (56, 15), (56.5, 30), (56, 42), (57, 52), (56, 61), (58, 76)];

    static CityWijk Wijk(int number, string name, params (string Name, double X, double Y, int People, double Low, double Old, double Owned, double Value)[] buurten) =>
        new(AreaCode.Parse($"WK9999{number:00}"), name, [.. buurten.Select((b, i) =>
            new CityBuurt(AreaCode.Parse($"BU9999{number:00}{i + 1:00}"), b.Name, b.X, b.Y, b.People, b.Low, b.Old, b.Owned, b.Value))]);
}
