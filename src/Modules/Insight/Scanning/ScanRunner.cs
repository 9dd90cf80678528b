using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Scan;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Scanning;

/// <summary>Carries out the scan that waits, if any. What it is doing stands in the database, so that any page can show it and stop it.</summary>
internal sealed class ScanRunner(Storage storage, ILogger<ScanRunner> log)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    public async Task RunQueued(CancellationToken stopping = default)
    {
        if (await Claim(stopping) is not { } run) return;
        var meter = new ScanMeter(run.Replicates);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var beating = BeatWhileOpen(run.Id, meter, stop);
        try
        {
            await Carry(run, meter, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped on request, it is closed already; otherwise the program is ending under it.
            await Close(run.Id, (broken, because) => broken.Interrupt(because), InsightEvents.ScanBroken);
        }
        catch (Exception failed)
        {
            log.LogError(failed, "Scan {Run} failed.", run.Id);
            await Close(run.Id, (broken, because) => broken.Fail(because), InsightEvents.ScanBroken);
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
        }
    }

    private async Task<ScanRun?> Claim(CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (await work.Query<ScanRun>().FirstOrDefaultAsync(r => r.State == ScanState.Queued, cancel) is not { } run) return null;
        var because = work.Because(InsightEvents.ScanBegun);
        run.Begin(because, Environment.MachineName);
        await work.Note(because, run.Id.Value, cancel: cancel);
        try
        {
            await work.Commit(cancel);
            return run;
        }
        catch (ConcurrentChangeException)
        {
            return null; // Another node was first, or someone stopped it.
        }
    }

    private async Task Carry(ScanRun run, ScanMeter meter, CancellationToken cancel)
    {
        ScanInput input;
        IReadOnlyDictionary<AreaCode, AreaPlace> places;
        await using (var reading = await storage.Read(Actor.System, cancel)) (input, places) = await Read(reading, run.Settings, cancel);
        var found = await Task.Run(() => Search(run, input, places, meter, cancel), cancel);
        await using var work = await storage.Begin(Actor.System, cancel);
        await Keep(work, await work.Query<ScanRun>().SingleAsync(r => r.Id == run.Id, cancel), input, found, cancel);
        try
        {
            await work.Commit(cancel);
        }
        catch (ConcurrentChangeException stopped)
        {
            throw new OperationCanceledException("Someone stopped it.", stopped);
        }
    }

    internal static PatternsFound Search(ScanRun run, ScanInput input, IReadOnlyDictionary<AreaCode, AreaPlace> places, ScanMeter meter, CancellationToken cancel) =>
        input.IsEnough
            ? PatternSearch.Run(input, code => new Point(places[code].X, places[code].Y), run, run.BeatAt, meter, cancel)
            : new PatternsFound([], []);

    internal static async Task<(ScanInput Input, IReadOnlyDictionary<AreaCode, AreaPlace> Places)> Read(Work work, ScanSettings settings, CancellationToken cancel)
    {
        var source = await ScanSource.Read(work, cancel);
        var places = await work.Places([.. source.Select(h => h.Buurt).OfType<AreaCode>().Distinct()], cancel);
        var rows = source.Where(h => h.Buurt is { } buurt && places.ContainsKey(buurt))
            .Select(h => new ScanRow(h.Buurt!.Value, ThemesOf(h, settings), h.Communities)).ToList();
        return (ScanInput.Of(rows, source.Count - rows.Count), places);
    }

    private static Theme[] ThemesOf(ScanHousehold household, ScanSettings settings) =>
        [.. household.Questions.Where(q => q.AskedOn >= settings.Since && q.AskedOn <= settings.Until).Select(q => q.Theme).Distinct()];

    internal static async Task Keep(Work work, ScanRun run, ScanInput input, PatternsFound found, CancellationToken cancel)
    {
        if (!run.IsOpen) throw new OperationCanceledException("Someone stopped it.");
        var because = work.Because(InsightEvents.ScanFinished);
        run.Finish(because, input.Rows.Count, input.Unplaced, input.Digest());
        var earlier = await work.Query<Finding>().Include(f => f.Buurten).OrderByDescending(f => f.FoundAt).ToListAsync(cancel);
        foreach (var finding in found.Findings)
        {
            if (earlier.FirstOrDefault(finding.Repeats) is { } first) finding.Repeat(first);
            work.Add(finding);
        }
        foreach (var row in found.Nulls) work.Add(row);
        await work.Note(because, run.Id.Value, payload: new { run.Seed, run.Replicates, run.InputDigest, findings = found.Findings.Count }, cancel: cancel);
    }

    private async Task Close(ScanRunId id, Func<ScanRun, Kernel.Because, bool> close, Kernel.JournalKind kind)
    {
        await using var work = await storage.Begin(Actor.System);
        var run = await work.Query<ScanRun>().SingleAsync(r => r.Id == id);
        var because = work.Because(kind);
        if (!run.IsOpen || !close(run, because)) return;
        await work.Note(because, id.Value);
        await work.Commit();
    }

    // A sign of life is no change to the record: it has no journal line and leaves the version alone.
    private async Task BeatWhileOpen(ScanRunId id, ScanMeter meter, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await using var work = await storage.Begin(Actor.System, stop.Token);
                var (done, now) = (meter.Done, work.Now);
                var open = await work.Query<ScanRun>().Where(r => r.Id == id && r.State == ScanState.Running)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.Progress, done).SetProperty(x => x.BeatAt, now), stop.Token);
                await work.Commit(stop.Token);
                if (open == 0) await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException) { }
    }
}
