using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Letters;

/// <summary>Brieven en besluiten van een huishouden: drafts and what was sent, and whether it was read.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class LetterListModel(Storage storage, ReadLog reads) : HouseholdPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public bool MayWrite { get; private set; }

    /// <summary>A sent letter is read by all who see it; a draft is written on by the organisation that answers for it.</summary>
    public bool Opens(Letter letter) => letter.IsSent || letter.Controller == Actor.Organisation;

    public IReadOnlyDictionary<PersonId, string> People { get; private set; } = new Dictionary<PersonId, string>();

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Brieven en besluiten")) return NotFound();
        MayWrite = (await work.LawsIn(Id, Cancel)).Count > 0;
        var all = work.Query<Letter>().Where(l => l.Household == Id);
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Letters = await all.OrderBy(l => l.SentAt != null).ThenByDescending(l => l.SentAt).ThenByDescending(l => l.DraftedAt).ThenBy(l => l.Id)
            .Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        People = await work.People.Where(p => p.Household == Id).ToDictionaryAsync(p => p.Id, p => p.Name, Cancel);
        return Page();
    }
}
