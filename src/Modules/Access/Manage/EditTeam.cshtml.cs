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

/// <summary>Team maken of wijzigen. Wijken are ticked by name; by code while the areas were not imported yet, or when a whole country was.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed partial class EditTeamPage(Storage storage, IWijkNames names) : SkPage
{
    private const int MostToTick = 60;

    [FromRoute] public string Id { get; set; } = "";
    [BindProperty, Required(ErrorMessage = "Vul een naam in."), StringLength(100)] public string? Name { get; set; }
    [BindProperty] public OrganisationId? Organisation { get; set; }
    [BindProperty, StringLength(1000)] public string? Wijken { get; set; }
    [BindProperty] public List<string> Ticked { get; set; } = [];

    public bool IsNew => Id == "nieuw";
    public IReadOnlyList<Option> Organisations { get; private set; } = [];

    /// <summary>The wijken to tick; empty when they are given by code.</summary>
    public IReadOnlyList<Option> Choices { get; private set; } = [];

    /// <summary>What someone else saved meanwhile, beside what was typed.</summary>
    public string? Stands { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var team = IsNew ? null : await Find(work);
        if (!IsNew && team is null) return NotFound();
        await Load(work, team);
        if (team is null) return Page();
        (Name, Wijken, Ticked, Version) = (team.Name, string.Join(' ', Codes(team)), [.. Codes(team)], team.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        var team = IsNew ? null : await Find(work);
        if (!IsNew && team is null) return NotFound();
        await Load(work, team);
        var codes = Wanted();
        if (IsNew && !Organisations.Any(o => o.Value == Organisation?.Text())) Refuse(nameof(Organisation), "Kies een organisatie.");
        if (!ModelState.IsValid) return Page();
        if (team is null) work.Add(team = Team.Form(Name!, Organisation!.Value, codes, OnceId<TeamId>()));
        else
        {
            work.Expect(team, Version);
            team.Change(Name!, codes);
        }
        await work.Note(work.Because(AccessEvents.TeamSaved), team.Id.Value, cancel: Cancel);
        return await Kept(work) ? Done("/beheer/teams", "Het team is bewaard.") : Page();
    }

    private IReadOnlyList<string> Wanted()
    {
        if (Choices.Count > 0)
        {
            if (Ticked.Except(Choices.Select(c => c.Value)).Any()) Refuse(nameof(Ticked), "Kies wijken uit de lijst.");
            return Ticked;
        }
        var codes = (Wijken ?? "").ToUpperInvariant().Split([' ', ',', ';', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(codes, c => !WijkCode().IsMatch(c)) is { } wrong) Refuse(nameof(Wijken), $"{wrong} is geen code van een wijk. Die begint met WK en heeft zes cijfers.");
        return codes;
    }

    [GeneratedRegex("^WK[0-9]{6}$")]
    private static partial Regex WijkCode();

    private static IEnumerable<string> Codes(Team team) => team.Wijken.Select(w => w.WijkCode).Order();

    private string Named(Team team) => string.Join(Choices.Count > 0 ? ", " : " ", Codes(team).Select(code => Choices.FirstOrDefault(c => c.Value == code)?.Text ?? code));

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
        Stands = $"{stands.Name} · {Named(stands)}";
        ModelState.Remove(nameof(Version));
        Version = stands.Version;
        return false;
    }

    private async Task Load(Work work, Team? team)
    {
        Organisations = [.. (await work.Organisations.OrderBy(o => o.Name).ToListAsync(Cancel)).Select(o => new Option(o.Id.Text(), o.Name))];
        var wijken = await names.For(work, Cancel);
        if (wijken.Count is 0 or > MostToTick) return;
        // A wijk of an earlier year stays until someone takes the tick away.
        var gone = (team is null ? [] : Codes(team)).Except(wijken.Select(w => w.Value));
        Choices = [.. wijken, .. gone.Select(code => new Option(code, code, "bestaat niet meer"))];
    }

    private async Task<Team?> Find(Work work) => Kernel.Id.TryParse<TeamId>(Id, out var id)
        ? await work.Query<Team>().Include(t => t.Wijken).FirstOrDefaultAsync(t => t.Id == id, Cancel)
        : null;
}
