using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Copy;
using Samenkracht.Insight.Issues;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.Insight;

/// <summary>Inzicht: from single questions to what people meet together. Groups are looked at, never a person, and a human judges.</summary>
public sealed class InsightModule : IModule
{
    public void Map(ModelMap map) => InsightTables.Map(map);

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<ScanRunner>();
        services.AddSingleton<ScanClerk>();
        services.TryAddSingleton(all => ScanSchedule.From(all.GetService<IConfiguration>()));
        services.AddSingleton<IDayItems, InsightDay>();
        services.AddSingleton<ICopySource, IssueCopy>();
        services.AddSingleton<IHouseholdPanel, JoinPanel>();
        services.AddSingleton<IAreaPanel, AreaIssues>();
        services.AddSingleton<IAssessmentOutcome, PartOfIssue>();
        services.AddSingleton(new NavItem("Kwesties", "/kwesties", Permission.SeeIssues, 50));
        // Without waiting and asking to stop, a scan would hold up the end of the program.
        services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always)
            .AddJob<ScanJob>(job => job.WithIdentity(ScanJob.Key).StoreDurably())
            .AddTrigger(often => often.ForJob(ScanJob.Key).StartAt(DateTimeOffset.UtcNow + ScanJob.FirstPause)
                .WithSimpleSchedule(every => every.WithInterval(ScanJob.Pause).RepeatForever())));
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
