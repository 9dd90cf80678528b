using Samenkracht.Kernel.Processing;

namespace Samenkracht.App.Hosting;

/// <summary>Brings the processing log to the collector, if one is configured. While that is away lines wait where they are, and the pauses grow.</summary>
internal sealed class ProcessingExport(ProcessingOutbox outbox, Logbook logbook, ILogger<ProcessingExport> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (logbook.Collector is null) return;
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = LongestPause, AllowAutoRedirect = false }) { Timeout = LongestAnswer };
        var collector = new Collector(logbook, http);
        for (var pause = Pause; ;)
        {
            await Task.Delay(pause, stoppingToken);
            try
            {
                await outbox.Send(collector.Send, stoppingToken);
                pause = Pause;
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                log.LogError(failed, "The collector has not confirmed the processing log; its lines stay here and are sent again in {Pause}.", pause);
            }
        }
    }
}
