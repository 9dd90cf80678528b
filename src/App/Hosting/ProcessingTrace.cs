using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Processing;

namespace Samenkracht.App.Hosting;

/// <summary>Each request is one trace in the processing log. Whoever is configured as a caller is believed about the trace that it continues; of all others a
/// <c>traceparent</c> is not read. When a request breaks after something of it was logged, the log says so.</summary>
internal sealed class ProcessingTrace(RequestDelegate next, ProcessingLog processing, Logbook logbook, TimeProvider clock, ILogger<ProcessingTrace> log)
{
    public async Task Invoke(HttpContext http)
    {
        var origin = new Origin(clock.GetUtcNow(), Caller(http));
        http.Features.Set(origin);
        try
        {
            await next(http);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            await Tell(origin);
            throw;
        }
    }

    private async Task Tell(Origin origin)
    {
        try
        {
            // Not by the request's own token: who went away must not keep this from being written.
            await processing.Failed(origin, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // What broke first is what must be heard of.
            log.LogError(failed, "The processing log could not be told that a request broke.");
        }
    }

    private ForeignOperation? Caller(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return null;
        var known = logbook.Callers.FirstOrDefault(caller => caller.Network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
        return known is null ? null : ForeignOperation.Parse(http.Request.Headers.TraceParent, known.Processor);
    }
}
