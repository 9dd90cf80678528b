using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Day;

namespace Samenkracht.Residents.Safety;

/// <summary>Mijn dag van de aandachtsfunctionaris: households of which visits and post wait.</summary>
internal sealed class SafetyDay : IDayItems
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.HandleSafety)) return [];
        var waiting = await work.Query<ContactHold>().Where(h => h.ReleasedAt == null).OrderBy(h => h.Ground == HoldGround.Lot).ThenBy(h => h.HeldAt)
            .Take(Most).Select(h => new { h.Ground, h.HeldAt }).ToListAsync(cancel);
        return [.. waiting.Select(h => new DayItem(Direction.Personal, "Bezoek en post wachten op u", h.Ground.Label(), "/veiligheid", Amsterdam.Date(h.HeldAt), "veiligheid"))];
    }
}
