using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Officers;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Manage;

/// <summary>Organisatie maken of wijzigen.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class EditOrganisationPage(Storage storage) : SkPage
{
    private const string NameTaken = "Er is al een organisatie met deze naam.";

    [FromRoute] public string Id { get; set; } = "";
    [BindProperty, Required(ErrorMessage = "Vul een naam in."), StringLength(100)] public string? Name { get; set; }
    [BindProperty, Required(ErrorMessage = "Kies een soort.")] public OrganisationKind? Kind { get; set; }
    [BindProperty, StringLength(30)] public string? Phone { get; set; }

    [BindProperty, StringLength(400)] public string? ObjectionAddress { get; set; }

    public bool IsNew => Id == "nieuw";

    /// <summary>What someone else saved meanwhile, beside what was typed.</summary>
    public OrganisationCard? Stands { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (IsNew) return Page();
        await using var work = await storage.Read(Actor, Cancel);
        if (await Find(work) is not { } found) return NotFound();
        (Name, Kind, Phone, ObjectionAddress, Version) = (found.Name, found.Kind, found.Phone, found.ObjectionAddress, found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        var organisation = IsNew ? null : await Find(work);
        if (!IsNew && organisation is null) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (organisation is not null && await Misfit(work, organisation) is { } why)
        {
            Refuse(nameof(Kind), why);
            return Page();
        }
        if (organisation is null) work.Add(organisation = Organisation.Found(Name!, Kind!.Value, Phone, ObjectionAddress, OnceId<OrganisationId>()));
        else
        {
            work.Expect(organisation, Version);
            organisation.Change(Name!, Kind!.Value, Phone, ObjectionAddress);
        }
        await work.Note(work.Because(AccessEvents.OrganisationSaved), organisation.Id.Value, cancel: Cancel);
        return await Kept(work) ? Done("/beheer/organisaties", "De organisatie is bewaard.") : Page();
    }

    // The same rules as for an account (AccountForm), for when it is the organisation that changes: its people keep their places.
    private async Task<string?> Misfit(Work work, Organisation organisation)
    {
        var roles = await work.Accounts.Where(a => a.Organisation == organisation.Id).Select(a => a.Role).Distinct().ToListAsync(Cancel);
        if (!Kind!.Value.MayJoinCircle() && roles.Any(role => role.MayJoinCircle()))
            return "Hier werken mensen die in een kring kunnen zitten. Geef hun eerst een rol die alleen signalen geeft.";
        // An officer of the municipality stands in for others: that is no administrator's to give alone (ADR 0094).
        if (Kind == organisation.Kind) return null;
        if (await work.Query<OfficerRequest>().AnyAsync(r => r.Organisation == organisation.Id && r.Answer == null, Cancel)) return "Hier wacht iemand op bevestiging. Wie dat doet, kent deze soort: verander die daarna.";
        return roles.Contains(Role.AttentionOfficer)
            ? "Hier werkt een aandachtsfunctionaris. Die werkt voor de gemeente of het wijkteam: verander eerst die rol."
            : null;
    }

    private async Task<bool> Kept(Work work)
    {
        try
        {
            if (await Saved(work)) return true;
        }
        catch (UniqueConflictException)
        {
            Refuse(nameof(Name), NameTaken);
            return false;
        }
        await using var now = await storage.Read(Actor, Cancel);
        if (await Find(now) is not { } stands) return false;
        Stands = new OrganisationCard { Id = stands.Id, Name = stands.Name, Kind = stands.Kind, Phone = stands.Phone, ObjectionAddress = stands.ObjectionAddress };
        ModelState.Remove(nameof(Version));
        Version = stands.Version;
        return false;
    }

    private async Task<Organisation?> Find(Work work) => Kernel.Id.TryParse<OrganisationId>(Id, out var id)
        ? await work.Query<Organisation>().FirstOrDefaultAsync(o => o.Id == id, Cancel)
        : null;
}
