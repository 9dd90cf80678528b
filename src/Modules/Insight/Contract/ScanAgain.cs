using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Contract;

/// <summary>Verslag van een scan die is overgedaan; in Dutch, for a terminal.</summary>
/// <param name="IsSame">The same input and, to the last decimal, the same findings.</param>
public sealed record ScanAgainReport(bool IsSame, IReadOnlyList<string> Lines);

/// <summary>Scan overdoen: any finding can be had again from what its scan kept. Writes nothing.</summary>
public static class ScanAgain
{
    /// <param name="run">The number of the scan as pages show it; that of a finding will do.</param>
    public static async Task<ScanAgainReport> Run(Storage storage, string run, CancellationToken cancel = default)
    {
        if (!Guid.TryParse(run, out var id)) return Refused($"'{run}' is geen nummer van een scan. U vindt het op de pagina van een bevinding.");
        await using var work = await storage.Read(Actor.System, cancel);
        var runs = work.Query<ScanRun>().AsNoTracking();
        var found = await runs.FirstOrDefaultAsync(r => r.Id == new ScanRunId(id), cancel)
            ?? await runs.FirstOrDefaultAsync(r => work.Query<Finding>().Any(f => f.Id == new FindingId(id) && f.Run == r.Id), cancel);
        if (found is null) return Refused("Deze scan is er niet.");
        if (found.State != ScanState.Done) return Refused($"Deze scan heeft geen uitkomst: {found.State.Label().ToLowerInvariant()}.");
        if (await work.Query<KeptInput>().AsNoTracking().FirstOrDefaultAsync(i => i.Run == found.Id, cancel) is not { } kept)
            return Refused($"De gegevens van deze scan zijn gewist, zoals altijd na {KeptInput.Retention.Days} dagen. Overdoen kan niet meer.");
        var findings = await work.Query<Finding>().AsNoTracking().Include(f => f.Buurten).Where(f => f.Run == found.Id).ToListAsync(cancel);
        return await Compare(work, found, ScanInputText.Parse(kept.Text()), findings, cancel);
    }

    private static async Task<ScanAgainReport> Compare(Work work, ScanRun run, ScanInput input, List<Finding> then, CancellationToken cancel)
    {
        var sameInput = input.Digest() == run.InputDigest;
        var now = PatternSearch.Run(run, input, run.BeatAt, new ScanMeter(run.Replicates), cancel).Findings;
        var told = new ScanAgainWords(await work.AreaNames([.. now.Concat(then).SelectMany(f => f.Buurten).Select(b => b.BuurtCode).Distinct()], cancel),
            await FindingList.Kinds(work, now.Concat(then), cancel));
        var same = now.Where(f => then.Exists(f.IsSameAs)).ToList();
        var isSame = sameInput && same.Count == now.Count && same.Count == then.Count;
        var today = (await ScanReading.Read(work, run.Settings, cancel)).Digest() == run.InputDigest;
        return new(isSame,
        [
            .. told.Settings(run),
            sameInput ? "Invoer: precies die van toen." : "Invoer: NIET die van toen. De bewaarde gegevens passen niet bij de vingerafdruk van de scan.",
            today ? "De gegevens van nu geven nog dezelfde invoer." : "De gegevens van nu zijn anders dan toen. Deze proef gebruikt die van toen.",
            .. now.Select(f => told.Line(f, same.Contains(f) ? "gelijk" : "ANDERS")),
            .. then.Where(f => !now.Any(f.IsSameAs)).Select(f => told.Line(f, "toen, nu niet zo")),
            Verdict(isSame, same.Count, then.Count),
        ]);
    }

    private static string Verdict(bool isSame, int same, int then) => (isSame, then) switch
    {
        (true, 0) => "Gelijk: ook nu vindt de scan niets.",
        (true, 1) => "Gelijk: de ene bevinding, tot op het laatste cijfer.",
        (true, _) => $"Gelijk: alle {then} bevindingen, tot op het laatste cijfer.",
        _ => $"NIET gelijk: {same} van {then} bevindingen.",
    };

    private static ScanAgainReport Refused(string why) => new(false, [why]);
}
