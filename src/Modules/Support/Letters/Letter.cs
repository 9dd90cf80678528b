using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Letters;

/// <summary>Soort brief.</summary>
internal enum LetterKind
{
    [Label("Brief")] Letter,
    /// <summary>A written decision under public law (Awb art. 1:3).</summary>
    [Label("Besluit")] Decision,
}

/// <summary>Wat er in een brief staat.</summary>
/// <param name="Outcome">Of a decision, in words that the resident understands.</param>
internal sealed record LetterText(LetterKind Kind, Law Law, string Subject, string Text, string? Outcome, string? Reference)
{
    /// <summary>As it is kept: only a decision has an outcome.</summary>
    public LetterText Trimmed() => this with
    {
        Subject = Subject.Trim(),
        Text = Text.Trim(),
        Outcome = Kind == LetterKind.Decision ? Outcome!.Trim() : null,
        Reference = Kind == LetterKind.Decision && !string.IsNullOrWhiteSpace(Reference) ? Reference.Trim() : null,
    };
}

/// <summary>Mandaat: on whose behalf is decided (Awb art. 10:10), and where one objects (art. 3:45).</summary>
/// <param name="For">The governing body, "het college van burgemeester en wethouders van Waterveen".</param>
internal sealed record Mandate(string For, string ObjectionAddress)
{
    private const string Municipality = "Gemeente ";

    /// <summary>Of the municipality's college; null while nobody filled in where one objects.</summary>
    public static Mandate? Of(OrganisationCard? municipality) => municipality?.ObjectionAddress is { } address ? new(College(municipality.Name), address) : null;

    private static string College(string name) => "het college van burgemeester en wethouders van "
        + (name.StartsWith(Municipality, StringComparison.OrdinalIgnoreCase) ? name[Municipality.Length..] : name.Equals(Municipality.Trim(), StringComparison.OrdinalIgnoreCase) ? "de gemeente" : name);
}

/// <summary>Brief of besluit, to one person. A draft is for who works here; once sent it stands as it is, and a correction is a new one.</summary>
internal sealed class Letter : IAboutPerson, IVersioned
{
    public const int MostSubject = 120;
    public const int MostText = 10_000;
    public const int MostOutcome = 500;
    public const int MostReference = 40;
    private const int ObjectionDays = 42;
    // Algemene termijnenwet art. 1 and 3 name weekends and holidays, not the days on which an office is shut.
    private static readonly WorkingDays Calendar = new(new HashSet<DateOnly>());

    private Letter() { }

    public LetterId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private set; }
    /// <summary>For professionals while it is a draft; then for whom it is addressed to as well.</summary>
    public Audience Audience { get; private set; } = Audience.Professionals;
    public SafetyMark Safety { get; private init; }
    public int SharedWith { get; private init; }
    public AccountId? Author { get; private init; }
    /// <summary>To whom.</summary>
    public PersonId? About { get; private init; }
    public LetterKind Kind { get; private set; }
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? Outcome { get; private set; }
    public string? Reference { get; private set; }
    public DateTimeOffset DraftedAt { get; private init; }
    public DateTimeOffset? SentAt { get; private set; }
    public AccountId? SentBy { get; private set; }
    /// <summary>The last day on which one can object; only of a decision that was sent.</summary>
    public DateOnly? ObjectionUntil { get; private set; }
    /// <summary>On whose behalf it was decided, and where to object, as it stood when it was sent.</summary>
    public string? DecidedFor { get; private set; }
    public string? ObjectionAddress { get; private set; }
    public DateTimeOffset? PostedAt { get; private set; }
    public AccountId? PostedBy { get; private set; }
    /// <summary>When the person it is addressed to first opened it here.</summary>
    public DateTimeOffset? ReadAt { get; private set; }
    public int Version { get; private set; }

    public bool IsSent => SentAt is not null;

    public static Letter Draft(HouseholdId household, PersonId to, SafetyMark safety, LetterText text, OrganisationId controller, Because because, LetterId? id = null)
    {
        var letter = new Letter
        {
            Id = id ?? Kernel.Id.New<LetterId>(),
            Household = household,
            Controller = controller,
            Safety = safety,
            Author = because.Actor.Account,
            About = to,
            DraftedAt = because.At,
        };
        letter.Write(text);
        return letter;
    }

    public void Write(LetterText text)
    {
        if (IsSent) throw new InvalidOperationException("What was sent stands; a correction is a new letter.");
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Text);
        if (text.Kind == LetterKind.Decision) ArgumentException.ThrowIfNullOrWhiteSpace(text.Outcome);
        (Kind, Law, Subject, Text, Outcome, Reference) = text.Trimmed();
    }

    /// <summary>Whether these are the words that stand here.</summary>
    public bool Says(LetterText text) => text.Trimmed() == new LetterText(Kind, Law, Subject, Text, Outcome, Reference);

    /// <param name="mandate">Of a decision, which without it is nobody's and cannot be objected to.</param>
    public void Send(Because because, Mandate? mandate = null)
    {
        if (IsSent) throw new InvalidOperationException("A letter is sent once.");
        (SentAt, SentBy) = (because.At, because.Actor.Account);
        // What lies in the safety compartment is in nobody's portal: it is handed over in person.
        if (Safety == SafetyMark.None) Audience = Audience.Circle;
        if (Kind != LetterKind.Decision) return;
        ArgumentNullException.ThrowIfNull(mandate);
        (ObjectionUntil, DecidedFor, ObjectionAddress) = (TermFrom(Amsterdam.Date(because.At)), mandate.For, mandate.ObjectionAddress);
    }

    /// <summary>Six weeks from the day after it was made known (Awb art. 6:7 and 6:8), and never ending on a weekend or holiday (Algemene termijnenwet art. 1).</summary>
    public static DateOnly TermFrom(DateOnly sent) => Calendar.Add(sent.AddDays(ObjectionDays), 0);

    /// <summary>Printed for the post. The page asked <see cref="ContactRuleQueries"/> first, each time.</summary>
    public void Post(PostRule rule, Because because)
    {
        if (!IsSent || !rule.MayPost) throw new InvalidOperationException("Only what was sent goes by post, and only where post is safe.");
        if (PostedAt is null) (PostedAt, PostedBy) = (because.At, because.Actor.Account);
    }

    /// <summary>Opened by whom it is addressed to: true the first time.</summary>
    public bool Open(Because because)
    {
        if (!IsSent) throw new InvalidOperationException("A draft is nobody's to open.");
        if (ReadAt is not null) return false;
        ReadAt = because.At;
        return true;
    }
}
