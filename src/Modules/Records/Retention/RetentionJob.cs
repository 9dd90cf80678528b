using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Records.Retention;

/// <summary>Every night: carries out what was approved, then makes the list anew. Looks every ten minutes whether it is night; two nodes do no harm.</summary>
internal sealed class RetentionJob(Carrying carrying, NightlyList list, TimeProvider clock, ILogger<RetentionJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!RetentionTimes.IsNight(clock.GetUtcNow())) continue;
                await carrying.Run(stoppingToken);
                await list.Make(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // Each file goes in a transaction of its own: what went is gone, and the rest is tried again.
                log.LogError(failed, "The nightly list or what was approved of it failed.");
            }
        }
    }
}

/// <summary>When this happens.</summary>
internal static class RetentionTimes
{
    private static readonly TimeOnly From = new(1, 0), Until = new(5, 0);

    public static bool IsNight(DateTimeOffset now) => TimeOnly.FromDateTime(Amsterdam.Local(now).DateTime) is var time && time >= From && time < Until;

    /// <summary>An approval is carried out in the night after the next midnight, so that there is a day's rest to take it back.</summary>
    public static DateTimeOffset After(DateTimeOffset approved) => approved + TimeSpan.FromHours(12);
}
