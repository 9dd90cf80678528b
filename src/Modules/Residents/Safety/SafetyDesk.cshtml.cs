using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Safety;

/// <summary>Veiligheid: what was entered of a household and touches a hidden one, for the attention officer.</summary>
[Allow(Permission.HandleSafety)]
internal sealed class SafetyDeskModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<HeldContact> Held { get; private set; } = [];

    public Task OnGet() => Shown();

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
        await reads.LookedAtHolds(Actor, Held.SelectMany(h => h.Seen).Distinct(), Looking.Listed("Veiligheid", Purpose.Safety), Cancel);
    }
}
