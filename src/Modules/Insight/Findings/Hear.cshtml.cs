using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Insight.Findings;

/// <summary>Horen: the contact person of a community was spoken. From then on the community may be named with this theme.</summary>
[Allow(Permission.JudgeFindings)]
internal sealed class HearModel(Storage storage) : SkPage
{
    public CommunityCard Community { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Theme Theme { get; set; }

    /// <summary>The page to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    [BindProperty, Required(ErrorMessage = "Schrijf op wat de contactpersoon zei."), StringLength(Hearing.MaxWords)]
    public string Words { get; set; } = "";

    public string BackUrl => Url.IsLocalUrl(Back) ? Back! : "/kwesties";

    public async Task<IActionResult> OnGet(CommunityId community)
    {
        ModelState.Remove(nameof(Words));
        await using var work = await storage.Read(Actor, Cancel);
        return await Find(work, community) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(CommunityId community)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work, community)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var because = work.Because(InsightEvents.CommunityHeard);
        var hearing = Hearing.Hold(because, community, Theme, Words, OnceId<HearingId>());
        work.Add(hearing);
        await work.Note(because, hearing.Id.Value, payload: new { community, Theme, hearing.Words }, cancel: Cancel);
        if (!await Saved(work)) return Page();
        return Done(BackUrl, $"Genoteerd dat {Community.Name} is gehoord.");
    }

    private async Task<bool> Find(Work work, CommunityId id)
    {
        if (await work.LinkableCommunities.FirstOrDefaultAsync(c => c.Id == id, Cancel) is not { } card) return false;
        Community = card;
        return ModelState["Theme"] is not { ValidationState: Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid };
    }
}
