using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Letters;

/// <summary>Mijn brieven: letters and decisions to oneself, newest first, and those that one may read for another.</summary>
[Allow(Permission.SeeOwnHousehold)]
internal sealed class OwnLettersModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 20;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public PersonId? Self { get; private set; }

    public bool IsResident => Actor.May(Permission.DecideForOneself);

    public IReadOnlyDictionary<PersonId, string> People { get; private set; } = new Dictionary<PersonId, string>();

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Self = (await work.Self.FirstOrDefaultAsync(Cancel))?.Id;
        var all = work.Query<Letter>().Where(l => l.SentAt != null);
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Letters = await all.OrderByDescending(l => l.SentAt).ThenBy(l => l.Id).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        var to = Letters.Select(l => l.About).OfType<PersonId>().ToArray();
        People = await work.People.Where(p => to.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Cancel);
        await reads.Looked(Actor, [.. Letters.Select(l => l.Household).Distinct()], new Looking("Mijn brieven", Purpose.OwnAffairs), Cancel);
    }
}
