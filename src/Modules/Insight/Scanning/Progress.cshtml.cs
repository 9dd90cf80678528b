using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Scanning;

/// <summary>Voortgang: the piece of the scan page that renews itself.</summary>
[Allow(Permission.StartScans)]
internal sealed class ProgressPage(Storage storage) : SkPage
{
    public ProgressModel Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGet(ScanRunId run)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (await work.Query<ScanRun>().FirstOrDefaultAsync(r => r.Id == run, Cancel) is not { } found) return NotFound();
        Shown = new ProgressModel(found, work.Now);
        // When it is over, the whole page has something new to say.
        if (!Shown.IsOpen) Response.Headers["HX-Refresh"] = "true";
        return Page();
    }
}

/// <summary>How far a scan is.</summary>
internal sealed record ProgressModel(ScanRun Run, DateTimeOffset Now)
{
    public ScanState State => Run.StateAt(Now);

    public bool IsOpen => Run.IsOpen;

    public string Url => $"{ScanModel.Address}/{Run.Id}/voortgang";
}
