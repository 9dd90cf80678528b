using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals;

/// <summary>Wat deze module bewaart over mensen.</summary>
internal static class SignalsData
{
    public static readonly StoredData Signal = StoredData.In("signal", Purpose.SignalHandling, DataSubject.Reported)
        .FreeText("het signaal in woorden van de melder, en over wie het gaat", "text", "about")
        .Sensitive("waaraan het wordt gevonden: zijn woorden, niet leesbaar", "search_text")
        .Special("thema van het signaal", "theme")
        .Sensitive("of de melder het zelf heeft gezegd, hoe dringend, en of het is afgeschermd", "told", "urgency", "safety", "audience", "law")
        .Ordinary("wat voor iemand het meldde (rol, organisatie, buur of niet)", "by_role", "by_organisation", "by_neighbour")
        .Ordinary("wanneer het kwam, bij welk team het ligt en hoe ver het is", "received_at", "due_on", "expires_on", "state", "organisation", "team")
        .Plain("id", "reference", "secret_hash", "kind", "community", "channel_community", "channel_linkable", "people_from", "people_to", "version");

    public static readonly StoredData SignalReporter = StoredData.In("signal_reporter", Purpose.SignalHandling, DataSubject.Reporters)
        .Sensitive("wie het signaal gaf: account, of contactgegevens, versleuteld", "account", "contact").Plain("signal", "signal_kind");

    public static readonly StoredData SignalClaim = StoredData.In("signal_claim", Purpose.SignalHandling, DataSubject.Accounts)
        .Ordinary("welke medewerker een signaal oppakte", "account", "at", "released_at").Plain("id", "signal");

    public static readonly StoredData Assessment = StoredData.In("assessment", Purpose.SignalHandling, DataSubject.Reported)
        .FreeText("naar wie het signaal ging, en waarom", "handed_to", "reason")
        .Sensitive("wat met het signaal is gedaan", "outcome", "contribution", "feedback")
        .Sensitive("bij welk huishouden en welke vraag het hoort", "household", "question")
        .Ordinary("wie beoordeelde, en wanneer", "account", "at")
        .Plain("id", "signal", "signal_kind");

    public static readonly StoredData SignalMatch = StoredData.In("signal_match", Purpose.Safety, DataSubject.Residents)
        .Sensitive("dat een signaal een afgeschermd huishouden raakt", "household", "at", "seen_at", "seen_by").Plain("signal");

    public static readonly StoredData DutyToTell = StoredData.In("duty_to_tell", Purpose.SignalHandling, DataSubject.Reported)
        .Sensitive("of, en uiterlijk wanneer, iemand moet horen dat er iets is gemeld, en van welk huishouden", "household", "question", "law", "safety", "state", "due_on")
        .Ordinary("wie het signaal beoordeelde, of het vertellen overnam", "assessor", "controller").Plain("id", "signal", "signal_kind", "version");

    public static readonly StoredData Notice = StoredData.In("notice", Purpose.SignalHandling, DataSubject.Reported)
        .FreeText("wat is verteld en wat over de melder is gezegd, of waarom het nog niet is verteld", "words", "place", "source_shown", "ground", "reason")
        .Sensitive("of er iets over de melder is gezegd", "source")
        .Ordinary("wie het vertelde, wanneer en hoe, of wanneer er opnieuw naar wordt gekeken", "account", "at", "state", "told_on", "manner", "review_on").Plain("id", "duty");

    public static readonly StoredData NoticePerson = StoredData.In("notice_person", Purpose.SignalHandling, DataSubject.Reported)
        .Sensitive("wie het is verteld", "person").Plain("notice");

    public static readonly Term TellBy = new("Over wie een ander iets meldt, hoort dat bij het eerste gesprek en uiterlijk", _ => "een maand na de melding", Purpose.SignalHandling);

    public static readonly Term WithheldAtMost = new("Wordt dat uitgesteld, dan wordt er opnieuw naar gekeken", _ => $"binnen {Term.Words(Withholding.MostDays, "dag", "dagen")}", Purpose.SignalHandling);

    public static readonly Term NeighbourReport = new("Het signaal van een buur dat niemand beoordeelde, wordt gewist na",
        settings => Term.Words(SignalTerms.From(settings).NeighbourReportWeeks, "week", "weken"), Purpose.SignalHandling, "Signalen:Termijnen:WekenBurenmelding", EndsData: true);

    public static readonly Term Concern = Assessed(SignalKind.Concern, Urgency.FewDays);

    public static readonly Term ConcernToday = Assessed(SignalKind.Concern, Urgency.Today);

    public static readonly Term Request = Assessed(SignalKind.Request, Urgency.FewDays);

    public static readonly Term RequestToday = Assessed(SignalKind.Request, Urgency.Today);

    private static Term Assessed(SignalKind kind, Urgency urgency) => new($"Een signaal van het soort '{kind.Label()}' ({urgency.Label()}) wordt beoordeeld",
        settings => SignalTerms.From(settings).AssessWithin[(kind, urgency)] is > 0 and var days ? $"binnen {Term.Words(days, "werkdag", "werkdagen")}" : "dezelfde werkdag",
        Purpose.SignalHandling, $"Signalen:Termijnen:{kind}:{urgency}");
}
