using Samenkracht.Demo.City;
using Samenkracht.Demo.People;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Support;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Demo.Life;

/// <summary>Lives through what happened with one household, by the same verbs and journal lines as the pages.</summary>
/// <param name="work">Ongoing work; who acts and when changes with every step.</param>
/// <param name="now">Today.</param>
sealed class Case(Work work, Staff staff, IReadOnlyList<CommunityId> communities, Signalling signalling, DateTimeOffset now, Random random)
{
    // Half a year without news: the household goes on by itself.
    private const int Closed = 180;

    private static readonly string[] Carers = ["zus", "broer", "buurvrouw", "dochter", "oom", "vriendin"];

    public async Task<HouseholdId> Live(Known known, CancellationToken cancel)
    {
        var wijk = CityPlan.Wijken.First(w => w.Buurten.Contains(known.Buurt));
        var team = staff.TeamOf(wijk);
        var lead = team[random.Next(team.Count)];
        var deputy = team[(team.Index().First(t => t.Item == lead).Index + 1) % team.Count];
        var start = now.AddDays(-known.DaysAgo).AddHours(-random.Next(5));
        var laws = known.Questions.Select(q => Words.LawOf(q.Theme)).Distinct().ToList();

        var household = await Open(known, lead, start, laws, cancel);
        await Ask(known, household, lead, start, cancel);
        if (known.DaysAgo < 3) return household;

        var members = await Accompany(household, lead, deputy, laws, start.AddDays(1), cancel);
        var plan = await Plan(known, household, lead, start.AddDays(2), cancel);
        if (known.DaysAgo > Closed && random.NextDouble() < 0.8) await Finish(household, members, plan, lead, now.AddDays(-random.Next(known.DaysAgo - Closed + 30)), cancel);
        return household;
    }

    private async Task<HouseholdId> Open(Known known, Actor lead, DateTimeOffset start, IReadOnlyList<Law> laws, CancellationToken cancel)
    {
        work.Live(lead, start);
        var family = Names.Pick(Names.Family, random);
        var people = new List<NewPerson> { new($"{Names.Pick(Names.Given, random)} {family}", Relation.Resident, Born(25, 80)) };
        if (random.NextDouble() < 0.4) people.Add(new($"{Names.Pick(Names.Given, random)} {family}", Relation.Partner, Born(25, 75)));
        for (var children = random.Next(4) - 1; children > 0; children--) people.Add(new($"{Names.Pick(Names.Given, random)} {family}", Relation.Child, Born(2, 17)));
        var street = $"{known.Buurt.Name.Replace(' ', '-')}{Names.Pick((string[])["straat", "laan", "hof", "weg", "plein"], random)}";
        var name = $"{(people.Any(p => p.Relation == Relation.Child) ? "gezin" : people.Count > 1 ? "stel" : "bewoner")} aan {(street.EndsWith("hof", StringComparison.Ordinal) || street.EndsWith("plein", StringComparison.Ordinal) ? "het" : "de")} {street}";
        var address = new Address(street, $"{random.Next(1, 180)}", $"{1800 + random.Next(60)} {(char)random.Next('A', 'Z' + 1)}{(char)random.Next('A', 'Z' + 1)}", CityPlan.Name, known.Buurt.Code);
        return await Households.Open(work, new NewHousehold(name, address, people, laws), cancel);
    }

    private DateOnly Born(int youngest, int oldest) => DateOnly.FromDateTime(now.AddDays(-365 * random.Next(youngest, oldest) - random.Next(365)).DateTime);

    // The first question came in as a signal more often than not; a community is its channel or will be met in the plan.
    private async Task Ask(Known known, HouseholdId household, Actor lead, DateTimeOffset start, CancellationToken cancel)
    {
        foreach (var (number, asked) in known.Questions.Index())
        {
            var via = number == 0 && known.Communities.Count > 0 && ByChannel(known) ? communities[known.Communities[0]] : (CommunityId?)null;
            var at = start.AddDays(asked.DaysAfter).AddMinutes(number);
            if (number == 0 && random.NextDouble() < 0.6) await signalling.Brought(work, household, lead, asked.Theme, via, at, told: known.DaysAgo >= 12, random, cancel);
            else
            {
                work.Live(lead, at);
                await Questions.Ask(work, new NewQuestion(household, Words.LawOf(asked.Theme), asked.Theme, Words.Of(asked.Theme).Question, ViaCommunity: via), cancel);
            }
        }
        await work.Flush(cancel);
    }

    private static bool ByChannel(Known known) => known.DaysAgo < 3 || known.DaysAgo % 2 == 0;

    private async Task<SupportPeriod> Accompany(HouseholdId id, Actor lead, Actor deputy, IReadOnlyList<Law> laws, DateTimeOffset at, CancellationToken cancel)
    {
        work.Live(lead, at);
        var household = await work.Context.Set<Household>().FindAsync([id], cancel);
        await CircleChanges.Join(work, household!, deputy.Account!.Value, CircleRole.Member, laws, cancel);
        await work.Flush(cancel);
        var circle = (await Circle.Load(work, id, cancel))!;
        var members = work.Context.Set<CircleMember>().Local.Where(m => m.Household == id).ToDictionary(m => m.Account);
        var because = work.Because(ResidentEvents.SupportStarted);
        var period = circle.Start(members[lead.Account!.Value].Id, members[deputy.Account!.Value].Id, because);
        work.Add(period);
        await work.Note(because, period.Id.Value, id, new { coordinator = lead.Account, deputy = deputy.Account }, cancel);
        return period;
    }

    private async Task<Plan> Plan(Known known, HouseholdId household, Actor lead, DateTimeOffset at, CancellationToken cancel)
    {
        work.Live(lead, at);
        var (controller, because) = (lead.Organisation!.Value, work.Because(SupportEvents.PlanStarted));
        var plan = Support.Plans.Plan.Start(household, controller, because);
        work.Add(plan);
        await work.Note(because, plan.Id.Value, household, cancel: cancel);
        // What the question's channel did not bring, the plan meets.
        var toMeet = new Queue<int>(ByChannel(known) ? known.Communities.Skip(1) : known.Communities);
        foreach (var asked in known.Questions)
        {
            var aiming = work.Because(SupportEvents.GoalSet, Words.LawOf(asked.Theme));
            var goal = plan.Aim(new NewGoal(Words.Of(asked.Theme).Goal, "bewoner", Words.LawOf(asked.Theme)), controller, aiming);
            work.Add(goal);
            await work.Note(aiming, goal.Id.Value, household, new { goal.Text }, cancel);
            foreach (var wanted in Agreements(asked.Theme, toMeet, lead)) await Agree(plan, goal, wanted, cancel);
        }
        while (toMeet.TryDequeue(out var left)) await Agree(plan, work.Context.Set<Goal>().Local.Last(g => g.Plan == plan.Id), Meet(left), cancel);
        return plan;
    }

    private IEnumerable<NewPlanAction> Agreements(Theme theme, Queue<int> toMeet, Actor lead)
    {
        var words = Words.Of(theme);
        yield return random.NextDouble() < 0.5
            ? new(words.Own, Due(), Doer.OwnNetwork, Names.Pick(Carers, random), Rhythm.Weekly)
            : new(words.Own, Due(), Doer.Resident);
        yield return new(words.Work, Due(), Doer.Professional, lead.Name, DoerAccount: lead.Account);
        if (toMeet.TryDequeue(out var community)) yield return Meet(community);
        else if (random.NextDouble() < 0.25) yield return new("Maatje dat meegaat", Due(), Doer.Volunteer, "maatje", Rhythm.Weekly);
    }

    private NewPlanAction Meet(int community) =>
        new(Circles.All[community].Activities is [var first, ..] ? $"Mee naar: {first.Name.ToLowerInvariant()}" : $"Kennismaken bij {Circles.All[community].Name}",
            Due(), Doer.Community, Circles.All[community].Name, Rhythm.Weekly, communities[community]);

    // Most agreements are about this week and the next; some are overdue.
    private DateOnly Due() => DateOnly.FromDateTime(now.AddDays(random.Next(-3, 25)).DateTime);

    private async Task Agree(Plan plan, Goal goal, NewPlanAction wanted, CancellationToken cancel)
    {
        var because = work.Because(SupportEvents.Agreed, goal.Law);
        var action = plan.Agree(goal, wanted, goal.Controller, because);
        work.Add(action);
        await work.Note(because, action.Id.Value, goal.Household, new { action.Text, action.DueOn, action.Doer }, cancel);
        if (random.NextDouble() < 0.35)
        {
            var done = work.Because(SupportEvents.Done, goal.Law);
            action.Finish(done);
            await work.Note(done, action.Id.Value, goal.Household, cancel: cancel);
        }
    }

    private async Task Finish(HouseholdId household, SupportPeriod period, Plan plan, Actor lead, DateTimeOffset at, CancellationToken cancel)
    {
        await work.Flush(cancel);
        work.Live(lead, at);
        foreach (var action in work.Context.Set<PlanAction>().Local.Where(a => a.Household == household)) action.Finish(work.Because(SupportEvents.Done));
        foreach (var question in work.Context.Set<Question>().Local.Where(q => q.Household == household).ToList())
        {
            var closing = work.Because(SupportEvents.Closed, question.Law);
            work.Add(question.Close(random.NextDouble() < 0.7 ? QuestionOutcome.Answered : QuestionOutcome.GoesOnAlone, closing));
            await work.Note(closing, question.Id.Value, household, cancel: cancel);
        }
        var (ended, left) = (work.Because(SupportEvents.PlanEnded), work.Because(ResidentEvents.SupportEnded));
        plan.End(ended);
        await work.Note(ended, plan.Id.Value, household, cancel: cancel);
        period.End(left);
        await work.Note(left, period.Id.Value, household, cancel: cancel);
    }
}
