using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Findings;

/// <summary>Mogelijke kwesties: what the newest scan found and nobody has judged yet.</summary>
internal static class FindingList
{
    public static async Task<IReadOnlyList<FindingWords>> Unjudged(Work work, int take, CancellationToken cancel)
    {
        var newest = work.Query<ScanRun>().Where(r => r.State == ScanState.Done).OrderByDescending(r => r.FinishedAt).Select(r => r.Id).Take(1);
        var (findings, verdicts) = (work.Query<Finding>(), work.Query<Verdict>());
        var open = await findings.Include(f => f.Buurten)
            .Where(f => newest.Contains(f.Run) && !findings.Any(same => same.Origin == f.Origin && verdicts.Any(v => v.Finding == same.Id)))
            .OrderBy(f => f.P).ThenByDescending(f => f.Score).Take(take).ToListAsync(cancel);
        var kinds = await Kinds(work, open, cancel);
        return [.. open.Select(f => new FindingWords(f, KindOf(f, kinds), Disclosure.For(work.Actor)))];
    }

    /// <summary>Whether something is withheld because it counts too few households: to say so, without saying what.</summary>
    public static async Task<bool> AnyWithheld(Work work, CancellationToken cancel)
    {
        var newest = work.Query<ScanRun>().Where(r => r.State == ScanState.Done).OrderByDescending(r => r.FinishedAt).Select(r => r.Id).Take(1);
        var visible = work.Query<Finding>();
        return await work.Unscoped<Finding>("only whether there is something that is too small to show")
            .AnyAsync(f => newest.Contains(f.Run) && !visible.Any(v => v.Id == f.Id), cancel);
    }

    public static async Task<IReadOnlyDictionary<CommunityId, CommunityKind>> Kinds(Work work, IEnumerable<Finding> findings, CancellationToken cancel)
    {
        var ids = findings.Select(f => f.Community).OfType<CommunityId>().Distinct().ToList();
        return await work.Communities.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Kind, cancel);
    }

    public static CommunityKind? KindOf(Finding finding, IReadOnlyDictionary<CommunityId, CommunityKind> kinds) =>
        finding.Community is { } community && kinds.TryGetValue(community, out var kind) ? kind : null;
}
