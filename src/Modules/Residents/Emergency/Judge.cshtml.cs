using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Emergency;

/// <summary>Noodtoegang beoordelen: who looked, when and why, without contents. The privacy officer judges; the FG reads along.</summary>
[Allow(Permission.JudgeEmergencyAccess, Permission.SuperviseEmergencyAccess)]
internal sealed class JudgeModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public bool? Justified { get; set; }

    [BindProperty, StringLength(EmergencyAccess.MostWords)]
    public string? Words { get; set; }

    /// <summary>Whose form was sent, so that what was typed stands there again.</summary>
    [BindProperty(Name = "access")]
    public EmergencyAccessId? Access { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<TakenAccess> Taken { get; private set; } = [];

    public bool MayJudge => Actor.May(Permission.JudgeEmergencyAccess);

    public Task OnGet() => Shown();

    public async Task<IActionResult> OnPost()
    {
        if (!MayJudge) return NotFound();
        await using (var work = await storage.Begin(Actor, Cancel))
        {
            if (await work.Query<EmergencyAccess>().FirstOrDefaultAsync(e => e.Id == Access, Cancel) is not { } access) return NotFound();
            if (access.JudgedAt is not null) Refuse("", "Deze noodtoegang is net al beoordeeld. Hieronder leest u hoe.");
            else if (access.Account == Actor.Account) Refuse("", "Uw eigen noodtoegang beoordeelt een ander.");
            if (Justified is null) Refuse(nameof(Justified), "Kies of het nodig was.");
            if (string.IsNullOrWhiteSpace(Words)) Refuse(nameof(Words), "Schrijf op waarom u dat vindt.");
            if (ModelState.IsValid)
            {
                var because = work.Because(ResidentEvents.EmergencyJudged);
                access.Judge(Justified!.Value, Words!, because);
                work.Expect(access, Version);
                await work.Note(because, access.Id.Value, access.Household, new { Justified }, Cancel);
                if (await Saved(work)) return Done("/noodtoegang/beoordelen", "Uw oordeel staat erbij.");
            }
        }
        await Shown();
        return Page();
    }

    private async Task Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var all = work.Query<EmergencyAccess>();
        Total = await all.CountAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        // What nobody judged stays on top until someone does.
        var page = await all.OrderBy(e => e.JudgedAt != null).ThenByDescending(e => e.At).ThenBy(e => e.Id).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        Taken = await TakenAccess.Of(work, reads, page, Cancel);
    }
}

/// <summary>Genomen noodtoegang, as who judges it reads it.</summary>
/// <param name="Looks">How many pages were opened with it, from the read log.</param>
/// <param name="Call">The contact person, to ask what happened.</param>
internal sealed record TakenAccess(EmergencyAccess Access, AccountCard Who, int Looks, Involvement? Call, string? JudgedBy)
{
    public static async Task<IReadOnlyList<TakenAccess>> Of(Work work, ReadLog reads, IReadOnlyList<EmergencyAccess> page, CancellationToken cancel)
    {
        var names = await work.AccountNames(page.SelectMany(e => new[] { e.Account, e.JudgedBy ?? e.Account }), cancel);
        var households = page.Select(e => e.Household).Distinct().ToArray();
        var calls = await Existence.Contacts(work, households, cancel);
        var looks = await reads.InEmergency(households, cancel);
        return [.. page.Select(e => new TakenAccess(e, names[e.Account],
            looks.Count(l => l.Household == e.Household && l.Account == e.Account && l.What == EmergencyAccess.Page && l.At >= e.At && l.At < e.Until),
            calls.GetValueOrDefault(e.Household), e.JudgedBy is { } by ? names[by].Name : null))];
    }
}
