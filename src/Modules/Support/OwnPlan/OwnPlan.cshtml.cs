using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;
using Samenkracht.Support.Show;
using Samenkracht.Web.Access;

namespace Samenkracht.Support.OwnPlan;

/// <summary>Mijn plan: the household page in the words of the resident, who approves or says why not. Also for whom the resident lets stand beside them.</summary>
[Allow(Permission.SeeOwnHousehold)]
internal sealed class OwnPlanModel(Storage storage, ReadLog reads, IEnumerable<IHouseholdPanel> panels) : SkPage
{
    private const string What = "Mijn plan";
    // As many as may live in one house and answer at one moment.
    private const int MostTries = 5;

    /// <summary>Which household, for someone who stands beside more than one.</summary>
    [BindProperty(SupportsGet = true, Name = "household")]
    public HouseholdId? Id { get; set; }

    /// <summary>Why the resident does not agree.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Null when there is nothing (yet) that this person may see here.</summary>
    public HouseholdView? View { get; private set; }

    public IReadOnlyList<HouseholdId> Others { get; private set; } = [];

    /// <summary>Beside whom one stands here, and for which parts; null for who lives here.</summary>
    public Entry? Entry { get; private set; }

    /// <summary>In the parts that were asked there is nothing (yet) to read.</summary>
    public bool IsBare { get; private set; }

    /// <summary>What was asked there, when one reads that part.</summary>
    public IReadOnlyList<QuestionCard> Questions { get; private set; } = [];

    public bool MayDecide => Actor.May(Permission.DecideForOneself);

    public async Task<IActionResult> OnGet() => await Shown();

    public Task<IActionResult> OnPostApprove() => Answer(SupportEvents.Approved, "U hebt het plan goedgekeurd.",
        (plan, by, because) => plan.Approve(by, because));

    public Task<IActionResult> OnPostDisagree()
    {
        if (string.IsNullOrWhiteSpace(Words)) Refuse(nameof(Words), "Schrijf op wat er niet klopt. Een paar woorden is genoeg.");
        else if (Words.Length > PlanApproval.MostWords) Refuse(nameof(Words), $"Gebruik niet meer dan {PlanApproval.MostWords} tekens.");
        return Answer(SupportEvents.Disagreed, "Uw contactpersoon leest wat u schreef.",
            (plan, by, because) => plan.Disagree(by, Words!, because));
    }

    public Task<IActionResult> OnPostFinish(PlanActionId agreement) => Change(agreement, SupportEvents.Done, (a, because) => a.Finish(because), "Gedaan!");

    public Task<IActionResult> OnPostReopen(PlanActionId agreement) => Change(agreement, SupportEvents.Undone, (a, _) => a.Reopen(), "Deze afspraak staat weer open.");

    private async Task<IActionResult> Answer(JournalKind kind, string done, Func<Plan, AccountId, Because, PlanApproval> answer)
    {
        if (!MayDecide || await LivesElsewhere()) return NotFound();
        if (!ModelState.IsValid) return await Shown();
        for (var left = MostTries; ; left--)
        {
            try
            {
                return await AnswerOnce(kind, done, answer);
            }
            catch (ConcurrentChangeException) when (left > 0)
            {
                // Somebody else at home answered at the same moment: both count. Or the plan changed, which this one is told.
            }
        }
    }

    // The plan is of those who live there.
    private async Task<bool> LivesElsewhere()
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Own(work) is [var household, ..] && await work.OwnDoor(household.Id, Cancel) is { LivesElsewhere: true };
    }

    private async Task<IActionResult> AnswerOnce(JournalKind kind, string done, Func<Plan, AccountId, Because, PlanApproval> answer)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await Own(work) is not [var household, ..]) return NotFound();
        if (await work.Query<Plan>().FirstOrDefaultAsync(p => p.Household == household.Id && p.EndedAt == null, Cancel) is not { } plan) return NotFound();
        var because = work.Because(kind);
        var approval = answer(plan, Actor.Account!.Value, because);
        if (await Stands(approval)) return Done("/mijn", done);
        // What another at home answered changes nothing of what this one read.
        if (plan.Changes != Version)
        {
            Refuse("", "Het plan is net gewijzigd. Lees het nog eens; wat u schreef staat er nog.");
            return await Shown();
        }
        // One answer after the other, so that the same one sent twice at once finds the first.
        work.Expect(plan, plan.Version);
        work.Add(approval);
        await work.Note(because, plan.Id.Value, household.Id, new { approval.Edition, approval.Words }, Cancel);
        await work.Commit(Cancel);
        return Done("/mijn", done);
    }

    // Sent twice: the first one counts, and its page is the answer.
    private async Task<bool> Stands(PlanApproval wanted)
    {
        await using var now = await storage.Read(Actor, Cancel);
        // A yes and a no may stand at one instant.
        var last = await now.Query<PlanApproval>().Where(a => a.Plan == wanted.Plan && a.ByAccount == wanted.ByAccount).OrderByDescending(a => a.At).Take(2).ToListAsync(Cancel);
        return last.Any(a => a.At == last[0].At && (a.Edition, a.Agrees, a.Words) == (wanted.Edition, wanted.Agrees, wanted.Words));
    }

    private async Task<IActionResult> Change(PlanActionId id, JournalKind kind, Action<PlanAction, Because> verb, string done)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        var own = (await Own(work)).Select(h => h.Id).ToArray();
        var action = await work.Query<PlanAction>().InCurrentPlan(work).FirstOrDefaultAsync(a => a.Id == id && own.Contains(a.Household) && a.Doer == Doer.Resident, Cancel);
        if (!MayDecide || action is null) return NotFound();
        var because = work.Because(kind, action.Law);
        verb(action, because);
        await work.Note(because, id.Value, action.Household, cancel: Cancel);
        return await Saved(work) ? Done("/mijn", done) : await Shown();
    }

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        var (own, entries) = (await Own(work), (await work.Entries(Cancel)).Where(e => Id is null || e.Household == Id).ToList());
        // Of a household whose plan is not one's to read, only what is.
        HouseholdId[] all = [.. own.Select(h => h.Id), .. entries.Select(e => e.Household).Where(e => own.All(h => h.Id != e))];
        if (Id is not null && all.Length == 0) return NotFound();
        if (all is not [var first, ..]) return Page();
        Others = Id is null ? all[1..] : [];
        await reads.Looked(Actor, first, What, Purpose.OwnAffairs, Cancel);
        Entry = entries.Find(e => e.Household == first);
        if (own.FirstOrDefault(h => h.Id == first) is { } household) View = await HouseholdView.Load(work, household, panels, Cancel) with { Parts = Entry?.Parts ?? PartWords.All };
        else
        {
            Questions = await work.Questions.Where(q => q.Household == first && q.ClosedAt == null).OrderBy(q => q.AskedAt).ToListAsync(Cancel);
            IsBare = Questions.Count == 0 && !await work.Query<Letter>().AnyAsync(l => l.Household == first && l.SentAt != null, Cancel)
                && !await work.Query<Conversation>().AnyAsync(c => c.Household == first, Cancel);
        }
        return Page();
    }

    private Task<List<HouseholdCard>> Own(Work work) =>
        work.Households.Where(h => Id == null || h.Id == Id).OrderBy(h => h.KnownSince).ToListAsync(Cancel);
}
