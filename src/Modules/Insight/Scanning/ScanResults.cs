using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Scanning;

/// <summary>Keeps what a scan found, with all that is needed to have it again.</summary>
internal static class ScanResults
{
    public static async Task Keep(Work work, ScanRun run, ScanInput input, PatternsFound found, CancellationToken cancel)
    {
        if (!run.IsOpen) throw new OperationCanceledException("Someone stopped it.");
        var because = work.Because(InsightEvents.ScanFinished);
        run.Finish(because, input.Facts);
        work.Add(KeptInput.Of(run.Id, input, because.At));
        await Recognise(work, run.Kind, found.Findings, cancel);
        await Telling.Decide(work, found.Findings, cancel);
        foreach (var finding in found.Findings) work.Add(finding);
        foreach (var row in found.Nulls) work.Add(row);
        var erased = await Erase(work, cancel);
        await work.Note(because, run.Id.Value, payload: new { run.Seed, run.Replicates, run.InputDigest, findings = found.Findings.Count, inputsErased = erased }, cancel: cancel);
    }

    private static async Task Recognise(Work work, ScanKind kind, IReadOnlyList<Finding> findings, CancellationToken cancel)
    {
        var themes = findings.Select(f => f.Theme).Distinct().ToList();
        var earlier = await work.Query<Finding>().Include(f => f.Buurten).Where(f => f.Kind == kind && themes.Contains(f.Theme))
            .OrderByDescending(f => f.FoundAt).ToListAsync(cancel);
        var judged = await (from verdict in work.Query<Verdict>()
                            join finding in work.Query<Finding>() on verdict.Finding equals finding.Id
                            where finding.Kind == kind && themes.Contains(finding.Theme)
                            orderby verdict.JudgedAt descending
                            select new JudgedFinding(finding, verdict)).ToListAsync(cancel);
        foreach (var finding in findings)
        {
            if (earlier.Find(finding.Repeats) is not { } first) continue;
            finding.Repeat(first, judged.Find(j => j.Finding.Origin == first.Origin) ?? judged.Find(j => j.Finding.Id == first.Returns));
        }
    }

    private static Task<int> Erase(Work work, CancellationToken cancel)
    {
        var before = work.Now - KeptInput.Retention;
        return work.Query<KeptInput>().Where(i => i.KeptAt < before).ExecuteDeleteAsync(cancel);
    }
}
