using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Issues;

/// <summary>Kwestie openen of wijzigen: title, theme, what it is about, areas and communities.</summary>
[Allow(Permission.WorkOnIssues)]
internal sealed class DescribeModel(Storage storage) : SkPage
{
    [BindProperty]
    public IssueForm Input { get; set; } = new();

    /// <summary>Null while it is new.</summary>
    public IssueId? Issue { get; private set; }

    /// <summary>What someone else saved meanwhile; null while nobody did.</summary>
    public IssueForm? Theirs { get; private set; }

    public IReadOnlyList<Option> Areas { get; private set; } = [];
    public IReadOnlyList<Option> Communities { get; private set; } = [];

    public async Task<IActionResult> OnGet(IssueId? issue)
    {
        await using var work = await storage.Read(Actor, Cancel);
        await Choices(work);
        Issue = issue;
        if (issue is null) return Page();
        if (await Find(work, issue.Value) is not { } found) return NotFound();
        (Input, Version) = (IssueForm.Of(found), found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(IssueId? issue)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        await Choices(work);
        Issue = issue;
        var found = issue is { } id ? await Find(work, id) : null;
        if (issue is not null && found is null) return NotFound();
        var draft = Draft(found);
        if (!ModelState.IsValid || draft is null) return Page();
        var because = work.Because(found is null ? InsightEvents.IssueOpened : InsightEvents.IssueChanged);
        if (found is null) work.Add(found = CollectiveIssue.Open(because, draft, id: OnceId<IssueId>()));
        else Change(work, found, draft);
        await work.Note(because, found.Id.Value, payload: new { draft.Title, draft.Summary, Input.Areas, Input.Communities }, cancel: Cancel);
        if (!await Saved(work)) return await Conflicted(found.Id);
        return Done($"/kwesties/{found.Id}", issue is null ? "De kwestie is geopend." : "De kwestie is gewijzigd.");
    }

    // What was typed stays in the form; beside it stands what the other one saved.
    private async Task<IActionResult> Conflicted(IssueId id)
    {
        await using var now = await storage.Read(Actor, Cancel);
        if (await Find(now, id) is not { } stands) return NotFound();
        (Theirs, Version) = (IssueForm.Of(stands), stands.Version);
        return Page();
    }

    private void Change(Work work, CollectiveIssue issue, IssueDraft draft)
    {
        work.Expect(issue, Version);
        issue.Describe(draft);
    }

    // What is chosen must be on offer: only areas of now, and no community that may not be linked.
    private IssueDraft? Draft(CollectiveIssue? issue)
    {
        var theme = issue?.Theme ?? Input.Theme;
        if (theme is null) Refuse("Input.Theme", "Kies een thema.");
        if (Input.Areas.Except(Areas.Select(a => a.Value)).Except(issue?.Areas.Select(a => a.AreaCode.Value) ?? []).Any()) Refuse("Input.Areas", "Kies gebieden uit de lijst.");
        if (Input.Communities.Except(Communities.Select(c => c.Value)).Any()) Refuse("Input.Communities", "Kies gemeenschappen uit de lijst.");
        if (!ModelState.IsValid) return null;
        return new IssueDraft(Input.Title, theme!.Value, Input.Summary, [.. Input.Areas.Select(AreaCode.Parse)],
            [.. Input.Communities.Select(c => new CommunityId(Guid.ParseExact(c, "N")))]);
    }

    private async Task Choices(Work work)
    {
        Areas = [.. await work.WijkOptions(Cancel), .. await work.BuurtOptions(Cancel)];
        Communities = [.. (await work.LinkableCommunities.OrderBy(c => c.Name).ToListAsync(Cancel))
            .Select(c => new Option(c.Id.ToString(), c.Name, c.Kind.Label()))];
    }

    private Task<CollectiveIssue?> Find(Work work, IssueId id) =>
        work.Query<CollectiveIssue>().Include(i => i.Areas).Include(i => i.Communities).FirstOrDefaultAsync(i => i.Id == id, Cancel);
}

internal sealed class IssueForm
{
    [Required(ErrorMessage = "Geef de kwestie een titel."), StringLength(CollectiveIssue.MaxTitle)]
    public string Title { get; set; } = "";

    public Theme? Theme { get; set; }

    [Required(ErrorMessage = "Schrijf op waar het om gaat."), StringLength(CollectiveIssue.MaxSummary)]
    public string Summary { get; set; } = "";

    public List<string> Areas { get; set; } = [];

    public List<string> Communities { get; set; } = [];

    public static IssueForm Of(CollectiveIssue issue) => new()
    {
        Title = issue.Title,
        Theme = issue.Theme,
        Summary = issue.Summary,
        Areas = [.. issue.Areas.Select(a => a.AreaCode.Value)],
        Communities = [.. issue.Communities.Select(c => c.Community.ToString())],
    };
}
