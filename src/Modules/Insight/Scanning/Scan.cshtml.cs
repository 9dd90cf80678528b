using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Scanning;

/// <summary>Scan: start it, see how far it is, stop it, and read what earlier ones looked at.</summary>
[Allow(Permission.StartScans)]
internal sealed class ScanModel(Storage storage, ISchedulerFactory schedulers) : SkPage
{
    public const string Address = "/kwesties/scan";

    /// <summary>As long as a pattern may take to grow, and no longer than one may keep looking back.</summary>
    public const int Months = 18;

    private const int Shown = 5;

    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public ScanRun? Busy => Runs.Select(r => r.Run).FirstOrDefault(r => r.StateAt(Now) is ScanState.Queued or ScanState.Running);

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Now = work.Now;
        Runs = await work.Query<ScanRun>().OrderByDescending(r => r.StartedAt).Take(Shown)
            .Select(r => new RunRow(r, work.Query<Finding>().Count(f => f.Run == r.Id))).ToListAsync(Cancel);
    }

    public async Task<IActionResult> OnPostStart()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        var today = Amsterdam.Date(work.Now);
        await CloseSilent(work);
        var because = work.Because(InsightEvents.ScanQueued);
        var run = ScanRun.Queue(because, new ScanSettings(today.AddMonths(-Months), today, Random.Shared.Next(1, 1_000_000_000)));
        work.Add(run);
        await work.Note(because, run.Id.Value, payload: run.Settings, cancel: Cancel);
        try
        {
            await work.Commit(Cancel);
        }
        catch (UniqueConflictException)
        {
            return Done(Address, "Er loopt al een scan. Wacht tot die klaar is, of stop hem.");
        }
        var scheduler = await schedulers.GetScheduler(Cancel);
        await scheduler.TriggerJob(ScanJob.Key, Cancel);
        return Done(Address, "De scan is gestart. U kunt gerust verder werken.");
    }

    public async Task<IActionResult> OnPostCancel(ScanRunId run)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<ScanRun>().FirstOrDefaultAsync(r => r.Id == run, Cancel) is not { } open) return NotFound();
        var because = work.Because(InsightEvents.ScanStopped);
        if (!open.Cancel(because)) return Done(Address, "De scan was al klaar.");
        await work.Note(because, run.Value, cancel: Cancel);
        if (!await Saved(work)) return Done(Address, "De scan was net klaar.");
        return Done(Address, "De scan is gestopt.");
    }

    // A scan whose machine went away still holds the one place.
    private async Task CloseSilent(Work work)
    {
        foreach (var open in await work.Query<ScanRun>().Where(r => r.IsOpen).ToListAsync(Cancel))
        {
            if (open.StateAt(work.Now) != ScanState.Interrupted) continue;
            var because = work.Because(InsightEvents.ScanBroken);
            open.Interrupt(because);
            await work.Note(because, open.Id.Value, cancel: Cancel);
        }
        await work.Flush(Cancel);
    }
}

/// <summary>A scan and how many patterns it found.</summary>
internal sealed record RunRow(ScanRun Run, int Findings);
