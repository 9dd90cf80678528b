using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Woorden bij een soort verzoek: what happens with it, for who asks and for who answers.</summary>
/// <param name="Title">On the page of the resident.</param>
/// <param name="Happens">What the municipality does with it.</param>
/// <param name="Question">The label of the words.</param>
/// <param name="Decides">What who answers has to weigh.</param>
internal sealed record RequestWords(string Title, string Happens, string Question, string Hint, string Decides)
{
    public static RequestWords Of(RequestKind kind) => kind switch
    {
        RequestKind.Correct => new("Iets laten verbeteren",
            "Klopt er iets niet? Uw contactpersoon kijkt ernaar met u. Klopt het inderdaad niet, dan wordt het veranderd en leest u wie wat veranderde. Zijn wij het niet met u eens, dan komt uw eigen uitleg erbij te staan.",
            "Wat klopt er niet, en wat moet het zijn?", "Schrijf ook op waar u het hebt gelezen.",
            "Verander eerst wat niet klopt. Schrijf dan op wie wat veranderde. Verandert u het niet, schrijf dan waarom en leg de uitleg van de inwoner vast."),
        RequestKind.Copy => new("Een kopie van mijn gegevens",
            "U krijgt alles wat over u is opgeschreven. Wat over een ander gaat, of iemand in gevaar kan brengen, staat er niet in.",
            "Waar wilt u een kopie van?", "Laat leeg als u alles wilt.",
            "Geef alles wat over deze persoon gaat. Laat weg wat over anderen gaat of iemand in gevaar kan brengen, en zeg dat u iets wegliet."),
        RequestKind.Erase => new("Gegevens laten verwijderen",
            "Sommige gegevens moet de gemeente een tijd bewaren, ook als u dat niet wilt. Wij kijken wat weg mag en zeggen u wat blijft en waarom. De archivaris kijkt mee: wat weg is, komt niet terug.",
            "Wat moet weg, en waarom?", "Bijvoorbeeld: het verslag van maart, omdat het over iemand anders ging.",
            "Weeg het verzoek tegen de bewaarplicht van de wet waaronder het is opgeschreven. Gaat het om wat onder de Jeugdwet ligt, dan is er een eigen verzoek: Laten vernietigen. De archivaris keurt de vernietiging daarna goed."),
        RequestKind.Destroy => new("Jeugdhulp-gegevens laten vernietigen",
            "Wat onder de Jeugdwet over u is opgeschreven, kunt u laten vernietigen. Binnen drie maanden is het weg. Nee zeggen mag de gemeente alleen als een wet zegt dat het moet blijven, als iemand anders er een groot belang bij heeft, of als een ouder het vraagt en het niet past bij goede hulp aan het kind. De archivaris kijkt mee: wat weg is, komt niet terug.",
            "Wat moet weg?", "Laat leeg als alles onder de Jeugdwet weg mag.",
            "Vernietig, tenzij een wet voorschrijft dat het blijft of iemand anders er een groot belang bij heeft (Jeugdwet art. 7.3.9). Vraagt een ouder het, dan ook niet als het niet past bij goede hulp aan het kind (art. 7.3.15). Andere gronden zijn er niet. Hebben twee ouders gezag, ga dan na of zij het samen willen. Loopt er een beperking of bezwaar van iemand in dit huishouden, dan wacht de vernietiging daarop: los dat eerst op. De archivaris keurt goed wat weg gaat, binnen dezelfde drie maanden."),
        RequestKind.Restrict => new("Gegevens tijdelijk niet laten gebruiken",
            "Uw gegevens blijven dan bewaard, maar worden niet gebruikt. Dat kan als u zegt dat iets niet klopt en dat nog wordt nagekeken, als het gebruik niet mag, of als u de gegevens zelf nog nodig hebt, bijvoorbeeld voor de rechter. Is het antwoord ja? Dan staat bij uw huishouden, voor wie met u werkt: Verwerking beperkt. En er wordt niets vernietigd. Wij zeggen het u vooraf als het stopt.",
            "Wat mag nu niet worden gebruikt, en waarom?", "Bijvoorbeeld: het verslag van maart, want daar klopt iets niet.",
            "Toewijzen moet als de juistheid wordt betwist en nog wordt nagegaan, als het gebruik onrechtmatig is en de inwoner geen wissen wil, als de inwoner de gegevens nodig heeft voor een rechtsvordering, of zolang een bezwaar wordt beoordeeld (AVG art. 18, lid 1). Bij ja of deels staat er op het huishouden 'Verwerking beperkt' en wacht alle vernietiging. Het programma houdt niemand tegen die toch schrijft of leest: spreek af met de vaste contactpersoon wie zich waaraan houdt, en schrijf dat in het antwoord."),
        RequestKind.Object => new("Bezwaar maken tegen het gebruik van mijn gegevens",
            "U kunt zeggen dat u niet wilt dat wij uw gegevens gebruiken, om een reden die met u te maken heeft. Wij stoppen, tenzij wij een zwaardere reden hebben om door te gaan. Die schrijven wij dan op. Is het antwoord ja? Dan leest u wat stopt. Bij uw huishouden staat dan, voor wie met u werkt: Verwerking beperkt. Bent u het niet eens met een besluit over hulp? Daarvoor is er een ander bezwaar: dat staat in de brief.",
            "Wat wilt u niet, en waarom?", "Bijvoorbeeld: dat de school in mijn dossier kan lezen, want mijn zus werkt daar.",
            "Stop met wat de inwoner niet wil, tenzij er dwingende gronden zijn die zwaarder wegen, of het nodig is voor een rechtsvordering (AVG art. 21, lid 1). Bij ja of deels: schrijf in het antwoord precies wat stopt en vanaf wanneer, en regel het zelf: iemand uit de kring, delen uit, niet meer meegeteld. Het programma zet 'Verwerking beperkt' op het huishouden en laat vernietiging wachten; de rest doen mensen. Tot het antwoord wordt er niets vernietigd."),
        _ => new("Wie was dit?",
            "U ziet al waarvoor iemand keek en bij welke organisatie. De naam van iemand buiten uw kring krijgt u als u die nodig hebt om na te gaan of het mocht. De privacyfunctionaris weegt dat af en zegt u de naam, of waarom niet.",
            "Waarom wilt u de naam weten?", "U hoeft dit niet in te vullen. Het helpt ons wel.",
            "Noem de naam als de inwoner die nodig heeft om na te gaan of het mocht. Weeg daarbij de belangen van wie keek (HvJ EU C-579/21)."),
    };
}
