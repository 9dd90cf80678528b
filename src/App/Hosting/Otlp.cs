using System.Globalization;
using System.Text.Json.Nodes;
using Samenkracht.Kernel.Processing;

namespace Samenkracht.App.Hosting;

/// <summary>Lines of the processing log in the JSON of the OpenTelemetry protocol: one span each, with the attributes of Logboek Dataverwerkingen.</summary>
internal static class Otlp
{
    // The standard lets a URI say what the pseudonym stands for.
    private const string SubjectType = "urn:samenkracht:betrokkene:";

    public static JsonObject Request(IEnumerable<ProcessingLine> lines, Logbook logbook) => new()
    {
        ["resourceSpans"] = new JsonArray([.. lines.GroupBy(line => line.Version).Select(same => (JsonNode)new JsonObject
        {
            ["resource"] = new JsonObject { ["attributes"] = Attributes(("service.name", "samenkracht"), ("service.version", same.Key)) },
            ["scopeSpans"] = new JsonArray(new JsonObject
            {
                ["scope"] = new JsonObject { ["name"] = "samenkracht.verwerkingen" },
                ["spans"] = new JsonArray([.. same.Select(line => (JsonNode)Span(line, logbook))]),
            }),
        })]),
    };

    private static JsonObject Span(ProcessingLine line, Logbook logbook)
    {
        var span = new JsonObject
        {
            ["traceId"] = line.TraceId,
            ["spanId"] = line.SpanId,
            ["name"] = line.Name,
            ["kind"] = 1,
            ["startTimeUnixNano"] = Nanoseconds(line.StartedAt),
            ["endTimeUnixNano"] = Nanoseconds(line.EndedAt),
            ["attributes"] = Attributes(
                ("dpl.core.processing_activity_id", ProcessingActivity.Uri(line.Activity, logbook.Register).ToString()),
                ("dpl.core.data_subject_id", line.DataSubject),
                ("dpl.core.data_subject_id_type", line.DataSubjectType is { } type ? SubjectType + type : null),
                ("dpl.core.foreign_operation.trace_id", line.ForeignTraceId),
                ("dpl.core.foreign_operation.span_id", line.ForeignSpanId),
                ("dpl.core.foreign_operation.processor", line.ForeignProcessor)),
            ["status"] = new JsonObject { ["code"] = (int)line.Status },
        };
        if (line.ParentSpanId is { } parent) span["parentSpanId"] = parent;
        return span;
    }

    private static JsonArray Attributes(params (string Key, string? Value)[] attributes) =>
        new([.. attributes.Where(a => a.Value is not null).Select(a => (JsonNode)new JsonObject { ["key"] = a.Key, ["value"] = new JsonObject { ["stringValue"] = a.Value } })]);

    // A 64-bit number is a text in this JSON.
    private static string Nanoseconds(DateTimeOffset at) => ((at - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
