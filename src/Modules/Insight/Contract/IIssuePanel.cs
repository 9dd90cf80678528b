using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Contract;

/// <summary>Stap in de keten van een kwestie, as <c>sk-step</c> shows it.</summary>
/// <param name="State">done, now or next.</param>
public sealed record IssueStep(string Title, string? Value, string Text, string State, string? Url = null);

/// <summary>What a later module adds to an issue: steps of the chain after it, and a panel on its page.</summary>
/// <param name="Standing">Where the issue stands, in a few words for a list; null when the module has nothing to say.</param>
/// <param name="Partial">Path of the partial view; null when there is no panel.</param>
/// <param name="Model">What the partial shows.</param>
public sealed record IssuePanel(string? Standing, IReadOnlyList<IssueStep> Steps, string? Partial = null, object? Model = null);

/// <summary>Slot: later modules show what became of issues. Asked for a whole list at once.</summary>
public interface IIssuePanel
{
    /// <summary>For each issue that the module has something to say of, in a fixed number of queries.</summary>
    Task<IReadOnlyDictionary<IssueId, IssuePanel>> For(Work work, IReadOnlyCollection<IssueId> issues, CancellationToken cancel);
}
