using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Manage;

/// <summary>Beheer: the way to accounts, organisations and teams.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class OverviewPage(Storage storage) : SkPage
{
    public int Accounts { get; private set; }
    public int Organisations { get; private set; }
    public int Teams { get; private set; }

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Accounts = await work.Accounts.CountAsync(Cancel);
        Organisations = await work.Organisations.CountAsync(Cancel);
        Teams = await work.Teams.CountAsync(Cancel);
    }
}
