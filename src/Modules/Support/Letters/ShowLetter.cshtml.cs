using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Letters;

/// <summary>Een verstuurde brief, for the circle: as it was sent, whether it was read, and on paper where post is safe.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class ShowLetterModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty(SupportsGet = true, Name = "letter")]
    public LetterId LetterId { get; set; }

    public Letter Letter { get; private set; } = null!;

    public PersonCard? To { get; private set; }

    public string Sender { get; private set; } = "";

    /// <summary>Whether it can go by post, now: what was sent long ago is asked again.</summary>
    public PostRule Post { get; private set; } = new(false);

    public bool SignsIn { get; private set; }

    /// <summary>Writes down at "Alleen in een gesprek" to whom it was given.</summary>
    public bool KeepsTold { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Look(work, reads, "Brief", await LetterMark.Of(work, Id, LetterId, Cancel)) && await Load(work) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        // Changed under its own law only: what another shares is there to read.
        if (!await Find(work) || !await Load(work)) return NotFound();
        if (!Post.MayPost)
        {
            Refuse("", PostRule.Refusal(To));
            return Page();
        }
        var because = work.Because(SupportEvents.LetterPosted, Letter.Law);
        Letter.Post(Post, because);
        await work.Note(because, Letter.Id.Value, Id, new { Title = Letter.Subject }, Cancel);
        return await Saved(work) ? LocalRedirect($"{HouseholdUrl}/brieven/{LetterId}/post") : Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<Letter>().FirstOrDefaultAsync(l => l.Household == Id && l.Id == LetterId && l.SentAt != null, Cancel) is not { } letter) return false;
        Letter = letter;
        KeepsTold = await work.SeesSafety(Id, Cancel);
        Sender = await LetterSender.Of(work, letter, Cancel);
        if (await work.People.FirstOrDefaultAsync(p => p.Id == letter.About, Cancel) is not { } to) return true;
        To = to;
        if (letter.Safety == SafetyMark.None) Post = await work.PostRule(Household, to, Cancel);
        SignsIn = await work.SignsIn(to.Id, Cancel);
        return true;
    }
}

/// <summary>Wie de brief stuurde: name, function and organisation.</summary>
internal static class LetterSender
{
    public static async Task<string> Of(Work work, Letter letter, CancellationToken cancel)
    {
        if ((letter.SentBy ?? letter.Author) is not { } account) return "";
        var who = (await work.AccountNames([account], cancel)).GetValueOrDefault(account);
        return string.Join(", ", new[] { who?.Name, who?.Function, who?.OrganisationName }.Where(words => !string.IsNullOrEmpty(words)));
    }
}
