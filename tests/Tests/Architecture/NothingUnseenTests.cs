using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Every page, search, list and export that tells of a household leaves a line in the log of looks before it goes out; without the log none of them tells anything.</summary>
public class NothingUnseenTests
{
    // Nowhere in the town but in this household.
    private static readonly string[] Words = ["Zulufamilie", "Yankeelaan", "Xander Xray", "Whiskyvraag"];

    [Theory, BothDatabases]
    public async Task Wherever_a_household_shows_a_line_was_written_and_without_the_log_it_shows_nowhere(Engine engine)
    {
        await using var app = await WebApp.Start(engine, adjust: services =>
            services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)));
        var town = await Town.Build(app.Storage);
        var home = await town.Household("Zulufamilie", new Address("Yankeelaan", "9", "1234 ZZ", "Waterveen", null), people: [new NewPerson("Xander Xray")]);
        await town.Join(home, town.Anouk);
        await town.Support(home, town.Sanne);
        await town.Plan(home);
        var question = await town.Ask(home, "Whiskyvraag");
        await town.Request(home);
        // After three weeks a report under that question is to be told.
        var given = await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern("Er is geschreeuw"));
        await SignalTestData.Assess(app.Storage, town.Sanne, given.Id, Samenkracht.Signals.Decision.AsQuestion(home, question), Law.Wmo);
        app.Clock.Advance(TimeSpan.FromDays(20));
        var resident = await town.Resident(home);
        await town.Join(home, town[Role.TeamLead]);
        Actor[] lookers = [town.Sanne, town[Role.TeamLead], resident, town[Role.AttentionOfficer], town[Role.PrivacyOfficer], town.Hugo];
        var asked = (await Route.All(app)).Where(r => r.Handlers.Contains(null) && (!r.HasParameters || r.IsAboutAHousehold)).Select(r => r.Url(home)).ToList();

        var (unlogged, telling) = (new List<string>(), new List<(Actor Actor, string Url, bool IsSearch)>());
        foreach (var actor in lookers)
        {
            var browser = await app.SignedIn(actor);
            foreach (var (url, isSearch) in asked.Select(url => (url, false)).Concat(Searches.Select(url => (url, true))))
            {
                var before = (await app.Looks(home)).Count;
                var page = await Ask(browser, url, isSearch);
                if (!Tells(page, isSearch)) continue;
                telling.Add((actor, url, isSearch));
                if ((await app.Looks(home)).Count == before) unlogged.Add($"{actor.Role} {url}");
            }
        }
        Assert.Equal("", string.Join('\n', unlogged));
        Assert.True(telling.Count > 25, $"Only {telling.Count} pages tell of the household: then this proves little.");

        await Drop(app);
        foreach (var (actor, url, isSearch) in telling)
        {
            var page = await Ask(await app.SignedIn(actor), url, isSearch);
            Assert.True(page.Status == HttpStatusCode.InternalServerError && !Tells(page, isSearch), $"{actor.Role} {url} gave {page.Status}");
        }
    }

    /// <summary>There, too, a name is looked up, and it need not be any household's.</summary>
    [Theory, BothDatabases]
    public async Task A_search_in_the_signals_leaves_a_line_for_each_that_it_shows_and_without_the_log_it_shows_none(Engine engine)
    {
        await using var app = await WebApp.Start(engine, adjust: services =>
            services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)));
        var town = await Town.Build(app.Storage);
        var given = await SignalTestData.Give(app.Storage, town.Hugo, SignalTestData.Concern("Quebec komt niet meer buiten", about: "Romeostraat 9"));
        await SignalTestData.Give(app.Storage, town.Hugo, SignalTestData.Concern());
        await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.OfCommunity() with { Text = "Quebec wil helpen" });
        var safe = await SignalTestData.Give(app.Storage, town.Hugo, SignalTestData.Concern("Quebec slaat", theme: Samenkracht.Support.Contract.Theme.Safety));
        var (sanne, officer) = (await app.SignedIn(town.Sanne), await app.SignedIn(town[Role.AttentionOfficer]));
        Assert.Contains("Romeostraat 9", (await sanne.Get("/signalen")).ShouldBeOk().Main);
        Assert.Empty(await app.Looks());

        Assert.Contains("Romeostraat 9", (await Find(sanne)).ShouldBeOk().Main);
        var line = Assert.Single(await app.Looks());
        Assert.Equal((LookEvent.Found, LookData.Signal, given.Id.Value, (HouseholdId?)null, Purpose.SignalHandling, town.Sanne.Account), (line.Event, line.Data, line.Subject, line.Household, line.Purpose, line.Account));
        await Find(officer);
        Assert.Equal(Purpose.Safety, Assert.Single(await app.Looks(), look => look.Subject == safe.Id.Value).Purpose);

        await Drop(app);
        var unlogged = await Find(sanne);
        Assert.Equal(HttpStatusCode.InternalServerError, unlogged.Status);
        Assert.DoesNotContain("Romeostraat", unlogged.Source);

        static async Task<Page> Find(TestBrowser browser) => await browser.Post("/signalen", new() { ["Search"] = "Quebec", ["__RequestVerificationToken"] = await Route.Token(browser) });
    }

    /// <summary>What waits on the attention officer names two households, and at neither may it be read that it did.</summary>
    [Theory, BothDatabases]
    public async Task What_waits_or_waited_at_the_safety_desk_leaves_a_line_of_no_household_for_each_and_without_the_log_it_shows_nowhere(Engine engine)
    {
        await using var app = await WebApp.Start(engine, adjust: services =>
            services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)));
        var town = await Town.Build(app.Storage);
        var address = new Address("Yankeelaan", "9", "1234 ZZ", "Waterveen", null);
        var hidden = await town.Household("Zulufamilie", address, safety: SafetyMark.Shielded, people: [new NewPerson("Xander Xray")]);
        var (first, second) = (await town.Household("Quebecgezin", address, by: town.Anouk), await town.Household("Romeogezin", address, by: town.Anouk));
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        await using var work = await app.Read(Actor.System);
        var holds = (await work.Query<Samenkracht.Residents.Safety.ContactHold>().ToListAsync()).ToDictionary(h => h.Household, h => h.Id);
        var (one, other) = ($"/veiligheid/{holds[first]}", $"/veiligheid/{holds[second]}");

        await Leaves("/veiligheid", LookEvent.Listed, first, second);
        await Leaves(one, LookEvent.Opened, first);
        await Leaves("/veiligheid/eerder", LookEvent.Listed);
        var before = (await app.Looks()).Count;
        Assert.Contains("Romeogezin", (await (await officer.Get(other)).Submit(new() { ["Reason"] = "ja" })).Main);
        Assert.Equal(before + 2, (await app.Looks()).Count);
        await (await officer.Get(one)).Submit(new() { ["Reason"] = "Anouk gesproken: het is een ander huis.", ["Sure"] = "true" });
        await Leaves("/veiligheid/eerder", LookEvent.Listed, first);
        // What was released of a household stands with what waits of it now.
        await (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{first}/mensen")).Submit(new() { ["Input.Name"] = "Xander Xray", ["Input.Relation"] = "Partner" });
        Assert.Equal(3, (await Leaves("/veiligheid", LookEvent.Listed)).Distinct().Count());

        foreach (var household in (HouseholdId[])[hidden, first, second]) Assert.DoesNotContain(await app.Looks(household), look => look.Account == town[Role.AttentionOfficer].Account);

        await Drop(app);
        foreach (var url in (string[])["/veiligheid", other, "/veiligheid/eerder"])
        {
            var page = await officer.Get(url);
            Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
            foreach (var word in (string[])[.. Words, "Quebec", "Romeo"]) Assert.DoesNotContain(word, page.Source);
        }

        async Task<IReadOnlyList<Guid>> Leaves(string url, LookEvent how, params HouseholdId[] shown)
        {
            var seen = (await app.Looks()).Count;
            var page = (await officer.Get(url)).ShouldBeOk();
            var lines = (await app.Looks()).Skip(seen).ToList();
            Assert.All(lines, line => Assert.Equal((how, LookData.NameAndAddress, (HouseholdId?)null, Purpose.Safety, LookBasis.Safety), (line.Event, line.Data, line.Household, line.Purpose, line.Basis)));
            var subjects = lines.Select(line => line.Subject!.Value).ToList();
            if (shown.Length > 0) Assert.Equal(shown.Select(h => holds[h].Value).Order(), subjects.Order());
            Assert.Equal(subjects.Count > 0, page.Main.Contains("Zulufamilie", StringComparison.Ordinal));
            return subjects;
        }
    }

    private static readonly string[] Searches = ["/zoeken", "/huishoudens", "/huishoudens?handler=Export"];

    private static async Task<Page> Ask(TestBrowser browser, string url, bool isSearch) => isSearch
        ? await browser.Post(url, new() { ["Tekst"] = "Yankeelaan 9", ["__RequestVerificationToken"] = await Route.Token(browser) })
        : await browser.Get(url);

    // A search says again what was typed.
    private static bool Tells(Page page, bool isSearch) =>
        Words.Any(word => WebUtility.HtmlDecode(page.Source).Replace(isSearch ? "Yankeelaan 9" : "\0", "").Contains(word, StringComparison.OrdinalIgnoreCase))
        || page.Source.Contains("Er is iemand betrokken", StringComparison.Ordinal);

    private static async Task Drop(WebApp app)
    {
        var connection = app.Storage.Connection;
        await using System.Data.Common.DbConnection open = connection.IsPostgres ? new NpgsqlConnection(connection.OwnerText) : new SqliteConnection(connection.ReadLogText);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = "DROP TABLE read_line";
        await command.ExecuteNonQueryAsync();
    }
}
