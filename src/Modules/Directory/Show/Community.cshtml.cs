using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Directory.Show;

/// <summary>Gemeenschap: what it is, does and how to reach it.</summary>
[Allow(Permission.SeeCommunities)]
internal sealed class CommunityPage(Storage storage) : SkPage
{
    private const string Planned = "De activiteit staat erbij.";

    [BindProperty(SupportsGet = true)] public CommunityId Id { get; set; }
    [BindProperty] public ActivityForm Input { get; set; } = new();
    [BindProperty] public ActivityId Activity { get; set; }

    public Community Community { get; private set; } = null!;
    public IReadOnlyList<Option> Wijken { get; private set; } = [];

    internal sealed class ActivityForm
    {
        [Required(ErrorMessage = "Vul in wat er te doen is."), StringLength(100)] public string? Name { get; set; }
        [Required(ErrorMessage = "Vul in wanneer het is."), StringLength(200)] public string? WhenText { get; set; }
        [Required(ErrorMessage = "Vul in waar het is."), StringLength(200)] public string? Place { get; set; }
        public string? WijkCode { get; set; }
    }

    public string WijkName(string code) => Wijken.FirstOrDefault(w => w.Value == code)?.Text ?? code;

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Load(work) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPlanAsync()
    {
        if (!Actor.May(Permission.EditCommunities)) return Forbidden();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (Input.WijkCode is { Length: > 0 } wijk && !Wijken.Any(w => w.Value == wijk)) Refuse("Input.WijkCode", "Deze wijk kennen wij niet.");
        if (!ModelState.IsValid) return Page();
        var id = OnceId<ActivityId>();
        // Sent before: it was read with its community, and cannot be added beside itself.
        if (Community.Activities.Any(a => a.Id == id)) return Done($"/gemeenschappen/{Id}", Planned);
        var planned = Community.Plan(Input.Name!, Input.WhenText!, Input.Place!, string.IsNullOrEmpty(Input.WijkCode) ? null : Input.WijkCode, id);
        await work.Note(work.Because(DirectoryEvents.ActivityPlanned), planned.Id.Value, cancel: Cancel);
        return await Saved(work) ? Done($"/gemeenschappen/{Id}", Planned) : Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!Actor.May(Permission.EditCommunities)) return Forbidden();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work) || Community.Activities.FirstOrDefault(a => a.Id == Activity) is not { } gone) return NotFound();
        work.Remove(gone);
        await work.Note(work.Because(DirectoryEvents.ActivityRemoved), gone.Id.Value, cancel: Cancel);
        await work.Commit(Cancel);
        return Done($"/gemeenschappen/{Id}", "De activiteit is weg.");
    }

    private StatusCodeResult Forbidden() => StatusCode(403);

    private async Task<bool> Load(Work work)
    {
        Wijken = await work.WijkOptions(Cancel);
        var found = await work.Query<Community>().Include(c => c.Activities).FirstOrDefaultAsync(c => c.Id == Id, Cancel);
        if (found is not null) Community = found;
        return found is not null;
    }
}
