using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Letters;

/// <summary>De brief voor de post, with the address. There only for what was given to the post, and only while post is safe.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class PostedLetterModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty(SupportsGet = true, Name = "letter")]
    public LetterId LetterId { get; set; }

    public LetterOnPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Brief voor de post", await LetterMark.Of(work, Id, LetterId, Cancel))) return NotFound();
        if (await work.Query<Letter>().FirstOrDefaultAsync(l => l.Household == Id && l.Id == LetterId && l.PostedAt != null && l.Safety == SafetyMark.None, Cancel) is not { } letter
            || await work.People.FirstOrDefaultAsync(p => p.Id == letter.About, Cancel) is not { } to) return NotFound();
        if (!(await work.PostRule(Household, to, Cancel)).MayPost) return LocalRedirect($"{HouseholdUrl}/brieven/{LetterId}");
        Paper = new(letter, await LetterSender.Of(work, letter, Cancel), $"{to.Name}\n{Household.Address}", TitleAbove: false);
        return Page();
    }
}
