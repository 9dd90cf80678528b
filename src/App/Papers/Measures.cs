namespace Samenkracht.App.Papers;

/// <summary>Maatregel: what the program does against a risk, and the tests that fail when it stops doing so.</summary>
/// <param name="Key">By which a text of the papers names it.</param>
/// <param name="Proof">Classes of tests/Tests; a test of the papers sees to it that they are there.</param>
internal sealed record Measure(string Key, string Dutch, params string[] Proof)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("dicht", "Toegang is dicht tenzij. Elke pagina zegt wie er mag komen; een pagina die niets zegt, laat niemand toe.", "EveryPageTests", "AccessMatrixTests"),
        new("kring", "Zicht op een huishouden volgt uit de kring, per wet, van begin tot einde. Een rol geeft nooit zicht. Wie buiten de kring staat, krijgt hetzelfde antwoord als bij een huishouden dat niet bestaat.",
            "HouseholdSightTests", "ItemSightTests", "OutsideTheCircleTests", "AccessMatrixTests"),
        new("delen", "Wat onder de ene wet valt, leest een andere alleen als het is gedeeld, met een reden die de bewoner leest.", "SharingTests"),
        new("nooit", "Politie, toezicht, handhaving en schuldeisers kunnen in geen enkele kring. Zij geven signalen en lezen alleen 'opgepakt'.", "CirclePageTests", "PermissionTests", "ReportTests"),
        new("database", "Op PostgreSQL weigert de database zelf wat het programma zou vergeten te weigeren (beveiliging per rij).", "RowSecurityTests", "RowSecurityCatalogTests", "PagesUnderRowSecurityTests"),
        new("veiligheid", "Wat in het veiligheidscompartiment ligt, is voor anderen niet van 'onbekend' te onderscheiden: niet in lijst, telling, zoeken, uitdraai, logboek of volgorde.",
            "SafetyCompartmentTests", "ExistenceTests", "AccessMatrixTests"),
        new("treffer", "Een nieuw signaal of huishouden dat een afgeschermd huishouden raakt, komt stil bij de aandachtsfunctionaris; bezoek en post wachten.", "BlindHitTests"),
        new("noodtoegang", "Noodtoegang vraagt een reden, duurt een dag, is alleen lezen, wordt meteen gemeld en daarna beoordeeld door iemand anders.", "EmergencyAccessTests"),
        new("inzage", "Elke blik in een dossier wordt vastgelegd voordat de pagina verschijnt. Lukt dat niet, dan verschijnt de pagina niet. De bewoner leest het zelf na.", "ReadLogTests", "OwnPlanTests"),
        new("journaal", "Elke wijziging staat in een journaal dat niet te wijzigen is en als keten is verzegeld; knoeien valt op.", "JournalTests", "SealTests"),
        new("versleuteld", $"Wat over mensen in een dossier is geschreven, ligt versleuteld: {Encrypted.Places.Count} kolommen in {Encrypted.Tables} tabellen, waaronder elke vrije tekst, namen, adressen en burgerservicenummers; welke, staat bij de gegevens. Van een account liggen alleen het wachtwoord en de sleutels versleuteld. In het veiligheidscompartiment en bij een geheim adres ook waaraan iemand wordt gevonden. "
            + "Een burgerservicenummer wordt gevonden met een sleutel en gemaskeerd getoond; elke blik op het hele nummer wordt vastgelegd.", "SealedColumnsTests", "KeysTests", "BsnTests"),
        new("melder", "Wie een signaal gaf, staat apart en versleuteld; elke blik erop wordt vastgelegd. De melder leest altijd dezelfde zin.", "SignalStorageTests", "FeedbackTests", "FollowPageTests"),
        new("verlopen", "Het signaal van een buur dat niemand beoordeelde, wordt na enkele weken gewist en is tot dan niet op naam te vinden.", "ExpireSignalsTests", "WorklistTests"),
        new("groepen", "De scan krijgt alleen buurt, thema, gemeenschap en dag. Geen naam, leeftijd, inkomen of afkomst. Hij geeft geen oordeel over een mens.", "ScanFeaturesTests", "ScanInputTests", "ScanSourceTests"),
        new("mens", "Een bevinding doet niets totdat een medewerker haar herkent of afwijst, met een reden. Een gemeenschap wordt eerst gehoord.", "FindingPageTests", "FindingStoryTests", "RejectedFindingTests"),
        new("klein", "Buiten het team alleen afgeronde getallen, vanaf tien, en geen getal waaruit een kleine groep te berekenen is.", "DisclosureTests", "SmallCellsTests", "DifferencingTests", "OutsideTheTeamTests"),
        new("gemeenschap", "De database weigert een verbinding tussen een mens en een gemeenschap van geloof, afkomst, gezondheid of politiek; gevoelige thema's worden nooit per gemeenschap bekeken.",
            "CommunityTests", "NeverByCommunityTests"),
        new("aanmelden", "Aanmelden in twee stappen voor wie hier werkt, of met een toegangssleutel; een slot na te veel pogingen; overal afmelden.", "AuthenticatorTests", "PasskeyTests", "SignInTests", "OwnSignInsTests", "OidcTests"),
        new("vertrek", "Wie vertrekt, verliest meteen toegang; kringen eindigen en het werk gaat over.", "CloseAccountTests"),
        new("aanval", "Vaste beveiligingskoppen, geen scripts van elders, een grens aan wat iemand per minuut kan versturen, en een nette weigering van wat geen browser stuurt.",
            "SiteTests", "RateLimitTests", "HostileRequestTests", "HostileSiteTests", "ParserFuzzTests"),
        new("nergens", "Wat over mensen gaat, komt niet in een logboek van de computer, een webadres, een tijdelijke kopie of een foutpagina.", "NoPersonalDataTests"),
        new("eens", "De bewoner leest het plan, keurt het goed of zegt waarom niet; wat een vraag is, blijft in eigen woorden staan.", "OwnPlanTests", "PlanPageTests"),
        new("papieren", "Rechten, gebeurtenissen en deze papieren komen uit het programma zelf; een test weigert papieren die niet meer kloppen.", "PermissionsPaperTests", "EventsTests", "GoLivePapersTests"),
    ];
}
