using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Requests;
using Samenkracht.Support.Consent;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;

namespace Samenkracht.Tests.TestData;

/// <summary>A small town: a neighbourhood team, a health organisation and the municipality, with someone in every role, and households as a test needs them.</summary>
public sealed class Town
{
    private static readonly JournalKind Built = new("test.town", "Dorp gebouwd", Purpose.Administration);
    private readonly Storage storage;
    private readonly Dictionary<Role, Actor> actors = [];
    private int minutes;

    private Town(Storage storage) => this.storage = storage;

    public OrganisationId WijkteamOrganisation { get; private set; }

    public OrganisationId HealthOrganisation { get; private set; }

    /// <summary>The neighbourhood team's worker whose households these are.</summary>
    public Actor Sanne { get; private set; } = Actor.Anonymous;

    /// <summary>A colleague of the same team, and of no circle unless a test says so.</summary>
    public Actor Anouk { get; private set; } = Actor.Anonymous;

    /// <summary>A nurse of another organisation.</summary>
    public Actor Hugo { get; private set; } = Actor.Anonymous;

    /// <summary>Someone of a role.</summary>
    public Actor this[Role role] => actors[role];

    public static async Task<Town> Build(Storage storage)
    {
        var town = new Town(storage);
        await using var work = await storage.Begin(Actor.System);
        town.WijkteamOrganisation = await Found(work, "Wijkteam Waterveen", OrganisationKind.Welfare, "0350 100 200");
        town.HealthOrganisation = await Found(work, "Jeugdgezondheid Waterveen", OrganisationKind.HealthCare, null);
        var team = Team.Form("Team Oost", town.WijkteamOrganisation, []);
        work.Add(team);
        await work.Flush();
        foreach (var role in Roles.OfAccounts)
            town.actors[role] = Enrol(work, role, $"{role} Voorbeeld", role == Role.Partner ? town.HealthOrganisation : town.WijkteamOrganisation, team.Id);
        town.Sanne = Enrol(work, Role.TeamMember, "Sanne Bakker", town.WijkteamOrganisation, team.Id);
        town.Anouk = Enrol(work, Role.TeamMember, "Anouk Kuiper", town.WijkteamOrganisation, team.Id);
        town.Hugo = Enrol(work, Role.Partner, "Hugo Veen", town.HealthOrganisation, null);
        await work.Note(work.Because(Built), Guid.Empty);
        await work.Commit();
        return town;
    }

    /// <summary>A household with its opener, Sanne unless told, as the first of its circle.</summary>
    public async Task<HouseholdId> Household(string name = "gezin aan het Molenpad", Address? address = null, Actor? by = null,
        SafetyMark safety = SafetyMark.None, IReadOnlyList<NewPerson>? people = null, params Law[] laws)
    {
        await using var work = await storage.Begin(by ?? Sanne);
        var id = await Households.Open(work, new NewHousehold(name, address ?? new Address("Molenpad", "3", "1234 AB", "Waterveen", AreaCode.Parse("BU99990101")),
            people ?? [new NewPerson("Dirk Vos")], laws.Length == 0 ? [Law.Wmo, Law.Jeugdwet] : laws, safety));
        await work.Commit();
        return id;
    }

    public async Task<CircleMemberId> Join(HouseholdId household, Actor who, CircleRole role = CircleRole.Member, params Law[] laws)
    {
        await using var work = await storage.Begin(Actor.System);
        var row = await work.Context.Set<Household>().FindAsync(household);
        var member = await CircleChanges.Join(work, row!, who.Account!.Value, role, laws.Length == 0 ? [Law.Wmo] : laws, default);
        await work.Commit();
        return member.Id;
    }

    /// <summary>A question, by Sanne unless told. Each is a minute later than the one before.</summary>
    public async Task<QuestionId> Ask(HouseholdId household, string text, Law law = Law.Wmo, Audience audience = Audience.Circle,
        SafetyMark safety = SafetyMark.None, Theme theme = Theme.Money, CommunityId? via = null, Actor? by = null, PersonId? about = null)
    {
        await using var work = await storage.Begin(by ?? Sanne);
        work.Live(work.Actor, work.Now.AddMinutes(minutes++));
        var id = await Questions.Ask(work, new NewQuestion(household, law, theme, text, audience, safety, null, via, about));
        await work.Commit();
        return id;
    }

    /// <summary>A conversation that Sanne wrote down, for its usual readers unless told.</summary>
    public async Task Talk(HouseholdId household, string text, Audience? audience = null, PersonId? about = null, Law law = Law.Jeugdwet)
    {
        await using var work = await storage.Begin(Sanne);
        var card = about is null ? null : await work.People.SingleAsync(p => p.Id == about);
        var because = work.Because(Samenkracht.Support.SupportEvents.ConversationKept, law);
        var kept = Conversation.Keep(new NewConversation(household, law, Amsterdam.Date(work.Now), text, card, audience), WijkteamOrganisation, Amsterdam.Date(work.Now), because);
        work.Add(kept);
        await work.Note(because, kept.Id.Value, household);
        await work.Commit();
    }

    /// <summary>Sanne checked that a parent has authority over a child.</summary>
    public async Task Authority(HouseholdId household, PersonId parent, PersonId child)
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(ResidentEvents.AuthorityChecked, Law.Jeugdwet);
        var kept = Samenkracht.Residents.Authority.ParentalAuthority.Record(household, parent, child, holds: true, Samenkracht.Residents.Authority.AuthoritySource.Register, Amsterdam.Date(work.Now), because);
        work.Add(kept);
        await work.Note(because, kept.Id.Value, household);
        await work.Commit();
    }

    /// <summary>Sanne told the first person of a household, in person, of a question in the safety compartment.</summary>
    public async Task Disclose(HouseholdId household, QuestionId question)
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(Samenkracht.Support.SupportEvents.Disclosed, Law.Wmo);
        var item = (await Samenkracht.Support.Disclose.SafeItem.In(work, await work.Households.SingleAsync(h => h.Id == household), default)).Single(i => i.Question == question);
        var said = Samenkracht.Support.Disclose.Disclosure.Tell(item, (await work.People.Where(p => p.Household == household).OrderBy(p => p.SearchName).FirstAsync()).Id, Amsterdam.Date(work.Now), "op school", "Wat er is gezegd.", because);
        work.Add(said);
        await work.Note(because, said.Id.Value, household);
        await work.Commit();
    }

    /// <summary>Lets members for other laws read a question along.</summary>
    public async Task Share(HouseholdId household, QuestionId question, params Law[] with)
    {
        await using var work = await storage.Begin(Sanne);
        work.Query<Samenkracht.Support.Ask.Question>().Single(q => q.Id == question).Share(with);
        await work.Note(work.Because(Samenkracht.Support.SupportEvents.Shared), question.Value, household);
        await work.Commit();
    }

    /// <summary>A current plan with "Doel 1" and its "Afspraak 1.1", both for the whole circle under the Wmo; the agreements are with a sister.</summary>
    public async Task Plan(HouseholdId household, int goals = 1, int agreements = 1)
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(Built);
        var plan = Samenkracht.Support.Plans.Plan.Start(household, WijkteamOrganisation, because);
        work.Add(plan);
        for (var g = 1; g <= goals; g++)
        {
            var goal = plan.Aim(new NewGoal($"Doel {g}", "bewoner", Law.Wmo), WijkteamOrganisation, because);
            work.Add(goal);
            for (var a = 1; a <= agreements; a++)
                work.Add(plan.Agree(goal, new NewPlanAction($"Afspraak {g}.{a}", new DateOnly(2026, 11, 27), Doer.OwnNetwork, "zus"), WijkteamOrganisation, because));
        }
        await work.Note(because, plan.Id.Value, household);
        await work.Commit();
    }

    /// <summary>Takes a household in support: Sanne coordinates and Anouk deputises unless told; both are in the circle already.</summary>
    public async Task Support(HouseholdId household, Actor? coordinator = null, Actor? deputy = null)
    {
        await using var work = await storage.Begin(coordinator ?? Sanne);
        var circle = (await Circle.Load(work, household, default))!;
        var members = await work.Circle(household);
        var because = work.Because(Built);
        work.Add(circle.Start(members.First(m => m.Who.Id == (coordinator ?? Sanne).Account).Id, members.First(m => m.Who.Id == (deputy ?? Anouk).Account).Id, because));
        await work.Note(because, household.Value, household);
        await work.Commit();
    }

    /// <summary>The attention officer names someone of the circle for the safety compartment.</summary>
    public async Task Name(CircleMemberId member)
    {
        await using var work = await storage.Begin(Actor.System);
        var row = (await work.Context.Set<CircleMember>().FindAsync(member))!;
        row.SeeSafety(true);
        await work.Note(work.Because(ResidentEvents.Named), member.Value, row.Household);
        await work.Commit();
    }

    public async Task Leave(CircleMemberId member)
    {
        await using var work = await storage.Begin(Actor.System);
        var row = (await work.Context.Set<CircleMember>().FindAsync(member))!;
        var because = work.Because(ResidentEvents.Left);
        row.Leave(because);
        await work.Note(because, member.Value, row.Household);
        await work.Commit();
    }

    /// <summary>The first person of a household asks something about their own data, or by someone of the circle: Sanne unless told.</summary>
    public async Task<PersonRequestId> Request(HouseholdId household, RequestKind kind = RequestKind.Erase, string? words = "Het verslag van maart", Actor? by = null, PersonId? person = null)
    {
        await using var work = await storage.Begin(by ?? Sanne);
        var asks = await work.People.Where(p => p.Household == household && (person == null || p.Id == person)).OrderBy(p => p.SearchName).FirstAsync();
        await Asking.Ask(work, kind, asks, words, null, onBehalf: work.Actor.Role != Role.Resident, default);
        await work.Commit();
        return work.Context.Set<PersonRequest>().Local.Single().Id;
    }

    /// <summary>A letter by Sanne, sent unless it stays a draft. Needs sight of the household.</summary>
    public async Task<LetterId> Letter(HouseholdId household, PersonId to, string subject, bool send = true, SafetyMark safety = SafetyMark.None, Law law = Law.Wmo)
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(Samenkracht.Support.SupportEvents.LetterSent, law);
        var letter = Samenkracht.Support.Letters.Letter.Draft(household, to, safety, new LetterText(LetterKind.Letter, law, subject, "De brief.", null, null), WijkteamOrganisation, because);
        work.Add(letter);
        if (safety == SafetyMark.Shielded) await Households.KeepSafetyItems(work, household);
        if (send) letter.Send(because);
        await work.Note(because, letter.Id.Value, household);
        await work.Commit();
        return letter.Id;
    }

    /// <summary>Sanne puts a person of a household in the safety compartment.</summary>
    public async Task Hide(HouseholdId household, PersonId id)
    {
        await using var work = await storage.Begin(Sanne);
        (await work.Context.Set<Person>().SingleAsync(p => p.Id == id)).Shield(SafetyMark.Shielded, new FindForm(work.Secrets, SafetyMark.None, false));
        await Households.KeepSafetyItems(work, household);
        await work.Note(work.Because(ResidentEvents.PersonShielded), id.Value, household);
        await work.Commit();
    }

    /// <summary>Sanne asks whether the health organisation may help, or, with a law to share with, whether something may be shared.</summary>
    public async Task<ConsentRequestId> Consent(HouseholdId household, PersonId whom, Law law = Law.Wmo, Law? toLaw = null, string what = "Het inkomen")
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(Samenkracht.Support.SupportEvents.ConsentAsked, law);
        var wanted = new WantedConsent(toLaw is null ? ConsentKind.Help : ConsentKind.Sharing, law, HealthOrganisation, toLaw, what, "Dan hoeft u het niet nog eens te vertellen.");
        var request = ConsentRequest.Ask(household, whom, wanted, WijkteamOrganisation, because);
        work.Add(request);
        await work.Note(because, request.Id.Value, household);
        await work.Commit();
        return request.Id;
    }

    /// <summary>The people of a household, by name.</summary>
    public async Task<IReadOnlyDictionary<string, PersonId>> People(HouseholdId household)
    {
        await using var work = await storage.Read(Actor.System);
        return await work.People.Where(p => p.Household == household).ToDictionaryAsync(p => p.Name, p => p.Id);
    }

    public async Task<OrganisationId> Found(string name, OrganisationKind kind)
    {
        await using var work = await storage.Begin(Actor.System);
        var organisation = await Found(work, name, kind, null);
        await work.Note(work.Because(Built), Guid.Empty);
        await work.Commit();
        return organisation;
    }

    /// <summary>One more account, of the team's organisation unless told.</summary>
    public async Task<Actor> Enrol(Role role, string name, OrganisationId? organisation = null)
    {
        await using var work = await storage.Begin(Actor.System);
        var actor = Enrol(work, role, name, organisation ?? WijkteamOrganisation, null);
        await work.Note(work.Because(Built), Guid.Empty);
        await work.Commit();
        return actor;
    }

    /// <summary>Gives the first person of a household, or the one of this name, the resident's account.</summary>
    public async Task<Actor> Resident(HouseholdId household, Actor? who = null, string? named = null)
    {
        var resident = who ?? this[Role.Resident];
        await using var work = await storage.Begin(Actor.System);
        var person = work.Query<Person>().Where(p => p.Household == household).ToList().OrderBy(p => p.Relation == Relation.Child || p.Safety == SafetyMark.Shielded).First(p => named == null || p.Name == named);
        work.Add(new ResidentAccount { Account = resident.Account!.Value, Person = person.Id });
        await work.Note(work.Because(ResidentEvents.AccountLinked), person.Id.Value, household);
        await work.Commit();
        return resident;
    }

    /// <summary>A municipality that says where one objects to its decisions.</summary>
    public async Task<OrganisationId> Municipality(string objectionAddress)
    {
        await using var work = await storage.Begin(Actor.System);
        var id = await Found(work, "Gemeente Waterveen", OrganisationKind.Municipality, null, objectionAddress);
        await work.Note(work.Because(Built), id.Value);
        await work.Commit();
        return id;
    }

    private static async Task<OrganisationId> Found(Work work, string name, OrganisationKind kind, string? phone, string? objectionAddress = null)
    {
        var organisation = Organisation.Found(name, kind, phone, objectionAddress);
        work.Add(organisation);
        await work.Flush();
        return organisation.Id;
    }

    private static Actor Enrol(Work work, Role role, string name, OrganisationId organisation, TeamId? team)
    {
        var works = role.IsProfessional();
        var account = Account.Open(new NewAccount($"{Guid.NewGuid():N}@voorbeeld.test", name, role, role.Label(),
            works ? organisation : null, works && role is Role.TeamMember or Role.TeamLead ? team : null, "0350 100 201"));
        work.Add(account);
        return account.AsActor;
    }
}
