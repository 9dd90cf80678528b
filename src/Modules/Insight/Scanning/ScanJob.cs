using Quartz;

namespace Samenkracht.Insight.Scanning;

/// <summary>The scan as a background job: it takes whichever run waits in the database.</summary>
[DisallowConcurrentExecution]
internal sealed class ScanJob(ScanRunner runner) : IJob
{
    public static readonly JobKey Key = new("scan");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runner.RunQueued(cancellationToken);
}
