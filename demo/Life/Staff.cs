using Samenkracht.Access;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Demo.City;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Letters;

namespace Samenkracht.Demo.Life;

/// <summary>Who works in Waterveen, and the residents who sign in: one person per role whom a visitor can be, and their colleagues.</summary>
sealed class Staff
{
    private const string Town = "waterveen.example";

    // The sign-in page offers the first of each role by address: these come before their colleagues.
    private static readonly (Role Role, string Name, string Function, string Organisation)[] OnePerRole =
    [
        (Role.TeamMember, "Noor van Vliet", "wijkteammedewerker", Welfare),
        (Role.AttentionOfficer, "Mirjam de Haan", "aandachtsfunctionaris", Welfare),
        (Role.TeamLead, "Erik Blom", "teamleider team Oost", Welfare),
        (Role.CommunityWorker, "Sandra Pool", "opbouwwerker", Welfare),
        (Role.YouthWorker, "Jayden Lont", "jongerenwerker", Youth),
        (Role.Partner, "Hetty Vermeer", "wijkverpleegkundige", Care),
        (Role.Wijkagent, "Ruud Koster", "wijkagent", Police),
        (Role.Creditor, "Linda Prins", "incasso en betalingsregelingen", Bank),
        (Role.Volunteer, "Truus Maas", "maatje", Volunteers),
        (Role.Wijkconcierge, "Bert Slager", "wijkconciërge", Welfare),
        (Role.PlatformMember, "Mo Aydın", "wijkplatform Oost", ""),
        (Role.PolicyOfficer, "Femke Terpstra", "beleidsmedewerker sociaal domein", TownHall),
        (Role.Alderman, "Jan Rozema", "wethouder", TownHall),
        (Role.CouncilMember, "Silvia Blokland", "raadslid", TownHall),
        (Role.Commissioner, "Peter Zwart", "opdrachtgever wijkteams", TownHall),
        (Role.ComplaintsOfficer, "Anneke Bijl", "klachtenfunctionaris", TownHall),
        (Role.PrivacyOfficer, "Rens Faber", "privacyfunctionaris", TownHall),
        (Role.DataProtectionOfficer, "Ellen Groot", "functionaris gegevensbescherming", TownHall),
        (Role.Archivist, "Dick Oudeman", "archivaris", TownHall),
        (Role.Administrator, "Iris Kamp", "beheerder", TownHall),
        (Role.Resident, "Farida Haddou", "", ""),
        (Role.Supporter, "Yasmin Haddou", "zus", ""),
    ];

    private static readonly (string Team, string[] Wijken, string[] Members)[] Teams =
    [
        ("team Oost", ["Oost", "Veenwijk", "Centrum"], ["Sjoerd Bakema", "Aylin Şahin", "Marit Kroon", "Tom Ruiter"]),
        ("team Zuid", ["Sluiskwartier", "Zuid"], ["Wendy Smeets", "Hassan Amrani", "Joke Bruinsma", "Lars Timmer"]),
        ("team West", ["Noord", "West", "Buitengebied"], ["Paulien Wit", "Dennis Croes", "Hülya Arslan", "Gerben Stam"]),
    ];

    private const string Welfare = "Samen Waterveen";
    private const string Care = "Zorggroep De Linde";
    private const string Youth = "Stichting Jong Waterveen";
    private const string Police = "Politie, basisteam Waterveen";
    private const string Bank = "Kredietbank Waterveen";
    private const string Volunteers = "Humanitas Waterveen";
    private const string TownHall = "Gemeente Waterveen";
    private const string Objections = "Gemeente Waterveen, afdeling Bezwaar\nPostbus 50, 9990 AA Waterveen\nOnline, met DigiD: www.waterveen.example/bezwaar";
    private const string Landlord = "Woonstichting De Brug";
    private const string School = "Scholengroep Waterveen";

    private static readonly (string Name, OrganisationKind Kind)[] Employers =
    [
        (TownHall, OrganisationKind.Municipality), (Welfare, OrganisationKind.Welfare), (Care, OrganisationKind.HealthCare), (School, OrganisationKind.School),
        (Landlord, OrganisationKind.HousingCorporation), (Police, OrganisationKind.Police), (Bank, OrganisationKind.Creditor), (Youth, OrganisationKind.YouthWork), (Volunteers, OrganisationKind.Volunteers),
    ];

    private readonly Dictionary<Role, Actor> byRole = [];
    private readonly Dictionary<string, (TeamId Id, List<Actor> Members)> teams = [];
    private readonly List<Actor> partners = [];

    private Staff() { }

    /// <summary>On whose behalf the neighbourhood team decides.</summary>
    public static Mandate Mandate => new("het college van burgemeester en wethouders van Waterveen", Objections);

    /// <summary>The person of a role whom a visitor can be.</summary>
    public Actor this[Role role] => byRole[role];

    /// <summary>Nurses, teachers and the landlord's people, who give signals.</summary>
    public IReadOnlyList<Actor> Partners => partners;

    /// <summary>The members of the team that serves a wijk.</summary>
    public IReadOnlyList<Actor> TeamOf(CityWijk wijk) => teams[Teams.First(t => t.Wijken.Contains(wijk.Name)).Team].Members;

    public static async Task<Staff> Hire(Work work, AccountRegistry registry, CancellationToken cancel)
    {
        var (staff, employers) = (new Staff(), Employers.Select((e, i) => (e.Name, Row: Organisation.Found(e.Name, e.Kind, $"0100 55 50 {i + 10}", e.Name == TownHall ? Objections : null))).ToDictionary(e => e.Name, e => e.Row));
        foreach (var employer in employers.Values)
        {
            work.Add(employer);
            await work.Note(work.Because(AccessEvents.OrganisationSaved), employer.Id.Value, cancel: cancel);
        }
        await work.Flush(cancel);
        foreach (var (name, wijken, _) in Teams)
        {
            var team = Team.Form(name, employers[Welfare].Id, CityPlan.Wijken.Where(w => wijken.Contains(w.Name)).Select(w => w.Code.Value));
            work.Add(team);
            await work.Note(work.Because(AccessEvents.TeamSaved), team.Id.Value, cancel: cancel);
            staff.teams[name] = (team.Id, []);
        }
        await work.Flush(cancel);

        async Task<Actor> Open(string first, string name, Role role, string function, OrganisationId? organisation, TeamId? team)
        {
            var opened = await registry.Open(work, new NewAccount($"{first}.{SearchText.Of(name).Replace(' ', '.')}@{Town}", name, role, function, organisation, team, "0100 55 51 23"), null, cancel: cancel);
            return new Actor(role, opened.Account ?? throw new InvalidOperationException(string.Join(" ", opened.Refusals)), organisation, team, name);
        }

        var oost = staff.teams["team Oost"];
        foreach (var (role, name, function, organisation) in OnePerRole)
        {
            var inTeam = role is Role.TeamMember or Role.TeamLead or Role.CommunityWorker;
            staff.byRole[role] = await Open("a", name, role, function, organisation == "" ? null : employers[organisation].Id, inTeam ? oost.Id : null);
        }
        oost.Members.Add(staff[Role.TeamMember]);
        foreach (var (team, _, members) in Teams)
            foreach (var name in members)
                staff.teams[team].Members.Add(await Open("b", name, Role.TeamMember, "wijkteammedewerker", employers[Welfare].Id, staff.teams[team].Id));
        staff.partners.Add(staff[Role.Partner]);
        foreach (var (name, function, organisation) in new[] { ("Ingrid Dam", "intern begeleider", School), ("Ton Wessels", "huismeester", Landlord), ("Dr. Amina Saleh", "huisarts", Care) })
            staff.partners.Add(await Open("b", name, Role.Partner, function, employers[organisation].Id, null));
        return staff;
    }
}
