using Microsoft.EntityFrameworkCore;
using Samenkracht.Access;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Officers;
using Samenkracht.Demo.City;
using Samenkracht.Demo.People;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Requests;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Support;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Demo.Life;

/// <summary>What waits for today's visitor: signals to assess, a family to sign in as, and one household that only the attention officer may see.</summary>
sealed class Waiting(Work work, Staff staff, IReadOnlyList<CommunityId> communities, Signalling signalling, DateTimeOffset now)
{
    public async Task Signals(CancellationToken cancel)
    {
        (Actor By, int HoursAgo, NewSignal Said, string? Contact)[] signals =
        [
            (Actor.Anonymous, 3, new(SignalKind.Concern, "Mijn buurman van boven komt al weken niet meer buiten.", "Flat Haverveld, derde verdieping", Urgency.Today, Told.NotYet, Theme.Loneliness), "0612345678"),
            (staff.Partners[1], 20, new(SignalKind.Concern, "Een leerling komt vaak zonder eten op school. Moeder vertelde dat het geld op is.", "Gezin aan de Korenbloemlaan", Urgency.FewDays, Told.Yes, Theme.Money), null),
            (staff[Role.Partner], 27, new(SignalKind.Concern, "Mevrouw raakt de weg kwijt in huis en de mantelzorger is op.", "Spoorzichtstraat 14", Urgency.FewDays, Told.Yes, Theme.CareLoad), null),
            (staff[Role.Wijkagent], 45, new(SignalKind.Concern, "Jongen van een jaar of zestien zwerft 's avonds rond het station.", "Omgeving Stationsbuurt", Urgency.FewDays, Told.NotApplicable), null),
            (staff[Role.Resident], 50, new(SignalKind.Request, "Ik wil graag hulp bij de thuisadministratie, samen met mijn zus.", null, Urgency.FewDays), null),
            (Actor.Anonymous, 70, new(SignalKind.Community, "Bij ons zijn ongeveer tien ouderen alleen. Wij willen helpen met eten brengen.", "Moskee Al-Noor", Urgency.FewDays, Theme: Theme.Loneliness, Community: communities[Circle("Moskee Al-Noor")], HowMany: HowMany.FiveToTen), null),
            (Actor.Anonymous, 90, new(SignalKind.Concern, "Er staat al maanden afval in het trappenhuis en de bewoner ziet er slecht uit.", "Sluiskade, portiek 8 tot 14", Urgency.FewDays, Told.DareNot), null),
        ];
        foreach (var (by, hoursAgo, said, contact) in signals)
            await signalling.Raise(work, by, said, contact, now.AddHours(-hoursAgo), cancel);
    }

    /// <summary>The family of the resident whom a visitor can be: two children, a sister beside them, and a plan that asks for an approval.</summary>
    public async Task<HouseholdId> Family(CancellationToken cancel)
    {
        var (worker, volunteer) = (staff[Role.TeamMember], staff[Role.Volunteer]);
        var start = now.AddDays(-96);
        work.Live(worker, start);
        var buurt = CityPlan.Buurten.First(b => b.Name == "Molenpad");
        var id = await Households.Open(work, new NewHousehold("gezin aan het Molenpad", new Address("Molenpad", "41", "1821 KA", CityPlan.Name, buurt.Code),
            [new("Farida Haddou", Relation.Resident, new(1988, 4, 12)), new("Ilias Haddou", Relation.Child, DateOnly.FromDateTime(now.AddYears(-13).DateTime)),
             new("Sara Haddou", Relation.Child, DateOnly.FromDateTime(now.AddYears(-8).DateTime))], [Law.Wmo, Law.Jeugdwet, Law.Wgs]), cancel);
        await signalling.Brought(work, id, worker, Theme.Money, communities[Circles.Club], start.AddHours(1), told: true, new Random(5), cancel);
        work.Live(worker, start.AddDays(7));
        await Questions.Ask(work, new NewQuestion(id, Law.Jeugdwet, Theme.School, "Hoe komen de kinderen op tijd op school?"), cancel);
        await Support(id, worker, volunteer, cancel);
        await SignIn(id, staff[Role.Resident], cancel);
        await Authority(id, worker, cancel);
        await Plan(id, worker, cancel);
        return id;
    }

    /// <summary>Hidden for safety: nobody but the attention officer finds it.</summary>
    public async Task Hidden(CancellationToken cancel)
    {
        work.Live(staff[Role.AttentionOfficer], now.AddDays(-30));
        var buurt = CityPlan.Buurten.First(b => b.Name == "Lijsterhof");
        var id = await Households.Open(work, new NewHousehold("moeder met twee kinderen", new Address("Lijsterhof", "7", "1844 AB", CityPlan.Name, buurt.Code),
            [new("Vera Wolters"), new("Pim Wolters", Relation.Child)], [Law.Wmo, Law.Jeugdwet], SafetyMark.Shielded), cancel);
        await Questions.Ask(work, new NewQuestion(id, Law.Jeugdwet, Theme.Safety, Words.Of(Theme.Safety).Question, Audience.Professionals, SafetyMark.Shielded), cancel);
        await work.Flush(cancel);
        // A colleague who knows nothing of it enters someone of the same name: visits and post wait for the attention officer.
        work.Live(staff.TeamOf(CityPlan.Wijken.First(w => w.Name == "Oost"))[1], now.AddHours(-26));
        await Households.Open(work, new NewHousehold("vrouw bij haar zus", Address.Unknown, [new("Vera Wolters")], [Law.Wmo]), cancel);
    }

    /// <summary>The administrator asked for a second attention officer: the one who serves says yes or no.</summary>
    public async Task Officer(CancellationToken cancel)
    {
        var asked = staff.TeamOf(CityPlan.Wijken.First(w => w.Name == "Oost"))[3].Account;
        var account = await work.Unscoped<Account>("the demo lives through who asked it").FirstAsync(a => a.Id == asked, cancel);
        work.Live(staff[Role.Administrator], now.AddHours(-18));
        var because = work.Because(AccessEvents.OfficerAsked);
        work.Add(OfficerRequest.Ask(account, because));
        await work.Note(because, account.Id.Value, cancel: cancel);
    }

    /// <summary>Someone of another team looked in, one evening; the privacy officer has not judged it yet.</summary>
    public async Task Emergency(HouseholdId family, CancellationToken cancel)
    {
        var colleague = staff.TeamOf(CityPlan.Wijken.First(w => w.Name == "Zuid"))[0];
        work.Live(colleague, now.AddHours(-15));
        var because = work.Because(ResidentEvents.EmergencyOpened, reason: "De jongste stond alleen op het plein en wist de weg naar huis niet.");
        var access = EmergencyAccess.Take(family, because.Reason!, because);
        work.Add(access);
        await work.Note(because, access.Id.Value, family, new { Title = access.Reason, access.Until }, cancel);
    }

    /// <summary>What the resident asked about the own data: one that runs, one that was answered, and one that came too late.</summary>
    public async Task Requests(HouseholdId family, CancellationToken cancel)
    {
        work.Live(staff[Role.Resident], now.AddDays(-40));
        var farida = await work.People.SingleAsync(p => p.Household == family && p.Relation == Relation.Resident, cancel);
        await Request(RequestKind.Correct, farida, "In het verslag van oktober staat dat ik niet werk. Ik werk twee ochtenden in de kantine.", 40, cancel,
            (RequestOutcome.Granted, "Noor van Vliet heeft het verslag van oktober veranderd: er staat nu dat u twee ochtenden in de kantine werkt.", 33));
        // For the youngest her mother asks.
        var sara = (await work.People.Where(p => p.Household == family).ToListAsync(cancel)).Single(p => p.Name == "Sara Haddou");
        work.Live(staff[Role.Resident], now.AddDays(-6));
        await Asking.Ask(work, RequestKind.Copy, sara, "Het verslag van het consultatiebureau.", null, onBehalf: false, cancel, new AskedFor(farida.Id));
        await work.Flush(cancel);
        await Request(RequestKind.Erase, farida, "Wat mijn buurvrouw over mijn broer zei. Dat gaat niet over mij.", 19, cancel);
    }

    private async Task Request(RequestKind kind, PersonCard person, string words, int daysAgo, CancellationToken cancel, (RequestOutcome Outcome, string Words, int DaysAgo)? answer = null)
    {
        work.Live(staff[Role.Resident], now.AddDays(-daysAgo));
        await Asking.Ask(work, kind, person, words, null, onBehalf: false, cancel);
        await work.Flush(cancel);
        if (answer is not { } given) return;
        work.Live(staff[Role.TeamMember], now.AddDays(-given.DaysAgo));
        var because = work.Because(ResidentEvents.RequestDecided);
        var request = work.Context.Set<PersonRequest>().Local.Single(r => r.Words == words);
        request.Decide(given.Outcome, given.Words, because);
        await work.Note(because, request.Id.Value, person.Household, new { Title = kind.Label(), request.Outcome, request.DueOn }, cancel);
    }

    private static int Circle(string name) => Circles.All.Index().First(c => c.Item.Name == name).Index;

    private async Task Support(HouseholdId id, Actor worker, Actor volunteer, CancellationToken cancel)
    {
        var household = (await work.Context.Set<Household>().FindAsync([id], cancel))!;
        var deputy = staff.TeamOf(CityPlan.Wijken.First(w => w.Name == "Oost")).First(m => m != worker);
        await CircleChanges.Join(work, household, deputy.Account!.Value, CircleRole.Member, [Law.Wmo, Law.Jeugdwet, Law.Wgs], cancel);
        await CircleChanges.Join(work, household, staff[Role.Partner].Account!.Value, CircleRole.Member, [Law.Jeugdwet], cancel);
        await CircleChanges.Join(work, household, volunteer.Account!.Value, CircleRole.Volunteer, [Law.Wmo], cancel);
        await CircleChanges.Join(work, household, staff[Role.Supporter].Account!.Value, CircleRole.Supporter, [Law.Wmo, Law.Wgs], cancel);
        await work.Flush(cancel);
        var circle = (await Residents.Circles.Circle.Load(work, id, cancel))!;
        var members = work.Context.Set<CircleMember>().Local.Where(m => m.Household == id).ToDictionary(m => m.Account);
        var because = work.Because(ResidentEvents.SupportStarted);
        var period = circle.Start(members[worker.Account!.Value].Id, members[deputy.Account!.Value].Id, because);
        work.Add(period);
        await work.Note(because, period.Id.Value, id, cancel: cancel);
    }

    private async Task SignIn(HouseholdId id, Actor resident, CancellationToken cancel)
    {
        var person = work.Context.Set<Person>().Local.First(p => p.Household == id);
        work.Add(new ResidentAccount { Account = resident.Account!.Value, Person = person.Id });
        await work.Note(work.Because(ResidentEvents.AccountLinked), person.Id.Value, id, cancel: cancel);
    }

    // Farida reads what is about her children because someone looked it up.
    private async Task Authority(HouseholdId id, Actor worker, CancellationToken cancel)
    {
        work.Live(worker, now.AddDays(-88));
        var people = work.Context.Set<Person>().Local.Where(p => p.Household == id).ToLookup(p => p.Relation);
        foreach (var child in people[Relation.Child])
        {
            var because = work.Because(ResidentEvents.AuthorityChecked, Law.Jeugdwet);
            var kept = ParentalAuthority.Record(id, people[Relation.Resident].First().Id, child.Id, holds: true, AuthoritySource.Register, DateOnly.FromDateTime(because.At.DateTime), because);
            work.Add(kept);
            await work.Note(because, kept.Id.Value, id, cancel: cancel);
        }
    }

    private async Task Plan(HouseholdId id, Actor worker, CancellationToken cancel)
    {
        work.Live(worker, now.AddDays(-80));
        var started = work.Because(SupportEvents.PlanStarted);
        var plan = Samenkracht.Support.Plans.Plan.Start(id, worker.Organisation!.Value, started);
        work.Add(plan);
        await work.Note(started, plan.Id.Value, id, cancel: cancel);
        await work.Flush(cancel);
        await Goal(plan, Law.Wgs, "Elke maand alles op tijd betalen", "bewoner", cancel,
            new("Post samen openen, dinsdagavond", Day(2), Doer.OwnNetwork, "zus", Rhythm.Weekly),
            new("Kwijtschelding aanvragen", Day(1), Doer.Professional, worker.Name, DoerAccount: worker.Account),
            new("Budgetkring in de buurtkamer", Day(6), Doer.Community, "Buurtkamer Sluiskade", Rhythm.Weekly, communities[Circle("Buurtkamer Sluiskade")]));
        await Goal(plan, Law.Jeugdwet, "De kinderen komen op tijd op school", "ouders", cancel,
            new("Buurvrouw brengt op maandag en donderdag", Day(0), Doer.OwnNetwork, "buurvrouw", Rhythm.Weekly),
            new("Zus haalt op woensdag op", Day(4), Doer.OwnNetwork, "zus", Rhythm.Weekly),
            new("Fiets ophalen bij Het Wiel", Day(3), Doer.Volunteer, "fietsenmaker"));
        await Goal(plan, Law.Wmo, "Weer contact met mijn broer", "bewoner", cancel,
            new("Kaart sturen voor zijn verjaardag", Day(14), Doer.Resident),
            new("Zus gaat de eerste keer mee", Day(20), Doer.OwnNetwork, "zus"));
        await work.Flush(cancel);
        work.Live(staff[Role.Resident], now.AddDays(-9));
        var approving = work.Because(SupportEvents.Approved);
        var approval = plan.Approve(staff[Role.Resident].Account!.Value, approving);
        work.Add(approval);
        await work.Note(approving, plan.Id.Value, id, new { approval.Edition }, cancel);
    }

    private async Task Goal(Plan plan, Law law, string text, string whose, CancellationToken cancel, params NewPlanAction[] agreements)
    {
        var because = work.Because(SupportEvents.GoalSet, law);
        var goal = plan.Aim(new NewGoal(text, whose, law), plan.Controller, because);
        work.Add(goal);
        await work.Note(because, goal.Id.Value, plan.Household, new { goal.Text }, cancel);
        await work.Flush(cancel);
        foreach (var (number, wanted) in agreements.Index())
        {
            var agreed = work.Because(SupportEvents.Agreed, law);
            var action = plan.Agree(goal, wanted, plan.Controller, agreed);
            if (number == 0) action.Finish(agreed);
            work.Add(action);
            await work.Note(agreed, action.Id.Value, plan.Household, new { action.Text, action.DueOn, action.Doer }, cancel);
        }
    }

    private DateOnly Day(int ahead) => Kernel.Time.Amsterdam.Date(now.AddDays(ahead));
}
