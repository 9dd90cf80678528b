using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Samenkracht.App.Hosting;

/// <summary>Traces and measures by OpenTelemetry, sent only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says to.</summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    private readonly TracerProvider traces = Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(Name).AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build();

    private readonly MeterProvider measures = Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(Name).AddMeter("Microsoft.AspNetCore.*", "System.Runtime", "Npgsql").AddOtlpExporter().Build();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces.Dispose();
        measures.Dispose();
    }

    private static void Name(ResourceBuilder resource) => resource.AddService("samenkracht");
}

internal static class TelemetryServices
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) builder.Services.AddHostedService<Telemetry>();
    }
}
