using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Issues;

/// <summary>Bijdrage aan een kwestie: someone brought something in and may want to hear the answer. Never a household that a scan merely counted.</summary>
internal sealed class IssueContribution
{
    private IssueContribution() { }

    public IssueContributionId Id { get; private set; }
    public IssueId Issue { get; private set; }
    public SignalId? Signal { get; private set; }
    public HouseholdId? Household { get; private set; }
    /// <summary>What the household asked; who may not see that question does not see that it takes part, for the issue would tell the theme.</summary>
    public QuestionId? Question { get; private set; }
    public bool WantsAnswer { get; private set; }
    public AccountId? AddedBy { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>A signal that was assessed as part of the issue. Its reporter reads the answer by reference and secret, and so by asking.</summary>
    public static IssueContribution BySignal(Because because, IssueId issue, SignalId signal) =>
        new(because, issue) { Signal = signal, WantsAnswer = true };

    /// <summary>A household that takes part, with its own wish to hear the answer or not.</summary>
    public static IssueContribution ByHousehold(Because because, IssueId issue, HouseholdId household, QuestionId question, bool wantsAnswer) =>
        new(because, issue) { Household = household, Question = question, WantsAnswer = wantsAnswer };

    private IssueContribution(Because because, IssueId issue) =>
        (Id, Issue, AddedBy, AddedAt) = (Kernel.Id.New<IssueContributionId>(), issue, because.Actor.Account, because.At);
}

internal readonly record struct IssueContributionId(Guid Value) : IId<IssueContributionId>
{
    public override string ToString() => this.Text();
}
