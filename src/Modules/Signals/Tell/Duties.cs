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

    /// <summary>The household's own page shows the question from the moment that someone told them where it comes from, and of a child never by itself: one parent
    /// may know what the other does not.</summary>
    public static Audience AudienceOf(Signal signal, DutyToTell? duty, Law law) =>
        signal.Kind == SignalKind.Concern && (duty?.IsMet != true || law == Law.Jeugdwet) ? Audience.Professionals : Audience.Circle;
}
