using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.Consent;

/// <summary>Instemming: whether one agrees to help and to sharing, told apart from what the municipality may or must do by law.</summary>
[Allow(Permission.DecideForOneself)]
internal sealed class OwnConsentModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 10;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(Name = "request")]
    public ConsentRequestId? Answered { get; set; }

    [BindProperty]
    public bool? Agrees { get; set; }

    [BindProperty, StringLength(ConsentRequest.MostWords)]
    public string? Words { get; set; }

    public int Total { get; private set; }

    public DateOnly Today { get; private set; }

    public PersonId? Self { get; private set; }

    public IReadOnlyList<ConsentView> Asked { get; private set; } = [];

    /// <summary>For oneself; for a child as long as parents decide along. Whose authority was checked, decides the scope.</summary>
    public bool MayAnswer(ConsentView asked) =>
        asked.Request.EndedAt is null && (asked.Request.About == Self || ConsentView.ParentsCount(asked.Asked, Today));

    public Task OnGet() => Shown();

    public async Task<IActionResult> OnPostAnswer()
    {
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            Today = Amsterdam.Date(work.Now);
            if (await work.Self.FirstOrDefaultAsync(Cancel) is not { } self) return NotFound();
            Self = self.Id;
            if (await ConsentView.Of(work, work.Query<ConsentRequest>().Where(r => r.Id == Answered), Cancel) is not [var asked] || !MayAnswer(asked)) return NotFound();
            if (Agrees is null) Refuse(nameof(Agrees), "Kies ja of nee.");
            if (ModelState.IsValid)
            {
                var request = asked.Request;
                var because = work.Because(Agrees!.Value ? SupportEvents.ConsentGiven : SupportEvents.ConsentRefused, request.Law);
                work.Add(request.Answer(self.Id, Agrees.Value, Words, spoken: false, because));
                work.Expect(request, Version);
                await work.Note(because, request.Id.Value, request.Household, new { Title = request.What, Words }, Cancel);
                if (await Saved(work)) return Done("/mijn/instemming", "Uw antwoord is bewaard. U mag altijd van gedachten veranderen.");
            }
        }
        await Shown();
        return Page();
    }

    private async Task Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Today = Amsterdam.Date(work.Now);
        Self = (await work.Self.FirstOrDefaultAsync(Cancel))?.Id;
        var all = work.Query<ConsentRequest>();
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Asked = await ConsentView.Of(work, all.OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.AskedAt).ThenBy(r => r.Id).Skip((PageNumber - 1) * Size).Take(Size), Cancel);
        await reads.Looked(Actor, [.. Asked.Select(a => a.Request.Household).Distinct()], new Looking("Instemming", Purpose.OwnAffairs), Cancel);
    }
}
