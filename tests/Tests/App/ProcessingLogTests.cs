using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Reading;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>The processing log after Logboek Dataverwerkingen, and its way to a collector.</summary>
public class ProcessingLogTests
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly JournalKind Told = new("test.processed", "Verteld", Purpose.Support);

    [Theory, BothDatabases]
    public async Task A_look_and_a_change_are_each_a_line_without_a_name_and_under_the_trace_of_the_request(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (one, other) = (await town.Household(), await town.Household("vrouw aan de Haverweg"));
        var origin = new Origin(database.Clock.Now.AddSeconds(-1), ForeignOperation.Parse(TraceParent, new Uri("https://www.waterveen.example")));
        var sanne = town.Sanne with { Origin = origin };
        var before = (await Lines(database)).Count;

        await database.Services.GetRequiredService<ReadLog>().Looked(sanne, [one, other], Looking.Listed("Lijst", Purpose.Support));
        await using (var work = await database.Begin(sanne))
        {
            await work.Note(work.Because(Told), Guid.NewGuid(), one, new { words = "van alles" });
            await work.Commit();
        }

        var lines = (await Lines(database)).Skip(before).ToList();
        Assert.Equal(["look.listed", "look.listed", "look.listed", "test.processed"], lines.Select(l => l.Name));
        Assert.All(lines, line => Assert.Equal((origin.Trace, "ondersteuning", ProcessingStatus.Unset, "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "https://www.waterveen.example/"),
            (line.TraceId, line.Activity, line.Status, line.ForeignTraceId, line.ForeignSpanId, line.ForeignProcessor)));
        // One action, and one below it for each data subject; the same household is the same pseudonym.
        Assert.Equal([null, lines[0].SpanId, lines[0].SpanId, null], lines.Select(l => l.ParentSpanId));
        Assert.Null(lines[0].DataSubject);
        Assert.Equal(lines[1].DataSubject, lines[3].DataSubject);
        Assert.NotEqual(lines[1].DataSubject, lines[2].DataSubject);
        Assert.DoesNotContain(one.Value.ToString("N")[..8], lines[1].DataSubject);
        Assert.Equal(4, lines.Select(l => l.SpanId).Distinct().Count());
        Assert.Equal(origin.Trace, (await database.Services.GetRequiredService<ReadLog>().Of(Actor.System, one, 0, 1))[0].Trace);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_logged_is_not_changed(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var household = await town.Household();
        await Execute(database, "ALTER TABLE processing_line RENAME TO gone");

        await using (var work = await database.Begin(town.Sanne))
        {
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await work.Note(work.Because(Told), Guid.NewGuid(), household);
                await work.Commit();
            });
        }
        await Assert.ThrowsAnyAsync<Exception>(() => database.Services.GetRequiredService<ReadLog>().Looked(town.Sanne, household, "Huishouden", Purpose.Support));

        await using var later = await database.Read(Actor.System);
        Assert.False(await later.Context.Set<Samenkracht.Kernel.Journal.JournalLine>().AnyAsync(l => l.Kind == "test.processed"));
        // The look and the processing of it are kept together, or not at all.
        Assert.Equal(0, await database.Services.GetRequiredService<ReadLog>().Count(Actor.System, household));
    }

    [Theory, BothDatabases]
    public async Task A_request_that_breaks_after_its_line_was_written_is_said_to_have_failed(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (origin, household) = (new Origin(database.Clock.Now), Id.New<HouseholdId>());
        await database.Services.GetRequiredService<ReadLog>().Looked(Actor.System with { Origin = origin }, household, "Huishouden", Purpose.Support);

        await database.Services.GetRequiredService<ProcessingLog>().Failed(origin);

        var lines = await Lines(database);
        Assert.Equal([ProcessingStatus.Unset, ProcessingStatus.Error], lines.Select(l => l.Status));
        Assert.Equal((lines[0].SpanId, lines[0].TraceId, lines[0].DataSubject), (lines[1].ParentSpanId, lines[1].TraceId, lines[1].DataSubject));
    }

    [Theory, BothDatabases]
    public async Task The_collector_gets_every_line_by_OTLP_and_while_it_is_away_or_refuses_nothing_is_lost(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (open, hidden) = (await town.Household(), await town.Household("vrouw aan de Haverweg", safety: SafetyMark.Shielded));
        var reads = database.Services.GetRequiredService<ReadLog>();
        foreach (var household in (HouseholdId[])[open, hidden]) await reads.Looked(town.Sanne, household, "Huishouden", Purpose.Support);
        await reads.Looked(town[Role.AttentionOfficer], open, "Huishouden", Purpose.Support);
        await database.Services.GetRequiredService<Chains>().Seal();
        using var collector = new Receiver();
        var (outbox, logbook) = (database.Services.GetRequiredService<ProcessingOutbox>(), Configured(collector.Address));
        using var http = new HttpClient();
        var sender = new Collector(logbook, http);

        // Away, broken, and half willing: each time the same comes again.
        await Assert.ThrowsAsync<HttpRequestException>(() => outbox.Send(new Collector(Configured("http://127.0.0.1:9/v1/traces"), http).Send));
        collector.Answer = (503, "");
        await Assert.ThrowsAsync<HttpRequestException>(() => outbox.Send(sender.Send));
        collector.Answer = (200, """{"partialSuccess":{"rejectedSpans":"1","errorMessage":"vol"}}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => outbox.Send(sender.Send));
        collector.Answer = (200, "{}");
        var sent = await outbox.Send(sender.Send);
        Assert.Equal(0, await outbox.Send(sender.Send));

        Assert.Equal(3, collector.Got.Count);
        Assert.Equal("geheim", collector.Key);
        Assert.Equal(collector.Got[0].ToJsonString(), collector.Got[2].ToJsonString());
        var resource = collector.Got[2]["resourceSpans"]![0]!;
        var spans = resource["scopeSpans"]![0]!["spans"]!.AsArray();
        // Nothing of the safety compartment, nor that the attention officer was there.
        var may = (await Lines(database)).Where(l => l.Activity != "veiligheid").ToList();
        var hers = may.Last(l => l.Name == "look.opened").DataSubject;
        may = [.. may.Where(l => l.DataSubject != hers)];
        Assert.Equal((may.Count, may.Count), (sent, spans.Count));
        Assert.Equal(may.Select(l => l.SpanId), spans.Select(s => $"{s!["spanId"]}"));
        Assert.DoesNotContain(spans, s => Attribute(s!, "dpl.core.processing_activity_id")!.EndsWith("/veiligheid", StringComparison.Ordinal));

        var look = spans.Single(s => $"{s!["name"]}" == "look.opened")!;
        var line = may.Single(l => l.Name == "look.opened");
        Assert.Equal("samenkracht", Attribute(resource["resource"]!, "service.name"));
        Assert.Equal("https://www.waterveen.example/verwerkingen/ondersteuning", Attribute(look, "dpl.core.processing_activity_id"));
        Assert.Equal((line.DataSubject, "urn:samenkracht:betrokkene:huishouden"), (Attribute(look, "dpl.core.data_subject_id"), Attribute(look, "dpl.core.data_subject_id_type")));
        Assert.Equal((line.TraceId, 0, $"{line.StartedAt.ToUnixTimeMilliseconds()}000000"), ($"{look["traceId"]}", look["status"]!["code"]!.GetValue<int>(), $"{look["startTimeUnixNano"]}"));
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.9.9.9", false)]
    [InlineData(null, false)]
    public async Task A_traceparent_is_believed_from_a_configured_caller_alone(string? from, bool believed)
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
        http.Request.Headers.TraceParent = TraceParent;
        Origin? seen = null;

        await new ProcessingTrace(context => { seen = context.Features.Get<Origin>(); return Task.CompletedTask; }, database.Services.GetRequiredService<ProcessingLog>(),
            Configured("https://collector.example/v1/traces"), database.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<ProcessingTrace>.Instance).Invoke(http);

        Assert.Equal(believed ? "b7ad6b7169203331" : null, seen!.Caller?.Span);
        // Ours is always our own.
        Assert.NotEqual("0af7651916cd43dd8448eb211c80319c", seen.Trace);
    }

    [Fact]
    public void Lines_never_leave_this_machine_unencrypted()
    {
        Assert.Throws<Samenkracht.App.RefusedException>(() => Configured("http://collector.example/v1/traces"));
        Assert.NotNull(Configured("https://collector.example/v1/traces").Collector);
        Assert.Null(Configured("").Collector);
    }

    private static string? Attribute(JsonNode node, string key) =>
        node["attributes"]!.AsArray().FirstOrDefault(a => $"{a!["key"]}" == key)?["value"]?["stringValue"]?.GetValue<string>();

    private static Logbook Configured(string address) => Logbook.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Logboek:Adres"] = address,
        ["Logboek:Koppen:X-Sleutel"] = "geheim",
        ["Logboek:Register"] = "https://www.waterveen.example/verwerkingen/",
        ["Logboek:Aanroepers:0:Netwerk"] = "10.1.2.0/24",
        ["Logboek:Aanroepers:0:Verwerker"] = "https://www.waterveen.example",
    }).Build());

    private static async Task<IReadOnlyList<ProcessingLine>> Lines(TestDatabase database)
    {
        await using var context = database.Services.GetRequiredService<LogDatabase>().Open();
        return await context.Set<ProcessingLine>().AsNoTracking().OrderBy(l => l.Seq).ToListAsync();
    }

    private static async Task Execute(TestDatabase database, string sql)
    {
        await using var context = database.Services.GetRequiredService<LogDatabase>().Open();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>A collector on this machine that keeps what it is sent.</summary>
    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener listener = new();

        public Receiver()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/v1/traces";
            }
            listener.Prefixes.Add($"{Address}/");
            listener.Start();
            _ = Task.Run(Receive);
        }

        public string Address { get; }

        public (int Status, string Body) Answer { get; set; } = (200, "{}");

        public List<JsonNode> Got { get; } = [];

        public string? Key { get; private set; }

        public void Dispose() => listener.Close();

        private async Task Receive()
        {
            while (listener.IsListening)
            {
                var asked = await listener.GetContextAsync();
                Key = asked.Request.Headers["X-Sleutel"];
                Got.Add((await JsonNode.ParseAsync(asked.Request.InputStream))!);
                asked.Response.StatusCode = Answer.Status;
                await asked.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Answer.Body));
                asked.Response.Close();
            }
        }
    }
}
