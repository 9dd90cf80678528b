using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Circles;

/// <summary>Writes down that a membership ended as planned. What it opened was shut at that instant already (Sight); this keeps the circle's history true.</summary>
internal sealed class EndMemberships(Storage storage, TimeProvider clock, ILogger<EndMemberships> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Ends what is past its planned end, at most one batch; the caller commits.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> Run(Work work, CancellationToken cancel = default)
    {
        var now = work.Now;
        var due = await work.Query<CircleMember>().Where(m => m.Until == null && m.EndsAt <= now).OrderBy(m => m.EndsAt).Take(Batch).ToListAsync(cancel);
        var households = due.Select(m => m.Household).ToHashSet();
        foreach (var household in await work.Query<Household>().Where(h => households.Contains(h.Id)).ToListAsync(cancel)) household.CircleChanged();
        foreach (var member in due)
        {
            var because = work.Because(ResidentEvents.Left, reason: "zoals afgesproken");
            member.Leave(because);
            await work.Note(because, member.Id.Value, member.Household, cancel: cancel);
        }
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await EndBatch(stoppingToken) > 0) { }
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Ending memberships failed.");
            }
        }
    }

    private async Task<int> EndBatch(CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var count = await Run(work, cancel);
        if (count > 0) await work.Commit(cancel);
        return count;
    }
}
