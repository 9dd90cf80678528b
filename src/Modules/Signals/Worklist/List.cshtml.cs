using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Worklist;

/// <summary>Werklijst van signalen: the most urgent first. Searching goes by POST, so that no name stands in a URL, and each signal that it shows is a look: who is
/// meant stands in it.</summary>
[Allow(Permission.AssessSignals, Permission.WorkOnIssues), EnableRateLimiting("search")]
internal sealed class List(Storage storage, ReadLog reads, TimeProvider clock) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "toon")]
    public Show Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "soort")]
    public SignalKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "volgorde")]
    public Sorting Sorting { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    [BindProperty, System.ComponentModel.DataAnnotations.StringLength(100)]
    public string? Search { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];

    public SignalNames Names { get; private set; } = SignalNames.None;

    public DateOnly Today => Amsterdam.Date(clock.GetUtcNow());

    public bool IsAssessor => Actor.May(Permission.AssessSignals);

    public Task OnGet() => Load();

    public Task OnPost() => Load();

    private async Task Load()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var sought = ModelState.IsValid && !string.IsNullOrWhiteSpace(Search) ? Search : null;
        var query = new WorklistQuery(Show, Kind, Sorting, sought);
        Total = await query.Count(work, Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await query.Page(work, (Number - 1) * Size, Size, Cancel);
        if (sought is not null) await Found();
        Names = await SignalNames.Of(work, Rows.Select(r => r.ClaimedBy), Rows.Select(r => r.ByOrganisation), Rows.Select(r => r.Community), Cancel);
    }

    // What a community tells of itself holds nobody's data.
    private async Task Found()
    {
        foreach (var same in Rows.Where(r => r.Kind != SignalKind.Community).GroupBy(r => r.Safety))
            await reads.FoundSignals(Actor, [.. same.Select(r => r.Id.Value)], same.Key == SafetyMark.Shielded ? Purpose.Safety : Purpose.SignalHandling, Cancel);
    }
}
