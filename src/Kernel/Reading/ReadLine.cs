using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;

namespace Samenkracht.Kernel.Reading;

/// <summary>Soort inzage: what somebody did to see something. To see a name in a list is another event than to open the file.</summary>
public enum LookEvent
{
    [Label("Geopend")] Opened,
    [Label("Gezien in een lijst")] Listed,
    [Label("Gezien bij het zoeken")] Found,
    [Label("Gezien dat er iemand betrokken is")] Involvement,
    [Label("Uitgevoerd")] Exported,
}

/// <summary>Soort gegevens: which part of a file was seen.</summary>
public enum LookData
{
    [Label("Dat er iemand betrokken is")] Existence,
    [Label("Naam en adres")] NameAndAddress,
    [Label("Dossier")] File,
    [Label("Burgerservicenummer")] Bsn,
    [Label("Signaal")] Signal,
}

/// <summary>Grond van inzage: why the one who looked may see this.</summary>
public enum LookBasis
{
    [Label("Zit in de kring")] Circle,
    [Label("Beoordeelt signalen")] Assessment,
    [Label("Eigen zaken")] OwnAffairs,
    [Label("Noodtoegang")] Emergency,
    [Label("Aandachtsfunctionaris")] Safety,
    [Label("Weet de volledige naam of het volledige adres")] Existence,
    [Label("Het systeem")] System,
    [Label("Geen")] None,
}

/// <summary>Uitkomst van inzage.</summary>
public enum LookOutcome
{
    [Label("Toegestaan")] Allowed,
    [Label("Geweigerd")] Refused,
}

/// <summary>Wijze van inzage: what is looked at and how, as a page says it.</summary>
/// <param name="What">Which page or export, in Dutch; the resident reads it.</param>
/// <param name="Laws">The laws for which the actor works there, as <see cref="Access.Laws"/> adds them up; null where no item of a law was shown.</param>
public sealed record Looking(string What, Purpose Purpose, LookEvent Event = LookEvent.Opened, LookData Data = LookData.File, int? Laws = null)
{
    public static Looking Involvement(string what, Purpose purpose) => new(what, purpose, LookEvent.Involvement, LookData.Existence);

    public static Looking Listed(string what, Purpose purpose) => new(what, purpose, LookEvent.Listed, LookData.NameAndAddress);

    public static Looking Found(string what, Purpose purpose) => new(what, purpose, LookEvent.Found, LookData.NameAndAddress);

    public static Looking Exported(string what, Purpose purpose) => new(what, purpose, LookEvent.Exported, LookData.NameAndAddress);
}

/// <summary>Bekeken: a household; a signal, which need not be any household's; or what waits on the attention officer.</summary>
/// <param name="Entered">For the processing log alone: whose data it was, where the line is no household's.</param>
internal readonly record struct LookedUpon(HouseholdId? Household, Guid? Subject = null, HouseholdId? Entered = null);

/// <summary>Inzage: someone looked at a household. Kept after NEN 7513, apart from the journal, and shown to the resident as "wie keek mee" (docs/adr/0050).</summary>
public sealed class ReadLine : LogLine, ILogged
{
    private ReadLine() { }

    public LookEvent Event { get; private init; }
    public LookOutcome Outcome { get; private init; }
    public HouseholdId? Household { get; private init; }
    /// <summary>The signal that was looked at, or what touches a hidden household. Such a line is no household's: it would betray to them that somebody reported them, or that there was a hit.</summary>
    public Guid? Subject { get; private init; }
    /// <summary>Which page or export, in Dutch.</summary>
    public string What { get; private init; } = "";
    public LookData Data { get; private init; }
    public Purpose Purpose { get; private init; }
    public LookBasis Basis { get; private init; }
    /// <summary>The laws of the membership, as <see cref="Laws"/> adds them up.</summary>
    public int? Laws { get; private init; }
    public AccountId? Account { get; private init; }
    public Role Role { get; private init; }
    public OrganisationId? Organisation { get; private init; }
    /// <summary>Toegangspunt: the sign-in, which knows the device. No network address is kept.</summary>
    public Guid? Session { get; private init; }
    /// <summary>The trace of the processing log.</summary>
    public string? Trace { get; private init; }

    static IReadOnlyList<string> ILogged.Columns { get; } =
    [
        nameof(Event), nameof(Outcome), nameof(Household), nameof(Subject), nameof(What), nameof(Data), nameof(Purpose), nameof(Basis), nameof(Laws),
        nameof(Account), nameof(Role), nameof(Organisation), nameof(Session), nameof(Trace),
    ];

    internal static ReadLine Of(Actor actor, LookedUpon seen, Looking look, LookOutcome outcome, DateTimeOffset at, string trace) => new()
    {
        At = at,
        Event = look.Event,
        Outcome = outcome,
        Household = seen.Household,
        Subject = seen.Subject,
        What = look.What,
        Data = look.Data,
        Purpose = look.Purpose,
        Basis = outcome == LookOutcome.Refused ? LookBasis.None : BasisOf(actor, look),
        Laws = look.Laws,
        Account = actor.Account,
        Role = actor.Role,
        Organisation = actor.Organisation,
        Session = actor.Session,
        Trace = trace,
    };

    private static LookBasis BasisOf(Actor actor, Looking look) =>
        actor.IsSystem ? LookBasis.System
        : actor.Role is Role.Resident or Role.Supporter ? LookBasis.OwnAffairs
        : actor.Emergency is not null ? LookBasis.Emergency
        : look.Data == LookData.Existence ? LookBasis.Existence
        : actor.Role == Role.AttentionOfficer ? LookBasis.Safety
        : look.Data == LookData.Signal ? LookBasis.Assessment
        : LookBasis.Circle;
}

/// <summary>Zegel van een inzage.</summary>
internal sealed class ReadSeal : Seal;
