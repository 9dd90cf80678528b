using Samenkracht.Kernel;

namespace Samenkracht.Insight;

/// <summary>What the journal keeps of insight. Only taking part in an issue concerns a household.</summary>
internal static class InsightEvents
{
    public static readonly JournalKind ScanQueued = new("scan.queued", "Scan gestart", Purpose.CollectiveInsight);
    public static readonly JournalKind ScanScheduled = new("scan.scheduled", "Scan volgens rooster", Purpose.CollectiveInsight);
    public static readonly JournalKind ScanBegun = new("scan.begun", "Scan begonnen", Purpose.CollectiveInsight);
    public static readonly JournalKind ScanFinished = new("scan.finished", "Scan klaar", Purpose.CollectiveInsight);
    public static readonly JournalKind ScanStopped = new("scan.stopped", "Scan gestopt", Purpose.CollectiveInsight);
    public static readonly JournalKind ScanBroken = new("scan.broken", "Scan onderbroken", Purpose.CollectiveInsight);
    public static readonly JournalKind ScanFailed = new("scan.failed", "Scan mislukt", Purpose.CollectiveInsight);
    public static readonly JournalKind FindingJudged = new("finding.judged", "Bevinding beoordeeld", Purpose.CollectiveInsight);
    public static readonly JournalKind CommunityHeard = new("community.heard", "Gemeenschap gehoord", Purpose.CollectiveInsight);
    public static readonly JournalKind IssueOpened = new("issue.opened", "Kwestie geopend", Purpose.CollectiveInsight);
    public static readonly JournalKind IssueChanged = new("issue.changed", "Kwestie gewijzigd", Purpose.CollectiveInsight);
    public static readonly JournalKind ActionAdded = new("issue.action.added", "Actie bij een kwestie", Purpose.CollectiveInsight);
    public static readonly JournalKind ActionDone = new("issue.action.done", "Actie bij een kwestie gedaan", Purpose.CollectiveInsight);
    public static readonly JournalKind Joined = new("issue.joined", "Doet mee met een kwestie", Purpose.CollectiveInsight);
    public static readonly JournalKind Left = new("issue.left", "Doet niet meer mee met een kwestie", Purpose.CollectiveInsight);
}
