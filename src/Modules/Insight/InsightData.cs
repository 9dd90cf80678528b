using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.Insight;

/// <summary>Wat deze module bewaart over mensen: aantallen, wie iets inbracht, en wie een oordeel gaf.</summary>
internal static class InsightData
{
    public static readonly StoredData ScanRun = StoredData.In("scan_run", Purpose.CollectiveInsight, DataSubject.Accounts)
        .Ordinary("wie de scan startte", "started_by")
        .Plain("id", "kind", "state", "is_open", "scheduled_for", "started_at", "since", "until", "seed", "replicates", "max_share_percent", "max_days", "progress", "beat_at", "worker",
            "attempts", "finished_at", "counted", "unplaced", "buurten_left_out", "population", "input_digest", "version");

    public static readonly StoredData KeptInput = StoredData.In("kept_input", Purpose.CollectiveInsight, DataSubject.Residents)
        .Special("per telling: buurt, thema's met maand en gemeenschappen, zonder naam en zonder verwijzing naar een huishouden", "compressed").Plain("run", "kept_at");

    public static readonly StoredData ScanNull = StoredData.In("scan_null", Purpose.CollectiveInsight, DataSubject.Nobody).Plain("run", "family", "theme", "maxima");

    // Counts of households by buurt and theme: small ones could be told apart by who knows the street, so they stay inside the team.
    public static readonly StoredData Finding = StoredData.In("finding", Purpose.CollectiveInsight, DataSubject.Nobody)
        .Plain("id", "run", "kind", "family", "theme", "community", "community_linkable", "found_at", "since", "half_since", "until", "cases", "among", "total_cases", "total_among", "score",
            "p", "chance_within_family", "beside_buurt", "expected_by_buurt", "chance_beside_buurt", "origin", "returns", "told_outside");

    public static readonly StoredData FindingBuurt = StoredData.In("finding_buurt", Purpose.CollectiveInsight, DataSubject.Nobody).Plain("finding", "buurt_code", "cases", "among");

    public static readonly StoredData Verdict = StoredData.In("verdict", Purpose.CollectiveInsight, DataSubject.Accounts)
        .Ordinary("wie over een bevinding oordeelde, wanneer en waarom", "confirmed", "reason", "judged_by", "judged_at").Plain("finding");

    public static readonly StoredData Hearing = StoredData.In("hearing", Purpose.CollectiveInsight, DataSubject.Contacts)
        .Ordinary("wat een contactpersoon van een gemeenschap zei, en aan wie", "words", "heard_by", "heard_at").Plain("id", "community", "community_linkable", "theme");

    public static readonly StoredData CollectiveIssue = StoredData.In("collective_issue", Purpose.CollectiveInsight, DataSubject.Accounts)
        .Ordinary("wie een kwestie opende", "opened_by", "opened_at").Plain("id", "title", "theme", "summary", "search_text", "finding", "version");

    public static readonly StoredData IssueArea = StoredData.In("issue_area", Purpose.CollectiveInsight, DataSubject.Nobody).Plain("issue", "area_code");

    public static readonly StoredData IssueCommunity = StoredData.In("issue_community", Purpose.CollectiveInsight, DataSubject.Nobody).Plain("issue", "community", "community_linkable");

    public static readonly StoredData IssueAction = StoredData.In("issue_action", Purpose.CollectiveInsight, DataSubject.Accounts)
        .Ordinary("wie een actie doet en wie haar noteerde", "who", "added_by", "added_at").Plain("id", "issue", "direction", "text", "due_on", "done_at", "version");

    public static readonly StoredData IssueContribution = StoredData.In("issue_contribution", Purpose.CollectiveInsight, DataSubject.Residents)
        .Sensitive("dat een signaal of de vraag van een huishouden bij een kwestie hoort, en of men antwoord wil", "signal", "household", "question", "wants_answer", "added_by", "added_at")
        .Plain("id", "issue");

    public static readonly Term InputKept = new("De telling zonder namen waarmee een scan is over te doen, wordt gewist na", Scanning.KeptInput.Retention, Purpose.CollectiveInsight, endsData: true);
}
