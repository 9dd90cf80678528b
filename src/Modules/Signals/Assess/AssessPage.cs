using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Assess;

/// <summary>What the pages that conclude an assessment share: one outcome per page, and of two assessors one wins while the other loses no words.</summary>
internal abstract class AssessPage(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true)]
    public SignalId Id { get; set; }

    public Signal Signal { get; private set; } = null!;

    protected ReadLog Reads { get; } = reads;

    /// <summary>What someone else did with it, when this came too late.</summary>
    public Conclusion? Late { get; private set; }

    /// <summary>Whether this outcome fits this signal; a community's never becomes a household's question.</summary>
    protected virtual bool Fits(Signal signal) => true;

    /// <summary>What the form shows beside the signal.</summary>
    protected virtual Task Prepare(Work work) => Task.CompletedTask;

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Signal.IsOpen) return LocalRedirect($"/signalen/{Id}");
        await Prepare(work);
        return await Shown();
    }

    /// <summary>Does <paramref name="decide"/> and keeps its decision; null from it is a refusal that stands at a field.</summary>
    protected async Task<IActionResult> Conclude(Law? law, string done, Func<Work, Task<Decision?>> decide)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Signal.IsOpen || Signal.Version != Version) return await TooLate();
        await Prepare(work);
        var decision = ModelState.IsValid ? await decide(work) : null;
        if (decision is null || !ModelState.IsValid) return await Shown();
        try
        {
            // What the decision points at goes first, the decision after it.
            await work.Flush(Cancel);
            await Keep(work, decision, law);
            await work.Commit(Cancel);
        }
        catch (Exception late) when (late is ConcurrentChangeException or UniqueConflictException)
        {
            return await TooLate();
        }
        return Done("/signalen", done);
    }

    private async Task Keep(Work work, Decision decision, Law? law)
    {
        work.Expect(Signal, Version);
        // Before they were told of it, no line of a household's timeline says that somebody reported them.
        var timeline = Signal.Kind == SignalKind.Concern ? null : decision.Household;
        // A line of nobody's is under a key that is never destroyed: there what was typed stands in the assessment alone, and goes with the signal.
        var because = work.Because(SignalEvents.Assessed, law, timeline is null ? null : decision.Reason);
        var claim = await work.Query<SignalClaim>().FirstOrDefaultAsync(c => c.Signal == Id && c.ReleasedAt == null, Cancel);
        claim?.Release(because);
        work.Add(Signal.Assess(decision, because));
        await work.Note(because, Id.Value, timeline, new { decision.Outcome, decision.Contribution, HandedTo = timeline is null ? null : decision.HandedTo }, Cancel);
        await Duties.Follow(work, Signal, decision, because, Cancel);
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<Signal>().FirstOrDefaultAsync(s => s.Id == Id, Cancel) is not { } signal || !Fits(signal)) return false;
        Signal = signal;
        return true;
    }

    private async Task<PageResult> TooLate()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Late = await Conclusion.Of(work, Id, Cancel);
        if (Late is null && await Load(work)) Version = Signal.Version;
        Refuse("", Late is { } theirs
            ? $"{theirs.Name} was u net voor. Hieronder leest u wat er is gedaan. Wat u typte staat er nog."
            : "Iemand anders heeft dit signaal net opgepakt of teruggelegd. Wat u typte staat er nog. Bewaar opnieuw als u door wilt gaan.");
        await Prepare(work);
        return await Shown();
    }

    private async Task<PageResult> Shown()
    {
        await Signal.Seen(Reads, Actor, Cancel);
        return Page();
    }
}
