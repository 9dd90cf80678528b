using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Issues;

/// <summary>Kwestie: the whole chain in one picture, actions in the four directions, and what later modules add.</summary>
[Allow(Permission.SeeIssues)]
internal sealed class IssueModel(Storage storage, IEnumerable<IIssuePanel> slots) : SkPage
{
    private const string Added = "De actie is toegevoegd.";

    public IssueView View { get; private set; } = null!;

    /// <summary>Null without areas, or while their boundaries were not imported.</summary>
    public AreaMap? Map { get; private set; }

    public MapOverlay Overlay { get; private set; } = null!;

    public bool MayWork => Actor.May(Permission.WorkOnIssues);

    [BindProperty]
    public ActionForm Input { get; set; } = new();

    public string Address => $"/kwesties/{View.Issue.Id}";

    public async Task<IActionResult> OnGet(IssueId issue)
    {
        await using var work = await storage.Read(Actor, Cancel);
        Input.DueOn = Amsterdam.Date(work.Now).AddDays(28);
        return await Show(work, issue) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAct(IssueId issue)
    {
        if (!MayWork) return Forbid();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Show(work, issue)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var id = OnceId<IssueActionId>();
        // Sent before: it was read with its issue, and cannot be added beside itself.
        if (await work.IsNoted(id.Value, Cancel)) return Done(Address, Added);
        var because = work.Because(InsightEvents.ActionAdded);
        var action = IssueAction.Agree(because, issue, Input.Direction!.Value, Input.Text, Input.Who, Input.DueOn!.Value, id);
        work.Add(action);
        await work.Note(because, action.Id.Value, payload: new { issue, action.Direction, action.Text, action.Who, action.DueOn }, cancel: Cancel);
        if (!await Saved(work)) return Page();
        return Done(Address, Added);
    }

    public async Task<IActionResult> OnPostDone(IssueId issue, IssueActionId action)
    {
        if (!MayWork) return Forbid();
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<IssueAction>().FirstOrDefaultAsync(a => a.Id == action && a.Issue == issue, Cancel) is not { } found) return NotFound();
        var because = work.Because(InsightEvents.ActionDone);
        if (!found.Finish(because)) return Done($"/kwesties/{issue}", "Deze actie was al gedaan.");
        await work.Note(because, found.Id.Value, payload: new { issue }, cancel: Cancel);
        return Done($"/kwesties/{issue}", await Saved(work) ? "De actie is gedaan." : "Een collega heeft deze actie net gewijzigd.");
    }

    private async Task<bool> Show(Work work, IssueId issue)
    {
        if (await IssueView.Load(work, issue, slots, Cancel) is not { } view) return false;
        View = view;
        var areas = view.Issue.Areas.Select(a => a.AreaCode).ToList();
        Map = await work.MapAround(areas, cancel: Cancel);
        Overlay = MapOverlay.Outline([.. areas]);
        return true;
    }
}

/// <summary>A new action.</summary>
internal sealed class ActionForm
{
    [Required(ErrorMessage = "Kies een richting.")]
    public Direction? Direction { get; set; }

    [Required(ErrorMessage = "Schrijf op wat er gaat gebeuren."), StringLength(IssueAction.MaxText)]
    public string Text { get; set; } = "";

    [Required(ErrorMessage = "Schrijf op wie dit doet."), StringLength(IssueAction.MaxWho)]
    public string Who { get; set; } = "";

    [Required(ErrorMessage = "Kies een datum.")]
    public DateOnly? DueOn { get; set; }
}
