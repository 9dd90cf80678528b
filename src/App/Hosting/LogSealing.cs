using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Hosting;

/// <summary>Chains what was committed, a few seconds later, and keeps the last seals beside the keys. Nodes on one database take turns by a lock.</summary>
internal sealed class LogSealing(Chains chains, Storage storage, Deployment deployment, ILogger<LogSealing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Pause);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Filling is one writer after another: there is no turn to be had, and nothing to seal until it is done.
                if (await DemoDatabase.StillFills(deployment, storage, stoppingToken)) continue;
                if (await chains.Seal(stoppingToken) == 0 || deployment.IsDemo) continue;
                foreach (var broken in await new KeptSeals(deployment).Keep(chains, stoppingToken))
                    log.LogError("{Log} does not run through the seal that was kept beside the keys: its end was cut off or its chain was made anew. The kept seal stays; run verify-log.", broken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The tail stays unsealed, verify-log names it, and the next tick tries again.
                log.LogError(failed, "The logs could not be sealed.");
            }
        }
    }
}
