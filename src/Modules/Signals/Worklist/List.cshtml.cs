using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Worklist;

/// <summary>Werklijst van signalen: the most urgent first. Searching goes by POST, so that no name stands in a URL.</summary>
[Allow(Permission.AssessSignals, Permission.WorkOnIssues)]
internal sealed class List(Storage storage, TimeProvider clock) : SkPage
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
        var query = new WorklistQuery(Show, Kind, Sorting, ModelState.IsValid ? Search : null);
        Total = await query.Count(work, Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await query.Page(work, (Number - 1) * Size, Size, Cancel);
        Names = await SignalNames.Of(work, Rows.Select(r => r.ClaimedBy), Rows.Select(r => r.ByOrganisation), Rows.Select(r => r.Community), Cancel);
    }
}
