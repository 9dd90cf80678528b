using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Consent;

/// <summary>Instemming bij een huishouden: what was asked, what was answered, and an answer that was said aloud.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class ConsentsModel(Storage storage, ReadLog reads) : HouseholdPage
{
    public const int Size = 10;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Whose form was sent, so that what was typed stands there again.</summary>
    [BindProperty(Name = "request")]
    public ConsentRequestId? Answered { get; set; }

    [BindProperty]
    public bool? Agrees { get; set; }

    [BindProperty, StringLength(ConsentRequest.MostWords)]
    public string? Words { get; set; }

    /// <summary>Who said it: the one asked, or for a child a parent with authority.</summary>
    [BindProperty]
    public string? By { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<ConsentView> Asked { get; private set; } = [];

    /// <summary>The laws for which the actor is here: what another law shares is there to read.</summary>
    public IReadOnlyList<Law> Laws { get; private set; } = [];

    private ILookup<PersonId, PersonId> parents = Array.Empty<PersonId>().ToLookup(p => p);
    private Dictionary<PersonId, PersonCard> people = [];
    private DateOnly today;

    /// <summary>Whose answer counts: under 12 the parents', from 12 to 16 the child's and the parents', from 16 one's own (Jeugdwet art. 7.3.4 and 7.3.5).</summary>
    public IReadOnlyList<Option> Speakers(PersonCard? asked)
    {
        if (asked is null) return [];
        var child = new Option(asked.Id.ToString(), asked.Name);
        if (!ConsentView.ParentsCount(asked, today)) return [child];
        var with = parents[asked.Id].Where(people.ContainsKey).Select(p => new Option(p.ToString(), people[p].Name, $"ouder met gezag, namens {asked.Name}"));
        return asked.BirthDate > today.AddYears(-Ages.OwnDoor) ? [.. with] : [child, .. with];
    }

    public Task<IActionResult> OnGet() => Shown();

    /// <summary>Someone answered at the kitchen table.</summary>
    public async Task<IActionResult> OnPostAnswer()
    {
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            if (!await Find(work) || await Stored(work) is not { EndedAt: null, About: { } asked } request) return NotFound();
            await LoadPeople(work);
            var said = Speakers(people.GetValueOrDefault(asked));
            var who = said.Count == 1 ? said[0].Value : said.FirstOrDefault(s => s.Value == By)?.Value;
            if (said.Count == 0) Refuse(nameof(By), "Leg eerst bij Gezag vast wie het gezag heeft. Onder de 12 jaar antwoordt een ouder met gezag.");
            else if (who is null) Refuse(nameof(By), "Kies wie het zei.");
            var speaker = Kernel.Id.TryParse<PersonId>(who, out var chosen) ? chosen : asked;
            if (Agrees is null) Refuse(nameof(Agrees), "Kies ja of nee.");
            else if (request.RefusesSpoken(speaker, Agrees.Value, await work.Query<ConsentAnswer>().Where(a => a.Request == request.Id).ToListAsync(Cancel), Actor) is { } no) Refuse(nameof(Agrees), no);
            if (ModelState.IsValid)
            {
                var because = work.Because(Agrees!.Value ? SupportEvents.ConsentGiven : SupportEvents.ConsentRefused, request.Law);
                work.Add(request.Answer(speaker, Agrees.Value, Words, spoken: true, because));
                work.Expect(request, Version);
                await work.Note(because, request.Id.Value, Id, new { Title = request.What, Words }, Cancel);
                if (await Saved(work)) return Done($"{HouseholdUrl}/instemming", "Het antwoord staat erbij.");
            }
        }
        return await Shown();
    }

    public async Task<IActionResult> OnPostEnd()
    {
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            if (!await Find(work) || await Stored(work) is not { EndedAt: null } request) return NotFound();
            var because = work.Because(SupportEvents.ConsentEnded, request.Law);
            request.End(because);
            work.Expect(request, Version);
            await work.Note(because, request.Id.Value, Id, new { Title = request.What }, Cancel);
            if (await Saved(work)) return Done($"{HouseholdUrl}/instemming", "De vraag is vervallen. De antwoorden blijven staan.");
        }
        return await Shown();
    }

    private async Task LoadPeople(Work work)
    {
        today = Amsterdam.Date(work.Now);
        people = await work.People.Where(p => p.Household == Id).ToDictionaryAsync(p => p.Id, Cancel);
        parents = await work.ParentsIn(Id, Cancel);
    }

    private Task<ConsentRequest?> Stored(Work work) => work.Query<ConsentRequest>().FirstOrDefaultAsync(r => r.Household == Id && r.Id == Answered, Cancel);

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Instemming")) return NotFound();
        Laws = await work.LawsIn(Id, Cancel);
        await LoadPeople(work);
        var all = work.Query<ConsentRequest>().Where(r => r.Household == Id);
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Asked = await ConsentView.Of(work, all.OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.AskedAt).ThenBy(r => r.Id).Skip((PageNumber - 1) * Size).Take(Size), Cancel);
        return Page();
    }
}
