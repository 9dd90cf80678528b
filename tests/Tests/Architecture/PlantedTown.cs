using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.PolicyTable;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Records;
using Samenkracht.Records.Listing;
using Samenkracht.Residents;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Requests;
using Samenkracht.Residents.Safety;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.Insight;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>A town with something behind every address that holds an id, in the open and in the safety compartment, and somebody in every place that one can have to it.</summary>
internal sealed class PlantedTown
{
    private static readonly Address Open = new("Charliestraat", "1", "1234 AB", "Waterveen", null);
    private static readonly Address Hidden = new("Juliettlaan", "2", "1234 CD", "Waterveen", null);
    private static readonly DateOnly Born13 = new(2013, 5, 1);

    /// <summary>Each stands in one thing that was planted, and in nothing that the program says.</summary>
    public static readonly string[] Words =
    [
        "gezin Alfa", "Charliestraat", "Berta Bravo", "Kim Bravo", "Joost Elders", "Golf Gerrit", "Kim Inlog", "Joost Inlog", "Gerrit Inlog", "Hotel-huishouden", "Juliettlaan", "India Ilse",
        "Brief Wmo", "Brief Jeugdwet", "Brief elders", "Brief afgeschermd", "Brief aan Gerrit", "Brief concept", "Brief verborgen",
        "Vraag kring", "Vraag kind", "Vraag elders", "Vraag professionals", "Vraag auteur", "Vraag afgeschermd", "Vraag Gerrit", "Vraag verborgen", "Gesprek professionals", "Gesprek kring", "Gesprek kind",
        "Doel Wmo", "Doel shielded", "Doel Gerrit", "Afspraak Wmo", "Afspraak shielded", "Afspraak hidden person",
    ];

    private static readonly string Nobody = new Guid("11111111-1111-4111-8111-111111111111").ToString("N");
    private readonly WebApp app;
    private readonly List<(string Place, Actor Actor)> places = [];
    private readonly List<Behind> behind = [];

    private PlantedTown(WebApp app, KnownTown known) => (this.app, Known) = (app, known);

    public KnownTown Known { get; }

    public Town Town => Known.Town;

    /// <summary>Who looks: the place to the household in the open, and someone who has it.</summary>
    public IReadOnlyList<(string Place, Actor Actor)> Places => places;

    /// <summary>What lies behind the addresses of a pattern: the values of its parameters, and those of one that is not there.</summary>
    public IReadOnlyList<Behind> Addresses => behind;

    /// <param name="Pattern">As the page names it.</param>
    /// <param name="What">Which of the things behind it.</param>
    public sealed record Behind(string Pattern, string What, string Url, string Nowhere);

    public static async Task<PlantedTown> Build(WebApp app)
    {
        var planted = new PlantedTown(app, await KnownTown.Build(app.Storage));
        await planted.Plant();
        return planted;
    }

    private async Task Plant()
    {
        var (sanne, officer) = (Town.Sanne, Town[Role.AttentionOfficer]);
        var open = await Town.Household("gezin Alfa", Open, laws: [Law.Wmo, Law.Jeugdwet], people:
        [
            new("Berta Bravo", Relation.Parent, new DateOnly(1984, 5, 1)), new("Kim Bravo", Relation.Child, Born13), new("Joost Elders", Relation.ParentElsewhere, new DateOnly(1980, 5, 1)),
            new("Golf Gerrit", Relation.Relative, new DateOnly(1970, 5, 1)),
        ]);
        var hidden = await Town.Household("Hotel-huishouden", Hidden, by: officer, safety: SafetyMark.Shielded, people: [new("India Ilse")]);
        var people = await Town.People(open);
        var (berta, kim, joost, gerrit) = (people["Berta Bravo"], people["Kim Bravo"], people["Joost Elders"], people["Golf Gerrit"]);
        var ilse = (await Town.People(hidden))["India Ilse"];
        var gerritHimself = await Town.Resident(open, await Town.Enrol(Role.Resident, "Gerrit Inlog"), "Golf Gerrit");
        await Town.Hide(open, gerrit);

        places.Add(("opened it", sanne));
        await Member("this law", Town.Anouk, Law.Wmo, Law.Jeugdwet);
        await Member("other law", Town[Role.TeamLead], Law.Wgs);
        await Member("partner", Town.Hugo, Law.Wmo, Law.Jeugdwet);
        await Member("named", Town[Role.Partner], Law.Wmo, Law.Jeugdwet);
        await Town.Name(await Town.Join(hidden, Town[Role.Partner]));
        places.Add(("officer", officer));
        await Town.Leave(await Town.Join(open, Town[Role.TeamMember], laws: [Law.Wmo, Law.Jeugdwet]));
        places.Add(("former", Town[Role.TeamMember]));
        places.Add(("emergency", await Town.Enrol(Role.TeamMember, "Nood Dienst")));
        places.Add(("volunteer", Town[Role.Volunteer]));
        await Town.Join(open, Town[Role.Volunteer], CircleRole.Volunteer);
        places.Add(("beside", await Beside(open, berta, Town[Role.Supporter])));
        places.Add(("was beside", await Beside(open, berta, await Town.Enrol(Role.Supporter, "Oud Naaste"), ended: true)));
        places.Add(("resident", await Town.Resident(open, named: "Berta Bravo")));
        places.Add(("child", await Town.Resident(open, await Town.Enrol(Role.Resident, "Kim Inlog"), "Kim Bravo")));
        places.Add(("elsewhere", await Town.Resident(open, await Town.Enrol(Role.Resident, "Joost Inlog"), "Joost Elders")));
        places.Add(("hidden one", gerritHimself));
        places.Add(("other resident", await Town.Enrol(Role.Resident, "Wie Anders")));
        foreach (var role in Roles.OfAccounts.DistinctBy(role => string.Join(" ", Permissions.Of(role).Order())))
            if (role is not (Role.Resident or Role.AttentionOfficer) && places.All(p => p.Actor.Role != role || p.Place is "former")) places.Add((role.ToString(), Town[role]));
        places.Add(("outside, partner", await Town.Enrol(Role.Partner, "Andere Organisatie", Town.HealthOrganisation)));

        await People();
        await Letters();
        await Items();
        await Requests();
        await Signals();
        await Collective();
        await Archive();
        await Managed();
        // Only now may be written to who was entered today.
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Emergency(open, places.Single(p => p.Place == "emergency").Actor);

        async Task Member(string place, Actor who, params Law[] laws)
        {
            var member = await Town.Join(open, who, laws: laws);
            if (place == "named") await Town.Name(member);
            places.Add((place, who));
        }

        Task People()
        {
            foreach (var pattern in (string[])["huishoudens/{household}/mensen/{person}", "huishoudens/{household}/mensen/{person}/bsn"])
                foreach (var (what, household, person) in (IEnumerable<(string, HouseholdId, PersonId)>)
                    [("resident", open, berta), ("child", open, kim), ("elsewhere", open, joost), ("hidden person", open, gerrit), ("of the hidden household", hidden, ilse)])
                    Add(pattern, what, ("household", household), ("person", person));
            foreach (var household in (string[])["huishoudens/{household}", "noodtoegang/{household}", "mijn/{household?}", "mijn/gesprekken/{household?}", .. ByHouseholdAlone])
                foreach (var (what, id) in (IEnumerable<(string, HouseholdId)>)[("open", open), ("hidden", hidden)]) Add(household, what, ("household", id));
            return Task.CompletedTask;
        }

        async Task Letters()
        {
            var letters = new List<(string What, HouseholdId Household, LetterId Letter)>
            {
                ("Wmo, to the resident", open, await Town.Letter(open, berta, "Brief Wmo")),
                ("Jeugdwet, to the child", open, await Town.Letter(open, kim, "Brief Jeugdwet", law: Law.Jeugdwet)),
                ("to who is elsewhere", open, await Town.Letter(open, joost, "Brief elders")),
                ("shielded", open, await Town.Letter(open, berta, "Brief afgeschermd", safety: SafetyMark.Shielded)),
                ("to the hidden person", open, await Town.Letter(open, gerrit, "Brief aan Gerrit")),
                ("draft", open, await Town.Letter(open, berta, "Brief concept", send: false)),
                ("of the hidden household", hidden, await Letter(officer, hidden, ilse)),
            };
            await Post(letters.Select(l => l.Letter));
            foreach (var pattern in (string[])["huishoudens/{household}/brieven/{letter}", "huishoudens/{household}/brieven/{letter}/post", "huishoudens/{household}/brief/{letter?}"])
                foreach (var (what, household, letter) in letters) Add(pattern, what, ("household", household), ("letter", letter));
            foreach (var (what, _, letter) in letters) Add("mijn/brieven/{letter}", what, ("letter", letter));
        }

        async Task<LetterId> Letter(Actor by, HouseholdId household, PersonId to)
        {
            await using var work = await app.Begin(by);
            var because = work.Because(Samenkracht.Support.SupportEvents.LetterSent, Law.Wmo);
            var letter = Samenkracht.Support.Letters.Letter.Draft(household, to, SafetyMark.None, new(LetterKind.Letter, Law.Wmo, "Brief verborgen", "De brief.", null, null), Town.WijkteamOrganisation, because);
            work.Add(letter);
            letter.Send(because);
            await work.Note(because, letter.Id.Value, household);
            await work.Commit();
            return letter.Id;
        }

        async Task Post(IEnumerable<LetterId> sent)
        {
            await using var work = await app.Begin(sanne);
            var because = work.Because(Samenkracht.Support.SupportEvents.LetterPosted);
            foreach (var letter in await work.Query<Letter>().Where(l => sent.Contains(l.Id) && l.SentAt != null && l.Safety == SafetyMark.None).ToListAsync()) letter.Post(new PostRule(true), because);
            await work.Note(because, Guid.Empty);
            await work.Commit();
        }

        async Task Items()
        {
            var items = new List<(string What, HouseholdId Household, Guid Item)>
            {
                ("question, circle", open, (await Town.Ask(open, "Vraag kring")).Value),
                ("question, child", open, (await Town.Ask(open, "Vraag kind", Law.Jeugdwet, about: kim)).Value),
                ("question, elsewhere", open, (await Town.Ask(open, "Vraag elders", about: joost)).Value),
                ("question, professionals", open, (await Town.Ask(open, "Vraag professionals", audience: Audience.Professionals)).Value),
                ("question, author", open, (await Town.Ask(open, "Vraag auteur", audience: Audience.Author)).Value),
                ("question, shielded", open, (await Town.Ask(open, "Vraag afgeschermd", safety: SafetyMark.Shielded)).Value),
                ("question, hidden person", open, (await Town.Ask(open, "Vraag Gerrit", about: gerrit)).Value),
                ("question, hidden household", hidden, (await Town.Ask(hidden, "Vraag verborgen", by: officer)).Value),
            };
            await Town.Talk(open, "Gesprek professionals", law: Law.Wmo);
            await Town.Talk(open, "Gesprek kring", Audience.Circle, law: Law.Wmo);
            await Town.Talk(open, "Gesprek kind", about: kim);
            await using (var work = await app.Begin(sanne))
            {
                var because = work.Because(Samenkracht.Support.SupportEvents.PlanStarted);
                var plan = Plan.Start(open, Town.WijkteamOrganisation, because);
                work.Add(plan);
                foreach (var (what, wanted) in (IEnumerable<(string, NewGoal)>)[("Wmo", new("Doel Wmo", "bewoner", Law.Wmo)), ("shielded", new("Doel shielded", "bewoner", Law.Wmo, Safety: SafetyMark.Shielded)),
                    ("hidden person", new("Doel Gerrit", "bewoner", Law.Wmo, About: gerrit))])
                {
                    var goal = plan.Aim(wanted, Town.WijkteamOrganisation, because);
                    work.Add(goal);
                    var action = plan.Agree(goal, new NewPlanAction($"Afspraak {what}", new DateOnly(2026, 11, 27), Doer.OwnNetwork, "zus"), Town.WijkteamOrganisation, because);
                    work.Add(action);
                    items.Add(($"goal, {what}", open, goal.Id.Value));
                    Add("huishoudens/{household}/afspraak/{afspraak?}", what, ("household", open), ("afspraak", action.Id));
                }
                await work.Note(because, plan.Id.Value, open);
                await work.Commit();
            }
            foreach (var (what, household, item) in items) Add("huishoudens/{household}/delen/{item}", what, ("household", household), ("item", item));
        }

        async Task Requests()
        {
            Add("verzoeken/{id}", "of the resident", ("id", await Town.Request(open, RequestKind.Correct, person: berta)));
            Add("verzoeken/{id}", "of a parent for the child", ("id", await ForChild()));
            Add("verzoeken/{id}", "of the hidden person", ("id", await Town.Request(open, RequestKind.Correct, person: gerrit)));
            Add("verzoeken/{id}", "of the hidden household", ("id", await Town.Request(hidden, RequestKind.Correct, by: officer)));
            var restricting = await Town.Request(open, RequestKind.Restrict, "Het verslag klopt niet", person: berta);
            await using (var deciding = await app.Begin(places.Single(p => p.Place == "PrivacyOfficer").Actor))
            {
                var asked = await deciding.Query<PersonRequest>().SingleAsync(r => r.Id == restricting);
                var because = deciding.Because(Samenkracht.Residents.ResidentEvents.RequestDecided);
                asked.Decide(RequestOutcome.Granted, "Ja.", because);
                deciding.Add(Restriction.Of(asked, because));
                await deciding.Note(because, asked.Id.Value, open);
                await deciding.Commit();
            }
            Add("verzoeken/{id}/beperking", "of the resident", ("id", restricting));
            // At the address of the hidden household: held until the officer released it.
            var alike = await Town.Household("gezin Zulu", Hidden, by: await Town.Enrol(Role.TeamMember, "Een Ander"));
            await using var work = await app.Read(Actor.System);
            Add("veiligheid/{hold}", "hit", ("hold", (await work.Query<ContactHold>().SingleAsync(h => h.Household == alike)).Id));
        }

        async Task<PersonRequestId> ForChild()
        {
            await Town.Authority(open, berta, kim);
            await using var work = await app.Begin(places.Single(p => p.Place == "resident").Actor);
            await Asking.Ask(work, RequestKind.Correct, await work.People.SingleAsync(p => p.Id == kim), "De datum klopt niet", null, onBehalf: false, default, new Samenkracht.Residents.Requests.AskedFor(berta));
            await work.Commit();
            return work.Context.Set<PersonRequest>().Local.Single().Id;
        }

        async Task Signals()
        {
            var signals = new List<(string What, SignalId Signal)>
            {
                ("waits", (await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern())).Id),
                ("of the hidden address", (await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern(about: "1234 CD 2"))).Id),
                ("of another team", await OfAnotherTeam()),
                ("shielded", await ShieldedSignal()),
                ("became a question", (await SignalTestData.Trace(app.Storage, Town, open)).Id),
            };
            var community = (await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.OfCommunity(Known.Club))).Id;
            signals.Add(("of a community", community));
            foreach (var pattern in (string[])["signalen/{id}", "signalen/{id}/vertellen", "signalen/{id}/huishouden", "signalen/{id}/geen-actie", "signalen/{id}/doorgeven"])
                foreach (var (what, signal) in signals) Add(pattern, what, ("id", signal));
            foreach (var (what, signal) in signals)
                Add("signalen/{id}/samen/{code}", what, ("code", "issue"), ("id", signal));
        }

        async Task<SignalId> OfAnotherTeam() => (await SignalTestData.Give(app.Storage, await Town.Enrol(Role.TeamMember, "Meldt Zelf", await Town.Found("Wijkteam West", OrganisationKind.Welfare)), SignalTestData.Concern())).Id;

        async Task<SignalId> ShieldedSignal()
        {
            var id = (await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern())).Id;
            await using var work = await app.Begin(officer);
            var because = work.Because(SignalEvents.Shielded);
            (await work.Query<Signal>().SingleAsync(s => s.Id == id)).Shield(because);
            await work.Note(because, id.Value);
            await work.Commit();
            return id;
        }

        async Task Collective()
        {
            var (issue, finding) = (await Known.Issue(), await Known.Found());
            await Known.Join(issue, open, wantsAnswer: true);
            AgendaItemId item;
            await using (var work = await app.Begin(sanne))
            {
                var because = work.Because(PolicyTableEvents.PutOnAgenda);
                var put = AgendaItem.Put(because, issue, new(DecidingTable.Municipality, null, "Kan het eenvoudiger?", Town[Role.PolicyOfficer].Account!.Value, new DateOnly(2026, 12, 24)));
                work.Add(put);
                work.Add(put.Answer(because, Samenkracht.PolicyTable.Agenda.Decision.Done, "Ja, dat doen wij."));
                await work.Note(because, put.Id.Value);
                await work.Commit();
                item = put.Id;
            }
            foreach (var pattern in (string[])["kwesties/{issue}", "kwesties/{issue}/wijzig", "beleidstafel/nieuw/{issue}"]) Add(pattern, "issue", ("issue", issue));
            foreach (var (what, household) in (IEnumerable<(string, HouseholdId)>)[("open", open), ("hidden", hidden)])
            {
                Add("kwesties/{issue}/doe-mee/{household}", what, ("issue", issue), ("household", household));
                Add("beleidstafel/{item}/mening/{household}", what, ("item", item), ("household", household));
            }
            Add("beleidstafel/{item}", "item", ("item", item));
            Add("kwesties/bevinding/{finding}", "finding", ("finding", finding));
            Add("kwesties/bevinding/{finding}/{verdict}", "finding", ("verdict", "herkend"), ("finding", finding));
            Add("kwesties/gehoord/{community}/{theme}", "community", ("theme", "Money"), ("community", Known.Club));
            Add("gemeenschappen/{id:length(32)}", "community", ("id", Known.Club));
            Add("gemeenschappen/{id:length(32)}/wijzig", "community", ("id", Known.Club));
            Add("wijken/{code}", "buurt", ("code", KnownTown.Haverveld));
            await using var read = await app.Read(Actor.System);
            Add("kwesties/scan/{run}/voortgang", "run", ("run", (await read.Query<Samenkracht.Insight.Scanning.ScanRun>().FirstAsync()).Id));
        }

        async Task Archive()
        {
            await using var work = await app.Begin(Town[Role.Archivist]);
            var because = work.Because(RecordEvents.Approved);
            var line = DestructionLine.Propose(new DestroyedFile(open), DestructionGround.Term, "Wmo", new(2011, 1, 1), new(2026, 1, 1), null, because.At);
            var declaration = new Declaration { Id = Id.New<DeclarationId>(), ApprovedAt = because.At, ApprovedBy = work.Actor.Account!.Value, CarryOutFrom = because.At.AddDays(1) };
            work.Add(line);
            work.Add(declaration);
            await work.Note(because, declaration.Id.Value);
            await work.Commit();
            Add("archief/{line}", "line", ("line", line.Id));
            Add("archief/verklaringen/{declaration}", "declaration", ("declaration", declaration.Id));
        }

        async Task Managed()
        {
            await using var work = await app.Read(Actor.System);
            var team = await work.Query<Samenkracht.Access.Organisations.Team>().FirstAsync();
            Add("beheer/teams/{id}", "team", ("id", team.Id));
            Add("beheer/organisaties/{id}", "organisation", ("id", Town.HealthOrganisation));
            foreach (var pattern in (string[])["beheer/accounts/{id:length(32)}", "beheer/accounts/{id:length(32)}/sluiten"]) Add(pattern, "account", ("id", Town.Hugo.Account!.Value));
        }
    }

    // Pages whose only parameter is the household.
    private static readonly string[] ByHouseholdAlone =
    [
        "huishoudens/{household}/vraag", "huishoudens/{household}/verzoek", "huishoudens/{household}/plan/afsluiten", "huishoudens/{household}/mondeling", "huishoudens/{household}/mensen",
        "huishoudens/{household}/kring", "huishoudens/{household}/kopie", "huishoudens/{household}/inzage", "huishoudens/{household}/instemming/vraag", "huishoudens/{household}/instemming",
        "huishoudens/{household}/gezag", "huishoudens/{household}/gesprekken", "huishoudens/{household}/gegevens", "huishoudens/{household}/doel", "huishoudens/{household}/brieven",
    ];

    private void Add(string pattern, string what, params (string Name, object Value)[] values)
    {
        // Of more values the last is the thing itself; what it hangs on is there.
        var last = values[^1];
        var nowhere = last.Value is AreaCode ? "BU00009999" : Nobody;
        behind.Add(new(pattern, what, Fill(last.Value.ToString()!), Fill(nowhere)));

        string Fill(string thing) => "/" + Route.Filled(pattern, name => name == last.Name ? thing : values.Single(v => v.Name == name).Value.ToString()!);
    }

    private async Task<Actor> Beside(HouseholdId household, PersonId person, Actor who, bool ended = false)
    {
        await using var work = await app.Begin(Actor.System);
        var because = work.Because(ResidentEvents.Joined);
        var member = CircleMember.StandBeside(person, household, who.Account!.Value, PartWords.All, work.Now.AddDays(30), because);
        if (ended) member.Leave(because);
        work.Add(member);
        await work.Note(because, member.Id.Value, household);
        await work.Commit();
        return who;
    }

    private async Task Emergency(HouseholdId household, Actor who)
    {
        await using var work = await app.Begin(who);
        var because = work.Because(ResidentEvents.EmergencyOpened);
        var access = Samenkracht.Residents.Emergency.EmergencyAccess.Take(household, "Het kan niet wachten.", because);
        work.Add(access);
        await work.Note(because, access.Id.Value, household);
        await work.Commit();
    }
}
