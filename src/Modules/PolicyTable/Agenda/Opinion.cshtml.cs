using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Is dit een antwoord? A household that took part and asked says so.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.DecideForOneself)]
internal sealed class OpinionModel(Storage storage, ReadLog reads) : SkPage
{
    private HouseholdCard? file;

    public AskedFor Asked { get; private set; } = null!;

    public override HeadMark? Mark => RestrictedMark.Short(file);

    [BindProperty, Required(ErrorMessage = "Kies ja of nee.")]
    public YesNo? IsAnswer { get; set; }

    [BindProperty, StringLength(AnswerOpinion.MaxWords)]
    public string? Words { get; set; }

    public bool IsResident => Actor.May(Permission.DecideForOneself);
    public string Back => IsResident ? "/mijn" : $"/huishoudens/{Asked.Household}";

    public async Task<IActionResult> OnGet(AgendaItemId item, HouseholdId household)
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Find(work, item, household) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(AgendaItemId item, HouseholdId household)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work, item, household)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var question = await work.Questions.FirstAsync(q => q.Id == Asked.Question, Cancel);
        var because = work.Because(PolicyTableEvents.OpinionGiven, question.Law);
        var said = await work.Query<AnswerOpinion>().FirstOrDefaultAsync(o => o.Item == item && o.Household == household, Cancel);
        if (said is null) work.Add(AnswerOpinion.OfHousehold(because, item, household, question.Id, IsAnswer == YesNo.Yes, Words));
        else said.Say(because, IsAnswer == YesNo.Yes, Words);
        // About the question, as taking part is: who may not see that, does not see this line either.
        await work.Note(because, question.Id.Value, household, new { item, IsAnswer, Words }, Cancel);
        try
        {
            if (!await Saved(work)) return Page();
        }
        catch (UniqueConflictException)
        {
            return Done(Back, "Dit was net al gezegd.");
        }
        return Done(Back, "Dank u wel. Uw mening telt mee.");
    }

    // Only an answer that was asked for: who was merely counted is never asked.
    private async Task<bool> Find(Work work, AgendaItemId item, HouseholdId household)
    {
        if (await HouseholdFile.Open(work, reads, household, "Is dit een antwoord?", Cancel) is not { } opened) return false;
        var asked = (await AnswersFor.Household(work, household, Cancel)).FirstOrDefault(a => a.Card.Id == item && a.Wanted && a.Card.AnsweredAt is not null);
        if (asked is null) return false;
        (Asked, file) = (asked, opened);
        return true;
    }
}

/// <summary>Ja of nee.</summary>
internal enum YesNo
{
    [Label("Ja, dit is een antwoord")] Yes,
    [Label("Nee, dit is geen antwoord")] No,
}
