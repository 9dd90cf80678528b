using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Signals.Expire;

/// <summary>Looks every hour for signals that are past their day. Two nodes at once do no harm: the row version lets one of them win.</summary>
internal sealed class ExpiryJob(Storage storage, TimeProvider clock, ILogger<ExpiryJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await ExpireBatch(stoppingToken) > 0) { }
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // A report must not lie for ever because of one error: the next tick tries again.
                log.LogError(failed, "Expiring signals failed.");
            }
        }
    }

    private async Task<int> ExpireBatch(CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var count = await ExpireSignals.Run(work, cancel);
        if (count > 0) await work.Commit(cancel);
        return count;
    }
}
