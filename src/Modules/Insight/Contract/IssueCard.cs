using Samenkracht.Insight.Issues;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Contract;

/// <summary>Kwestie op een lijst: what everyone who signs in may know of it.</summary>
public sealed record IssueCard
{
    public required IssueId Id { get; init; }
    public required string Title { get; init; }
    public required Theme Theme { get; init; }
    public required string Summary { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>Title and summary in the one form for searching.</summary>
    public required string SearchText { get; init; }
}

public static class IssueQueries
{
    extension(Work work)
    {
        /// <summary>All collective issues: they hold areas, communities and actions, and no people.</summary>
        public IQueryable<IssueCard> Issues => work.Query<CollectiveIssue>().Select(i => new IssueCard
        {
            Id = i.Id,
            Title = i.Title,
            Theme = i.Theme,
            Summary = i.Summary,
            OpenedAt = i.OpenedAt,
            SearchText = i.SearchText,
        });
    }
}
