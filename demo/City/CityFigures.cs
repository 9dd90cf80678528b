using NetTopologySuite.Geometries;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Demo.City;

/// <summary>The key figures of the demo municipality, as CBS would count them: per buurt, and added up or averaged per wijk and municipality.</summary>
static class CityFigures
{
    public static readonly IReadOnlyList<int> Years = [2024, 2025];

    const double HectaresPerSquareDegree = 111_195.0 * 111_195.0 * 0.6143 / 10_000;
    const int TooFewToTell = 200;
    static readonly string[] Counts = [KeyFigure.Inhabitants, "HuishoudensTotaal", "Eenpersoonshuishoudens", KeyFigure.Dwellings, "OppervlakteTotaal"];

    public static IReadOnlyDictionary<AreaCode, IReadOnlyDictionary<string, double?>> Count(int year, IReadOnlyDictionary<AreaCode, Geometry> shapes)
    {
        var random = new Random(year);
        var buurten = CityPlan.Buurten.ToDictionary(b => b.Code, b => Count(b, shapes[b.Code], year, random));
        var all = buurten.ToDictionary(b => b.Key, b => (IReadOnlyDictionary<string, double?>)b.Value);
        foreach (var wijk in CityPlan.Wijken)
            all[wijk.Code] = Together([.. wijk.Buurten.Select(b => buurten[b.Code])]);
        all[CityPlan.Code] = Together([.. buurten.Values]);
        return all;
    }

    static Dictionary<string, double?> Count(CityBuurt buurt, Geometry shape, int year, Random random)
    {
        double Near(double value, double spread) => Math.Round(value + (random.NextDouble() * 2 - 1) * spread);
        var people = Math.Round(buurt.Inhabitants * (1 + (year - 2025) * 0.008) / 5) * 5;
        var alone = Math.Clamp(Near(30 + buurt.LowIncome * 0.35 - buurt.Owned * 0.12, 4), 14, 70);
        var households = Math.Round(people / (2.9 - alone * 0.019) / 5) * 5;
        var hectares = Math.Round(shape.Area * HectaresPerSquareDegree);
        var figures = new Dictionary<string, double?>
        {
            [KeyFigure.Inhabitants] = people,
            ["pop_0_14"] = Near(25 - buurt.Elderly * 0.45, 2),
            ["pop_65plus"] = buurt.Elderly,
            ["HuishoudensTotaal"] = households,
            ["Eenpersoonshuishoudens"] = Math.Round(households * alone / 500) * 5,
            [KeyFigure.Dwellings] = Math.Round(households * 1.02),
            ["GemiddeldeWOZWaardeVanWoningen"] = Near(buurt.HomeValue * (1 + (year - 2025) * 0.05), 3),
            ["Koopwoningen"] = buurt.Owned,
            ["InBezitWoningcorporatie"] = Near((100 - buurt.Owned) * 0.72, 3),
            ["k_40PersonenMetLaagsteInkomen"] = Near(buurt.LowIncome, year == 2025 ? 0 : 2),
            ["HuishOnderOfRondSociaalMinimum"] = Near(buurt.LowIncome * 0.24, 1),
            ["Nettoarbeidsparticipatie"] = Near(82 - buurt.LowIncome * 0.32 - buurt.Elderly * 0.15, 2),
            ["PercentageJongerenMetJeugdzorg"] = Near(5 + buurt.LowIncome * 0.13, 1.5),
            ["WmoClientenRelatief"] = Near(14 + buurt.Elderly * 1.1 + buurt.LowIncome * 0.8, 6),
            ["OppervlakteTotaal"] = hectares,
            ["Bevolkingsdichtheid"] = Math.Round(people / hectares * 100),
        };
        // CBS does not tell about a handful of people, and neither do we.
        if (buurt.Inhabitants < TooFewToTell)
            foreach (var key in new[] { "k_40PersonenMetLaagsteInkomen", "HuishOnderOfRondSociaalMinimum", "PercentageJongerenMetJeugdzorg", "WmoClientenRelatief" })
                figures[key] = null;
        return figures;
    }

    static Dictionary<string, double?> Together(IReadOnlyList<Dictionary<string, double?>> parts)
    {
        var together = parts[0].Keys.ToDictionary(key => key, key => Counts.Contains(key) ? parts.Sum(p => p[key]) : Average(parts, key));
        together["Bevolkingsdichtheid"] = Math.Round(together[KeyFigure.Inhabitants]!.Value / together["OppervlakteTotaal"]!.Value * 100);
        return together;
    }

    static double? Average(IReadOnlyList<Dictionary<string, double?>> parts, string key)
    {
        var known = parts.Where(p => p[key] is not null).ToList();
        return known.Count == 0 ? null : Math.Round(known.Sum(p => p[key]!.Value * p[KeyFigure.Inhabitants]!.Value) / known.Sum(p => p[KeyFigure.Inhabitants]!.Value), 1);
    }
}
