using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.Architecture;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;

namespace Samenkracht.Tests.Security;

/// <summary>What a server told the outside of one request besides its page.</summary>
internal sealed record Told(string Method, string Url, int Status, string Headers, string CacheControl);

/// <summary>The site as <c>serve</c> runs it, with everything that it logs, traces and sends in headers written down, driven through every page and form with words
/// about people that can be recognised anywhere.</summary>
[CollectionDefinition(Shared)]
public sealed class WatchedSite : IAsyncLifetime, ICollectionFixture<WatchedSite>
{
    public const string Shared = "watched site";

    internal const string Name = "Zebedeus Wolkenkrabber", Street = "Pannenkoekenpad", Bsn = "999990019", Phone = "0655512345", Mail = "zebedeus@kwartelnest.test", Text = "Bibberend verdriet om schulden";

    /// <summary>What an exception may say of itself in a log, and never on a page.</summary>
    internal const string Fault = "Xylofoonfout";

    internal static readonly string[] Planted = [Name, Street, Bsn, "999 990 019", Phone, Mail, Text, "Wolkenkrabber", "Pannenkoek", "Bibberend", "kwartelnest"];

    private static readonly SearchValues<string> Words = SearchValues.Create(Planted, StringComparison.OrdinalIgnoreCase);

    private readonly ConcurrentQueue<string> betrayals = [];
    private int lines, spans;
    private readonly ConcurrentQueue<Told> told = [];
    // Until everybody has been everywhere; the tests after it make much noise.
    private bool writes = true;

    internal WebApp App { get; private set; } = null!;

    internal Town Town { get; private set; } = null!;

    internal HouseholdId Household { get; private set; }

    internal IReadOnlyList<Route> Routes { get; private set; } = [];

    internal IReadOnlyList<Page> Answers { get; private set; } = [];

    /// <summary>Log lines, scopes and spans with one of the words in it, however much is logged.</summary>
    internal IReadOnlyList<string> Betrayals { get; private set; } = [];

    internal (int Lines, int Spans) Heard { get; private set; }

    internal IReadOnlyList<Told> Exchanges { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Npgsql" or "Samenkracht",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => { Interlocked.Increment(ref spans); Hear($"span {span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)}"); },
        };
        ActivitySource.AddActivityListener(listener);
        App = await WebApp.Start(demo: false, adjust: services => services
            .AddLogging(logging => logging.AddProvider(new Writer(Hear, () => writes)).AddFilter<Writer>("", LogLevel.Debug))
            .AddSingleton<IStartupFilter>(new Listener(told)).AddScoped<IDayItems, Breaking>());
        Town = await Town.Build(App.Storage);
        Household = await PlantHousehold();
        Routes = await Route.All(App);
        Answers = [.. await Broken(), .. await Everyone(Write)];
        (Betrayals, Heard, Exchanges) = ([.. betrayals.Distinct()], (lines, spans), [.. told]);
        writes = false;
    }

    /// <summary>Each route by the first of these who may reach it: who works there, who lives there, and who only looks.</summary>
    internal async Task<IReadOnlyList<Page>> Everyone(Func<IHtmlElement, string> write, Func<IHtmlElement, string?>? spoils = null)
    {
        var resident = Town[Role.Resident];
        Actor?[] people = [null, Town.Sanne, Town[Role.AttentionOfficer], resident, Town[Role.PolicyOfficer], Town[Role.PrivacyOfficer], Town[Role.DataProtectionOfficer], Town[Role.Archivist], Town[Role.Administrator]];
        var answers = new List<Page>();
        Household = await PlantHousehold();
        foreach (var who in people)
        {
            var filler = new FormFiller(who is null ? App.Visitor() : await App.SignedIn(who), App.Clock, write, spoils);
            var own = Routes.Where(route => route.Handlers.Contains(null) && people.FirstOrDefault(one => route.Rule.Admits(one ?? Actor.Anonymous), Town[Role.Administrator]) == who);
            foreach (var route in own.OrderBy(FormFiller.Order)) await filler.Visit(route.Url(Household));
            answers.AddRange(filler.Answers);
        }
        return answers;
    }

    private async Task<HouseholdId> PlantHousehold()
    {
        var household = await Town.Household($"gezin {Name}", new Address(Street, "317", "1234 AB", "Waterveen", null), people: [new NewPerson(Name)]);
        await Town.Ask(household, Text);
        await Town.Plan(household);
        await Town.Join(household, Town.Anouk);
        await Town.Support(household);
        return household;
    }

    // Refused, not there, in the way of another, unreadable, broken.
    private async Task<IReadOnlyList<Page>> Broken()
    {
        var (sanne, other) = (await App.SignedIn(Town.Sanne), await App.SignedIn(Town[Role.CommunityWorker]));
        var fields = new Dictionary<string, string> { ["Tekst"] = Name, ["Input.Text"] = Text, ["Input.Name"] = Name };
        var stale = await sanne.Get($"/huishoudens/{Household}/gegevens");
        Breaking.Now = true;
        var broken = await sanne.Get("/");
        Breaking.Now = false;
        return
        [
            await sanne.Post("/zoeken", fields), await App.Visitor().Post($"/huishoudens/{Household}/vraag", fields), await other.Get($"/huishoudens/{Household}"),
            await sanne.Get("/bestaat-niet"), await sanne.Post($"/huishoudens/{Household}?handler=Bestaat", fields), await stale.Submit(), await stale.Submit(), broken,
        ];
    }

    private void Hear(string line)
    {
        Interlocked.Increment(ref lines);
        if (line.AsSpan().ContainsAny(Words)) betrayals.Enqueue(line[..Math.Min(line.Length, 600)]);
    }

    internal static bool Tells(string text) => text.AsSpan().ContainsAny(Words);

    private static string Write(IHtmlElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlSelectElement list => list.Options.LastOrDefault(option => !string.IsNullOrEmpty(option.Value))?.Value ?? "",
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.Value ?? "on",
            IHtmlInputElement { Type: "date" } => name.Contains("Birth", StringComparison.Ordinal) ? "1990-03-04" : "2026-12-01",
            IHtmlInputElement { Type: "time" } => name.EndsWith("Until", StringComparison.Ordinal) ? "11:00" : "10:00",
            // A trap for robots.
            _ when element.GetAttribute("tabindex") == "-1" => "",
            _ when name.EndsWith("HouseNumber", StringComparison.Ordinal) => "317",
            IHtmlInputElement { Type: "number" } => "3",
            IHtmlInputElement { Type: "tel" } => Phone,
            IHtmlInputElement { Type: "email" } => Mail,
            _ when name.EndsWith("Street", StringComparison.Ordinal) => Street,
            _ when name.EndsWith("Postcode", StringComparison.Ordinal) => "1234 AB",
            _ when name is "Number" or "Bsn" => Bsn,
            _ when name.EndsWith("Name", StringComparison.Ordinal) || name is "Tekst" or "Search" => Name,
            _ when name.Contains("Contact", StringComparison.Ordinal) => Mail,
            _ => Text,
        };
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private sealed class Writer(Action<string> hear, Func<bool> writes) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            hear($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => writes();

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            hear($"{logLevel} {formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")} {exception}");

        public void Dispose()
        {
        }
    }

    private sealed class Listener(ConcurrentQueue<Told> told) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
        {
            site.Use(async (http, go) =>
            {
                var url = WebUtility.UrlDecode($"{http.Request.Path}{http.Request.QueryString}");
                // The first to ask is told last.
                http.Response.OnStarting(() =>
                {
                    told.Enqueue(new(http.Request.Method, url, http.Response.StatusCode,
                        WebUtility.UrlDecode(string.Join('\n', http.Response.Headers.Select(header => $"{header.Key}: {header.Value}"))), $"{http.Response.Headers.CacheControl}"));
                    return Task.CompletedTask;
                });
                await go(http);
            });
            next(site);
        };
    }

    /// <summary>Breaks the first page, with a message that must stay inside.</summary>
    private sealed class Breaking : IDayItems
    {
        public static bool Now { get; set; }

        public Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel) => Now ? throw new InvalidOperationException(Fault) : Task.FromResult<IReadOnlyList<DayItem>>([]);
    }
}
