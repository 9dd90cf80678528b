using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Records.Listing;

/// <summary>Eén regel van de lijst: how much of what would go, and the hold that stops it.</summary>
[Allow(Permission.ApproveDestruction)]
internal sealed class LineModel(Storage storage) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "line")]
    public DestructionLineId Id { get; set; }

    [BindProperty]
    public HoldGround? Ground { get; set; }

    [BindProperty, StringLength(RetentionHold.MostWords)]
    public string? Reason { get; set; }

    public DestructionLine Line { get; private set; } = null!;

    public RetentionHold? Hold { get; private set; }

    /// <summary>Somebody there asked that data be kept or not used: nothing goes before that has ended.</summary>
    public bool KeepsForRequest { get; private set; }

    public async Task<IActionResult> OnGet() => await Shown();

    public async Task<IActionResult> OnPostHold()
    {
        if (Ground is null) Refuse(nameof(Ground), "Kies waarom dit moet blijven.");
        if (string.IsNullOrWhiteSpace(Reason)) Refuse(nameof(Reason), "Schrijf in een zin op waarom.");
        if (!ModelState.IsValid) return await Shown();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work) || Line.DoneAt is not null) return NotFound();
        var because = work.Because(RecordEvents.Held);
        var hold = RetentionHold.On(Line.File, Ground!.Value, Reason!, because);
        work.Add(hold);
        await work.Note(because, hold.Id.Value, payload: new { hold.Ground }, cancel: Cancel);
        return await Saved(work, "Dit dossier is al aangehouden.") ? Done($"/archief/{Id}", "Dit dossier blijft tot u de aanhouding opheft.") : await Shown();
    }

    public async Task<IActionResult> OnPostTakeBack()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work) || Line.Declaration is null || Line.DoneAt is not null) return NotFound();
        var because = work.Because(RecordEvents.TakenBack);
        Line.TakeBack();
        work.Expect(Line, Version);
        await work.Note(because, Id.Value, cancel: Cancel);
        return await Saved(work) ? Done("/archief", "De goedkeuring is ingetrokken. Deze regel staat weer op de lijst.") : await Shown();
    }

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Load(work) ? Page() : NotFound();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<DestructionLine>().FirstOrDefaultAsync(l => l.Id == Id, Cancel) is not { } line) return false;
        Line = line;
        KeepsForRequest = line.Household is { } home && await work.KeepsForRequest(home, Cancel);
        Hold = await work.Query<RetentionHold>().FirstOrDefaultAsync(h => h.ReleasedAt == null && (line.Household != null ? h.Household == line.Household : h.Signal == line.Signal), Cancel);
        return true;
    }
}
