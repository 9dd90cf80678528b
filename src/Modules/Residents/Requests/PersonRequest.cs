using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Uitkomst van een verzoek.</summary>
internal enum RequestOutcome
{
    [Label("Ja")] Granted,
    [Label("Deels")] Partly,
    [Label("Nee")] Refused,
}

/// <summary>Grond om niet te vernietigen: there are no others (Jeugdwet art. 7.3.9, second paragraph, and art. 7.3.15).</summary>
internal enum RefusalGround
{
    [Label("Een wet schrijft voor dat het blijft")] RequiredByLaw,
    [Label("Iemand anders heeft er een groot belang bij dat het blijft")] OthersInterest,
    /// <summary>Only of what a parent asks (art. 7.3.15): in words that do not say who objects.</summary>
    [Label("Vernietigen past niet bij goede hulp aan het kind")] GoodCare,
}

/// <summary>Namens wie iets wordt gevraagd.</summary>
/// <param name="By">The parent who asks it for a child.</param>
/// <param name="Unable">The child is 12 or older, and cannot weigh this yet.</param>
internal sealed record AskedFor(PersonId By, bool Unable = false);

/// <summary>Verzoek: correction, a copy, erasure, restriction, an objection or a name, with the term that binds the municipality (AVG art. 12(3)).</summary>
internal sealed class PersonRequest : IVersioned
{
    public const int MostWords = 2000;
    private const int Months = 1;
    private const int MoreMonths = 2;
    // Jeugdwet art. 7.3.9, first paragraph.
    private const int MonthsToDestroy = 3;

    private PersonRequest() { }

    public PersonRequestId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    /// <summary>Whose data it is about.</summary>
    public PersonId Person { get; private init; }
    public RequestKind Kind { get; private init; }
    /// <summary>The parent who asks it for a child; null when the person asks it themselves.</summary>
    public PersonId? AskedBy { get; private init; }
    /// <summary>The child is 12 or older, and someone who works there judged that it cannot weigh this yet.</summary>
    public bool Unable { get; private init; }
    public string? Words { get; private init; }
    /// <summary>The line of the read log whose name is asked; only of a request for a name.</summary>
    public long? Look { get; private init; }
    public DateTimeOffset AskedAt { get; private init; }
    /// <summary>Who wrote it down: the person themselves, or someone of the circle on their behalf.</summary>
    public AccountId ByAccount { get; private init; }
    public bool OnBehalf { get; private init; }
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset? ExtendedAt { get; private set; }
    public AccountId? ExtendedBy { get; private set; }
    public string? ExtendedBecause { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public AccountId? AnsweredBy { get; private set; }
    public RequestOutcome? Outcome { get; private set; }
    /// <summary>Only of destruction that was not granted as a whole.</summary>
    public RefusalGround? RefusalGround { get; private set; }
    public string? Answer { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Who asked it, and who alone may take it back.</summary>
    public PersonId Asker => AskedBy ?? Person;

    /// <summary>What is gone does not come back: whoever has a say in it stops it by saying no.</summary>
    public bool CannotBeUndone => Kind is RequestKind.Erase or RequestKind.Destroy;

    /// <summary>Who can see the name of who looked has been given sight of all requests, or of the safety compartment; the contact person corrects and gives copies.</summary>
    public static bool Decides(Actor actor, RequestKind kind) => actor.May(Permission.HandleRequests) || actor.May(Permission.HandleSafety) || kind is RequestKind.Correct or RequestKind.Copy;

    public bool Decides(Actor actor) => Decides(actor, Kind);

    /// <summary>Granted, it restricts what is done with the data, see <see cref="Restriction"/>.</summary>
    public bool Restricts => Kind is RequestKind.Restrict or RequestKind.Object;

    /// <summary>The other parents with authority are heard first (BW 1:253i).</summary>
    public bool HearsOtherParents => AskedBy is not null && CannotBeUndone;

    /// <summary>Whether the child is heard before a parent's request is granted: from 12 to 16, on the day on which it was asked (ADR 0100). Of a child whose birth nobody wrote down, who handles it finds out.</summary>
    public bool HearsChild(DateOnly? born)
    {
        var asked = Amsterdam.Date(AskedAt);
        return AskedBy is not null && (born is not { } day || (day.AddYears(Ages.OwnDoor) <= asked && day.AddYears(Ages.DecidesAlone) > asked));
    }

    public bool IsOpen => AnsweredAt is null && WithdrawnAt is null;

    /// <param name="person">Whose data it is about.</param>
    /// <param name="onBehalf">Someone of the circle writes it down for them.</param>
    /// <param name="parent">Who asks it for a child: see <see cref="WhoAsks"/>.</param>
    public static PersonRequest Ask(RequestKind kind, PersonCard person, string? words, long? look, bool onBehalf, Because because, AskedFor? parent = null, PersonRequestId? id = null)
    {
        if (parent is not null && kind == RequestKind.Names) throw new ArgumentException("Who looked is not asked for another.", nameof(parent));
        if ((kind == RequestKind.Names) != look is not null) throw new ArgumentException("Only a name is asked of a look.", nameof(look));
        if (NeedsWords(kind)) ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return new PersonRequest
        {
            Id = id ?? Kernel.Id.New<PersonRequestId>(),
            Household = person.Household,
            Person = person.Id,
            Kind = kind,
            AskedBy = parent?.By,
            Unable = parent?.Unable ?? false,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
            Look = look,
            AskedAt = because.At,
            ByAccount = because.Actor.Account ?? throw new InvalidOperationException("Someone writes it down."),
            OnBehalf = onBehalf,
            DueOn = TermFrom(kind, because.At),
        };
    }

    /// <summary>What is wrong, or what has to go, cannot be guessed.</summary>
    public static bool NeedsWords(RequestKind kind) => kind is RequestKind.Correct or RequestKind.Erase or RequestKind.Restrict or RequestKind.Object;

    /// <summary>The first day after which it is late. A month later at most, and of destruction three, in which it is gone too; days on which the office is shut do not lengthen what a resident was promised.</summary>
    public static DateOnly TermFrom(RequestKind kind, DateTimeOffset asked) => Amsterdam.Date(asked).AddMonths(kind == RequestKind.Destroy ? MonthsToDestroy : Months);

    /// <summary>Why the term cannot be made longer; null when it can. Once, and told within the first month (AVG art. 12(3)).</summary>
    public string? RefusesExtension(DateTimeOffset now) =>
        !IsOpen ? "Dit verzoek is al afgehandeld."
        : Kind == RequestKind.Destroy ? "Deze termijn kan niet langer: binnen drie maanden is het weg (Jeugdwet art. 7.3.9)."
        : ExtendedAt is not null ? "De termijn is al een keer verlengd. Vaker mag niet."
        : Amsterdam.Date(now) > DueOn ? "De termijn is voorbij. Verlengen kan alleen in de eerste maand."
        : null;

    public void Extend(string reason, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (RefusesExtension(because.At) is { } no) throw new InvalidOperationException(no);
        (ExtendedAt, ExtendedBy, ExtendedBecause) = (because.At, because.Actor.Account, reason.Trim());
        DueOn = Amsterdam.Date(AskedAt).AddMonths(Months + MoreMonths);
    }

    /// <summary>Whether a refusal of this, or of a part, needs one of the grounds in law.</summary>
    public bool NeedsGround(RequestOutcome? outcome) => Kind == RequestKind.Destroy && outcome is RequestOutcome.Partly or RequestOutcome.Refused;

    public void Decide(RequestOutcome outcome, string words, Because because, RefusalGround? ground = null)
    {
        if (ground == Requests.RefusalGround.GoodCare && AskedBy is null) throw new ArgumentException("That is said to who stands in for a child.", nameof(ground));
        if (NeedsGround(outcome) != ground is not null) throw new ArgumentException("Destruction is refused on a ground in law, and nothing else is.", nameof(ground));
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        if (!IsOpen) throw new InvalidOperationException("A request is answered once.");
        (AnsweredAt, AnsweredBy, Outcome, RefusalGround, Answer) = (because.At, because.Actor.Account, outcome, ground, words.Trim());
    }

    public void Withdraw(Because because)
    {
        if (!IsOpen) throw new InvalidOperationException("What was answered stands.");
        WithdrawnAt = because.At;
    }
}
