using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Issues;

/// <summary>Meedoen: a household takes part in an issue, with its own wish to hear the answer.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.DecideForOneself)]
internal sealed class JoinModel(Storage storage, ReadLog reads) : SkPage
{
    public IssueCard Issue { get; private set; } = null!;
    public HouseholdCard Household { get; private set; } = null!;
    public QuestionCard Asked { get; private set; } = null!;

    public override HeadMark? Mark => RestrictedMark.Short(Household);

    [BindProperty, Required(ErrorMessage = "Kies of het antwoord gewenst is.")]
    public WishForAnswer? Wish { get; set; }

    public bool IsResident => Actor.May(Permission.DecideForOneself);
    public string Back => IsResident ? "/mijn" : $"/huishoudens/{Household.Id}";

    public async Task<IActionResult> OnGet(IssueId issue, HouseholdId household)
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Find(work, issue, household) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(IssueId issue, HouseholdId household)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work, issue, household)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var because = work.Because(InsightEvents.Joined, Asked.Law);
        work.Add(IssueContribution.ByHousehold(because, issue, household, Asked.Id, Wish == WishForAnswer.Yes));
        // About the question: who may not see that, does not see this line either.
        await work.Note(because, Asked.Id.Value, household, new { issue, Issue.Title, wantsAnswer = Wish == WishForAnswer.Yes }, Cancel);
        try
        {
            if (!await Saved(work)) return Page();
        }
        catch (UniqueConflictException)
        {
            return Done(Back, "Dit huishouden deed al mee.");
        }
        return Done(Back, IsResident ? "U doet mee. Dank u wel." : "Het huishouden doet mee.");
    }

    // One takes part with a question of one's own about the same.
    private async Task<bool> Find(Work work, IssueId issue, HouseholdId household)
    {
        if (await work.Issues.FirstOrDefaultAsync(i => i.Id == issue, Cancel) is not { } card) return false;
        if (await HouseholdFile.Open(work, reads, household, "Meedoen met een kwestie", Cancel) is not { } file) return false;
        if (await work.Questions.Where(q => q.Household == household && q.Theme == card.Theme).OrderByDescending(q => q.AskedAt).FirstOrDefaultAsync(Cancel) is not { } question) return false;
        (Issue, Household, Asked) = (card, file, question);
        return true;
    }
}

/// <summary>Wens: whether a household wants to hear what came of it.</summary>
internal enum WishForAnswer
{
    [Label("Ja, laat het antwoord weten")] Yes,
    [Label("Nee, dat hoeft niet")] No,
}
