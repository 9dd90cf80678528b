using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.Signals.Tell;

/// <summary>Nog te vertellen: of every report about others that the actor sees, who must still hear of it, and by when.</summary>
[Allow(Permission.AssessSignals, Permission.WorkWithHouseholds)]
internal sealed class TellingList(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "toon")]
    public ShowTelling Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<TellingRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<AccountId, AccountCard> Names { get; private set; } = new Dictionary<AccountId, AccountCard>();

    public bool IsAssessor => Actor.May(Permission.AssessSignals);

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var query = new TellingQuery(Show);
        Total = await query.Count(work, Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await query.Rows(work).Skip((Number - 1) * Size).Take(Size).ToListAsync(Cancel);
        // In the words of any list: the residents read them, and not that something was reported.
        foreach (var same in Rows.Select(r => r.Names(Actor)).OfType<NamedHousehold>().Distinct().GroupBy(named => named.Purpose))
            await reads.Looked(Actor, [.. same.Select(named => named.Household)], Looking.Listed("Lijst van huishoudens", same.Key), Cancel);
        Names = await work.AccountNames(Rows.Select(Who).OfType<AccountId>(), Cancel);
    }

    public string Teller(TellingRow row) => Who(row) is { } account && Names.TryGetValue(account, out var card) ? $"{card.Name} vertelt dit"
        : row.IsLeft ? "nog niemand vertelt dit" : row.Household is null ? "nog niemand pakt dit op" : "nog geen vaste contactpersoon";

    private static AccountId? Who(TellingRow row) => row.Household is null ? row.Assessor : row.Coordinator;
}
