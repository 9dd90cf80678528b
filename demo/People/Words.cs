using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;

namespace Samenkracht.Demo.People;

/// <summary>What people in Waterveen say, ask and agree, by theme.</summary>
/// <param name="Signal">What a reporter writes.</param>
/// <param name="Question">The question in the household's words.</param>
/// <param name="Goal">What should be different.</param>
/// <param name="Own">What the resident or someone near does.</param>
/// <param name="Work">What a professional does.</param>
sealed record ThemeWords(string Signal, string Question, string Goal, string Own, string Work);

static class Words
{
    private static readonly Dictionary<Theme, ThemeWords> ByTheme = new()
    {
        [Theme.Money] = new("Zij krijgen veel aanmaningen en weten niet waar te beginnen.", "Hoe krijg ik mijn rekeningen weer op orde?", "Elke maand alles op tijd betalen", "Post samen openen", "Kwijtschelding aanvragen"),
        [Theme.Arrears] = new("De huur is twee maanden niet betaald.", "Hoe voorkom ik dat ik mijn huis kwijtraak?", "De achterstand is ingelopen", "Huurbaas bellen", "Regeling met de verhuurder afspreken"),
        [Theme.Work] = new("Hij zit al lang thuis en wil graag iets doen.", "Hoe vind ik werk of iets om handen?", "Drie dagen per week bezig zijn", "Mee naar de fietswerkplaats", "Gesprek met de jobcoach"),
        [Theme.Housing] = new("Het is er vochtig en er zit schimmel op de muur van de kinderkamer.", "Hoe krijgen wij ons huis droog en gezond?", "Een droog huis voor de winter", "Foto's maken van de schimmel", "Klacht bij de woningcorporatie begeleiden"),
        [Theme.Loneliness] = new("Zij komt de deur niet meer uit sinds haar man overleed.", "Hoe leer ik weer mensen kennen?", "Elke week iemand zien", "Mee naar de eettafel", "Kennismaken met een maatje"),
        [Theme.Relations] = new("De ouders gaan uit elkaar en er is veel ruzie.", "Hoe blijven wij samen goede ouders?", "Afspraken over de kinderen die werken", "Opa past op als er gesprekken zijn", "Gesprek tussen beide ouders"),
        [Theme.Upbringing] = new("De ouders weten zich geen raad met hun zoon.", "Hoe krijgen wij rust in huis?", "Rustige avonden thuis", "Oma haalt de kinderen op", "Opvoedgesprek aan de keukentafel"),
        [Theme.School] = new("Hij is vaak te laat of niet op school.", "Hoe komt mijn kind weer met plezier op school?", "De kinderen komen op tijd op school", "Buurvrouw brengt op maandag en dinsdag", "Overleg met de mentor"),
        [Theme.Language] = new("Zij begrijpt de brieven van school niet.", "Hoe leer ik genoeg Nederlands om zelf te bellen?", "Zelf een brief kunnen lezen", "Taalmaatje op dinsdag", "Intake bij het taalpunt"),
        [Theme.CareLoad] = new("Zij zorgt dag en nacht voor haar moeder en is op.", "Wie kan de zorg af en toe overnemen?", "Eén vrije middag per week", "Zus komt op zondag", "Respijtzorg regelen"),
        [Theme.Health] = new("Na de operatie lukt het huishouden niet meer.", "Hoe red ik mij thuis na het ziekenhuis?", "Zelf weer kunnen koken en douchen", "Dochter doet de was", "Hulp bij het huishouden aanvragen"),
        [Theme.Addiction] = new("Hij drinkt weer en wil stoppen.", "Wie helpt mij stoppen?", "Een maand zonder drank", "Broer belt elke avond", "Afspraak bij de verslavingszorg"),
        [Theme.Safety] = new("Er is vaak geschreeuw en de kinderen zijn bang.", "Hoe wordt het thuis weer veilig?", "Thuis is het veilig", "Slapen bij tante als het misgaat", "Veiligheidsafspraken maken"),
        [Theme.Sexuality] = new("Mijn kind zit met vragen en durft er niet over te praten.", "Met wie kan mijn kind praten?", "Mijn kind heeft iemand om mee te praten", "Wandelen met tante", "Gesprek met de jeugdarts"),
    };

    public static ThemeWords Of(Theme theme) => ByTheme[theme];

    public static Law LawOf(Theme theme) => theme switch
    {
        Theme.Upbringing or Theme.School or Theme.Relations or Theme.Sexuality => Law.Jeugdwet,
        Theme.Work => Law.Participatiewet,
        Theme.Money or Theme.Arrears => Law.Wgs,
        _ => Law.Wmo,
    };
}
