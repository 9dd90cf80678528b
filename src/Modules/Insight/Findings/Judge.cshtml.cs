using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Findings;

/// <summary>Oordeel over een bevinding: a person recognises it and it becomes an issue, or says why it is not so.</summary>
[Allow(Permission.JudgeFindings)]
internal sealed class JudgeModel(Storage storage) : SkPage
{
    public FindingView View { get; private set; } = null!;

    /// <summary>From the address: "herkend" or "afgewezen".</summary>
    public bool Confirmed { get; private set; }

    [BindProperty, Required(ErrorMessage = "Schrijf in een paar woorden waarom."), StringLength(Verdict.MaxReason)]
    public string Reason { get; set; } = "";

    public Task<IActionResult> OnGet(FindingId finding, string verdict) => Show(finding, verdict);

    public async Task<IActionResult> OnPost(FindingId finding, string verdict)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!Understand(verdict) || await FindingView.Load(work, finding, Cancel) is not { } view) return NotFound();
        View = view;
        if (view.Verdict is not null) return Done($"/kwesties/bevinding/{finding}", "Een collega heeft deze bevinding al beoordeeld.");
        if (!ModelState.IsValid) return Page();
        var issue = await Judge(work, view);
        try
        {
            if (!await Saved(work)) return Page();
        }
        catch (UniqueConflictException)
        {
            return Done($"/kwesties/bevinding/{finding}", "Een collega heeft deze bevinding net beoordeeld.");
        }
        return issue is null
            ? Done($"/kwesties/bevinding/{finding}", "Genoteerd: dit klopt niet. U ziet dit pas weer als het met een kwart is gegroeid.")
            : Done($"/kwesties/{issue.Id}", "Dit is nu een kwestie. Voeg acties toe, of zet haar op de agenda.");
    }

    private async Task<CollectiveIssue?> Judge(Work work, FindingView view)
    {
        var judged = work.Because(InsightEvents.FindingJudged, reason: Reason);
        work.Add(Verdict.Give(judged, view.Finding.Id, Confirmed, Reason));
        await work.Note(judged, view.Finding.Id.Value, payload: new { Confirmed }, cancel: Cancel);
        if (!Confirmed) return null;
        var opened = work.Because(InsightEvents.IssueOpened);
        var issue = CollectiveIssue.Open(opened, view.Draft(), view.Finding.Id);
        work.Add(issue);
        await work.Note(opened, issue.Id.Value, payload: new { issue.Title, view.Finding.Id }, cancel: Cancel);
        return issue;
    }

    private async Task<IActionResult> Show(FindingId finding, string verdict)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!Understand(verdict) || await FindingView.Load(work, finding, Cancel) is not { } view) return NotFound();
        View = view;
        return view.Verdict is null ? Page() : Done($"/kwesties/bevinding/{finding}", "Deze bevinding is al beoordeeld.");
    }

    private bool Understand(string verdict)
    {
        Confirmed = verdict == "herkend";
        return verdict is "herkend" or "afgewezen";
    }
}
