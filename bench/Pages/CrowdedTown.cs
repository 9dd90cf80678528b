using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Bench.Pages;

/// <summary>A municipality after some years: of every five households that are known one is helped now, by two of its wijkteam, with the team's lead in the circle.
/// With 100,000 households and five teams of 200, each lead has 4,000 and most members have 40.</summary>
sealed partial class CrowdedTown(Storage storage, int households)
{
    public const int Teams = 5, TeamSize = 200, LinesEach = 20, Helped = 5;
    /// <summary>Beside the lead, and one who is in no circle.</summary>
    const int Workers = TeamSize - 2;
    const string Surnames = "Aalders Bakker Coenen Dekker Evers Franken Gerritsen Hendriks IJzer Jansen Kuipers Lammers Meijer Nauta Oosting Peters Quist Rutten Smits Timmer Uylings Verhoef Wouters Yilmaz Zwart";
    const string FirstNames = "Aisha Bram Chantal Daan Esra Femke Gijs Hanna Ilse Joost Karim Lotte Mila Noor Omar Petra Quinten Rosa Sem Tess Ugur Vera Wim Xandra Youssef Zoë";

    static readonly JournalKind Built = new("bench.crowded", "Gemeente gebouwd", Purpose.Administration);
    static readonly string[] Last = [.. from name in Surnames.Split(' ') from letter in "ABCDEFGHIJKLMNOPRSTV" select $"van {letter}{name.ToLowerInvariant()}"];
    static readonly string[] First = FirstNames.Split(' ');
    static readonly string[] Streets = [.. Enumerable.Range(0, 400).Select(n => $"{Last[n % Last.Length][4..]}straat {(char)('A' + n / 40)}")];

    readonly DateTimeOffset now = DateTimeOffset.UtcNow;
    readonly int perTeam = households / Teams;
    SealingKey sealing = null!;
    Organisation organisation = null!;
    Team[] teams = [];
    Account[] accounts = [];
    Community[] communities = [];

    public int Households => perTeam * Teams;

    public Actor Lead => accounts[0].AsActor;

    /// <summary>One who has as many as most.</summary>
    public Actor Member => accounts[1 + Math.Min(50, perTeam / Helped / 2)].AsActor;

    /// <summary>The households of a lead or member of the first team.</summary>
    public IReadOnlyList<int> Of(Actor actor) => [.. Enumerable.Range(0, perTeam / Helped).Where(h =>
        actor.Account == Lead.Account || actor.Account == CoordinatorOf(h).Id || actor.Account == DeputyOf(h).Id)];

    public HouseholdId IdOf(int household) => new(Made('h', household));

    /// <summary>The name of the first who lives there.</summary>
    public string NameOf(int household) => Person(household, 0);

    /// <summary>Whether it was built before.</summary>
    public async Task<bool> IsThere()
    {
        await using var work = await storage.Read(Actor.System);
        accounts = [.. (await work.Query<Account>().AsNoTracking().ToListAsync()).OrderBy(a => a.Email!.Length).ThenBy(a => a.Email)];
        return accounts.Length > 0;
    }

    public async Task Build()
    {
        await Found();
        var key = await FirstKey();
        sealing = await SealingOf();
        var connection = storage.Connection;
        await using (var bulk = await BulkWriter.Open(connection.IsPostgres, connection.OwnerText))
        {
            await People(bulk);
            await Support(bulk);
            await Signals(bulk);
            await Journal(bulk, key);
            if (connection.IsPostgres) await Looks(bulk);
            await bulk.Finish();
        }
        if (connection.IsPostgres) return;
        await using var looks = await BulkWriter.Open(postgres: false, connection.ReadLogText);
        await Looks(looks);
        await looks.Finish();
    }

    // Few enough to go by their own verbs.
    async Task Found()
    {
        await using var work = await storage.Begin(Actor.System);
        organisation = Organisation.Found("Stichting Wijkteams", OrganisationKind.Welfare, null);
        work.Add(organisation);
        await work.Flush();
        teams = [.. Enumerable.Range(0, Teams).Select(t => Team.Form($"Wijkteam {t + 1}", organisation.Id, [$"WK9998{t:00}"]))];
        foreach (var team in teams) work.Add(team);
        await work.Flush();
        accounts = [.. Enumerable.Range(0, Teams * TeamSize).Select(Employ)];
        communities = [.. Enumerable.Range(0, 500).Select(n => Community.Enter(new CommunityDetails($"Vereniging {n}", CommunityKind.Association)))];
        foreach (var account in accounts) work.Add(account);
        foreach (var community in communities) work.Add(community);
        await work.Note(work.Because(Built), Guid.Empty);
        await work.Commit();
        await OpenIssues();
    }

    Account Employ(int number)
    {
        var role = (number % TeamSize) switch { 0 => Role.TeamLead, TeamSize - 1 => Role.PolicyOfficer, _ => Role.TeamMember };
        return Account.Open(new NewAccount($"mens{number}@voorbeeld.test", $"{First[number % First.Length]} {Last[number * 7 % Last.Length]}", role, "Wijkteammedewerker", organisation.Id, teams[number / TeamSize].Id, null));
    }

    async Task OpenIssues()
    {
        await using var work = await storage.Begin(accounts[0].AsActor);
        var because = work.Because(Built);
        foreach (var n in Enumerable.Range(0, 40))
            work.Add(CollectiveIssue.Open(because, new IssueDraft($"Kwestie {n}", (Theme)(n % 14), "Wat meer huishoudens raakt.", [], [])));
        await work.Note(because, Guid.Empty);
        await work.Commit();
    }

    // One key for all, wrapped as the journal itself does it.
    async Task<(byte[] Plain, byte[] Wrapped)> FirstKey()
    {
        await using var work = await storage.Begin(Actor.System);
        var first = Id.New<HouseholdId>();
        await work.Note(work.Because(Built), Guid.Empty, first);
        await work.Commit();
        await using var again = await storage.Read(Actor.System);
        return ((await again.JournalKeys(first, new HashSet<string> { "" }, default))[""], await Wrapped(first));
    }

    async Task<SealingKey> SealingOf()
    {
        await using var work = await storage.Begin(Actor.System);
        return work.Secrets.Sealing;
    }

    byte[] Sealed(string text, string place) => sealing.Seal(text, place);

    Account CoordinatorOf(int household) => accounts[TeamOf(household) * TeamSize + 1 + household % perTeam % Workers];

    Account DeputyOf(int household) => accounts[TeamOf(household) * TeamSize + 1 + (household % perTeam + Workers / 2) % Workers];

    int TeamOf(int household) => household / perTeam;

    /// <summary>The first of each team's households are those of now.</summary>
    bool IsHelped(int household) => household % perTeam < perTeam / Helped;

    DateTimeOffset KnownSince(int household) => now.AddDays(IsHelped(household) ? -30 - household % 500 : -800 - household % 1200);

    DateTimeOffset? EndOf(int household) => IsHelped(household) ? null : KnownSince(household).AddDays(300);

    static Law LawOf(int household, int n) => (household + n) % 3 == 0 ? Law.Jeugdwet : Law.Wmo;

    static int PeopleIn(int household) => 1 + household % 4;

    static string Person(int household, int n) => $"{First[(household * 3 + n) % First.Length]} {Last[household / 5 % Last.Length]}";

    static object?[] Row(params object?[] values) => values;

    IEnumerable<int> All => Enumerable.Range(0, Households);

    /// <summary>An id that the same numbers always give, spread like a random one.</summary>
    static Guid Made(char kind, int number, int of = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Spread((ulong)kind << 56 | (ulong)(uint)of << 32 | (uint)number));
        BitConverter.TryWriteBytes(bytes[8..], Spread(~((ulong)kind << 56 | (ulong)(uint)of << 32 | (uint)number)));
        return new Guid(bytes);
    }

    // SplitMix64.
    static ulong Spread(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
