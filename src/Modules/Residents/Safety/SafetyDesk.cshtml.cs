using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Safety;

/// <summary>Veiligheid: what was entered of a household and touches a hidden one, for the attention officer, who releases visits and post.</summary>
[Allow(Permission.HandleSafety)]
internal sealed class SafetyDeskModel(Storage storage) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<HeldContact> Held { get; private set; } = [];

    public Task OnGet() => Shown();

    public async Task<IActionResult> OnPostRelease(ContactHoldId hold)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<ContactHold>().FirstOrDefaultAsync(h => h.Id == hold, Cancel) is not { } held) return NotFound();
        if (held.ReleasedAt is not null) return Done("/veiligheid", "Dit was al vrijgegeven.");
        var because = work.Because(ResidentEvents.Released);
        held.Release(because);
        // Not in the household's timeline either: that somebody released it would tell that it was held.
        await work.Note(because, hold.Value, payload: new { held.Household }, cancel: Cancel);
        var others = await work.Query<ContactHold>().AnyAsync(h => h.Household == held.Household && h.Id != hold && h.Blocks && h.ReleasedAt == null, Cancel);
        await work.Commit(Cancel);
        return Done("/veiligheid", others ? "Vrijgegeven. Voor dit huishouden wacht er nog iets: bezoek en post dus ook." : "Bezoek en post zijn vrijgegeven.");
    }

    private async Task Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var open = work.Query<ContactHold>().Where(h => h.ReleasedAt == null);
        Total = await open.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        // Hits before the lot, and the oldest first.
        var page = await open.OrderBy(h => h.Ground == HoldGround.Lot).ThenBy(h => h.HeldAt).ThenBy(h => h.Id)
            .Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        Held = await HeldContact.Of(work, page, Cancel);
    }
}

/// <summary>Wat wacht, as the attention officer reads it.</summary>
/// <param name="Entered">How the circle speaks of the household that was entered.</param>
/// <param name="Call">Who entered or works with it; to call, never to tell the ground.</param>
/// <param name="Hidden">The hidden household; null when drawn by lot.</param>
internal sealed record HeldContact(ContactHoldId Id, HoldGround Ground, bool Blocks, DateTimeOffset At, string Entered, Involvement? Call, HouseholdId? HiddenId, string? Hidden)
{
    private const string Why = "The attention officer reads which household touches which: only this can prevent a visit to the wrong door.";

    public static async Task<IReadOnlyList<HeldContact>> Of(Work work, IReadOnlyList<ContactHold> page, CancellationToken cancel)
    {
        var ids = page.SelectMany(h => new[] { h.Household, h.Matched ?? h.Household }).Distinct().ToArray();
        var names = await work.Beyond(Why, () => work.Unscoped<Household>(Why).Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, cancel));
        var calls = await Existence.Contacts(work, [.. page.Select(h => h.Household).Distinct()], cancel);
        return [.. page.Select(h => new HeldContact(h.Id, h.Ground, h.Blocks, h.HeldAt, names[h.Household], calls.GetValueOrDefault(h.Household), h.Matched,
            h.Matched is { } hidden ? names[hidden] : null))];
    }
}
