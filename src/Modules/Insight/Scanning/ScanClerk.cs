using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Insight.Scanning;

/// <summary>
/// Sees to it that what must be scanned waits in the database: what a machine that went away left behind, and what the schedule asks for. All it knows stands in rows,
/// so that a restart neither loses a scan nor does one twice.
/// </summary>
internal sealed class ScanClerk(Storage storage, ScanSchedule schedule)
{
    /// <summary>Whether a scan waits to be carried out.</summary>
    public async Task<bool> AnythingToDo(CancellationToken cancel = default)
    {
        // Looking takes no lock: it is done every minute.
        await using (var looking = await storage.Read(Actor.System, cancel))
        {
            if (await Open(looking, cancel) is { } open)
            {
                if (open.State == ScanState.Queued) return true;
                if (open.StateAt(looking.Now) != ScanState.Interrupted) return false;
            }
            else if (await Due(looking, cancel) is null) return false;
        }
        await using var work = await storage.Begin(Actor.System, cancel);
        try
        {
            var waits = await TakeUp(work, cancel) || await QueueDue(work, cancel);
            await work.Commit(cancel);
            return waits;
        }
        catch (Exception late) when (late is UniqueConflictException or ConcurrentChangeException)
        {
            return false; // Another node was first, or someone started one by hand; the next round looks again.
        }
    }

    private static Task<ScanRun?> Open(Work work, CancellationToken cancel) => work.Query<ScanRun>().SingleOrDefaultAsync(r => r.IsOpen, cancel);

    private static async Task<bool> TakeUp(Work work, CancellationToken cancel)
    {
        if (await Open(work, cancel) is not { } open || open.StateAt(work.Now) != ScanState.Interrupted) return false;
        var because = work.Because(InsightEvents.ScanBroken);
        open.Interrupt(because);
        await work.Note(because, open.Id.Value, payload: new { open.Attempts }, cancel: cancel);
        return open.IsOpen;
    }

    private async Task<bool> QueueDue(Work work, CancellationToken cancel)
    {
        if (await Open(work, cancel) is not null || await Due(work, cancel) is not var (kind, day)) return false;
        var because = work.Because(InsightEvents.ScanScheduled);
        // On the day itself only a few hours of signals came in: the last whole day is the one before.
        var run = ScanRun.Schedule(because, ScanSettings.Standard(kind, day.AddDays(-1), ScanSettings.AnySeed()), day);
        work.Add(run);
        await work.Note(because, run.Id.Value, payload: new { run.ScheduledFor, run.Settings }, cancel: cancel);
        return true;
    }

    private async Task<(ScanKind Kind, DateOnly Day)?> Due(Work work, CancellationToken cancel)
    {
        // Nobody's yet, or a demo that is still living through its months: there is nothing to scan.
        if (await Installation.Find(work, cancel) is not { } installation || installation is { IsDemo: true, FilledAt: null }) return null;
        var begun = Amsterdam.Date(installation.CreatedAt);
        var due = schedule.Due(work.Now).Where(d => d.Day > begun).ToList();
        if (due.Count == 0) return null;
        var oldest = due.Min(d => d.Day);
        var asked = await work.Query<ScanRun>().Where(r => r.ScheduledFor >= oldest).Select(r => new { r.Kind, r.ScheduledFor }).ToListAsync(cancel);
        var missing = due.Where(d => !asked.Exists(r => r.Kind == d.Kind && r.ScheduledFor == d.Day)).ToList();
        return missing.Count == 0 ? null : missing[0];
    }
}
