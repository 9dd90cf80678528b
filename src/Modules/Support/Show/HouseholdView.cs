using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Show;

/// <summary>Alles wat op de huishoudpagina staat, as far as the actor may see it; the same for the circle and for the resident's own page.</summary>
internal sealed record HouseholdView
{
    public const int TimelineLength = 8;

    public required HouseholdCard Household { get; init; }
    public required IReadOnlyList<PersonCard> People { get; init; }
    public required IReadOnlyList<CircleCard> Circle { get; init; }
    public required IReadOnlyList<QuestionCard> Questions { get; init; }
    public required PlanView? Plan { get; init; }
    /// <summary>When the last plan was closed, if none runs now.</summary>
    public required DateTimeOffset? PlanEndedAt { get; init; }
    /// <summary>Who of the household said something of the plan, for who works here; without whom the actor does not see.</summary>
    public required IReadOnlyDictionary<AccountId, string> Speakers { get; init; }
    public required IReadOnlyDictionary<CommunityId, string> Communities { get; init; }
    public required IReadOnlyList<HouseholdPanel> Panels { get; init; }
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    public required IReadOnlyDictionary<AccountId, string> Names { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Whether one may visit and write already; for the circle, not for the household's own page.</summary>
    public required ContactRules Contact { get; init; }

    /// <summary>The parts that open to the actor; less than all only beside a resident.</summary>
    public Parts Parts { get; init; } = PartWords.All;

    /// <summary>Seen from the household's side of the table: by the resident or someone beside them.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Whose organisation decides on the plan, see <see cref="CircleLead"/>.</summary>
    public required bool Leads { get; init; }

    /// <summary>In the circle; not who is here for the safety compartment alone, or by emergency access.</summary>
    public required bool WorksHere { get; init; }

    /// <summary>A parent who lives elsewhere, or who stands beside them, does not read the address.</summary>
    public bool ShowsAddress { get; init; } = true;

    /// <summary>Said to every parent alike, so that it tells nothing: what is about a child shows only with authority that was checked.</summary>
    public bool SaysAuthority { get; init; }

    /// <summary>About whom something is; null about the whole household, and for someone the actor does not see.</summary>
    public string? NameOf(PersonId? about) => People.FirstOrDefault(p => p.Id == about)?.Name;

    /// <summary>The page speaks of "ik": who reads is the resident, not someone beside them.</summary>
    public required bool IsResident { get; init; }

    /// <summary>Something here is in the safety compartment: seen by nobody else, and told in person only.</summary>
    public bool OnlyInPerson => SeesSafety && (Household.Safety == SafetyMark.Shielded || Questions.Any(q => q.Safety == SafetyMark.Shielded)
        || Plan?.Goals.Any(g => g.Goal.Safety == SafetyMark.Shielded) == true);

    /// <summary>Sees all that is shielded here; others see of it what they wrote themselves.</summary>
    public required bool SeesSafety { get; init; }

    public Help Help => new(Plan?.Actions ?? [], Circle);

    public IReadOnlyList<QuestionCard> OpenQuestions => [.. Questions.Where(q => q.ClosedAt is null)];

    public IReadOnlyList<(string Title, ChainStep Step)> Chain => Plans.Chain.Of(Questions, Plan, PlanEndedAt, Today, Panels.SelectMany(p => p.Steps));

    /// <summary>The laws that the actor is here for.</summary>
    public required IReadOnlyList<Law> Laws { get; init; }

    /// <summary>What another law shares is there to read.</summary>
    public bool MayChange(Law law) => !IsOwn && Laws.Contains(law);

    /// <summary>Sharing is offered where someone works under another law only, and where it was shared before.</summary>
    public bool MayShare(Law law, SafetyMark safety, int sharedWith) =>
        MayChange(law) && safety == SafetyMark.None && (sharedWith != 0 || Circle.Any(member => !member.Laws.Contains(law)));

    /// <summary>A resident ticks off what they do themselves; the circle ticks off everything of its laws.</summary>
    public bool MayFinish(PlanAction action) => MayChange(action.Law) || (IsResident && action.Doer == Doer.Resident);

    /// <summary>Who keeps an agreement, in the words of the page.</summary>
    public string Who(PlanAction action) =>
        action.DoerName
        ?? (Circle.FirstOrDefault(c => action.DoerAccount is { } account && c.Who.Id == account) is { } member ? member.IsCoordinator ? "contactpersoon" : Say.Place(member) : null)
        ?? (action.Community is { } community && Communities.TryGetValue(community, out var name) ? name : null)
        ?? (IsResident && action.Doer == Doer.Resident ? "ik" : action.Doer.Label());

    /// <summary>A line of the timeline with what it was about: by the title it was kept with, or where that still stands on the page.</summary>
    public string What(TimelineEntry entry) =>
        // Why emergency access was taken is for who works here: it may say who told of whom.
        IsOwn && entry.Kind.Purpose == Purpose.Emergency ? entry.Kind.Dutch :
        (TitleOf(entry) ?? Plan?.Actions.FirstOrDefault(a => a.Id.Value == entry.Subject)?.Text
            ?? Plan?.Goals.FirstOrDefault(g => g.Goal.Id.Value == entry.Subject)?.Goal.Text
            ?? Questions.FirstOrDefault(q => q.Id.Value == entry.Subject)?.Text) is { } text ? $"{entry.Kind.Dutch}: {text}" : entry.Kind.Dutch;

    private static string? TitleOf(TimelineEntry entry) =>
        entry.Change is { } kept && kept.GetProperty("change") is { ValueKind: JsonValueKind.Object } change && change.TryGetProperty("Title", out var title) ? title.GetString() : null;

    private static readonly CompiledQuery<HouseholdId, QuestionCard> QuestionsOf = new((work, household) => work.Questions.Where(q => q.Household == household).OrderBy(q => q.AskedAt));

    public static async Task<HouseholdView> Load(Work work, HouseholdCard household, IEnumerable<IHouseholdPanel> panels, CancellationToken cancel)
    {
        var id = household.Id;
        var people = await work.PeopleOf(id, cancel);
        var circle = await work.WholeCircle(id, cancel);
        var questions = await QuestionsOf.List(work, id, cancel);
        var standing = household.Standing ?? new Standing(await work.LawsIn(id, cancel), await work.SeesSafety(id, cancel));
        var isOwn = !work.Actor.Role.IsProfessional();
        var (plan, speakers) = await Spoken(work, await PlanView.Current(work, id, cancel), people, isOwn || standing.SeesSafety, cancel);
        var door = isOwn ? await work.OwnDoor(id, cancel) : null;
        var self = people.FirstOrDefault(p => p.Id == door?.Person);
        var reach = self is null ? OwnReach.All : await work.ReachOf(self, cancel);
        var timeline = await HouseholdTimeline.Read(work, id, standing, circle, reach.Whole ? null : self!.Id, 0, TimelineLength, cancel);
        return new HouseholdView
        {
            Household = household,
            People = [.. (await work.ShownThrough(door, people, cancel)).OrderBy(p => p.Relation)],
            Circle = [.. (self is null ? circle.Members : reach.Of(circle.Members, self.Id)).Where(m => m.Until is null)],
            Questions = questions,
            Plan = plan,
            Speakers = speakers,
            PlanEndedAt = plan is null ? await work.Query<Plan>().Where(p => p.Household == id).MaxAsync(p => p.EndedAt, cancel) : null,
            Communities = await CommunityNames(work, questions, plan, cancel),
            Panels = await Contributed(work, household, panels, cancel),
            Timeline = timeline,
            Names = await NamesOf(work, circle, timeline, cancel),
            Today = Amsterdam.Date(work.Now),
            // The attention officer is there for what lies in the safety compartment, whatever its law.
            Laws = work.Actor.May(Permission.HandleSafety) ? Enum.GetValues<Law>() : standing.Laws,
            Contact = await work.ContactRules(household, cancel),
            SeesSafety = standing.SeesSafety,
            IsOwn = isOwn,
            Leads = circle.Members.LedBy(work.Actor),
            WorksHere = circle.Members.Any(m => m.Until is null && m.Who.Id == work.Actor.Account),
            ShowsAddress = door is not { LivesElsewhere: true },
            SaysAuthority = door is { IsMinor: false } && people.Any(p => p.IsChildOn(Amsterdam.Date(work.Now))),
            IsResident = work.Actor.May(Permission.DecideForOneself),
        };
    }

    // The words of somebody who is hidden are for who sees the safety compartment.
    private static async Task<(PlanView? Plan, IReadOnlyDictionary<AccountId, string> Speakers)> Spoken(Work work, PlanView? plan, IReadOnlyList<PersonCard> people, bool all, CancellationToken cancel)
    {
        var speakers = new Dictionary<AccountId, string>();
        foreach (var word in plan?.Words ?? [])
            if (await work.PersonOf(word.ByAccount, cancel) is { } who && people.FirstOrDefault(p => p.Id == who) is { } person) speakers[word.ByAccount] = person.Name;
        if (plan is null || all || plan.Words.All(w => speakers.ContainsKey(w.ByAccount))) return (plan, speakers);
        var hidden = await work.HiddenSpeakers(plan.Plan.Household, cancel);
        return (plan with { Words = [.. plan.Words.Where(w => !hidden.Contains(w.ByAccount))] }, speakers);
    }

    // Who did something here is nearly always of the circle, or was.
    private static async Task<Dictionary<AccountId, string>> NamesOf(Work work, WholeCircle circle, IReadOnlyList<TimelineEntry> timeline, CancellationToken cancel)
    {
        var names = circle.Members.DistinctBy(m => m.Who.Id).ToDictionary(m => m.Who.Id, m => m.Who.Name);
        var others = await work.AccountNames(timeline.Select(t => t.Account).OfType<AccountId>().Where(who => !names.ContainsKey(who)), cancel);
        foreach (var (who, card) in others) names[who] = card.Name;
        return names;
    }

    private static async Task<Dictionary<CommunityId, string>> CommunityNames(Work work, List<QuestionCard> questions, PlanView? plan, CancellationToken cancel)
    {
        var ids = questions.Select(q => q.ViaCommunity).Concat(plan?.Actions.Select(a => a.Community) ?? []).OfType<CommunityId>().Distinct().ToArray();
        return ids.Length == 0 ? [] : await work.Communities.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
    }

    private static async Task<IReadOnlyList<HouseholdPanel>> Contributed(Work work, HouseholdCard household, IEnumerable<IHouseholdPanel> panels, CancellationToken cancel)
    {
        var shown = new List<HouseholdPanel>();
        foreach (var panel in panels.OrderBy(p => p.Order))
            if (await panel.For(work, household, cancel) is { } content) shown.Add(content);
        return shown;
    }
}
