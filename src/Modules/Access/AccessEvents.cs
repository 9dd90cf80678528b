using Samenkracht.Kernel;

namespace Samenkracht.Access;

/// <summary>What the journal keeps of signing in and of managing accounts.</summary>
internal static class AccessEvents
{
    public static readonly JournalKind SignedIn = new("access.signed-in", "Aangemeld", Purpose.Administration);
    public static readonly JournalKind NewDevice = new("access.new-device", "Aangemeld op een apparaat dat wij nog niet kenden", Purpose.Administration);
    public static readonly JournalKind SignInFailed = new("access.sign-in-failed", "Aanmelden mislukt", Purpose.Administration);
    public static readonly JournalKind LockedOut = new("access.locked-out", "Account tijdelijk op slot", Purpose.Administration);
    public static readonly JournalKind SignedOut = new("access.signed-out", "Afgemeld", Purpose.Administration);
    public static readonly JournalKind SignedOutEverywhere = new("access.signed-out-everywhere", "Overal afgemeld", Purpose.Administration);
    public static readonly JournalKind SessionEnded = new("access.session-ended", "Aanmelding op een ander apparaat beëindigd", Purpose.Administration);
    public static readonly JournalKind PasswordChanged = new("access.password-changed", "Wachtwoord gewijzigd", Purpose.Administration);
    public static readonly JournalKind AuthenticatorOn = new("access.authenticator-on", "Code-app gekoppeld", Purpose.Administration);
    public static readonly JournalKind AuthenticatorOff = new("access.authenticator-off", "Code-app losgekoppeld", Purpose.Administration);
    public static readonly JournalKind RecoveryCodeUsed = new("access.recovery-code-used", "Aangemeld met een herstelcode", Purpose.Administration);
    public static readonly JournalKind RecoveryCodesMade = new("access.recovery-codes-made", "Nieuwe herstelcodes gemaakt", Purpose.Administration);
    public static readonly JournalKind PasskeyAdded = new("access.passkey-added", "Toegangssleutel toegevoegd", Purpose.Administration);
    public static readonly JournalKind PasskeyRenamed = new("access.passkey-renamed", "Naam van een toegangssleutel gewijzigd", Purpose.Administration);
    public static readonly JournalKind PasskeyRemoved = new("access.passkey-removed", "Toegangssleutel verwijderd", Purpose.Administration);
    public static readonly JournalKind ProviderVouched = new("access.provider-vouched", "Aangemeld bij een organisatie, code nog nodig", Purpose.Administration);
    public static readonly JournalKind ProviderLinked = new("access.provider-linked", "Aanmelden via een organisatie gekoppeld", Purpose.Administration);
    public static readonly JournalKind ProviderUnlinked = new("access.provider-unlinked", "Aanmelden via een organisatie losgemaakt", Purpose.Administration);
    public static readonly JournalKind SignedOutThere = new("access.signed-out-there", "Afgemeld door de organisatie waar iemand zich aanmeldde", Purpose.Administration);
    public static readonly JournalKind ProviderSaidSignedOut = new("access.provider-said-signed-out", "Bericht van afmelding van een organisatie", Purpose.Administration);
    public static readonly JournalKind ChangesKnown = new("access.changes-known", "Bevestigd wat er aan de aanmelding veranderde", Purpose.Administration);
    public static readonly JournalKind AccountCreated = new("access.account-created", "Account gemaakt", Purpose.Administration);
    public static readonly JournalKind AccountChanged = new("access.account-changed", "Account gewijzigd", Purpose.Administration);
    public static readonly JournalKind AddressChanged = new("access.address-changed", "E-mailadres om mee aan te melden gewijzigd", Purpose.Administration);
    public static readonly JournalKind AccountClosed = new("access.account-closed", "Account gesloten", Purpose.Administration);
    public static readonly JournalKind AccountReopened = new("access.account-reopened", "Account weer geopend", Purpose.Administration);
    public static readonly JournalKind OfficerAsked = new("access.officer-asked", "Aandachtsfunctionaris gevraagd", Purpose.Administration);
    public static readonly JournalKind OfficerConfirmed = new("access.officer-confirmed", "Aandachtsfunctionaris bevestigd", Purpose.Administration);
    public static readonly JournalKind OfficerRefused = new("access.officer-refused", "Aandachtsfunctionaris niet bevestigd", Purpose.Administration);
    public static readonly JournalKind OfficerWithdrawn = new("access.officer-withdrawn", "Aanvraag van een aandachtsfunctionaris ingetrokken", Purpose.Administration);
    public static readonly JournalKind PasswordReset = new("access.password-reset", "Eenmalig wachtwoord gegeven", Purpose.Administration);
    public static readonly JournalKind OrganisationSaved = new("access.organisation-saved", "Organisatie bewaard", Purpose.Administration);
    public static readonly JournalKind TeamSaved = new("access.team-saved", "Team bewaard", Purpose.Administration);
}
