using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Contract;

/// <summary>Bijdrage: who asked to hear the answer to an issue. Never a household that was merely counted.</summary>
public sealed record Contribution
{
    public required IssueId Issue { get; init; }
    public SignalId? Signal { get; init; }
    public HouseholdId? Household { get; init; }
    /// <summary>With which question a household takes part.</summary>
    public QuestionId? Question { get; init; }
    public bool WantsAnswer { get; init; }
}

/// <summary>How many brought something in; only to be shown through <see cref="Disclosure"/>.</summary>
public sealed record ContributionCount(int Signals, int Households);

public static class ContributionQueries
{
    private const string CountsOnly = "counts only";

    private static readonly Expression<Func<IssueContribution, Contribution>> Card =
        c => new Contribution { Issue = c.Issue, Signal = c.Signal, Household = c.Household, Question = c.Question, WantsAnswer = c.WantsAnswer };

    extension(Work work)
    {
        /// <summary>The contributions of households and signals that the actor may see.</summary>
        public IQueryable<Contribution> Contributions =>
            work.Query<IssueContribution>().Select(Card);

        /// <summary>What these signals contributed to, for their reporter: the caller has checked reference and secret.</summary>
        /// <remarks>To be asked within <see cref="Work.Beyond"/>: a reporter has no sight of them.</remarks>
        public IQueryable<Contribution> ContributionsOf(IReadOnlyCollection<SignalId> signals) =>
            work.Unscoped<IssueContribution>("the reporter has shown reference and secret of these signals")
                .Where(c => c.Signal != null && signals.Contains(c.Signal.Value)).Select(Card);

        /// <summary>The contributions of which nothing lies in the safety compartment, to count with; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<Contribution> CountableContributions => Countable(work).Select(Card);

        /// <summary>How many contributed to each of these issues, in one query. What lies in the safety compartment counts nowhere: a number that rises would tell of it.</summary>
        public async Task<IReadOnlyDictionary<IssueId, ContributionCount>> ContributionCounts(IReadOnlyCollection<IssueId> issues, CancellationToken cancel = default) =>
            (await work.Beyond(CountsOnly, () => Countable(work).Where(c => issues.Contains(c.Issue)).GroupBy(c => c.Issue)
                .Select(g => new { g.Key, Signals = g.Count(c => c.Signal != null), Households = g.Count(c => c.Household != null) })
                .ToListAsync(cancel))).ToDictionary(g => g.Key, g => new ContributionCount(g.Signals, g.Households));
    }

    private static IQueryable<IssueContribution> Countable(Work work)
    {
        var (questions, signals) = (work.CountableQuestions, work.CountableSignals);
        return work.Unscoped<IssueContribution>(CountsOnly).Where(c => questions.Any(q => q == c.Question) || signals.Any(s => s == c.Signal));
    }
}
