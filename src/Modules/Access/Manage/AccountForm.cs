using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Officers;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Access.Manage;

/// <summary>What the administrator fills in about an account.</summary>
internal sealed class AccountForm
{
    [Required(ErrorMessage = "Vul een e-mailadres in."), EmailAddress, StringLength(200)] public string? Email { get; set; }
    [Required(ErrorMessage = "Vul een naam in."), StringLength(100)] public string? Name { get; set; }
    [StringLength(100)] public string? Function { get; set; }
    [Required(ErrorMessage = "Kies een rol.")] public Role? Role { get; set; }
    public OrganisationId? Organisation { get; set; }
    public TeamId? Team { get; set; }
    [StringLength(30)] public string? Phone { get; set; }

    /// <param name="waits">Waits for a second person to be an attention officer: that is what was chosen.</param>
    public static AccountForm Of(Account account, bool waits) => new()
    {
        Email = account.Email,
        Name = account.Name,
        Function = account.Function,
        Role = waits && account.Role == OfficerRequest.Meanwhile ? Kernel.Access.Role.AttentionOfficer : account.Role,
        Organisation = account.Organisation,
        Team = account.Team,
        Phone = account.PhoneNumber,
    };

    public NewAccount ToDetails() => new(Email!, Name!, Role!.Value, Function ?? "", Organisation, Team, Phone);

    private static readonly OrganisationKind[] Guards = [.. Enum.GetValues<OrganisationKind>().Where(kind => kind.MayGuard())];
    private static readonly OrganisationKind[] KeptOut = [.. Enum.GetValues<OrganisationKind>().Where(kind => !kind.MayJoinCircle())];

    /// <summary>What does not fit together, at its field.</summary>
    public async Task<(string Field, string Message)?> Misfit(Work work, CancellationToken cancel)
    {
        if (Role is not { } role || !Roles.OfAccounts.Contains(role)) return (nameof(Role), "Kies een rol.");
        if (role.IsProfessional() && Organisation is null) return (nameof(Organisation), "Wie hier werkt, werkt voor een organisatie. Kies welke.");
        if (Organisation is { } organisation && !await work.Organisations.AnyAsync(o => o.Id == organisation, cancel))
            return (nameof(Organisation), "Deze organisatie bestaat niet.");
        if (role.MayJoinCircle() && await work.Organisations.AnyAsync(o => o.Id == Organisation && KeptOut.Contains(o.Kind), cancel))
            return (nameof(Role), "Wie voor politie, toezicht of een schuldeiser werkt, kan niet in een kring. Kies een rol die alleen signalen geeft.");
        if (role == Kernel.Access.Role.AttentionOfficer && !await work.Organisations.AnyAsync(o => o.Id == Organisation && Guards.Contains(o.Kind), cancel))
            return (nameof(Role), "Een aandachtsfunctionaris werkt voor de gemeente of het wijkteam: die ziet wat is afgeschermd.");
        if (Team is { } team && !await work.Teams.AnyAsync(t => t.Id == team && t.Organisation == Organisation, cancel))
            return (nameof(Team), "Dit team hoort niet bij de gekozen organisatie.");
        return null;
    }
}

/// <summary>The choices of the form.</summary>
internal sealed record AccountChoices(IReadOnlyList<Option> Organisations, IReadOnlyList<Option> Teams)
{
    public static async Task<AccountChoices> Load(Work work, CancellationToken cancel)
    {
        var organisations = await work.Organisations.OrderBy(o => o.Name).ToListAsync(cancel);
        var teams = await work.Teams.OrderBy(t => t.Name).ToListAsync(cancel);
        return new AccountChoices(
            [.. organisations.Select(o => new Option(o.Id.Text(), o.Name))],
            [.. teams.Select(t => new Option(t.Id.Text(), $"{t.Name} ({t.OrganisationName})"))]);
    }
}
