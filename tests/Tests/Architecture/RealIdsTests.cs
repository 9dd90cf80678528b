using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Every address with an id, by everybody who can have a place to what lies behind it: who reads it, who may act on it, and that it is nowhere for all others.</summary>
public partial class RealIdsTests
{
    // Who looks, a column each; the first sixteen have, had or might have a place to the household in the open, the others have a role and no more.
    private static readonly string[] Columns =
    [
        "opened it", "this law", "other law", "partner", "named", "officer", "former", "emergency", "volunteer", "beside", "was beside", "resident", "child", "elsewhere", "hidden one", "other resident", "CommunityWorker", "YouthWorker", "Wijkagent", "Wijkconcierge", "PolicyOfficer", "Alderman", "PrivacyOfficer", "DataProtectionOfficer", "Archivist", "Administrator", "outside, partner"
    ];

    // Per address: w reads it and may act, r reads it, a has no page but may act, . gets to the letter what one gets where nothing is; blank where the rule of the page lets no such role in.
    private const string Addresses = """
        wwwwww..                  .  huishoudens/{household}/mensen/{person} | resident
        wwwwww..                  .  huishoudens/{household}/mensen/{person} | child
        wwwwww..                  .  huishoudens/{household}/mensen/{person} | elsewhere
        w...ww..                  .  huishoudens/{household}/mensen/{person} | hidden person
        ....ww..                  .  huishoudens/{household}/mensen/{person} | of the hidden household
        ww.ww...                  .  huishoudens/{household}/mensen/{person}/bsn | resident
        ww.ww...                  .  huishoudens/{household}/mensen/{person}/bsn | child
        ww.ww...                  .  huishoudens/{household}/mensen/{person}/bsn | elsewhere
        w...w...                  .  huishoudens/{household}/mensen/{person}/bsn | hidden person
        ....ww..                  .  huishoudens/{household}/mensen/{person}/bsn | of the hidden household
        wwwwww..                  .  huishoudens/{household} | open
        ....ww..                  .  huishoudens/{household} | hidden
        ...  ..r                     noodtoegang/{household} | open
        ...  ...                     noodtoegang/{household} | hidden
                 r.wwr..             mijn/{household?} | open
                 .......             mijn/{household?} | hidden
                 r.rrr..             mijn/gesprekken/{household?} | open
                 .......             mijn/gesprekken/{household?} | hidden
        wwwww...                  .  huishoudens/{household}/vraag | open
        ....ww..                  .  huishoudens/{household}/vraag | hidden
        wwwwww..                  .  huishoudens/{household}/verzoek | open
        ....ww..                  .  huishoudens/{household}/verzoek | hidden
        wwwww...                  .  huishoudens/{household}/plan/afsluiten | open
        ....aa..                  .  huishoudens/{household}/plan/afsluiten | hidden
        w...ww..                  .  huishoudens/{household}/mondeling | open
        ....ww..                  .  huishoudens/{household}/mondeling | hidden
        wwwwww..                  .  huishoudens/{household}/mensen | open
        ....ww..                  .  huishoudens/{household}/mensen | hidden
        wwwwww..                  .  huishoudens/{household}/kring | open
        ....ww..                  .  huishoudens/{household}/kring | hidden
        rrrrr...                  .  huishoudens/{household}/kopie | open
        ....rr..                  .  huishoudens/{household}/kopie | hidden
        rrrrrr..                  .  huishoudens/{household}/inzage | open
        ....rr..                  .  huishoudens/{household}/inzage | hidden
        wwwww...                  .  huishoudens/{household}/instemming/vraag | open
        ....ww..                  .  huishoudens/{household}/instemming/vraag | hidden
        rrrrrr..                  .  huishoudens/{household}/instemming | open
        ....rr..                  .  huishoudens/{household}/instemming | hidden
        ww.www..                  .  huishoudens/{household}/gezag | open
        .....w..                  .  huishoudens/{household}/gezag | hidden
        wwwwwr..                  .  huishoudens/{household}/gesprekken | open
        ....ww..                  .  huishoudens/{household}/gesprekken | hidden
        wwwwww..                  .  huishoudens/{household}/gegevens | open
        ....ww..                  .  huishoudens/{household}/gegevens | hidden
        wwwww...                  .  huishoudens/{household}/doel | open
        ....aa..                  .  huishoudens/{household}/doel | hidden
        rrrrrr..                  .  huishoudens/{household}/brieven | open
        ....rr..                  .  huishoudens/{household}/brieven | hidden
        ww.ww...                  .  huishoudens/{household}/brieven/{letter} | Wmo, to the resident
        ww.ww...                  .  huishoudens/{household}/brieven/{letter} | Jeugdwet, to the child
        ww.ww...                  .  huishoudens/{household}/brieven/{letter} | to who is elsewhere
        w...ww..                  .  huishoudens/{household}/brieven/{letter} | shielded
        w...ww..                  .  huishoudens/{household}/brieven/{letter} | to the hidden person
        ........                  .  huishoudens/{household}/brieven/{letter} | draft
        ....ww..                  .  huishoudens/{household}/brieven/{letter} | of the hidden household
        rr.rr...                  .  huishoudens/{household}/brieven/{letter}/post | Wmo, to the resident
        rr.rr...                  .  huishoudens/{household}/brieven/{letter}/post | Jeugdwet, to the child
        rr.rr...                  .  huishoudens/{household}/brieven/{letter}/post | to who is elsewhere
        ........                  .  huishoudens/{household}/brieven/{letter}/post | shielded
        r...rr..                  .  huishoudens/{household}/brieven/{letter}/post | to the hidden person
        ........                  .  huishoudens/{household}/brieven/{letter}/post | draft
        ........                  .  huishoudens/{household}/brieven/{letter}/post | of the hidden household
        aa......                  .  huishoudens/{household}/brief/{letter?} | Wmo, to the resident
        aa......                  .  huishoudens/{household}/brief/{letter?} | Jeugdwet, to the child
        aa......                  .  huishoudens/{household}/brief/{letter?} | to who is elsewhere
        a.......                  .  huishoudens/{household}/brief/{letter?} | shielded
        a.......                  .  huishoudens/{household}/brief/{letter?} | to the hidden person
        ww......                  .  huishoudens/{household}/brief/{letter?} | draft
        .....a..                  .  huishoudens/{household}/brief/{letter?} | of the hidden household
                 r.r....             mijn/brieven/{letter} | Wmo, to the resident
                 r.rr...             mijn/brieven/{letter} | Jeugdwet, to the child
                 ....r..             mijn/brieven/{letter} | to who is elsewhere
                 .......             mijn/brieven/{letter} | shielded
                 .......             mijn/brieven/{letter} | to the hidden person
                 .......             mijn/brieven/{letter} | draft
                 .......             mijn/brieven/{letter} | of the hidden household
        ww.ww...                  .  huishoudens/{household}/afspraak/{afspraak?} | Wmo
        w...w...                  .  huishoudens/{household}/afspraak/{afspraak?} | shielded
        w...w...                  .  huishoudens/{household}/afspraak/{afspraak?} | hidden person
        ww.ww...                  .  huishoudens/{household}/delen/{item} | question, circle
        ww.ww...                  .  huishoudens/{household}/delen/{item} | question, child
        ww.ww...                  .  huishoudens/{household}/delen/{item} | question, elsewhere
        ww.ww...                  .  huishoudens/{household}/delen/{item} | question, professionals
        w.......                  .  huishoudens/{household}/delen/{item} | question, author
        ........                  .  huishoudens/{household}/delen/{item} | question, shielded
        w...w...                  .  huishoudens/{household}/delen/{item} | question, hidden person
        ....ww..                  .  huishoudens/{household}/delen/{item} | question, hidden household
        ww.ww...                  .  huishoudens/{household}/delen/{item} | goal, Wmo
        ........                  .  huishoudens/{household}/delen/{item} | goal, shielded
        w...w...                  .  huishoudens/{household}/delen/{item} | goal, hidden person
        wwwwww..              w   .  verzoeken/{id} | of the resident
        wwwwww..              w   .  verzoeken/{id} | of a parent for the child
        w...ww..              .   .  verzoeken/{id} | of the hidden person
        ....ww..              .   .  verzoeken/{id} | of the hidden household
             w                w      verzoeken/{id}/beperking | of the resident
             w                       veiligheid/{hold} | hit
        www  www        .            signalen/{id} | waits
        www  www        .            signalen/{id} | of the hidden address
        ...  ...        .            signalen/{id} | of another team
        ...  w..        .            signalen/{id} | shielded
        www  www        .            signalen/{id} | became a question
        www  www        w            signalen/{id} | of a community
        www..www                  .  signalen/{id}/vertellen | waits
        www..www                  .  signalen/{id}/vertellen | of the hidden address
        ........                  .  signalen/{id}/vertellen | of another team
        .....w..                  .  signalen/{id}/vertellen | shielded
        ww.ww...                  .  signalen/{id}/vertellen | became a question
        ........                  .  signalen/{id}/vertellen | of a community
        www  www                     signalen/{id}/huishouden | waits
        www  www                     signalen/{id}/huishouden | of the hidden address
        ...  ...                     signalen/{id}/huishouden | of another team
        ...  w..                     signalen/{id}/huishouden | shielded
        www  www                     signalen/{id}/huishouden | became a question
        ...  ...                     signalen/{id}/huishouden | of a community
        www  www        .            signalen/{id}/geen-actie | waits
        www  www        .            signalen/{id}/geen-actie | of the hidden address
        ...  ...        .            signalen/{id}/geen-actie | of another team
        ...  w..        .            signalen/{id}/geen-actie | shielded
        www  www        .            signalen/{id}/geen-actie | became a question
        www  www        w            signalen/{id}/geen-actie | of a community
        www  www        .            signalen/{id}/doorgeven | waits
        www  www        .            signalen/{id}/doorgeven | of the hidden address
        ...  ...        .            signalen/{id}/doorgeven | of another team
        ...  w..        .            signalen/{id}/doorgeven | shielded
        www  www        .            signalen/{id}/doorgeven | became a question
        www  www        w            signalen/{id}/doorgeven | of a community
        www  www        .            signalen/{id}/samen/{code} | waits
        www  www        .            signalen/{id}/samen/{code} | of the hidden address
        ...  ...        .            signalen/{id}/samen/{code} | of another team
        ...  w..        .            signalen/{id}/samen/{code} | shielded
        www  www        .            signalen/{id}/samen/{code} | became a question
        www  www        w            signalen/{id}/samen/{code} | of a community
        wwwrrrwwrrrrrrrrwrrrrrrrrrr  kwesties/{issue} | issue
        www   ww        w            kwesties/{issue}/wijzig | issue
        www   ww        w   w        beleidstafel/nieuw/{issue} | issue
        ww.www..   www..          .  kwesties/{issue}/doe-mee/{household} | open
        ww.ww...   w....          .  beleidstafel/{item}/mening/{household} | open
        ....ww..   .....          .  kwesties/{issue}/doe-mee/{household} | hidden
        ........   .....          .  beleidstafel/{item}/mening/{household} | hidden
        rrrrrrrrrrrrrrrrrrrrwwrrrrr  beleidstafel/{item} | item
        rrrrrrrrrrrrrrrrrr rrrrrrrr  kwesties/bevinding/{finding} | finding
        www   ww        w            kwesties/bevinding/{finding}/{verdict} | finding
        www   ww        w            kwesties/gehoord/{community}/{theme} | community
        wwwrrrwwrrrrrrrrwrrwrrrrrrr  gemeenschappen/{id:length(32)} | community
        www   ww        w  w         gemeenschappen/{id:length(32)}/wijzig | community
        rrrrrrrrrrrrrrrrrrrrrrrrrrr  wijken/{code} | buurt
        rrr   rr        r            kwesties/scan/{run}/voortgang | run
                                w    archief/{line} | line
                                w    archief/verklaringen/{declaration} | declaration
                                 w   beheer/teams/{id} | team
                                 w   beheer/organisaties/{id} | organisation
                                 w   beheer/accounts/{id:length(32)} | account
                                 w   beheer/accounts/{id:length(32)}/sluiten | account
        """;

    // Per planted word: x reads it somewhere, on all pages that the table above opens and all pages, lists, searches and exports without an id.
    private const string Read = """
        xxxxxx.x.x.................  gezin Alfa
        xxxxxx.x.x.xx..............  Charliestraat
        xxxxxx.x.x.xx.........x....  Berta Bravo
        xxxxxx.x.x.xx.........x....  Kim Bravo
        xxxxxx.x.x.xxx.............  Joost Elders
        x...xx.....................  Golf Gerrit
        xxx..x......x............x.  Kim Inlog
        xxx..x.......x...........x.  Joost Inlog
        x....x........x..........x.  Gerrit Inlog
        ....xx.....................  Hotel-huishouden
        ....xx.....................  Juliettlaan
        ....xx.....................  India Ilse
        xx.xx....x.x...............  Brief Wmo
        xx.xx....x.xx..............  Brief Jeugdwet
        xx.xx........x.............  Brief elders
        x...xx.....................  Brief afgeschermd
        x...xx.....................  Brief aan Gerrit
        xx.xx......................  Brief concept
        ....xx.....................  Brief verborgen
        xx.xx..x.x.x...............  Vraag kring
        xx.xx..x.x.xx..............  Vraag kind
        xx.xx..x.....x.............  Vraag elders
        xx.xx..x...................  Vraag professionals
        x..........................  Vraag auteur
        x...xx.....................  Vraag afgeschermd
        x...xx.....................  Vraag Gerrit
        ....xx.....................  Vraag verborgen
        xx.xx......................  Gesprek professionals
        xx.xx....x.x...............  Gesprek kring
        x..........................  Gesprek kind
        xx.xx..x.x.x...............  Doel Wmo
        x...xx.....................  Doel shielded
        x...xx.....................  Doel Gerrit
        xx.xx..x.x.x...............  Afspraak Wmo
        x...xx.....................  Afspraak shielded
        x...xx.....................  Afspraak hidden person
        """;

    [Theory, BothDatabases]
    public async Task What_lies_behind_an_address_is_there_for_whom_the_table_says_and_nowhere_for_all_others(Engine engine)
    {
        // What is not kept is an error of the site, of which nobody needs to read.
        await using var app = await WebApp.Start(engine, adjust: services => services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)));
        var planted = await PlantedTown.Build(app);
        Assert.Equal(Columns, planted.Places.Select(p => p.Place));
        var all = await Route.All(app);
        var routes = all.Where(route => route.HasParameters && !route.Rule.Admits(Actor.Anonymous)).ToDictionary(route => route.Pattern);
        Assert.Empty(routes.Keys.Except(planted.Addresses.Select(a => a.Pattern)));
        await NothingIsKept(app);

        var lookers = new List<Looker>();
        foreach (var (_, actor) in planted.Places)
        {
            var browser = await app.SignedIn(actor);
            lookers.Add(new(actor, browser, await Route.Token(browser)));
            lookers[^1].Read.Append(await AccessMatrixTests.Everything(browser, [.. all.Where(route => !route.HasParameters)], []));
        }
        var found = new List<string>();
        foreach (var address in planted.Addresses)
        {
            var row = new StringBuilder();
            foreach (var looker in lookers) row.Append(await looker.Cell(routes[address.Pattern], address));
            found.Add($"{row}  {address.Pattern} | {address.What}");
        }
        Same(Rows(Addresses), found);
        Same(Rows(Read), [.. PlantedTown.Words.Select(word => $"{string.Concat(lookers.Select(l => l.Read.ToString().Contains(word, StringComparison.OrdinalIgnoreCase) ? 'x' : '.'))}  {word}")]);
    }

    /// <summary>Somebody, and all that they read.</summary>
    private sealed record Looker(Actor Actor, TestBrowser Browser, string Token)
    {
        private readonly Dictionary<(string Url, string? Handler), string> nowhere = [];

        public StringBuilder Read { get; } = new();

        public async Task<char> Cell(Route route, PlantedTown.Behind address)
        {
            if (!route.Rule.Admits(Actor)) return ' ';
            var (reads, acts) = (false, false);
            foreach (var handler in route.Handlers)
            {
                var there = await Ask(address.Url, handler);
                if (!nowhere.TryGetValue((address.Nowhere, handler), out var none))
                    nowhere[(address.Nowhere, handler)] = none = Neutral(await Ask(address.Nowhere, handler), address.Nowhere);
                if (handler is null) Read.Append(WebUtility.HtmlDecode(there.Source));
                if (Neutral(there, address.Url) == none) continue;
                // Who reads a page may be refused what its forms do; for who does not, being refused is the same as nothing there.
                if (handler is null) reads = there.Status == HttpStatusCode.OK ? true : throw new InvalidOperationException($"{Actor.Name}: {there.Status} at {address.Url}, {route.Pattern}");
                else if (there.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)) acts = true;
                else if (!reads) throw new InvalidOperationException($"{Actor.Name} can tell by {handler} that there is something at {route.Pattern}, {address.What}.");
            }
            return (reads, acts) switch { (true, true) => 'w', (true, false) => 'r', (false, true) => 'a', _ => '.' };
        }

        private Task<Page> Ask(string url, string? handler) => handler is null ? Browser.Get(url) : Browser.Post($"{url}?handler={handler}", new() { ["__RequestVerificationToken"] = Token });

        // Without what is sealed anew, and without the id itself, which stands in the addresses of a page.
        private static string Neutral(Page page, string url) => $"{page.Status} {Sealed().Replace(page.Source, "").Replace(url[(url.LastIndexOf('/') + 1)..], "", StringComparison.OrdinalIgnoreCase)
            .Replace(url.Split('/').FirstOrDefault(part => part.Length == 32) ?? url, "", StringComparison.OrdinalIgnoreCase)}";
    }

    private static string[] Rows(string table) => [.. table.Split('\n')];

    private static void Same(string[] expected, IReadOnlyList<string> found) =>
        Assert.True(expected.SequenceEqual(found), $"Not as the table says:\n{string.Join('\n', found.Except(expected))}\nInstead of:\n{string.Join('\n', expected.Except(found))}");

    // Whatever somebody is let do is asked, and not kept: what the next one finds is what was planted. By the owner of the tables: the site may make no trigger.
    private static async Task NothingIsKept(WebApp app)
    {
        const string Kinds = "NEW.kind NOT IN ('test.kept', 'letter.read')", Why = "A test keeps nothing.";
        if (app.Database.IsPostgres)
        {
            await using var owner = new NpgsqlConnection(app.Database.OwnerText);
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var made = new NpgsqlCommand($"""
                CREATE FUNCTION nothing_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Why}'; END $$;
                CREATE TRIGGER nothing_is_kept BEFORE INSERT ON journal_line FOR EACH ROW WHEN ({Kinds}) EXECUTE FUNCTION nothing_is_kept();
                """, owner);
            await made.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return;
        }
        await using var work = await app.Begin(Actor.System);
        var because = work.Because(new JournalKind("test.kept", "Wordt bewaard", Purpose.Administration));
        await work.Context.Database.ExecuteSqlRawAsync($"CREATE TRIGGER nothing_is_kept BEFORE INSERT ON journal_line WHEN {Kinds} BEGIN SELECT RAISE(ABORT, '{Why}'); END", TestContext.Current.CancellationToken);
        await work.Note(because, Guid.Empty);
        await work.Commit();
    }

    [GeneratedRegex("<input name=\"(?:__RequestVerificationToken|Once)\"[^>]*>|-[0-9]+(?=[\" )])|CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Sealed();
}
