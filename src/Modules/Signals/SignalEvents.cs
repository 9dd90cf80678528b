using Samenkracht.Kernel;

namespace Samenkracht.Signals;

/// <summary>What the journal tells of signals. Never the words of a signal: these lines stay when a signal expires, and have no household's key. Those about
/// a concern are on no household's timeline: who reads along there would learn that someone was reported, or was told, before or besides whom it is about.</summary>
internal static class SignalEvents
{
    public static readonly JournalKind Raised = new("signal.raised", "Signaal ontvangen", Purpose.SignalHandling);
    public static readonly JournalKind Claimed = new("signal.claimed", "Signaal opgepakt", Purpose.SignalHandling);
    public static readonly JournalKind Released = new("signal.released", "Signaal teruggelegd", Purpose.SignalHandling);
    public static readonly JournalKind Shielded = new("signal.shielded", "Signaal naar de aandachtsfunctionaris", Purpose.Safety);
    public static readonly JournalKind ContactShown = new("signal.contact_shown", "Gegevens van de melder bekeken", Purpose.SignalHandling);
    public static readonly JournalKind MatchSeen = new("signal.match_seen", "Treffer op een afgeschermd huishouden gezien", Purpose.Safety);
    public static readonly JournalKind Assessed = new("signal.assessed", "Signaal beoordeeld", Purpose.SignalHandling);
    public static readonly JournalKind Expired = new("signal.expired", "Signaal verlopen en gewist", Purpose.SignalHandling);
    public static readonly JournalKind Told = new("signal.told", "Verteld wat er is gemeld", Purpose.SignalHandling);
    public static readonly JournalKind KnewAlready = new("signal.knew_already", "Wist al wat er is gemeld", Purpose.SignalHandling);
    public static readonly JournalKind Withheld = new("signal.withheld", "Vertellen uitgesteld", Purpose.Safety);
    public static readonly JournalKind NobodyFound = new("signal.nobody_found", "Melding niet te herleiden tot iemand", Purpose.SignalHandling);
    public static readonly JournalKind TellerLeft = new("signal.teller_left", "Wie het zou vertellen, ging weg", Purpose.SignalHandling);
    public static readonly JournalKind Answered = new("signal.answered", "Melder zegt of het een antwoord is", Purpose.Policy);
}
