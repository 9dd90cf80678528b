using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Beside;

/// <summary>Wie kijkt met mij mee: a resident asks family, a mentor or a cliëntondersteuner to stand beside them, for parts and a period, and ends it.</summary>
[Allow(Permission.DecideForOneself)]
internal sealed class BesideMeModel(Storage storage, ReadLog reads) : SkPage
{
    internal const string Key = "uitnodiging";
    private const int MostMonths = 12;
    // More would let one account fill the table; nobody has more people beside them.
    private const int MostOpen = 10;
    private const string Stood = "Deze uitnodiging hebt u al eerder gemaakt. Hieronder ziet u of zij nog openstaat.";

    [BindProperty]
    public InvitationForm Input { get; set; } = new();

    /// <summary>Null when this person has no household (yet).</summary>
    public Person? Me { get; private set; }

    /// <summary>False for a child under 16: nobody looks along there, and nobody can open that for it (docs/adr/0111).</summary>
    public bool MayAsk { get; private set; }

    public IReadOnlyList<CircleCard> Beside { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    /// <summary>The code of the invitation just made, this once.</summary>
    public string? Code { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Code = TempData[Key] as string;
        return await Shown();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Load(work) is not { } me) return NotFound();
        var (id, today) = (OnceId<InvitationId>(), Amsterdam.Date(work.Now));
        if (Open.FirstOrDefault(i => i.Id == id) is { } stands) return Made(stands.Code(work.Secrets));
        if (!MayAsk) Refuse("", "Bent u jonger dan 16? Dan kan hier nog niemand met u meekijken. Wat wel kan, leest u hieronder.");
        if (Input.Parts.Count == 0) Refuse("Input.Parts", "Kies wat diegene mag zien.");
        if (Input.Last is not { } last || last < today) Refuse("Input.Last", "Kies een dag die nog komt.");
        else if (last > today.AddMonths(MostMonths)) Refuse("Input.Last", "Kies een dag binnen een jaar. Daarna kunt u het opnieuw vragen.");
        if (Open.Count >= MostOpen) Refuse("", "U hebt veel uitnodigingen openstaan. Trek er eerst een in.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.Invited);
        var parts = Input.Parts.Aggregate((Parts)0, (sum, part) => sum | part);
        var invitation = Invitation.Ask(me.Household, me.Id, Input.Name!, Input.Kind!.Value, parts, Amsterdam.StartOf(Input.Last!.Value.AddDays(1)), work.Secrets, because, id);
        work.Add(invitation);
        await work.Note(because, invitation.Id.Value, me.Household, new { invitation.Kind, parts, invitation.EndsAt }, Cancel);
        if (!await Saved(work)) return await Shown();
        return Made(SentTwice ? await Stands(id) : invitation.Code(work.Secrets));
    }

    public async Task<IActionResult> OnPostWithdraw(InvitationId invitation)
    {
        ModelState.Clear();
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Load(work) is not { } me || Open.FirstOrDefault(i => i.Id == invitation) is not { } found) return NotFound();
        var because = work.Because(ResidentEvents.InvitationWithdrawn);
        found.Withdraw(because);
        await work.Note(because, found.Id.Value, me.Household, cancel: Cancel);
        return await Saved(work) ? Done("/mijn/naast-mij", "De uitnodiging is ingetrokken. De code werkt niet meer.") : await Shown();
    }

    public async Task<IActionResult> OnPostEnd(CircleMemberId member)
    {
        ModelState.Clear();
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Load(work) is not { } me) return NotFound();
        if (await work.Query<CircleMember>().FirstOrDefaultAsync(m => m.Id == member && m.Beside == me.Id && m.Until == null, Cancel) is not { } found) return NotFound();
        var because = work.Because(ResidentEvents.BesideEnded);
        found.Leave(because);
        await work.Note(because, found.Id.Value, me.Household, cancel: Cancel);
        return await Saved(work) ? Done("/mijn/naast-mij", "Deze persoon kijkt niet meer mee.") : await Shown();
    }

    // Null when it was accepted or withdrawn since.
    private async Task<InvitationCode?> Stands(InvitationId id)
    {
        await using var now = await storage.Read(Actor, Cancel);
        await Load(now);
        return Open.FirstOrDefault(i => i.Id == id)?.Code(now.Secrets);
    }

    // The code of the first sending is that of the second: both show it.
    private LocalRedirectResult Made(InvitationCode? code)
    {
        if (code is null) return Done("/mijn/naast-mij", Stood);
        TempData[Key] = code.Value.Shown;
        return LocalRedirect("/mijn/naast-mij");
    }

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (await Load(work) is not { } me) return Page();
        await HouseholdFile.Open(work, reads, me.Household, "Wie kijkt met mij mee", Cancel);
        Beside = [.. (await work.Circle(me.Household, cancel: Cancel)).Where(m => m.Beside == me.Id)];
        return Page();
    }

    private async Task<Person?> Load(Work work)
    {
        Me = await Sight.Own(work, Actor.Account!.Value).Where(p => Sight.Visible(work).Any(h => h.Id == p.Household)).FirstOrDefaultAsync(Cancel);
        if (Me is not { } me) return null;
        var now = work.Now;
        MayAsk = Invitation.MayAsk(me, Amsterdam.Date(now));
        Open = await work.Query<Invitation>().Where(i => i.Person == me.Id && i.AcceptedAt == null && i.WithdrawnAt == null && i.ValidUntil > now)
            .OrderBy(i => i.InvitedAt).ToListAsync(Cancel);
        return Me;
    }
}
