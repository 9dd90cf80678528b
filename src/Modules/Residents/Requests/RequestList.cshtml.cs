using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Requests;

/// <summary>Verzoeken: what waits for an answer, the latest first, without a name: that stands on the request itself, where the look is logged.</summary>
[Allow(Permission.HandleRequests)]
internal sealed class RequestListModel(Storage storage) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Also what was answered or withdrawn.</summary>
    [BindProperty(SupportsGet = true, Name = "klaar")]
    public bool Closed { get; set; }

    public int Total { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<PersonRequest> Requests { get; private set; } = [];

    public IReadOnlyDictionary<HouseholdId, Involvement> Call { get; private set; } = new Dictionary<HouseholdId, Involvement>();

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Today = Amsterdam.Date(work.Now);
        var all = work.Query<PersonRequest>().Where(r => Closed == (r.AnsweredAt != null || r.WithdrawnAt != null));
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        var ordered = Closed ? all.OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id) : all.OrderBy(r => r.DueOn).ThenBy(r => r.AskedAt).ThenBy(r => r.Id);
        Requests = await ordered.Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        Call = await Existence.Contacts(work, Requests.Select(r => r.Household).Distinct().ToArray(), Cancel);
    }
}
