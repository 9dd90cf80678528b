using Samenkracht.Kernel;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals;

/// <summary>Uitkomst van een beoordeling.</summary>
internal enum Outcome
{
    [Label("Vraag van een huishouden")] Question,
    /// <summary>What a later module brought: see <see cref="IAssessmentOutcome"/>.</summary>
    [Label("Gezamenlijk opgepakt")] Contributed,
    [Label("Doorgegeven aan een andere organisatie")] HandedOver,
    [Label("Geen actie")] NoAction,
}

/// <summary>Besluit: an outcome with what belongs to it. Made by the four methods, so that nothing is missing.</summary>
internal sealed record Decision
{
    private Decision(Outcome outcome) => Outcome = outcome;

    public Outcome Outcome { get; }
    public HouseholdId? Household { get; private init; }
    public QuestionId? Question { get; private init; }
    public string? Contribution { get; private init; }
    public string? HandedTo { get; private init; }
    public string? Reason { get; private init; }

    public static Decision AsQuestion(HouseholdId household, QuestionId question) => new(Outcome.Question) { Household = household, Question = question };

    public static Decision Contributes(IAssessmentOutcome outcome) => new(Outcome.Contributed) { Contribution = outcome.Code };

    public static Decision HandOver(string to, string? reason) => new(Outcome.HandedOver) { HandedTo = to, Reason = reason };

    public static Decision NoAction(string reason) => new(Outcome.NoAction) { Reason = reason };
}

/// <summary>Beoordeling: what was done with a signal, by whom and when. One per signal, held by the database.</summary>
internal sealed class Assessment
{
    private Assessment() { }

    public Guid Id { get; private set; }
    public SignalId Signal { get; private set; }
    public SignalKind SignalKind { get; private set; }
    public Outcome Outcome { get; private set; }
    public string? Contribution { get; private set; }
    public string? HandedTo { get; private set; }
    public string? Reason { get; private set; }
    public HouseholdId? Household { get; private set; }
    public QuestionId? Question { get; private set; }
    public Feedback Feedback { get; private set; }
    public AccountId Account { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal static Assessment Of(Signal signal, Decision decision, Because because) => new()
    {
        Id = Guid.NewGuid(),
        Signal = signal.Id,
        SignalKind = signal.Kind,
        Outcome = decision.Outcome,
        Contribution = decision.Contribution,
        HandedTo = decision.HandedTo,
        Reason = decision.Reason,
        Household = decision.Household,
        Question = decision.Question,
        Feedback = FeedbackTable.Of(Reporters.Of(signal), decision.Outcome),
        Account = because.Actor.Account ?? throw new InvalidOperationException("Only someone with an account assesses a signal."),
        At = because.At,
    };
}
