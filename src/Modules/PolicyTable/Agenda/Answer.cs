using Samenkracht.Kernel;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Besluit: what the answer comes down to.</summary>
internal enum Decision
{
    [Label("Wij doen dit")] Done,
    [Label("Wij doen een deel")] Partly,
    [Label("Wij doen dit niet")] Declined,
    [Label("Wij zoeken dit uit")] Examined,
}

/// <summary>Antwoord: what a table says to a question. Everyone may read it, so it is about the issue and never about a person.</summary>
internal sealed class Answer
{
    public const int MaxText = 4000;

    private Answer() { }

    public AgendaItemId Item { get; private set; }
    public Decision Decision { get; private set; }
    public string Text { get; private set; } = "";
    public AccountId AnsweredBy { get; private set; }
    public DateTimeOffset AnsweredAt { get; private set; }

    internal static Answer Give(Because because, AgendaItemId item, Decision decision, string text) => new()
    {
        Item = item,
        Decision = decision,
        Text = text.Trim(),
        AnsweredBy = because.Actor.Account ?? throw new InvalidOperationException("Only a person answers."),
        AnsweredAt = because.At,
    };
}

/// <summary>Is dit een antwoord? What someone who asked thinks of it: one voice per signal and per household, which may change.</summary>
internal sealed class AnswerOpinion
{
    public const int MaxWords = 1000;

    private AnswerOpinion() { }

    public AnswerOpinionId Id { get; private set; }
    public AgendaItemId Item { get; private set; }
    public SignalId? Signal { get; private set; }
    public HouseholdId? Household { get; private set; }
    /// <summary>With which question that household takes part: who may not see it does not see this either.</summary>
    public QuestionId? Question { get; private set; }
    public bool IsAnswer { get; private set; }
    public string? Words { get; private set; }
    public AccountId? GivenBy { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    public static AnswerOpinion OfReporter(Because because, AgendaItemId item, SignalId signal, bool isAnswer, string? words) =>
        new AnswerOpinion { Id = Kernel.Id.New<AnswerOpinionId>(), Item = item, Signal = signal }.Say(because, isAnswer, words);

    public static AnswerOpinion OfHousehold(Because because, AgendaItemId item, HouseholdId household, QuestionId question, bool isAnswer, string? words) =>
        new AnswerOpinion { Id = Kernel.Id.New<AnswerOpinionId>(), Item = item, Household = household, Question = question }.Say(because, isAnswer, words);

    public AnswerOpinion Say(Because because, bool isAnswer, string? words)
    {
        (IsAnswer, Words) = (isAnswer, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        (GivenBy, GivenAt) = (because.Actor.Account, because.At);
        return this;
    }
}

internal readonly record struct AnswerOpinionId(Guid Value) : IId<AnswerOpinionId>
{
    public override string ToString() => this.Text();
}
