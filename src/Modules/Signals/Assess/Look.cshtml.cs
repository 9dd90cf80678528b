using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Signals.Tell;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Assess;

/// <summary>Een signaal bekijken: what was said, who looks into it, and what can be done with it.</summary>
[Allow(Permission.AssessSignals, Permission.WorkOnIssues)]
internal sealed class Look(Storage storage, ReadLog reads, IEnumerable<IAssessmentOutcome> outcomes, ReporterContacts contacts, WorkingDays days) : SkPage
{
    private const string Changed = "Iemand anders was u net voor. Hieronder leest u hoe het nu staat.";

    [BindProperty(SupportsGet = true)]
    public SignalId Id { get; set; }

    public Signal Signal { get; private set; } = null!;

    public SignalClaim? Claim { get; private set; }

    public Conclusion? Conclusion { get; private set; }

    /// <summary>Whether, and by when, those whom it is about must be told; null when nobody must, or when it is for the circle of a household.</summary>
    public DutyToTell? Duty { get; private set; }

    /// <summary>It was told to people whose household does not open to the actor, who is attention officer.</summary>
    public bool WasTold { get; private set; }

    public SignalNames Names { get; private set; } = SignalNames.None;

    /// <summary>The hidden households that it names; empty for everyone but the attention officer.</summary>
    public IReadOnlyList<SignalMatch> Matches { get; private set; } = [];

    /// <summary>How to reach the reporter; only after asking for it.</summary>
    public string? Contact { get; private set; }

    public IReadOnlyList<IAssessmentOutcome> Outcomes { get; } = [.. outcomes];

    public MeldingTerms Melding => MeldingTerms.From(Signal.ReceivedAt, days);

    public bool IsMine => Claim?.Account == Actor.Account;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Load(work) ? await Shown() : NotFound();
    }

    public Task<IActionResult> OnPostClaim() => Change(SignalEvents.Claimed, "U pakt dit signaal op.", SignalStep.Claim,
        (work, because) => work.Add(Signal.Claim(because)));

    public Task<IActionResult> OnPostRelease() => Change(SignalEvents.Released, "Het signaal ligt weer op de lijst.", SignalStep.Release,
        (_, because) => Signal.Release(Claim!, because));

    public Task<IActionResult> OnPostShield() => Change(SignalEvents.Shielded, "Het signaal ligt bij de aandachtsfunctionaris.", null,
        (_, because) =>
        {
            Signal.Shield(because);
            Duty?.Shield();
        }, "/signalen");

    /// <summary>The attention officer has dealt with the match; the signal goes its ordinary way.</summary>
    public async Task<IActionResult> OnPostSeen()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work) || Matches.Count == 0) return NotFound();
        var because = work.Because(SignalEvents.MatchSeen);
        foreach (var match in Matches) match.See(because);
        await work.Note(because, Id.Value, cancel: Cancel);
        await work.Commit(Cancel);
        return Done($"/signalen/{Id}", "U hebt de treffer gezien.");
    }

    /// <summary>Who gave it is a compartment of its own: each look is kept, before it is shown.</summary>
    public async Task<IActionResult> OnPostContact()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        var reporter = await work.Query<SignalReporter>().FirstOrDefaultAsync(r => r.Signal == Id, Cancel);
        await work.Note(work.Because(SignalEvents.ContactShown), Id.Value, cancel: Cancel);
        var said = contacts.Open(reporter?.Contact);
        Contact = SignalTelling.Line(await AccountContact(work, reporter), said);
        if (Contact.Length == 0) Contact = "De melder liet niet weten hoe wij hem of haar bereiken.";
        await work.Commit(Cancel);
        return await Shown();
    }

    private async Task<IActionResult> Change(JournalKind kind, string done, SignalStep? step, Action<Work, Because> change, string? then = null)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (Signal.Version != Version || (step is { } wanted ? !Signal.State.Allows(wanted) : !Signal.IsOpen)) return await Refused(Changed);
        var because = work.Because(kind);
        work.Expect(Signal, Version);
        change(work, because);
        await work.Note(because, Id.Value, cancel: Cancel);
        try
        {
            // What goes to the attention officer is out of one's own sight before it is written.
            await work.Beyond("the change was made on a signal in one's own scope", () => Commit(work));
        }
        catch (Exception late) when (late is ConcurrentChangeException or UniqueConflictException)
        {
            await using var now = await storage.Read(Actor, Cancel);
            return await Load(now) ? await Refused(Changed) : NotFound();
        }
        return Done(then ?? $"/signalen/{Id}", done);
    }

    private async Task<bool> Commit(Work work)
    {
        await work.Commit(Cancel);
        return true;
    }

    private async Task<string?> AccountContact(Work work, SignalReporter? reporter)
    {
        if (reporter?.Account is not { } account) return null;
        var card = (await work.AccountNames([account], Cancel)).GetValueOrDefault(account);
        return card is null ? null : SignalTelling.Line(card.Name, card.OrganisationName, card.Phone);
    }

    private Task<PageResult> Refused(string why)
    {
        Refuse("", why);
        return Shown();
    }

    private async Task<PageResult> Shown()
    {
        await Signal.Seen(reads, Actor, Cancel);
        return Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<Signal>().FirstOrDefaultAsync(s => s.Id == Id, Cancel) is not { } signal) return false;
        Signal = signal;
        Claim = await work.Query<SignalClaim>().FirstOrDefaultAsync(c => c.Signal == Id && c.ReleasedAt == null, Cancel);
        Conclusion = signal.State == SignalState.Assessed ? await Assess.Conclusion.Of(work, Id, Cancel) : null;
        Duty = await Duties.Of(work, Id, Cancel);
        WasTold = Duty is null && await Duties.ToldHere(work, Id, Cancel) is not null;
        Matches = await work.Query<SignalMatch>().Where(m => m.Signal == Id).ToListAsync(Cancel);
        Names = await SignalNames.Of(work, [Claim?.Account], [signal.ByOrganisation], [signal.Community, signal.ChannelCommunity], Cancel);
        return true;
    }
}
