using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Scanning;

/// <summary>Scan: start one of its kinds, see how far it is, stop it, and read what earlier ones looked at.</summary>
[Allow(Permission.StartScans)]
internal sealed class ScanModel(Storage storage, ISchedulerFactory schedulers, ScanSchedule schedule) : SkPage
{
    public const string Address = "/kwesties/scan";

    private const int Shown = 10;

    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public ScanSchedule Schedule => schedule;

    /// <summary>What to look at.</summary>
    [BindProperty]
    public ScanKind Kind { get; set; }

    public ScanRun? Busy => Runs.Select(r => r.Run).FirstOrDefault(r => r.IsOpen);

    public async Task OnGet()
    {
        ModelState.Clear();
        await using var work = await storage.Read(Actor, Cancel);
        await Show(work);
    }

    public async Task<IActionResult> OnPostStart()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!ModelState.IsValid)
        {
            await Show(work);
            return Page();
        }
        var because = work.Because(InsightEvents.ScanQueued);
        var run = ScanRun.Queue(because, ScanSettings.Standard(Kind, Amsterdam.Date(work.Now), ScanSettings.AnySeed()));
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

    private async Task Show(Work work)
    {
        Now = work.Now;
        Runs = await work.Query<ScanRun>().OrderByDescending(r => r.StartedAt).Take(Shown)
            .Select(r => new RunRow(r, work.Query<Finding>().Count(f => f.Run == r.Id))).ToListAsync(Cancel);
    }
}

/// <summary>A scan and how many patterns it found.</summary>
internal sealed record RunRow(ScanRun Run, int Findings);
