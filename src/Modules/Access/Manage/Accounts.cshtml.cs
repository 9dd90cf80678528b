using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Access.Manage;

/// <summary>Accounts: found by POST, so that no name comes into a URL.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class AccountsPage(Storage storage) : SkPage
{
    public const int Size = 25;

    [BindProperty, StringLength(100)] public string? Search { get; set; }
    [BindProperty] public Role? Role { get; set; }
    [BindProperty] public bool Closed { get; set; }
    [BindProperty(Name = "pagina")] public int Number { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public static IReadOnlyList<Option> RoleOptions { get; } = [.. Roles.OfAccounts.Select(r => new Option(r.ToString(), r.Label()))];

    public sealed record Row(AccountId Id, string Name, string Function, Role Role, string? Organisation, string? Team, bool Active);

    public Task OnGetAsync() => Load();

    public Task OnPostAsync() => Load();

    // The system's work: an account is for its owner alone to read (docs/adr/0103), and of each only this is shown.
    private async Task Load()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        var found = work.Query<Account>().Where(a => a.Active || Closed);
        if (Kernel.SearchText.Of(Search) is { Length: > 0 } words) found = found.Where(a => a.SearchText.Contains(words));
        if (Role is { } role) found = found.Where(a => a.Role == role);
        Total = await found.CountAsync(Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await (from account in found.OrderBy(a => a.SearchText).ThenBy(a => a.Id).Skip((Number - 1) * Size).Take(Size)
                      join o in work.Query<Organisation>() on account.Organisation equals o.Id into organisations
                      from organisation in organisations.DefaultIfEmpty()
                      join t in work.Query<Team>() on account.Team equals t.Id into teams
                      from team in teams.DefaultIfEmpty()
                      orderby account.SearchText, account.Id
                      select new Row(account.Id, account.Name, account.Function, account.Role, organisation.Name, team.Name, account.Active)).ToListAsync(Cancel);
    }
}
