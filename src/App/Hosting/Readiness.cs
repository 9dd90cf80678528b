using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.App.Hosting;

/// <summary>Ready: the database answers, its schema is this program's, and a demo is filled.</summary>
internal sealed class Readiness(Storage storage, Deployment deployment) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await new Migrator(storage.Connection).State(cancellationToken);
        if (state != SchemaState.Current) return HealthCheckResult.Unhealthy($"schema: {state}");
        return await DemoDatabase.StillFills(deployment, storage, cancellationToken) ? HealthCheckResult.Unhealthy("demo: filling") : HealthCheckResult.Healthy();
    }
}

internal static class ReadinessEndpoints
{
    public static void AddReadiness(this IServiceCollection services) => services.AddHealthChecks().AddCheck<Readiness>("database");

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work; 503 until then.</summary>
    public static void MapHealth(this WebApplication site)
    {
        site.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithRule(new PublicAttribute());
        site.MapHealthChecks("/health/ready").WithRule(new PublicAttribute());
    }
}
