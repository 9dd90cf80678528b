using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Requests;

/// <summary>Mijn verzoeken: what one asked about one's own data, with the term that runs, and what came of it.</summary>
[Allow(Permission.DecideForOneself)]
internal sealed class OwnRequestsModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 10;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>Nothing is known here of who asks, or nothing that may be shown.</summary>
    public bool IsUnknown { get; private set; }

    public IReadOnlyList<PersonRequest> Asked { get; private set; } = [];

    /// <summary>What came of a request that was granted and restricts.</summary>
    public IReadOnlyDictionary<PersonRequestId, Restriction> Restrictions { get; private set; } = new Dictionary<PersonRequestId, Restriction>();

    /// <summary>Of what one asked for a child: whose it is.</summary>
    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Oneself.</summary>
    public PersonId Self { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    public Task OnGet() => Shown();

    public async Task<IActionResult> OnPostWithdraw(PersonRequestId request)
    {
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            if (await work.Query<PersonRequest>().FirstOrDefaultAsync(r => r.Id == request, Cancel) is not { } mine || (await work.Self.FirstOrDefaultAsync(Cancel))?.Id != mine.Asker) return NotFound();
            if (mine.IsOpen)
            {
                var because = work.Because(ResidentEvents.RequestWithdrawn);
                mine.Withdraw(because);
                work.Expect(mine, Version);
                await work.Note(because, mine.Id.Value, mine.Household, new { Title = mine.Kind.Label() }, Cancel);
                if (await Saved(work)) return Done("/mijn/verzoeken", "Uw verzoek is ingetrokken.");
            }
            else Refuse("", "Dit verzoek is net beantwoord of ingetrokken. Hieronder leest u hoe het nu staat.");
        }
        await Shown();
        return Page();
    }

    private async Task Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Today = Amsterdam.Date(work.Now);
        if (await work.Self.FirstOrDefaultAsync(Cancel) is not { } self)
        {
            IsUnknown = true;
            return;
        }
        (Self, BirthDate) = (self.Id, self.BirthDate);
        await HouseholdFile.Open(work, reads, self.Household, "Mijn verzoeken", Cancel);
        var own = work.Query<PersonRequest>().Where(r => r.Person == self.Id || r.AskedBy == self.Id);
        Total = await own.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Asked = await own.OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        var granted = Asked.Where(r => r.Restricts && r.AnsweredAt is not null).Select(r => r.Id).ToArray();
        if (granted.Length > 0) Restrictions = await work.Query<Restriction>().Where(r => granted.Contains(r.Request)).ToDictionaryAsync(r => r.Request, Cancel);
        var children = Asked.Where(r => r.AskedBy == self.Id).Select(r => r.Person).ToArray();
        if (children.Length > 0) Names = await work.People.Where(p => children.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Cancel);
    }
}
