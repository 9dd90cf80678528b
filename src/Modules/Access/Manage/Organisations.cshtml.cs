using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Manage;

/// <summary>Organisaties.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class OrganisationsPage(Storage storage) : SkPage
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")] public int Number { get; set; } = 1;

    public IReadOnlyList<OrganisationCard> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Total = await work.Organisations.CountAsync(Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await work.Organisations.OrderBy(o => o.Name).Skip((Number - 1) * Size).Take(Size).ToListAsync(Cancel);
    }
}
