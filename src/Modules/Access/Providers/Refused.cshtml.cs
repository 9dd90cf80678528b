using Samenkracht.Web.Access;

namespace Samenkracht.Access.Providers;

/// <summary>Aanmelden mislukt: why a provider's word was not enough, and what one does about it.</summary>
[Public]
internal sealed class Refused : SkPage
{
    private ProviderRefusal reason;

    public string Title => reason switch
    {
        ProviderRefusal.Role => "U hebt hier geen toegang",
        ProviderRefusal.NoPlan => "U hebt nog geen plan bij ons",
        _ => "Aanmelden is niet gelukt",
    };

    public bool MayAsk => reason == ProviderRefusal.NoPlan;

    public string Words => reason switch
    {
        ProviderRefusal.Cancelled => "U hebt het aanmelden afgebroken. Er is niets veranderd.",
        ProviderRefusal.Role => "Uw organisatie weet wie u bent, maar u hebt daar geen rol voor Samenkracht. Vraag uw beheerder om die rol.",
        ProviderRefusal.Known => "Er is al een account met uw e-mailadres. Meld u aan met uw wachtwoord. Koppel uw organisatie daarna bij Mijn account.",
        ProviderRefusal.Closed => "Uw account is gesloten. Vraag uw beheerder waarom.",
        ProviderRefusal.Organisation => "Samenkracht kent uw organisatie nog niet. Vraag uw beheerder om haar toe te voegen.",
        ProviderRefusal.Linked => "Deze aanmelding hoort al bij een account. Maak haar daar eerst los.",
        ProviderRefusal.NoPlan => "U bent aangemeld bij DigiD, maar er is hier nog niets dat u kunt lezen. Wilt u ergens hulp bij? Stel dan uw vraag. U kunt ook het wijkteam bellen.",
        ProviderRefusal.Assurance => "Meld u aan met een sterkere vorm van DigiD, zoals de DigiD-app. Alleen een gebruikersnaam en wachtwoord is hier niet genoeg.",
        _ => "Het antwoord van de organisatie klopte niet, of het duurde te lang. Probeer het nog eens. Lukt het weer niet? Bel dan uw beheerder.",
    };

    public void OnGet(string? reden) => reason = Enum.TryParse<ProviderRefusal>(reden, ignoreCase: true, out var read) ? read : ProviderRefusal.Answer;
}
