using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Aim;

/// <summary>Doel toevoegen aan het huidige plan.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class GoalModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty]
    public GoalForm Input { get; set; } = new();

    /// <summary>The laws for which the actor works here; with one there is nothing to ask.</summary>
    public IReadOnlyList<Option> Laws { get; private set; } = [];

    /// <summary>About whom it can be.</summary>
    public IReadOnlyList<Option> People { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Doel toevoegen") || await Choices(work) is null) return NotFound();
        Input.Law = Laws.Only();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        var plan = await Choices(work);
        if (Laws.Count == 0) return NotFound();
        if (plan is null)
        {
            RefuseAll(CurrentPlan.Over);
            return Page();
        }
        if (Input.Law is { } law && !Laws.Any(l => l.Value == law.ToString())) Refuse("Input.Law", "Kies een wet waarvoor u in de kring zit.");
        if (Input.About is { Length: > 0 } about && !People.Any(p => p.Value == about)) Refuse("Input.About", "Kies iemand uit de lijst.");
        if (!ModelState.IsValid) return Page();
        var because = work.Because(SupportEvents.GoalSet, Input.Law);
        var goal = plan.Aim(Input.Wanted(), Actor.Organisation ?? plan.Controller, because, OnceId<GoalId>());
        work.Add(goal);
        await work.Note(because, goal.Id.Value, Id, Input, Cancel);
        return await Saved(work, last: () => Households.KeepSafetyItems(work, Id, goal.Safety, Cancel)) ? Done($"{HouseholdUrl}/afspraak?doel={goal.Id}", "Het doel staat in het plan. Wie doet wat?") : Page();
    }

    // Outside the circle, or without a current plan, there is nothing to add to.
    private async Task<Plan?> Choices(Work work)
    {
        Laws = [.. (await work.LawsIn(Id, Cancel)).Select(l => new Option(l.ToString(), l.Label()))];
        People = [.. (await work.PeopleOf(Id, Cancel)).Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
        return Laws.Count == 0 ? null : await work.Query<Plan>().FirstOrDefaultAsync(p => p.Household == Id && p.EndedAt == null, Cancel);
    }
}

/// <summary>What is typed of a goal.</summary>
internal sealed class GoalForm
{
    [Required(ErrorMessage = "Schrijf het doel op."), StringLength(200)]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Schrijf op van wie het doel is."), StringLength(60)]
    public string? Whose { get; set; } = "bewoner";

    [Required(ErrorMessage = "Kies een wet.")]
    public Law? Law { get; set; }

    public string? About { get; set; }

    public Audience Audience { get; set; }

    public bool Shielded { get; set; }

    internal NewGoal Wanted() => new(Text!, Whose!, Law!.Value, Audience, Shielded ? SafetyMark.Shielded : SafetyMark.None,
        Kernel.Id.TryParse<PersonId>(About, out var person) ? person : null);
}
