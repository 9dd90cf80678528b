using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Directory.Enter;

/// <summary>Gemeenschap opnemen of wijzigen: at <c>/gemeenschappen/nieuw</c> and at <c>/gemeenschappen/{id}/wijzig</c>.</summary>
[Allow(Permission.EditCommunities)]
internal sealed class EnterCommunityPage(Storage storage) : SkPage
{
    [FromRoute] public CommunityId? Id { get; set; }
    [BindProperty] public CommunityForm Input { get; set; } = new();

    public IReadOnlyList<Option> Wijken { get; private set; } = [];

    public bool IsNew => !RouteData.Values.ContainsKey("id");

    /// <summary>What someone else saved meanwhile, beside what was typed.</summary>
    public CommunityForm? Stands { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Wijken = await work.WijkOptions(Cancel);
        if (IsNew) return Page();
        if (await Find(work) is not { } community) return NotFound();
        (Input, Version) = (CommunityForm.Of(community), community.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        Wijken = await work.WijkOptions(Cancel);
        var community = IsNew ? null : await Find(work);
        if (!IsNew && community is null) return NotFound();
        if (Input.WijkCode is { Length: > 0 } wijk && !Wijken.Any(w => w.Value == wijk)) Refuse("Input.WijkCode", "Deze wijk kennen wij niet.");
        if (!ModelState.IsValid) return Page();
        var kind = community is null ? DirectoryEvents.CommunityEntered : DirectoryEvents.CommunityChanged;
        if (community is null) work.Add(community = Community.Enter(Input.ToDetails(), OnceId<CommunityId>()));
        else
        {
            work.Expect(community, Version);
            community.Describe(Input.ToDetails());
        }
        await work.Note(work.Because(kind), community.Id.Value, payload: new { community.Name, kind = community.Kind.ToString() }, cancel: Cancel);
        return await Kept(work) ? Done($"/gemeenschappen/{community.Id}", "De gemeenschap is bewaard.") : Page();
    }

    private async Task<bool> Kept(Work work)
    {
        try
        {
            if (await Saved(work)) return true;
        }
        catch (DbUpdateException)
        {
            // The foreign keys of the links hold (id, linkable): the database refuses to make a linked community sensitive.
            Refuse("Input.Kind", "Plannen of signalen wijzen naar deze gemeenschap. Daarom kan het geen gemeenschap van geloof, herkomst, gezondheid of politiek worden.");
            return false;
        }
        await using var now = await storage.Read(Actor, Cancel);
        if (await Find(now) is not { } stands) return false;
        Stands = CommunityForm.Of(stands);
        ModelState.Remove(nameof(Version));
        Version = stands.Version;
        return false;
    }

    private Task<Community?> Find(Work work) => work.Query<Community>().FirstOrDefaultAsync(c => c.Id == Id, Cancel);
}
