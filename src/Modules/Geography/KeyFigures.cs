using Samenkracht.Geography.Contract;
using static Samenkracht.Geography.Contract.FigureKind;

namespace Samenkracht.Geography;

/// <summary>
/// The key figures we have Dutch words for, and the other names they go by. A name is an alias only where it means the same in the
/// same unit: tmap's `pop_65plus` is a share and CBS' `k_65JaarOfOuder` a count, so they are two figures.
/// Source: CBS, Kerncijfers wijken en buurten 2024 (dictionary) and the documentation of the R package tmap.
/// </summary>
static class KeyFigures
{
    const string People = "Bevolking", Homes = "Wonen", Money = "Inkomen", Work = "Werk en opleiding", Care = "Zorg en ondersteuning",
        Land = "Oppervlakte en afstand", Other = "Overige cijfers";

    static readonly (KeyFigure Figure, string[] Aliases)[] Table =
    [
        Known("AantalInwoners", "Inwoners", "", Count, People, "population"),
        Known("Bevolkingsdichtheid", "Inwoners per km² land", "", Mean, People),
        Known("pop_0_14", "Inwoners van 0 tot 15 jaar", "%", Share, People),
        Known("pop_15_24", "Inwoners van 15 tot 25 jaar", "%", Share, People),
        Known("pop_25_44", "Inwoners van 25 tot 45 jaar", "%", Share, People),
        Known("pop_45_64", "Inwoners van 45 tot 65 jaar", "%", Share, People),
        Known("pop_65plus", "Inwoners van 65 jaar en ouder", "%", Share, People),
        Known("k_0Tot15Jaar", "Aantal inwoners van 0 tot 15 jaar", "", Count, People),
        Known("k_15Tot25Jaar", "Aantal inwoners van 15 tot 25 jaar", "", Count, People),
        Known("k_25Tot45Jaar", "Aantal inwoners van 25 tot 45 jaar", "", Count, People),
        Known("k_45Tot65Jaar", "Aantal inwoners van 45 tot 65 jaar", "", Count, People),
        Known("k_65JaarOfOuder", "Aantal inwoners van 65 jaar en ouder", "", Count, People),
        Known("Mannen", "Mannen", "", Count, People),
        Known("Vrouwen", "Vrouwen", "", Count, People),
        Known("HuishoudensTotaal", "Huishoudens", "", Count, People),
        Known("Eenpersoonshuishoudens", "Eenpersoonshuishoudens", "", Count, People),
        Known("HuishoudensZonderKinderen", "Huishoudens zonder kinderen", "", Count, People),
        Known("HuishoudensMetKinderen", "Huishoudens met kinderen", "", Count, People),
        Known("GemiddeldeHuishoudensgrootte", "Personen per huishouden", "", Mean, People),
        Known("Woningvoorraad", "Woningen", "", Count, Homes, "dwelling_total"),
        Known("GemiddeldeWOZWaardeVanWoningen", "Gemiddelde WOZ-waarde", KeyFigure.ThousandsOfEuros, Mean, Homes, "GemiddeldeWoningwaarde", "dwelling_value"),
        Known("Koopwoningen", "Koopwoningen", "%", Share, Homes, "dwelling_ownership"),
        Known("HuurwoningenTotaal", "Huurwoningen", "%", Share, Homes),
        Known("InBezitWoningcorporatie", "Woningen van een corporatie", "%", Share, Homes),
        Known("k_40PersonenMetLaagsteInkomen", "Mensen met een laag inkomen (laagste 40\u00a0% van Nederland)", "%", Share, Money, "income_low"),
        Known("k_20PersonenMetHoogsteInkomen", "Mensen met een hoog inkomen (hoogste 20\u00a0% van Nederland)", "%", Share, Money, "income_high"),
        Known("k_40HuishoudensMetLaagsteInkomen", "Huishoudens met een laag inkomen (laagste 40\u00a0%)", "%", Share, Money),
        Known("GemiddeldInkomenPerInwoner", "Gemiddeld inkomen per inwoner", KeyFigure.ThousandsOfEuros, Mean, Money),
        Known("HuishOnderOfRondSociaalMinimum", "Huishoudens onder of rond het sociaal minimum", "%", Share, Money),
        Known("HuishoudensTot110VanSociaalMinimum", "Huishoudens tot 110\u00a0% van het sociaal minimum", "%", Share, Money),
        Known("HuishoudensTot120VanSociaalMinimum", "Huishoudens tot 120\u00a0% van het sociaal minimum", "%", Share, Money),
        Known("PersonenPerSoortUitkeringBijstand", "Mensen met bijstand", "", Count, Money),
        Known("Nettoarbeidsparticipatie", "Mensen met betaald werk (15 tot 75 jaar)", "%", Share, Work, "employment_rate"),
        Known("edu_appl_sci", "Mensen met hbo of universiteit", "%", Share, Work),
        Known("PercentageJongerenMetJeugdzorg", "Jongeren met jeugdhulp", "%", Share, Care),
        Known("JongerenMetJeugdzorgInNatura", "Aantal jongeren met jeugdhulp in natura", "", Count, Care),
        Known("WmoClienten", "Mensen met ondersteuning uit de Wmo", "", Count, Care),
        Known("WmoClientenRelatief", "Wmo-ondersteuning per 1.000 inwoners", "", Mean, Care),
        Known("OppervlakteTotaal", "Oppervlakte", "ha", Count, Land),
        Known("OppervlakteLand", "Oppervlakte land", "ha", Count, Land),
        Known("OppervlakteWater", "Oppervlakte water", "ha", Count, Land),
        Known("area", "Oppervlakte", "km²", Count, Land),
        Known("AfstandTotHuisartsenpraktijk", "Afstand tot de huisarts", "km", Mean, Land),
        Known("AfstandTotGroteSupermarkt", "Afstand tot een grote supermarkt", "km", Mean, Land),
        Known("AfstandTotSchool", "Afstand tot een basisschool", "km", Mean, Land),
        Known("MateVanStedelijkheid", "Stedelijkheid (1 is zeer stedelijk, 5 niet)", "", Mean, Land),
    ];

    static readonly Dictionary<string, KeyFigure> ByName = Table
        .SelectMany(row => row.Aliases.Append(row.Figure.Key).Select(name => (Name: Plain(name), row.Figure)))
        .ToDictionary(pair => pair.Name, pair => pair.Figure);

    static readonly Dictionary<string, int> Order = Table.Select((row, i) => (row.Figure.Key, i)).ToDictionary(r => r.Key, r => r.i);

    /// <summary>The known figure a column name stands for, whatever its case and underscores; else null.</summary>
    public static KeyFigure? Find(string name) => ByName.GetValueOrDefault(Plain(name));

    /// <summary>The figure stored under this key; one that we have no words for shows under its own name.</summary>
    public static KeyFigure Of(string key) => ByName.GetValueOrDefault(Plain(key)) ?? new KeyFigure(key, key, "", Mean, Other);

    /// <summary>Where a figure stands in a list: as in our table, then by name.</summary>
    public static (int, string) Place(KeyFigure figure) => (Order.GetValueOrDefault(figure.Key, Table.Length), figure.Key);

    static (KeyFigure, string[]) Known(string key, string title, string unit, FigureKind kind, string theme, params string[] aliases) =>
        (new KeyFigure(key, title, unit, kind, theme), aliases);

    static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
