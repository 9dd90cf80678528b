using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

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
            // Stopped on request, it is closed already; otherwise the program is ending under it, and the next one takes it up.
            await Change(run.Id, (broken, because) => broken.Interrupt(because), InsightEvents.ScanBroken);
        }
        catch (Exception failed)
        {
            log.LogError(failed, "Scan {Run} failed.", run.Id);
            await Change(run.Id, (broken, because) => broken.Fail(because), InsightEvents.ScanFailed);
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
        await using (var reading = await storage.Read(Actor.System, cancel)) input = await ScanReading.Read(reading, run.Settings, cancel);
        var found = await Task.Run(() => PatternSearch.Run(run, input, run.BeatAt, meter, cancel), cancel);
        await using var work = await storage.Begin(Actor.System, cancel);
        await ScanResults.Keep(work, await work.Query<ScanRun>().SingleAsync(r => r.Id == run.Id, cancel), input, found, cancel);
        try
        {
            await work.Commit(cancel);
        }
        catch (ConcurrentChangeException stopped)
        {
            throw new OperationCanceledException("Someone stopped it.", stopped);
        }
    }

    private async Task Change(ScanRunId id, Func<ScanRun, Kernel.Because, bool> change, Kernel.JournalKind kind)
    {
        await using var work = await storage.Begin(Actor.System);
        var run = await work.Query<ScanRun>().SingleAsync(r => r.Id == id);
        var because = work.Because(kind);
        if (!run.IsOpen || !change(run, because)) return;
        await work.Note(because, id.Value, payload: new { run.Attempts });
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
