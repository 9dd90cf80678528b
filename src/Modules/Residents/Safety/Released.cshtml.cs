using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Safety;

/// <summary>Eerder vrijgegeven: who let visits and post go on, when and why, for the attention officer who guards what was touched.</summary>
[Allow(Permission.HandleSafety)]
internal sealed class ReleasedModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<ReleasedContact> Contacts { get; private set; } = [];

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var all = ReleasedContact.All(work);
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Contacts = await ReleasedContact.Of(work, await all.OrderByDescending(h => h.ReleasedAt).ThenBy(h => h.Id).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel), Cancel);
        await reads.LookedAtHolds(Actor, Contacts.Select(c => c.Seen), Looking.Listed("Eerder vrijgegeven", Purpose.Safety), Cancel);
    }
}
