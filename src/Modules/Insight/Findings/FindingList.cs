using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Findings;

/// <summary>Mogelijke kwesties: what the newest scans found and nobody has judged yet.</summary>
internal static class FindingList
{
    /// <summary>An alert of the night stays this long, so that a weekend does not swallow it.</summary>
    private const int AlertDays = 7;

    /// <summary>Of each the latest that this reader may see: outside the team an earlier one stays where a later one would tell too much by subtraction.</summary>
    public static async Task<IReadOnlyList<FindingWords>> Unjudged(Work work, int take, CancellationToken cancel)
    {
        var (findings, verdicts, current) = (work.Query<Finding>(), work.Query<Verdict>(), Current(work));
        var open = await findings.Include(f => f.Buurten)
            .Where(f => current.Contains(f.Origin) && !findings.Any(later => later.Origin == f.Origin && later.FoundAt > f.FoundAt)
                && !findings.Any(same => same.Origin == f.Origin && verdicts.Any(v => v.Finding == same.Id)))
            .OrderBy(f => f.P).ThenByDescending(f => f.Score).Take(take).ToListAsync(cancel);
        var kinds = await Kinds(work, open, cancel);
        var runs = open.Select(f => f.Run).Distinct().ToList();
        var people = await work.Query<ScanRun>().Where(r => runs.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Population, cancel);
        return [.. open.Select(f => new FindingWords(f, KindOf(f, kinds), Disclosure.For(work.Actor), people[f.Run]))];
    }

    /// <summary>Whether something is withheld because it would tell of too few households: to say so, without saying what.</summary>
    public static async Task<bool> AnyWithheld(Work work, CancellationToken cancel)
    {
        var (visible, current) = (work.Query<Finding>(), Current(work));
        return await work.Unscoped<Finding>("only whether there is something that is too small to show")
            .AnyAsync(f => current.Contains(f.Origin) && !visible.Any(v => v.Origin == f.Origin), cancel);
    }

    // The origins of what the newest scan of each kind found; of the nights also what a later one did not find again.
    private static IQueryable<FindingId> Current(Work work)
    {
        var (runs, from) = (work.Query<ScanRun>().Where(r => r.State == ScanState.Done), work.Now.AddDays(-AlertDays));
        var all = work.Unscoped<Finding>("which findings are the newest; what of them may be seen is asked after");
        return all.Where(f => f.Kind == ScanKind.Signals
                ? f.FoundAt >= from && !all.Any(later => later.Origin == f.Origin && later.FoundAt > f.FoundAt)
                : runs.Any(r => r.Id == f.Run && !runs.Any(later => later.Kind == r.Kind && later.FinishedAt > r.FinishedAt)))
            .Select(f => f.Origin);
    }

    public static async Task<IReadOnlyDictionary<CommunityId, CommunityKind>> Kinds(Work work, IEnumerable<Finding> findings, CancellationToken cancel)
    {
        var ids = findings.Select(f => f.Community).OfType<CommunityId>().Distinct().ToList();
        return await work.Communities.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Kind, cancel);
    }

    public static CommunityKind? KindOf(Finding finding, IReadOnlyDictionary<CommunityId, CommunityKind> kinds) =>
        finding.Community is { } community && kinds.TryGetValue(community, out var kind) ? kind : null;
}
