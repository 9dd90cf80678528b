using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Retention;
using Samenkracht.Web.Access;

namespace Samenkracht.Records.Listing;

/// <summary>Archief: what may go, and why. The archivist approves or holds; nothing goes by itself, and no name stands here.</summary>
[Allow(Permission.ApproveDestruction)]
internal sealed class ArchiveListModel(Storage storage, RetentionRules rules, IEnumerable<IKeptFiles> files) : SkPage
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What was approved and waits for the night, instead of what asks for a decision.</summary>
    [BindProperty(SupportsGet = true, Name = "goedgekeurd")]
    public bool Approved { get; set; }

    [BindProperty]
    public List<DestructionLineId> Lines { get; set; } = [];

    /// <summary>A file that does not stand on the list, by its number.</summary>
    [BindProperty, StringLength(12)]
    public string? Number { get; set; }

    [BindProperty]
    public HoldGround? Ground { get; set; }

    [BindProperty, StringLength(RetentionHold.MostWords)]
    public string? Reason { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<DestructionLine> Shown { get; private set; } = [];

    public IReadOnlySet<string> Held { get; private set; } = new HashSet<string>();

    public IReadOnlyList<RetentionHold> Holds { get; private set; } = [];

    public DateTimeOffset? MadeAt { get; private set; }

    public IEnumerable<(string Kind, KeptResult Result, RetentionTerm Term)> Rules => rules.All;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostApprove()
    {
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            var chosen = await work.Query<DestructionLine>().Where(l => Lines.Contains(l.Id) && l.Declaration == null).ToListAsync(Cancel);
            if (chosen.Count == 0) Refuse(nameof(Lines), "Kies eerst welke regels u goedkeurt.");
            else if (chosen.Count < Lines.Count) Refuse(nameof(Lines), "Een van deze regels is net gewijzigd. Kijk nog eens wat u goedkeurt.");
            else
            {
                var because = work.Because(RecordEvents.Approved);
                var declaration = new Declaration { Id = Id.New<DeclarationId>(), ApprovedAt = because.At, ApprovedBy = Actor.Account!.Value, CarryOutFrom = RetentionTimes.After(because.At) };
                work.Add(declaration);
                chosen.ForEach(l => l.Approve(declaration.Id));
                await work.Note(because, declaration.Id.Value, payload: new { lines = chosen.Count }, cancel: Cancel);
                if (await Saved(work))
                    return Done($"/archief/verklaringen/{declaration.Id}", $"Goedgekeurd: {Words(chosen.Count)}. Hieronder staat vanaf wanneer het systeem vernietigt; tot dan kunt u dit intrekken.");
            }
        }
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostHold()
    {
        if (Ground is null) Refuse(nameof(Ground), "Kies waarom dit moet blijven.");
        if (string.IsNullOrWhiteSpace(Reason)) Refuse(nameof(Reason), "Schrijf in een zin op waarom.");
        var household = await ByNumber();
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            if (household is null) Refuse(nameof(Number), "Dit dossiernummer is niet bekend. Het staat op de pagina van het huishouden, bij Gegevens.");
            if (ModelState.IsValid)
            {
                var because = work.Because(RecordEvents.Held);
                var hold = RetentionHold.On(new DestroyedFile(household), Ground!.Value, Reason!, because);
                work.Add(hold);
                await work.Note(because, hold.Id.Value, payload: new { hold.Ground }, cancel: Cancel);
                if (await Saved(work, "Dit dossier is al aangehouden.")) return Done("/archief", "Dit dossier blijft tot u de aanhouding opheft.");
            }
        }
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRelease(RetentionHoldId hold)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<RetentionHold>().FirstOrDefaultAsync(h => h.Id == hold && h.ReleasedAt == null, Cancel) is not { } held) return NotFound();
        var because = work.Because(RecordEvents.Released);
        held.Release(because);
        await work.Note(because, hold.Value, cancel: Cancel);
        if (await Saved(work)) return Done("/archief", "De aanhouding is opgeheven. De termijn geldt weer.");
        await Load();
        return Page();
    }

    public static string Words(int lines) => lines == 1 ? "1 regel" : $"{lines:N0} regels";

    // The archivist sees no households: the system looks whether this number is one, and nothing else of it is asked.
    private async Task<HouseholdId?> ByNumber()
    {
        var number = (Number ?? "").Trim();
        if (number.Length != FileNumber.Length) return null;
        await using var work = await storage.Read(Actor.System, Cancel);
        foreach (var source in files)
            foreach (var id in await source.Households(work, Cancel))
                if (FileNumber.Of(id).Equals(number, StringComparison.OrdinalIgnoreCase)) return id;
        return null;
    }

    private async Task Load()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var asked = work.Query<DestructionLine>().AsNoTracking().Where(l => l.DoneAt == null && (l.Declaration != null) == Approved);
        Total = await asked.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = await asked.OrderBy(l => l.DueOn).ThenBy(l => l.Id).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        Holds = await work.Query<RetentionHold>().AsNoTracking().Where(h => h.ReleasedAt == null).OrderBy(h => h.HeldAt).Take(200).ToListAsync(Cancel);
        Held = Holds.Select(h => h.Household?.Text() ?? $"{h.Signal:N}").ToHashSet();
        MadeAt = await work.Query<RetentionNight>().MaxAsync(n => (DateTimeOffset?)n.At, Cancel);
    }
}

/// <summary>Dossiernummer: by which a file is called without a name; eight signs of its id.</summary>
internal static class FileNumber
{
    public const int Length = 8;

    public static string Of(HouseholdId household) => household.Text()[..Length].ToUpperInvariant();

    public static string Of(DestructionLine line) => line.Household is { } household ? Of(household) : $"{line.Signal:N}"[..Length].ToUpperInvariant();
}
