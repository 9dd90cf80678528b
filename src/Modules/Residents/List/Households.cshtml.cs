using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.List;

/// <summary>Huishoudens van de eigen kringen: search by POST, so that no name comes into a URL; filter, sort, pages and export over one query.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety), EnableRateLimiting("search")]
internal sealed class HouseholdsModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 25;
    private const int LongestSearch = 100;

    private static readonly CompiledQuery<(string[] Words, string[] Hidden, Phase Phase), Household> All = new((work, a) => Found(work, a.Words, a.Hidden, a.Phase));

    private static readonly CompiledQuery<(string[] Words, string[] Hidden, Phase Phase, Order Order, int Skip), HouseholdCard> OnePage = new((work, a) =>
        HouseholdQueries.Cards(work, Sorted(Found(work, a.Words, a.Hidden, a.Phase), a.Order).Skip(a.Skip).Take(Size)));

    [BindProperty, StringLength(LongestSearch)]
    public string? Tekst { get; set; }

    [BindProperty(SupportsGet = true)]
    public Phase Fase { get; set; }

    [BindProperty(SupportsGet = true)]
    public Order Volgorde { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<HouseholdCard> Households { get; private set; } = [];

    public IReadOnlyDictionary<AccountId, AccountCard> Names { get; private set; } = new Dictionary<AccountId, AccountCard>();

    public int Total { get; private set; }

    public IReadOnlyList<CaseLoadLine> CaseLoad { get; private set; } = [];

    public bool GuardsSafety => Actor.May(Permission.HandleSafety);

    public bool IsNarrowed => Fase != Phase.All || !string.IsNullOrWhiteSpace(Tekst);

    public Task OnGet() => Shown();

    public Task OnPost() => Shown();

    /// <summary>The same rows as the list, all of them; never a shielded household. Each row is a look.</summary>
    public async Task<IActionResult> OnPostExport()
    {
        await using var work = await storage.Read(Actor, Cancel);
        List<HouseholdCard> rows = HouseholdQueries.Sought(work, Tekst) is var (words, hidden)
            ? await HouseholdQueries.Cards(work, Sorted(Found(work, words, hidden, Fase).Where(h => h.Safety == SafetyMark.None), Volgorde)).ToListAsync(Cancel) : [];
        var names = await work.AccountNames(rows.Select(h => h.Coordinator).OfType<AccountId>(), Cancel);
        await HouseholdFile.Show(work, reads, rows, purpose => Looking.Exported("Export van de lijst", purpose), Cancel);
        return File(HouseholdCsv.Write(rows, names), "text/csv; charset=utf-8", "huishoudens.csv");
    }

    private async Task Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (HouseholdQueries.Sought(work, Tekst) is var (words, hidden))
        {
            Total = await All.Count(work, (words, hidden, Fase), Cancel);
            PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
            Households = await OnePage.List(work, (words, hidden, Fase, Volgorde, (PageNumber - 1) * Size), Cancel);
        }
        Names = await work.AccountNames(Households.Select(h => h.Coordinator).OfType<AccountId>(), Cancel);
        await HouseholdFile.Show(work, reads, Households, purpose => string.IsNullOrWhiteSpace(Tekst)
            ? Looking.Listed("Lijst van huishoudens", purpose) : Looking.Found("Zoeken in de lijst", purpose), Cancel);
        if (Actor.May(Permission.SeeCaseLoad)) CaseLoad = await CaseLoadLine.OfTeam(work, Cancel);
    }

    private static IQueryable<Household> Found(Work work, string[] words, string[] hidden, Phase phase)
    {
        var households = HouseholdQueries.Named(work, words, hidden);
        return phase == Phase.All ? households : HouseholdQueries.Supported(work, households, phase == Phase.Supported);
    }

    private static IQueryable<Household> Sorted(IQueryable<Household> found, Order order) => order switch
    {
        Order.Newest => found.OrderByDescending(h => h.KnownSince).ThenBy(h => h.Id),
        Order.Oldest => found.OrderBy(h => h.KnownSince).ThenBy(h => h.Id),
        _ => found.OrderBy(h => h.SearchText).ThenBy(h => h.Id),
    };
}

/// <summary>Fase op de lijst.</summary>
internal enum Phase
{
    [Label("Alle")] All,
    [Label("In begeleiding")] Supported,
    [Label("Zonder vaste contactpersoon")] Waiting,
}

/// <summary>Volgorde van de lijst.</summary>
internal enum Order
{
    [Label("Naam")] Name,
    [Label("Nieuwste eerst")] Newest,
    [Label("Langst bekend eerst")] Oldest,
}
