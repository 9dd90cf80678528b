using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Issues;

/// <summary>Collectieve kwestie: what more than one household meets, taken up together. It names areas and communities, never people.</summary>
internal sealed class CollectiveIssue : IVersioned
{
    public const int MaxTitle = 120;
    public const int MaxSummary = 2000;

    private readonly List<IssueArea> areas = [];
    private readonly List<IssueCommunity> communities = [];

    private CollectiveIssue() { }

    public IssueId Id { get; private set; }
    public string Title { get; private set; } = "";
    public Theme Theme { get; private set; }
    public string Summary { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    /// <summary>The finding that it came from; null when people opened it by themselves.</summary>
    public FindingId? Finding { get; private set; }
    public AccountId OpenedBy { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<IssueArea> Areas => areas;
    public IReadOnlyList<IssueCommunity> Communities => communities;

    public static CollectiveIssue Open(Because because, IssueDraft draft, FindingId? finding = null, IssueId? id = null)
    {
        var issue = new CollectiveIssue
        {
            Id = id ?? Kernel.Id.New<IssueId>(),
            Theme = draft.Theme,
            Finding = finding,
            OpenedBy = because.Actor.Account ?? throw new InvalidOperationException("Only a person opens an issue."),
            OpenedAt = because.At,
        };
        issue.Describe(draft);
        return issue;
    }

    /// <summary>Other words, areas or communities; the theme and where it came from stay.</summary>
    public void Describe(IssueDraft draft)
    {
        (Title, Summary) = (draft.Title.Trim(), draft.Summary.Trim());
        SearchText = Kernel.SearchText.Of($"{Title} {Summary}");
        Replace(areas, a => a.AreaCode, draft.Areas, code => new IssueArea(Id, code));
        Replace(communities, c => c.Community, draft.Communities, community => new IssueCommunity(Id, community));
    }

    private static void Replace<TRow, TKey>(List<TRow> rows, Func<TRow, TKey> key, IReadOnlyCollection<TKey> wanted, Func<TKey, TRow> make)
    {
        rows.RemoveAll(row => !wanted.Contains(key(row)));
        rows.AddRange(wanted.Except(rows.Select(key)).Select(make));
    }
}

/// <summary>What someone writes of an issue.</summary>
internal sealed record IssueDraft(string Title, Theme Theme, string Summary, IReadOnlyCollection<AreaCode> Areas, IReadOnlyCollection<CommunityId> Communities);

internal sealed class IssueArea
{
    internal IssueArea(IssueId issue, AreaCode areaCode) => (Issue, AreaCode) = (issue, areaCode);

    public IssueId Issue { get; private set; }
    public AreaCode AreaCode { get; private set; }
}

/// <summary>A community that an issue plays around. Never one of belief, origin, health or politics: the database has no such key.</summary>
internal sealed class IssueCommunity
{
    internal IssueCommunity(IssueId issue, CommunityId community) => (Issue, Community) = (issue, community);

    public IssueId Issue { get; private set; }
    public CommunityId Community { get; private set; }
    public bool CommunityLinkable { get; private set; } = true;
}
