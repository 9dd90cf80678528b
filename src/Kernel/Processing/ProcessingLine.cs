using System.Diagnostics;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;

namespace Samenkracht.Kernel.Processing;

/// <summary>Uitkomst van een verwerking, in the words of Logboek Dataverwerkingen: written beforehand, so unset, unless something broke afterwards.</summary>
public enum ProcessingStatus
{
    [Label("Uitgevoerd")] Unset,
    [Label("Geslaagd")] Ok,
    [Label("Mislukt")] Error,
}

/// <summary>Verwerking: that a processing activity handled data of someone, after Logboek Dataverwerkingen. Never who did it: that stands in the log of looks
/// and in the journal, under the same trace (docs/adr/0051).</summary>
public sealed class ProcessingLine : LogLine, ILogged
{
    private ProcessingLine() { }

    public string TraceId { get; private init; } = "";
    public string SpanId { get; private init; } = "";
    public string? ParentSpanId { get; private init; }
    public ProcessingStatus Status { get; private init; }
    public string Name { get; private init; } = "";
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset EndedAt { get; private init; }
    /// <summary>The entry of the register of processing: <see cref="ProcessingActivity"/>.</summary>
    public string Activity { get; private init; } = "";
    /// <summary>A pseudonym; null where no one in particular was concerned.</summary>
    public string? DataSubject { get; private init; }
    public string? DataSubjectType { get; private init; }
    public string? ForeignTraceId { get; private init; }
    public string? ForeignSpanId { get; private init; }
    public string? ForeignProcessor { get; private init; }
    /// <summary>Of the program that processed.</summary>
    public string Version { get; private init; } = "";

    static IReadOnlyList<string> ILogged.Columns { get; } =
    [
        nameof(TraceId), nameof(SpanId), nameof(ParentSpanId), nameof(Status), nameof(Name), nameof(StartedAt), nameof(EndedAt), nameof(Activity),
        nameof(DataSubject), nameof(DataSubjectType), nameof(ForeignTraceId), nameof(ForeignSpanId), nameof(ForeignProcessor), nameof(Version),
    ];

    internal static string NewSpan() => ActivitySpanId.CreateRandom().ToHexString();

    internal static ProcessingLine Of(Operation operation, Origin origin, DateTimeOffset at, string version) => new()
    {
        At = at,
        TraceId = origin.Trace,
        SpanId = NewSpan(),
        ParentSpanId = operation.Parent,
        Status = operation.Status,
        Name = operation.Name,
        StartedAt = origin.At < at ? origin.At : at,
        EndedAt = at,
        Activity = operation.Activity,
        DataSubject = operation.Subject?.Pseudonym,
        DataSubjectType = operation.Subject?.Type,
        ForeignTraceId = origin.Caller?.Trace,
        ForeignSpanId = origin.Caller?.Span,
        ForeignProcessor = origin.Caller?.Processor.ToString(),
        Version = version,
    };

    /// <summary>That this ended badly after it was written: a line below it.</summary>
    internal ProcessingLine Failed(Origin origin, DateTimeOffset at) => Of(new(Name, Activity,
        DataSubject is null ? null : new DataSubjectCode(DataSubject, DataSubjectType!), SpanId, ProcessingStatus.Error), origin, at, Version);
}

/// <summary>Handeling: one action of a processing activity with the data of at most one data subject.</summary>
internal sealed record Operation(string Name, string Activity, DataSubjectCode? Subject, string? Parent = null, ProcessingStatus Status = ProcessingStatus.Unset);

/// <summary>Betrokkene, as the processing log knows them.</summary>
/// <param name="Type">What the pseudonym stands for: <c>huishouden</c> or <c>signaal</c>.</param>
internal sealed record DataSubjectCode(string Pseudonym, string Type)
{
    public const string Household = "huishouden";
    public const string Signal = "signaal";
}

/// <summary>Zegel van een verwerking.</summary>
internal sealed class ProcessingSeal : Seal;
