using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.Access;

/// <summary>Wat deze module bewaart over mensen.</summary>
internal static class AccessData
{
    public static readonly StoredData Organisation = StoredData.In("organisation", Purpose.Administration, DataSubject.Nobody).Plain("id", "name", "kind", "phone", "objection_address", "version");

    public static readonly StoredData Team = StoredData.In("team", Purpose.Administration, DataSubject.Nobody).Plain("id", "name", "organisation", "version");

    public static readonly StoredData TeamWijk = StoredData.In("team_wijk", Purpose.Administration, DataSubject.Nobody).Plain("team", "wijk_code");

    public static readonly StoredData Account = StoredData.In("account", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("naam", "name", "search_text")
        .Ordinary("e-mailadres", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed")
        .Ordinary("telefoonnummer", "phone_number", "phone_number_confirmed")
        .Ordinary("functie, rol, organisatie en team", "function", "role", "organisation", "team")
        .Ordinary("hoe iemand zich aanmeldt (nooit het wachtwoord zelf)", "password_hash", "two_factor_enabled", "must_change_password", "password_until")
        .Ordinary("mislukte pogingen om zich aan te melden", "lockout_end", "lockout_enabled", "access_failed_count")
        .Plain("id", "security_stamp", "concurrency_stamp", "active", "version");

    public static readonly StoredData OfficerRequest = StoredData.In("officer_request", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("wie aandachtsfunctionaris werd, op wiens vraag en met wiens ja", "asked_by", "asked_at", "answer", "answered_by", "answered_at")
        .Plain("id", "account", "organisation", "version");

    public static readonly StoredData Claim = StoredData.In("account_claim", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("kenmerken van een account", "claim_type", "claim_value").Plain("id", "user_id");

    public static readonly StoredData Login = StoredData.In("account_login", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("het kenmerk bij de organisatie waar iemand zich aanmeldt", "login_provider", "provider_key", "provider_display_name").Plain("user_id");

    public static readonly StoredData Token = StoredData.In("account_token", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("de sleutel van de code-app en de herstelcodes, versleuteld", "login_provider", "name", "value").Plain("user_id");

    public static readonly StoredData Passkey = StoredData.In("account_passkey", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("toegangssleutels (nooit een vinger of gezicht: die blijven op het apparaat)", "credential_id", "data").Plain("user_id");

    public static readonly StoredData Session = StoredData.In("account_session", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("wanneer, waarmee en hoe iemand is aangemeld", "started_at", "seen_at", "ended_at", "device", "method", "provider", "id_token", "provider_session").Plain("id", "account", "stamp");

    public static readonly StoredData Change = StoredData.In("sign_in_change", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("wat er veranderde aan hoe iemand zich aanmeldt, wanneer en op welk apparaat, en wanneer die persoon dat bevestigde", "kind", "at", "device", "session", "answered_at", "answered_on").Plain("id", "account");

    public static readonly StoredData Device = StoredData.In("known_device", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("apparaten waarop iemand zich eerder aanmeldde", "failures", "locked_until", "seen_at").Plain("id", "account");

    public static readonly StoredData Challenge = StoredData.In("spent_challenge", Purpose.Administration, DataSubject.Nobody).Plain("hash", "spent_at");

    public static readonly Term ClosedKept = LogTerms.Of("Een gesloten account (naam, e-mailadres, functie), waarmee niemand nog binnenkomt, blijft bewaard", "GeslotenAccounts",
        "het programma wist het niet zelf: in het inzagelog staat wie keek, en dat moet een naam houden; de gemeente haalt naam, e-mailadres en aanmeldgegevens daarna weg. Het account van een bewoner gaat met het dossier mee");

    public static readonly Term Idle = new("Wie niets doet, is afgemeld na", AccountSession.Idle, Purpose.Administration);

    public static readonly Term Longest = new("Wie door blijft werken, meldt zich opnieuw aan na", AccountSession.Longest, Purpose.Administration);

    public static readonly Term SessionKept = new("Waar iemand was aangemeld, wordt na het afmelden gewist na", AccountSession.Kept, Purpose.Administration, endsData: true);

    public static readonly Term ChangeKept = new("Wat er veranderde aan hoe iemand zich aanmeldt, wordt na het bevestigen gewist na", SignInChange.Kept, Purpose.Administration, endsData: true);

    public static readonly Term DeviceKept = new("Een apparaat waarop iemand zich niet meer aanmeldt, wordt vergeten na", KnownDevice.Remembered, Purpose.Administration, endsData: true);

    public static readonly Term GivenPassword = new("Een eenmalig wachtwoord werkt", Accounts.Account.GivenPasswordLasts, Purpose.Administration);

    public static readonly Term Locked = new("Na te veel mislukte pogingen is aanmelden dicht voor", Lockout.Time, Purpose.Administration);
}
