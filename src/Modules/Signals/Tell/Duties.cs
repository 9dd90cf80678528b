using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Wat een stap met een signaal doet met de plicht om het te vertellen.</summary>
internal static class Duties
{
    /// <summary>The duty of a signal that the actor may see; null when nobody has to be told.</summary>
    public static async Task<DutyToTell?> Of(Work work, SignalId signal, CancellationToken cancel) =>
        work.Context.Set<DutyToTell>().Local.FirstOrDefault(d => d.Signal == signal)
        ?? await work.Query<DutyToTell>().FirstOrDefaultAsync(d => d.Signal == signal, cancel);

    /// <summary>After an assessment. From here on a household's duty is its circle's, which the assessor need not be in.</summary>
    public static async Task Follow(Work work, Signal signal, Decision decision, Because because, CancellationToken cancel)
    {
        if (await Of(work, signal.Id, cancel) is not { } duty) return;
        duty.Follow(decision, because.Law, because);
        const string HandedOver = "who weighs a report gives the duty to tell to the circle of a household that they need not see";
        await work.Beyond(HandedOver, async () =>
        {
            await work.Flush(cancel);
            return true;
        });
    }

    /// <summary>What was told of a household, for the attention officer who does not see it: that it was, so that it can be shielded, and nothing of what was said. Null for everybody else.</summary>
    public static Task<DutyToTell?> ToldHere(Work work, SignalId signal, CancellationToken cancel)
    {
        const string Only = "the attention officer takes what was told from the portal, also of a household that does not open to them";
        var actor = work.Actor;
        if (!actor.May(Permission.HandleSafety) || actor.Emergency is not null || actor.Organisation is not { } organisation) return Task.FromResult<DutyToTell?>(null);
        return work.Beyond(Only, () => work.Unscoped<DutyToTell>(Only).FirstOrDefaultAsync(d => d.Signal == signal && d.Controller == organisation && d.Household != null
            && d.Safety == SafetyMark.None && work.Unscoped<Notice>(Only).Any(n => n.Duty == d.Id && n.ToldOn != null), cancel));
    }

    /// <summary>Saves what may be out of one's own sight from now on.</summary>
    public static Task<bool> Shielded(Work work, Func<Task<bool>> save) => work.Beyond("who shields what was told need not see it after that", save);

    /// <summary>The household's own page shows the question from the moment that someone told them where it comes from, and of a child never by itself: one parent
    /// may know what the other does not.</summary>
    public static Audience AudienceOf(Signal signal, DutyToTell? duty, Law law) =>
        signal.Kind == SignalKind.Concern && (duty?.IsMet != true || law == Law.Jeugdwet) ? Audience.Professionals : Audience.Circle;
}
