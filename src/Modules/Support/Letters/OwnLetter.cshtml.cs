using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Letters;

/// <summary>Eén brief, for whom it is addressed to: opened for the first time that is kept, and told to who wrote it.</summary>
[Allow(Permission.SeeOwnHousehold)]
internal sealed class OwnLetterModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "letter")]
    public LetterId LetterId { get; set; }

    public Letter Letter { get; private set; } = null!;

    public string Sender { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<Letter>().FirstOrDefaultAsync(l => l.Id == LetterId && l.SentAt != null, Cancel) is not { } letter) return NotFound();
        await reads.Looked(Actor, letter.Household, "Een brief", Purpose.OwnAffairs, Cancel);
        (Letter, Sender) = (letter, await LetterSender.Of(work, letter, Cancel));
        // Who reads along does not read it for them.
        if (letter.ReadAt is null && await work.Self.AnyAsync(p => p.Id == letter.About, Cancel)) await Opened(work);
        return Page();
    }

    private async Task Opened(Work work)
    {
        var because = work.Because(SupportEvents.LetterRead, Letter.Law);
        if (!Letter.Open(because)) return;
        await work.Note(because, Letter.Id.Value, Letter.Household, new { Title = Letter.Subject }, Cancel);
        try
        {
            await work.Commit(Cancel);
        }
        catch (ConcurrentChangeException)
        {
            // Opened twice at once: it was read either way.
        }
    }
}
