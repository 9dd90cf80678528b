using Samenkracht.Kernel;

namespace Samenkracht.Residents;

/// <summary>Gebeurtenissen: what the journal keeps of households and circles.</summary>
internal static class ResidentEvents
{
    public static readonly JournalKind Opened = new("household.opened", "Huishouden aangemaakt", Purpose.Support);
    public static readonly JournalKind Described = new("household.described", "Naam of adres gewijzigd", Purpose.Support);
    public static readonly JournalKind Shielded = new("household.shielded", "Huishouden afgeschermd", Purpose.Safety);
    public static readonly JournalKind Unshielded = new("household.unshielded", "Afscherming opgeheven", Purpose.Safety);
    public static readonly JournalKind Named = new("circle.named-for-safety", "Iemand ziet wat is afgeschermd", Purpose.Safety);
    public static readonly JournalKind Unnamed = new("circle.unnamed-for-safety", "Iemand ziet niet meer wat is afgeschermd", Purpose.Safety);
    public static readonly JournalKind PersonShielded = new("person.shielded", "Persoon afgeschermd", Purpose.Safety);
    public static readonly JournalKind PersonUnshielded = new("person.unshielded", "Afscherming van een persoon opgeheven", Purpose.Safety);
    public static readonly JournalKind Held = new("contact.held", "Bezoek en post wachten", Purpose.Safety);
    public static readonly JournalKind Released = new("contact.released", "Bezoek en post vrijgegeven", Purpose.Safety);
    public static readonly JournalKind EmergencyOpened = new("emergency.opened", "Noodtoegang gebruikt", Purpose.Emergency);
    public static readonly JournalKind EmergencyJudged = new("emergency.judged", "Noodtoegang beoordeeld", Purpose.Emergency);
    public static readonly JournalKind Requested = new("request.asked", "Verzoek over eigen gegevens", Purpose.DataRights);
    public static readonly JournalKind RequestWithdrawn = new("request.withdrawn", "Verzoek ingetrokken", Purpose.DataRights);
    public static readonly JournalKind RequestHeard = new("request.heard", "Gehoord bij een verzoek", Purpose.DataRights, Discreet: true);
    public static readonly JournalKind RequestExtended = new("request.extended", "Termijn van een verzoek verlengd", Purpose.DataRights);
    public static readonly JournalKind RequestDecided = new("request.decided", "Verzoek beantwoord", Purpose.DataRights);
    public static readonly JournalKind RestrictionEnds = new("request.restriction-ends", "Een beperking stopt", Purpose.DataRights);
    public static readonly JournalKind PersonAdded = new("person.added", "Persoon toegevoegd", Purpose.Support);
    public static readonly JournalKind PersonDescribed = new("person.described", "Gegevens van een persoon gewijzigd", Purpose.Support);
    public static readonly JournalKind BsnKept = new("person.bsn-kept", "BSN vastgelegd", Purpose.Support);
    public static readonly JournalKind BsnRemoved = new("person.bsn-removed", "BSN weggehaald", Purpose.Support);
    public static readonly JournalKind BsnShown = new("person.bsn-shown", "Het hele BSN bekeken", Purpose.Support);
    public static readonly JournalKind AccountLinked = new("person.account-linked", "Inwoner kan inloggen", Purpose.Support);
    public static readonly JournalKind AccountUnlinked = new("person.account-unlinked", "Inlog van de inwoner losgemaakt", Purpose.Support);
    public static readonly JournalKind Joined = new("circle.joined", "Iemand kwam in de kring", Purpose.Support);
    public static readonly JournalKind Left = new("circle.left", "Iemand ging uit de kring", Purpose.Support);
    public static readonly JournalKind AuthorityChecked = new("authority.checked", "Gezag nagegaan", Purpose.Support);
    public static readonly JournalKind ParentsFrozen = new("parents.frozen", "Meekijken van ouders stilgezet", Purpose.Safety);
    public static readonly JournalKind ParentsUnfrozen = new("parents.unfrozen", "Ouders kijken weer mee", Purpose.Safety);
    public static readonly JournalKind Invited = new("beside.invited", "Iemand gevraagd om mee te kijken", Purpose.OwnAffairs);
    public static readonly JournalKind InvitationWithdrawn = new("beside.withdrawn", "Uitnodiging ingetrokken", Purpose.OwnAffairs);
    public static readonly JournalKind StandsBeside = new("beside.accepted", "Iemand staat naast de bewoner", Purpose.OwnAffairs);
    public static readonly JournalKind BesideEnded = new("beside.ended", "Iemand kijkt niet meer mee", Purpose.OwnAffairs);
    public static readonly JournalKind SupportStarted = new("support.started", "Begeleiding gestart", Purpose.Support);
    public static readonly JournalKind SupportHanded = new("support.handed", "Vaste contactpersoon of vervanger gewijzigd", Purpose.Support);
    public static readonly JournalKind SupportEnded = new("support.ended", "Begeleiding afgesloten", Purpose.Support);
}
