using Quartz;

namespace Samenkracht.Insight.Scanning;

/// <summary>The scan as a background job: takes up what waits, one after the other. Asked at once when someone starts a scan, and every minute for the schedule.</summary>
[DisallowConcurrentExecution]
internal sealed class ScanJob(ScanClerk clerk, ScanRunner runner) : IJob
{
    public static readonly JobKey Key = new("scan");
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Long enough for the program to be up and answering before it starts to count.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (await clerk.AnythingToDo(cancellationToken) && !cancellationToken.IsCancellationRequested) await runner.RunQueued(cancellationToken);
    }
}
