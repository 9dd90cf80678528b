using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Access.Manage;

/// <summary>Team maken of wijzigen. The areas may be imported later, so that wijken are given by their codes.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed partial class EditTeamPage(Storage storage) : SkPage
{
    [FromRoute] public string Id { get; set; } = "";
    [BindProperty, Required(ErrorMessage = "Vul een naam in."), StringLength(100)] public string? Name { get; set; }
    [BindProperty] public OrganisationId? Organisation { get; set; }
    [BindProperty, StringLength(1000)] public string? Wijken { get; set; }

    public bool IsNew => Id == "nieuw";
    public IReadOnlyList<Option> Organisations { get; private set; } = [];

    /// <summary>What someone else saved meanwhile, beside what was typed.</summary>
    public string? Stands { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        await Load(work);
        if (IsNew) return Page();
        if (await Find(work) is not { } team) return NotFound();
        (Name, Wijken, Version) = (team.Name, Codes(team), team.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        await Load(work);
        var team = IsNew ? null : await Find(work);
        if (!IsNew && team is null) return NotFound();
        var codes = (Wijken ?? "").ToUpperInvariant().Split([' ', ',', ';', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(codes, c => !WijkCode().IsMatch(c)) is { } wrong) Refuse(nameof(Wijken), $"{wrong} is geen code van een wijk. Die begint met WK en heeft zes cijfers.");
        if (IsNew && !Organisations.Any(o => o.Value == Organisation?.Text())) Refuse(nameof(Organisation), "Kies een organisatie.");
        if (!ModelState.IsValid) return Page();
        if (team is null) work.Add(team = Team.Form(Name!, Organisation!.Value, codes));
        else
        {
            work.Expect(team, Version);
            team.Change(Name!, codes);
        }
        await work.Note(work.Because(AccessEvents.TeamSaved), team.Id.Value, cancel: Cancel);
        return await Kept(work) ? Done("/beheer/teams", "Het team is bewaard.") : Page();
    }

    [GeneratedRegex("^WK[0-9]{6}$")]
    private static partial Regex WijkCode();

    private static string Codes(Team team) => string.Join(' ', team.Wijken.Select(w => w.WijkCode).Order());

    private async Task<bool> Kept(Work work)
    {
        try
        {
            if (await Saved(work)) return true;
        }
        catch (UniqueConflictException)
        {
            Refuse(nameof(Name), "Er is al een team met deze naam.");
            return false;
        }
        await using var now = await storage.Read(Actor, Cancel);
        if (await Find(now) is not { } stands) return false;
        Stands = $"{stands.Name} · {Codes(stands)}";
        ModelState.Remove(nameof(Version));
        Version = stands.Version;
        return false;
    }

    private async Task Load(Work work) =>
        Organisations = [.. (await work.Organisations.OrderBy(o => o.Name).ToListAsync(Cancel)).Select(o => new Option(o.Id.Text(), o.Name))];

    private async Task<Team?> Find(Work work) => Kernel.Id.TryParse<TeamId>(Id, out var id)
        ? await work.Query<Team>().Include(t => t.Wijken).FirstOrDefaultAsync(t => t.Id == id, Cancel)
        : null;
}
