using Samenkracht.Kernel;
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

/// <summary>Verzoek: correction, a copy, erasure or a name, with the term that binds the municipality (AVG art. 12(3)).</summary>
internal sealed class PersonRequest : IVersioned
{
    public const int MostWords = 2000;
    private const int Months = 1;
    private const int MoreMonths = 2;

    private PersonRequest() { }

    public PersonRequestId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    /// <summary>Whose data it is about.</summary>
    public PersonId Person { get; private init; }
    public RequestKind Kind { get; private init; }
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
    public string? Answer { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => AnsweredAt is null && WithdrawnAt is null;

    /// <param name="person">Whose data it is about.</param>
    /// <param name="onBehalf">Someone of the circle writes it down for them.</param>
    public static PersonRequest Ask(RequestKind kind, PersonCard person, string? words, long? look, bool onBehalf, Because because)
    {
        if ((kind == RequestKind.Names) != look is not null) throw new ArgumentException("Only a name is asked of a look.", nameof(look));
        if (NeedsWords(kind)) ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return new PersonRequest
        {
            Id = Kernel.Id.New<PersonRequestId>(),
            Household = person.Household,
            Person = person.Id,
            Kind = kind,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
            Look = look,
            AskedAt = because.At,
            ByAccount = because.Actor.Account ?? throw new InvalidOperationException("Someone writes it down."),
            OnBehalf = onBehalf,
            DueOn = TermFrom(because.At),
        };
    }

    /// <summary>What is wrong, or what has to go, cannot be guessed.</summary>
    public static bool NeedsWords(RequestKind kind) => kind is RequestKind.Correct or RequestKind.Erase;

    /// <summary>A month later at most; days on which the office is shut do not lengthen what a resident was promised.</summary>
    public static DateOnly TermFrom(DateTimeOffset asked) => Amsterdam.Date(asked).AddMonths(Months);

    /// <summary>Why the term cannot be made longer; null when it can. Once, and told within the first month (AVG art. 12(3)).</summary>
    public string? RefusesExtension(DateTimeOffset now) =>
        !IsOpen ? "Dit verzoek is al afgehandeld."
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

    public void Decide(RequestOutcome outcome, string words, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        if (!IsOpen) throw new InvalidOperationException("A request is answered once.");
        (AnsweredAt, AnsweredBy, Outcome, Answer) = (because.At, because.Actor.Account, outcome, words.Trim());
    }

    public void Withdraw(Because because)
    {
        if (!IsOpen) throw new InvalidOperationException("What was answered stands.");
        WithdrawnAt = because.At;
    }
}
