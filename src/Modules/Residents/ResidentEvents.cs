using Samenkracht.Kernel;

namespace Samenkracht.Residents;

/// <summary>Gebeurtenissen: what the journal keeps of households and circles.</summary>
internal static class ResidentEvents
{
    public static readonly JournalKind Opened = new("household.opened", "Huishouden aangemaakt", Purpose.Support);
    public static readonly JournalKind Described = new("household.described", "Naam of adres gewijzigd", Purpose.Support);
    public static readonly JournalKind Shielded = new("household.shielded", "Huishouden afgeschermd", Purpose.Safety);
    public static readonly JournalKind Unshielded = new("household.unshielded", "Afscherming opgeheven", Purpose.Safety);
    public static readonly JournalKind PersonAdded = new("person.added", "Persoon toegevoegd", Purpose.Support);
    public static readonly JournalKind PersonDescribed = new("person.described", "Gegevens van een persoon gewijzigd", Purpose.Support);
    public static readonly JournalKind AccountLinked = new("person.account-linked", "Inwoner kan inloggen", Purpose.Support);
    public static readonly JournalKind AccountUnlinked = new("person.account-unlinked", "Inlog van de inwoner losgemaakt", Purpose.Support);
    public static readonly JournalKind Joined = new("circle.joined", "Iemand kwam in de kring", Purpose.Support);
    public static readonly JournalKind Left = new("circle.left", "Iemand ging uit de kring", Purpose.Support);
    public static readonly JournalKind SupportStarted = new("support.started", "Begeleiding gestart", Purpose.Support);
    public static readonly JournalKind SupportHanded = new("support.handed", "Vaste contactpersoon of vervanger gewijzigd", Purpose.Support);
    public static readonly JournalKind SupportEnded = new("support.ended", "Begeleiding afgesloten", Purpose.Support);
}
