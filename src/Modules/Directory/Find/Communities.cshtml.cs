using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Directory.Find;

/// <summary>Gemeenschappen zoeken. Names of clubs, not of people: they may stand in the URL.</summary>
[Allow(Permission.SeeCommunities)]
internal sealed class CommunitiesPage(Storage storage) : SkPage
{
    public const int Size = 20;

    [BindProperty(SupportsGet = true, Name = "zoek")] public string? Search { get; set; }
    [BindProperty(SupportsGet = true, Name = "soort")] public CommunityKind? Kind { get; set; }
    [BindProperty(SupportsGet = true, Name = "wijk")] public string? Wijk { get; set; }
    [BindProperty(SupportsGet = true, Name = "pagina")] public int Number { get; set; } = 1;

    public static IReadOnlyList<Option> Kinds { get; } = Option.Of<CommunityKind>();
    public IReadOnlyList<Option> Wijken { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Kind is not null || !string.IsNullOrEmpty(Wijk);

    public sealed record Row(CommunityCard Card, int Activities);

    public string WijkName(string code) => Wijken.FirstOrDefault(w => w.Value == code)?.Text ?? code;

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Wijken = await work.WijkOptions(Cancel);
        var found = work.Query<Community>();
        if (SearchText.Of(Search) is { Length: > 0 } words) found = found.Where(c => c.SearchText.Contains(words));
        if (Kind is { } kind) found = found.Where(c => c.Kind == kind);
        if (!string.IsNullOrEmpty(Wijk)) found = found.Where(c => c.WijkCode == Wijk || c.Activities.Any(a => a.WijkCode == Wijk));
        Total = await found.CountAsync(Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        var ids = await found.OrderBy(c => c.SearchText).ThenBy(c => c.Id).Skip((Number - 1) * Size).Take(Size)
            .Select(c => new { c.Id, Activities = c.Activities.Count }).ToListAsync(Cancel);
        var shown = ids.ConvertAll(i => i.Id);
        var cards = await work.Communities.Where(c => shown.Contains(c.Id)).ToDictionaryAsync(c => c.Id, Cancel);
        Rows = [.. ids.Select(i => new Row(cards[i.Id], i.Activities))];
    }
}
