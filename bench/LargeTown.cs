using System.Globalization;
using System.Text;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;

namespace Samenkracht.Bench;

/// <summary>A municipality of the size that the application must take: in the database, by the rules of its own modules.</summary>
sealed class LargeTown(Storage storage)
{
    public const int Buurten = 500, Communities = 2_000, Households = 20_000, Themes = 40;
    const int WijkSize = 25;

    static readonly JournalKind Built = new("bench.town", "Gemeente gebouwd", Purpose.Administration);
    static readonly (int X, int Y)[] Corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)];
    readonly Random _random = new(1);

    public async Task Build()
    {
        await ImportAreas();
        var worker = await Worker();
        var communities = await Enter();
        // As the system: what is overwritten must be seen.
        await using var work = await storage.Begin(Actor.System);
        var because = work.Because(Built);
        var households = Enumerable.Range(0, Households).Select(number => Household.Open("inwoner", AddressOf(number), SafetyMark.None, work.Secrets, because)).ToList();
        await work.Upsert(households);
        await work.Upsert(households.SelectMany(household => QuestionsOf(household.Id, communities, worker.Organisation!.Value, because)));
        await work.Note(because, Guid.Empty);
        await work.Commit();
    }

    Address AddressOf(int number) => new("Laan", $"{number}", "1234 AB", "Groot", CodeOf(_random.Next(Buurten)));

    // Two about themes of which some are rare, one of them through a community. The application has fewer themes than this; a number is one too.
    IEnumerable<Question> QuestionsOf(HouseholdId household, CommunityId[] communities, OrganisationId controller, Because because)
    {
        // One community has a cause, so that the test beside its buurten is done as well.
        var caused = _random.Next(300) == 0;
        var via = caused ? communities[0] : communities[_random.Next(communities.Length)];
        return
        [
            Question.Ask(new NewQuestion(household, Law.Wmo, AnyTheme(), "Een vraag."), controller, because),
            Question.Ask(new NewQuestion(household, Law.Wmo, caused ? Theme.Housing : AnyTheme(), "Een vraag.", ViaCommunity: via), controller, because),
        ];
    }

    Theme AnyTheme() => (Theme)(int)(Themes * Math.Pow(_random.NextDouble(), 1.5));

    async Task<CommunityId[]> Enter()
    {
        await using var work = await storage.Begin(Actor.System);
        var entered = Enumerable.Range(0, Communities).Select(i => Community.Enter(new CommunityDetails($"Vereniging {i}", CommunityKind.Association))).ToArray();
        foreach (var community in entered)
            work.Add(community);
        await work.Note(work.Because(Built), Guid.Empty);
        await work.Commit();
        return [.. entered.Select(community => community.Id)];
    }

    async Task<Actor> Worker()
    {
        await using var work = await storage.Begin(Actor.System);
        var organisation = Organisation.Found("Wijkteam", OrganisationKind.Welfare, null);
        work.Add(organisation);
        await work.Flush();
        var account = Account.Open(new NewAccount("sanne@voorbeeld.test", "Sanne", Role.TeamMember, "Wijkteammedewerker", organisation.Id, null, null));
        work.Add(account);
        await work.Note(work.Because(Built), Guid.Empty);
        await work.Commit();
        return account.AsActor;
    }

    async Task ImportAreas()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, GeoJson());
            var report = await AreaImport.Run(storage, Actor.System, new AreaImportRequest(file, null, 2025, null));
            if (!report.Succeeded)
                throw new InvalidOperationException(string.Join(Environment.NewLine, report.Lines));
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Squares of half a kilometre or so, 25 in a row.
    static string GeoJson()
    {
        var features = Enumerable.Range(0, Buurten).Select(i =>
        {
            var (x, y) = (5 + i % WijkSize * 0.008, 52 + i / WijkSize * 0.005);
            var ring = string.Join(',', Corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"[{x + corner.X * 0.008:0.######},{y + corner.Y * 0.005:0.######}]")));
            var (households, people) = (400 + i % 7 * 100, 900 + i % 7 * 200);
            return $$$"""
                {"type":"Feature","properties":{"code":"{{{CodeOf(i)}}}","buurtnaam":"Buurt {{{i}}}","HuishoudensTotaal":{{{households}}},"AantalInwoners":{{{people}}}},
                 "geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}
                """;
        });
        return new StringBuilder("""{"type":"FeatureCollection","features":[""").AppendJoin(',', features).Append("]}").ToString();
    }

    static AreaCode CodeOf(int buurt) => AreaCode.Parse($"BU9998{buurt / WijkSize:00}{buurt % WijkSize:00}");
}
