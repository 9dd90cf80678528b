using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.Residents;

/// <summary>Wat deze module bewaart over mensen.</summary>
internal static class ResidentsData
{
    public static readonly StoredData Household = StoredData.In("household", Purpose.Support, DataSubject.Residents)
        .Ordinary("naam van het huishouden", "name", "search_text")
        .Ordinary("adres", "street", "house_number", "postcode", "place", "buurt_code", "address_key", "postcode_key")
        .Sensitive("afscherming voor veiligheid en geheim adres (BRP)", "safety", "secrecy", "has_safety_items")
        .Ordinary("sinds wanneer bekend, en vanaf wanneer bezoek en post mogen", "known_since", "contact_from")
        .Plain("id", "circle_edition", "version");

    public static readonly StoredData Person = StoredData.In("person", Purpose.Support, DataSubject.Residents)
        .Ordinary("naam", "name", "search_name", "name_key")
        .Ordinary("geboortedatum", "birth_date", "born_on")
        .Ordinary("plaats in het gezin", "relation")
        .Ordinary("telefoonnummer", "phone")
        .Sensitive("afscherming voor veiligheid, veilige beltijd en of post veilig is", "safety", "call_from", "call_until", "no_post")
        .Bsn("burgerservicenummer, versleuteld", "bsn", "bsn_hash")
        .Plain("id", "household", "version");

    public static readonly StoredData CircleMember = StoredData.In("circle_member", Purpose.Support, DataSubject.Residents)
        .Sensitive("wie bij een huishouden betrokken is, van wanneer tot wanneer", "account", "role", "since", "until", "ends_at", "beside", "parts", "sees_safety")
        .Plain("id", "household");

    public static readonly StoredData CircleLaw = StoredData.In("circle_law", Purpose.Support, DataSubject.Residents)
        .Sensitive("voor welke wet iemand betrokken is", "law").Plain("member");

    public static readonly StoredData SupportPeriod = StoredData.In("support_period", Purpose.Support, DataSubject.Residents)
        .Sensitive("begeleiding: begin, einde, vaste contactpersoon en vervanger", "coordinator", "deputy", "started_at", "ended_at").Plain("id", "household", "version");

    public static readonly StoredData ResidentAccount = StoredData.In("resident_account", Purpose.OwnAffairs, DataSubject.Residents)
        .Sensitive("met welk account een bewoner zich aanmeldt", "account", "person");

    public static readonly StoredData ParentalAuthority = StoredData.In("parental_authority", Purpose.Support, DataSubject.Residents)
        .Sensitive("of een ouder het gezag over een kind heeft, waar en door wie dat is nagegaan", "parent", "child", "holds", "source", "checked_on", "recorded_at", "recorded_by", "ended_at")
        .Plain("id", "household");

    public static readonly StoredData ViewFreeze = StoredData.In("view_freeze", Purpose.Safety, DataSubject.Residents)
        .FreeText("waarom ouders niet meekijken", "reason")
        .Sensitive("dat ouders niet meekijken, op welke grond, van wanneer tot wanneer", "ground", "frozen_at", "frozen_by", "lifted_at", "lifted_by")
        .Plain("id", "household");

    public static readonly StoredData Invitation = StoredData.In("invitation", Purpose.OwnAffairs, DataSubject.Residents)
        .Ordinary("wie een bewoner vroeg om mee te kijken, en wat diegene is", "person", "name", "kind")
        .Ordinary("wat die mag zien, tot wanneer, en wat ervan kwam", "parts", "ends_at", "invited_at", "valid_until", "accepted_at", "withdrawn_at")
        .Plain("id", "household", "code_hash", "version");

    public static readonly Term InvitationLasts = new("De code van een uitnodiging werkt", Beside.Invitation.Valid, Purpose.OwnAffairs);

    public static readonly StoredData ContactHold = StoredData.In("contact_hold", Purpose.Safety, DataSubject.Residents)
        .FreeText("waarom bezoek en post weer konden", "released_because")
        .Sensitive("dat bezoek en post wachten, en waarom", "matched", "ground", "blocks", "held_at", "released_at", "released_by").Plain("id", "household", "version");

    public static readonly StoredData EmergencyAccess = StoredData.In("emergency_access", Purpose.Emergency, DataSubject.Residents)
        .FreeText("reden van noodtoegang en het oordeel erover", "reason", "judgement")
        .Ordinary("wie noodtoegang nam en wie oordeelde, wanneer", "account", "organisation", "at", "until", "judged_at", "judged_by", "justified")
        .Plain("id", "household", "version");

    public static readonly StoredData PersonRequest = StoredData.In("person_request", Purpose.DataRights, DataSubject.Residents)
        .FreeText("wat iemand over de eigen gegevens vraagt, het antwoord, en waarom het langer duurt", "words", "answer", "extended_because")
        .Sensitive("het soort verzoek, van wie, welke ouder het vraagt, of het namens iemand is vastgelegd, de grond van een weigering, en over welke keer dat iemand keek", "person", "asked_by", "unable", "kind", "look", "refusal_ground", "on_behalf", "by_account")
        .Ordinary("wanneer het is gevraagd, de termijn, wie antwoordde en wanneer, en de uitkomst",
            "asked_at", "due_on", "extended_at", "extended_by", "answered_at", "answered_by", "outcome", "withdrawn_at")
        .Plain("id", "household", "version");

    public static readonly StoredData RequestVoice = StoredData.In("request_voice", Purpose.DataRights, DataSubject.Residents)
        .FreeText("wat een kind van een verzoek van een ouder zei, of waarom het niet is gehoord, en waarom het verzoek toch is toegewezen", "words", "despite")
        .Sensitive("of het kind zelf en een andere ouder met gezag het met een verzoek van een ouder eens zijn", "person", "kind", "says")
        .Ordinary("wie dat vastlegde en wanneer", "said_at", "recorded_by").Plain("id", "request");

    public static readonly StoredData Restriction = StoredData.In("restriction", Purpose.DataRights, DataSubject.Residents)
        .FreeText("waarom een beperking van de verwerking stopt", "ends_because")
        .Ordinary("dat de verwerking is beperkt, van wanneer tot wanneer, en wie het liet stoppen", "since", "ends_at", "ended_by")
        .Plain("id", "household", "request", "version");

    public static readonly Term RestrictionEnds = new("Wie om beperking vroeg, hoort van tevoren dat zij stopt:", Requests.Restriction.Notice, Purpose.DataRights);

    public static readonly StoredData CircleTakeover = StoredData.In("circle_takeover", Purpose.Support, DataSubject.Accounts)
        .Ordinary("wat een medewerker van een vertrokken collega overnam", "account", "part", "at").Plain("id", "household");

    public static readonly Term EmergencyLasts = new("Noodtoegang duurt", Emergency.EmergencyAccess.Lasts, Purpose.Emergency);

    public static readonly Term LookFirst = new("Bij een nieuw adres wachten bezoek en post", Residents.Household.LookFirst, Purpose.Safety);
}
