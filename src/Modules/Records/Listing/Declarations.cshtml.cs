using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Records.Listing;

/// <summary>Verklaringen van vernietiging, newest first.</summary>
[Allow(Permission.ApproveDestruction)]
internal sealed class DeclarationsModel(Storage storage) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<(Declaration Declaration, int Lines, int Done)> Shown { get; private set; } = [];

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Total = await work.Query<Declaration>().CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        var page = await work.Query<Declaration>().AsNoTracking().OrderByDescending(d => d.ApprovedAt).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        var ids = page.Select(d => (DeclarationId?)d.Id).ToArray();
        var counts = await work.Query<DestructionLine>().Where(l => ids.Contains(l.Declaration)).GroupBy(l => l.Declaration)
            .Select(g => new { g.Key, Lines = g.Count(), Done = g.Count(l => l.DoneAt != null) }).ToDictionaryAsync(g => g.Key!.Value, Cancel);
        Shown = [.. page.Select(d => (d, counts.GetValueOrDefault(d.Id)?.Lines ?? 0, counts.GetValueOrDefault(d.Id)?.Done ?? 0))];
    }
}
