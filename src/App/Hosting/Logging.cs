namespace Samenkracht.App.Hosting;

internal static class Logging
{
    /// <summary>One JSON object a line, for a collector. No URLs, no parameters of queries: there could be a person in them.</summary>
    public static ILoggingBuilder WriteJson(this ILoggingBuilder logging) => logging
        .ClearProviders()
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        // It tells of each refusal itself, in one line.
        .AddFilter("Samenkracht.Access.Providers.OidcHandler", LogLevel.Error)
        // The keys are not encrypted on disk: the key folder's rights are the operator's care (SECURITY.md), said once there and not at every start.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        // A probe asks every few seconds, and its answer is the message.
        .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
        .AddJsonConsole(json => json.UseUtcTimestamp = true);
}
