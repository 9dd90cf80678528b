using System.Text.Json;
using System.Text.Json.Nodes;
using Samenkracht.Kernel.Processing;

namespace Samenkracht.App.Hosting;

/// <summary>Verzamelaar: where the municipality gathers the processing logs of its programs.</summary>
internal sealed class Collector(Logbook logbook, HttpClient http)
{
    /// <summary>Returns when all lines were confirmed.</summary>
    /// <exception cref="HttpRequestException">They were not, or not all: the same lines must come again.</exception>
    public async Task Send(IReadOnlyList<ProcessingLine> lines, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, logbook.Collector) { Content = JsonContent.Create(Otlp.Request(lines, logbook)) };
        foreach (var (name, value) in logbook.Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        if (Rejected(await answer.Content.ReadAsStringAsync(cancel)) is > 0 and var rejected)
            throw new HttpRequestException($"The collector rejected {rejected} of {lines.Count} lines.");
    }

    // 64-bit numbers come as text or as number.
    private static long Rejected(string answer)
    {
        try
        {
            var rejected = JsonNode.Parse(answer)?["partialSuccess"]?["rejectedSpans"];
            return rejected is null ? 0 : long.Parse(rejected.ToString());
        }
        catch (JsonException)
        {
            // A confirmation without a body is one as well.
            return 0;
        }
    }
}
