using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Issues;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Findings;

/// <summary>All that the page of a finding shows, to this reader.</summary>
internal sealed record FindingView
{
    public required Finding Finding { get; init; }
    public required ScanRun Run { get; init; }
    public required FindingWords Words { get; init; }
    public required Disclosure Disclosure { get; init; }
    /// <summary>Whether the community's contact person was heard about this theme.</summary>
    public required Hearing? Hearing { get; init; }
    /// <summary>Null where the reader may not know which community it is.</summary>
    public required CommunityCard? Community { get; init; }
    public required Verdict? Verdict { get; init; }
    /// <summary>What the team rejected before; null when it did not, or when it has not grown by a quarter since.</summary>
    public required JudgedFinding? RejectedBefore { get; init; }
    public required IssueId? Issue { get; init; }
    public required IReadOnlyDictionary<AreaCode, string> AreaNames { get; init; }
    /// <summary>The strongest pattern in each replicate, as the reader may see it.</summary>
    public required IReadOnlyList<double> ByChance { get; init; }
    /// <summary>Findings of the same theme in the other family, of this scan or the newest over households: perhaps the same cause, seen twice.</summary>
    public required IReadOnlyList<FindingWords> SameTheme { get; init; }

    public bool IsHeard => Hearing is not null;

    /// <summary>Where it plays; outside the team a community only where enough of its households live.</summary>
    public IReadOnlyList<AreaCode> Wijken => WijkenOf(Finding, Disclosure);

    public FindingFacts Facts => new(this);

    public string NameOf(AreaCode area) => AreaNames.GetValueOrDefault(area) ?? area.Value;

    /// <summary>What becomes of it when people recognise it: the same words, buurten and community, and no household.</summary>
    public IssueDraft Draft() => new(Words.Title, Finding.Theme, Words.ForEveryone,
        Finding.Family == FindingFamily.Area ? [.. Finding.Buurten.Select(b => b.BuurtCode)] : WijkenOf(Finding, Disclosure.Outside),
        Finding.Community is { } community ? [community] : []);

    /// <summary>That a community has people in a wijk is a number too: at least one.</summary>
    public static IReadOnlyList<AreaCode> WijkenOf(Finding finding, Disclosure show) =>
    [
        .. finding.Buurten.GroupBy(b => b.BuurtCode.Parent)
            .Where(wijk => finding.Family == FindingFamily.Area || show.MaySayAny(wijk.Sum(b => FindingMap.Shown(finding, b)))).Select(wijk => wijk.Key).OfType<AreaCode>(),
    ];

    /// <summary>Null when this reader may not see the finding.</summary>
    public static async Task<FindingView?> Load(Work work, FindingId id, CancellationToken cancel)
    {
        var found = await (from f in work.Query<Finding>().Include(f => f.Buurten)
                           join r in work.Query<ScanRun>() on f.Run equals r.Id
                           where f.Id == id
                           select new { Finding = f, Run = r }).FirstOrDefaultAsync(cancel);
        if (found is null) return null;
        var (finding, disclosure) = (found.Finding, Disclosure.For(work.Actor));
        var community = finding.Community is { } c ? await work.Communities.FirstOrDefaultAsync(k => k.Id == c, cancel) : null;
        var hearing = finding.Community is { } heard ? await Hearings.About(work, heard, finding, cancel) : null;
        var codes = finding.Buurten.Select(b => b.BuurtCode).ToList();
        var byChance = await work.Query<ScanNull>().FirstOrDefaultAsync(n => n.Run == finding.Run && n.Family == finding.Family && n.Theme == finding.Theme, cancel);
        return new FindingView
        {
            Finding = finding,
            Run = found.Run,
            Words = new FindingWords(finding, community?.Kind, disclosure, found.Run.Population),
            Disclosure = disclosure,
            Hearing = hearing,
            Community = disclosure.MayName(hearing is not null) ? community : null,
            Verdict = await VerdictOf(work, finding, cancel),
            RejectedBefore = await Rejected(work, finding, cancel),
            Issue = await work.Query<CollectiveIssue>().Where(i => i.Finding == finding.Origin || i.Finding == id).Select(i => (IssueId?)i.Id).FirstOrDefaultAsync(cancel),
            AreaNames = await work.AreaNames([.. codes.Concat(codes.Select(b => b.Parent).OfType<AreaCode>()).Distinct()], cancel),
            ByChance = byChance is null ? [] : [.. byChance.Values.Select(disclosure.Strength)],
            SameTheme = await Others(work, finding, disclosure, cancel),
        };
    }

    // What people said of the same pattern in an earlier scan still stands.
    private static Task<Verdict?> VerdictOf(Work work, Finding finding, CancellationToken cancel)
    {
        var same = work.Query<Finding>().Where(f => f.Origin == finding.Origin);
        return work.Query<Verdict>().Where(v => same.Any(f => f.Id == v.Finding)).OrderByDescending(v => v.JudgedAt).FirstOrDefaultAsync(cancel);
    }

    private static Task<JudgedFinding?> Rejected(Work work, Finding finding, CancellationToken cancel) =>
        (from verdict in work.Query<Verdict>()
         join rejected in work.Query<Finding>() on verdict.Finding equals rejected.Id
         where rejected.Id == finding.Returns
         select new JudgedFinding(rejected, verdict)).FirstOrDefaultAsync(cancel);

    private static async Task<IReadOnlyList<FindingWords>> Others(Work work, Finding finding, Disclosure disclosure, CancellationToken cancel)
    {
        var newest = work.Query<ScanRun>().Where(r => finding.Kind != ScanKind.Households && r.Kind == ScanKind.Households && r.State == ScanState.Done)
            .OrderByDescending(r => r.FinishedAt).Select(r => r.Id).Take(1);
        var others = await work.Query<Finding>().Include(f => f.Buurten)
            .Where(f => (f.Run == finding.Run || newest.Contains(f.Run)) && f.Theme == finding.Theme && f.Family != finding.Family)
            .OrderBy(f => f.P).ThenByDescending(f => f.Score).ToListAsync(cancel);
        var kinds = await FindingList.Kinds(work, others, cancel);
        return [.. others.Select(other => new FindingWords(other, FindingList.KindOf(other, kinds), disclosure))];
    }
}
