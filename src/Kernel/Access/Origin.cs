using System.Diagnostics;
using Samenkracht.Kernel.Processing;

namespace Samenkracht.Kernel.Access;

/// <summary>Herkomst: the request by which an actor comes. One trace in the processing log, whoever else's trace it continues.</summary>
public sealed class Origin(DateTimeOffset at, ForeignOperation? caller = null)
{
    private readonly List<ProcessingLine> done = [];

    /// <summary>Always one of our own: what another says of itself stands beside it (Logboek Dataverwerkingen).</summary>
    public string Trace { get; } = ActivityTraceId.CreateRandom().ToHexString();

    public DateTimeOffset At => at;

    /// <summary>The operation of another organisation that asked for this; null unless it is trusted to say so.</summary>
    public ForeignOperation? Caller => caller;

    /// <summary>What was written about this request, to say of it later that it failed.</summary>
    internal IReadOnlyList<ProcessingLine> Done { get { lock (done) return [.. done]; } }

    internal void Remember(IEnumerable<ProcessingLine> lines) { lock (done) done.AddRange(lines); }
}

/// <summary>Aanroepende verwerking: trace and span by which another organisation knows its part, and the address of that organisation.</summary>
public sealed record ForeignOperation(string Trace, string Span, Uri Processor)
{
    /// <summary>From a W3C <c>traceparent</c>; null when it is none.</summary>
    public static ForeignOperation? Parse(string? traceParent, Uri processor) =>
        ActivityContext.TryParse(traceParent, null, out var context) ? new(context.TraceId.ToHexString(), context.SpanId.ToHexString(), processor) : null;
}
