using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Disclose;

/// <summary>Mondelinge mededeling: whom it is about was told of something in the safety compartment, in person and at a safe place; or why that is not safe yet, and when
/// it is weighed again (AVG art. 14, UAVG art. 41.1.i). It lies in the compartment itself and is only ever added.</summary>
internal sealed class Disclosure : IAboutPerson
{
    public const int MostWords = 2000, MostPlace = 200;

    /// <summary>What is put off is weighed again before it is forgotten.</summary>
    public const int MostDays = 92;

    private Disclosure() { }

    public DisclosureId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private init; }
    public Audience Audience { get; private init; }
    public SafetyMark Safety { get; private init; } = SafetyMark.Shielded;
    public int SharedWith { get; private init; }
    public AccountId? Author { get; private init; }
    /// <summary>Who was told, or is to be.</summary>
    public PersonId? About { get; private init; }
    public QuestionId? Question { get; private init; }
    public GoalId? Goal { get; private init; }
    public LetterId? Letter { get; private init; }
    public ConversationId? Conversation { get; private init; }
    /// <summary>Null when it is put off.</summary>
    public DateOnly? ToldOn { get; private init; }
    public string? Place { get; private init; }
    /// <summary>What was told, or why not now.</summary>
    public string Words { get; private init; } = "";
    public DateOnly? ReviewOn { get; private init; }
    public DateTimeOffset At { get; private init; }

    /// <summary>What it is about.</summary>
    public Guid Item => Question?.Value ?? Goal?.Value ?? Letter?.Value ?? Conversation!.Value.Value;

    public static Disclosure Tell(SafeItem item, PersonId whom, DateOnly on, string place, string words, Because because, DisclosureId? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        return Of(item, whom, words, because, on, place.Trim(), reviewOn: null, id);
    }

    public static Disclosure PutOff(SafeItem item, PersonId whom, string reason, DateOnly reviewOn, Because because, DisclosureId? id = null) =>
        Of(item, whom, reason, because, toldOn: null, place: null, reviewOn, id);

    private static Disclosure Of(SafeItem item, PersonId whom, string words, Because because, DateOnly? toldOn, string? place, DateOnly? reviewOn, DisclosureId? id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return new()
        {
            Id = id ?? Kernel.Id.New<DisclosureId>(),
            Household = item.Household,
            Controller = item.Controller,
            Law = item.Law,
            // What somebody keeps for themselves, is not told to colleagues by this either.
            Audience = item.Audience == Audience.Author ? Audience.Author : Audience.Professionals,
            Author = because.Actor.Account ?? throw new InvalidOperationException("Someone tells."),
            About = whom,
            Question = item.Question,
            Goal = item.Goal,
            Letter = item.Letter,
            Conversation = item.Conversation,
            ToldOn = toldOn,
            Place = place,
            Words = words.Trim(),
            ReviewOn = reviewOn,
            At = because.At,
        };
    }
}

internal readonly record struct DisclosureId(Guid Value) : IId<DisclosureId>
{
    public override string ToString() => this.Text();
}
