using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Consent;

/// <summary>Waarvoor om instemming is gevraagd.</summary>
internal enum ConsentKind
{
    [Label("Hulp")] Help,
    [Label("Delen")] Sharing,
}

/// <summary>Wat er wordt gevraagd.</summary>
/// <param name="With">Who helps, or with whom is shared.</param>
/// <param name="ToLaw">Under which law the other works; only when something is shared.</param>
internal sealed record WantedConsent(ConsentKind Kind, Law Law, OrganisationId With, Law? ToLaw, string What, string Why);

/// <summary>Vraag om instemming: whether someone agrees to help, or to sharing with another. It is no legal basis (AVG art. 6) and no answer ends what someone has a right to.</summary>
internal sealed class ConsentRequest : IAboutPerson, IVersioned
{
    public const int MostWords = 500;

    private ConsentRequest() { }

    public ConsentRequestId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private init; }
    public Audience Audience { get; private init; }
    public SafetyMark Safety { get; private init; }
    public int SharedWith { get; private init; }
    public AccountId? Author { get; private init; }
    /// <summary>Who is asked.</summary>
    public PersonId? About { get; private init; }
    public ConsentKind Kind { get; private init; }
    public OrganisationId WithOrganisation { get; private init; }
    public Law? ToLaw { get; private init; }
    public string What { get; private init; } = "";
    public string Why { get; private init; } = "";
    public DateTimeOffset AskedAt { get; private init; }
    /// <summary>The question no longer matters: the help stopped, or nothing is shared any more.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public static ConsentRequest Ask(HouseholdId household, PersonId whom, WantedConsent wanted, OrganisationId controller, Because because, ConsentRequestId? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.What);
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.Why);
        if ((wanted.Kind == ConsentKind.Sharing) != wanted.ToLaw is not null) throw new ArgumentException("What is shared goes to someone under a law.", nameof(wanted));
        return new ConsentRequest
        {
            Id = id ?? Kernel.Id.New<ConsentRequestId>(),
            Household = household,
            Controller = controller,
            Law = wanted.Law,
            Author = because.Actor.Account,
            About = whom,
            Kind = wanted.Kind,
            WithOrganisation = wanted.With,
            ToLaw = wanted.ToLaw,
            What = wanted.What.Trim(),
            Why = wanted.Why.Trim(),
            AskedAt = because.At,
        };
    }

    /// <summary>Yes or no, as often as someone changes their mind; every answer stays.</summary>
    /// <param name="by">Who answered: the one asked, or a parent for a child.</param>
    /// <param name="spoken">Said to someone of the circle, who writes it down.</param>
    public ConsentAnswer Answer(PersonId by, bool agrees, string? words, bool spoken, Because because)
    {
        if (EndedAt is not null) throw new InvalidOperationException("The question no longer stands.");
        return new ConsentAnswer
        {
            Id = Kernel.Id.New<ConsentAnswerId>(),
            Request = Id,
            ByPerson = by,
            ByAccount = because.Actor.Account ?? throw new InvalidOperationException("Someone writes it down."),
            Spoken = spoken,
            Agrees = agrees,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
            At = because.At,
        };
    }

    /// <summary>Why someone of the circle cannot write this answer down; null when they can. What somebody said themselves is not overruled by what another heard.</summary>
    /// <param name="who">Who said it: the one asked, or a parent for a child.</param>
    public string? RefusesSpoken(PersonId who, bool agrees, IEnumerable<ConsentAnswer> before, Actor by) =>
        agrees && before.Where(a => a.ByPerson == who && !a.Spoken).MaxBy(a => a.At) is { Agrees: false } ? "Hierop is zelf nee gezegd. Alleen de bewoner kan dat veranderen, bij Mijn Samenkracht."
        : agrees && Kind == ConsentKind.Sharing && WithOrganisation == by.Organisation && WithOrganisation != Controller ? "Uw organisatie krijgt dan gegevens. Laat een collega van wie deelt dit opschrijven, of de bewoner zelf."
        : null;

    public void End(Because because) => EndedAt ??= because.At;
}

/// <summary>Antwoord op een vraag om instemming.</summary>
internal sealed class ConsentAnswer
{
    public required ConsentAnswerId Id { get; init; }
    public required ConsentRequestId Request { get; init; }
    public required PersonId ByPerson { get; init; }
    public required AccountId ByAccount { get; init; }
    public bool Spoken { get; init; }
    public bool Agrees { get; init; }
    public string? Words { get; internal set; }
    public DateTimeOffset At { get; init; }

    /// <summary>The same, for who may know of the answer and not of the reason.</summary>
    public ConsentAnswer WithoutWords()
    {
        var told = (ConsentAnswer)MemberwiseClone();
        told.Words = null;
        return told;
    }
}
