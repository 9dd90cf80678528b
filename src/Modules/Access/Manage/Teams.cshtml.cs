using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Manage;

/// <summary>Teams.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class TeamsPage(Storage storage, IWijkNames names) : SkPage
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")] public int Number { get; set; } = 1;

    public IReadOnlyList<TeamCard> Rows { get; private set; } = [];
    public ILookup<TeamId, string> Wijken { get; private set; } = Array.Empty<string>().ToLookup(_ => default(TeamId));
    public int Total { get; private set; }

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Total = await work.Teams.CountAsync(Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await work.Teams.OrderBy(t => t.Name).Skip((Number - 1) * Size).Take(Size).ToListAsync(Cancel);
        var codes = await work.WijkenOf([.. Rows.Select(r => r.Id)], Cancel);
        var named = (await names.For(work, Cancel)).ToDictionary(w => w.Value, w => w.Text);
        Wijken = codes.SelectMany(team => team, (team, code) => (team.Key, Name: named.GetValueOrDefault(code, code))).ToLookup(w => w.Key, w => w.Name);
    }
}
