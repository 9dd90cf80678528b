using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Kept;

/// <summary>Hoe lang nog nodig: questions and goals by law, closed when the last of them is; an open question, a current plan or a decision that one can still object to keeps everything.</summary>
internal sealed class SupportKept : IKeptFiles
{
    public async Task<IReadOnlyCollection<HouseholdId>> Running(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel)
    {
        var closures = work.Query<QuestionClosure>();
        var asked = await work.Query<Question>().Where(q => households.Contains(q.Household) && !closures.Any(c => c.Question == q.Id)).Select(q => q.Household).ToListAsync(cancel);
        var planned = await work.Query<Plan>().Where(p => households.Contains(p.Household) && p.EndedAt == null).Select(p => p.Household).ToListAsync(cancel);
        var today = Amsterdam.Date(work.Now);
        var decided = await work.Query<Letter>().Where(l => households.Contains(l.Household) && l.ObjectionUntil >= today).Select(l => l.Household).ToListAsync(cancel);
        return [.. asked, .. planned, .. decided];
    }

    public async Task<IReadOnlyList<KeptPart>> Of(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel)
    {
        var questions = await (from question in work.Query<Question>()
                               join closure in work.Query<QuestionClosure>() on question.Id equals closure.Question
                               where households.Contains(question.Household)
                               select new Trace(question.Household, question.Law, closure.Outcome, closure.ClosedAt, closure.ClosedAt)).ToListAsync(cancel);
        var goals = await (from goal in work.Query<Goal>()
                           join plan in work.Query<Plan>() on goal.Plan equals plan.Id
                           where households.Contains(goal.Household)
                           select new Trace(goal.Household, goal.Law, null, plan.EndedAt ?? goal.SetAt, goal.ReachedAt ?? goal.SetAt)).ToListAsync(cancel);
        var done = await work.Query<PlanAction>().Where(a => households.Contains(a.Household))
            .Select(a => new Trace(a.Household, a.Law, null, a.DoneAt ?? a.AgreedAt, a.DoneAt ?? a.AgreedAt)).ToListAsync(cancel);
        var talked = await work.Query<Conversation>().Where(c => households.Contains(c.Household)).Select(c => new Trace(c.Household, c.Law, null, c.WrittenAt, c.WrittenAt)).ToListAsync(cancel);
        var sent = await work.Query<Letter>().Where(l => households.Contains(l.Household)).Select(l => new Trace(l.Household, l.Law, null, l.SentAt ?? l.DraftedAt, l.SentAt ?? l.DraftedAt)).ToListAsync(cancel);
        return [.. questions.Concat(goals).Concat(done).Concat(talked).Concat(sent).GroupBy(t => (t.Household, t.Law)).Select(Part)];
    }

    private static KeptPart Part(IGrouping<(HouseholdId Household, Law Law), Trace> part) => new(part.Key.Household, null, part.Key.Law,
        // A goal was set, a conversation written down or a letter sent: there was help. Asked and withdrawn is not the same as asked and answered.
        part.Any(t => t.Outcome is null) ? KeptResult.HelpGiven : part.All(t => t.Outcome == QuestionOutcome.Withdrawn) ? KeptResult.Withdrawn : KeptResult.NoHelp,
        Amsterdam.Date(part.Max(t => t.ClosedAt)), Amsterdam.Date(part.Max(t => t.ClosedAt > t.ChangedAt ? t.ClosedAt : t.ChangedAt)));

    private sealed record Trace(HouseholdId Household, Law Law, QuestionOutcome? Outcome, DateTimeOffset ClosedAt, DateTimeOffset ChangedAt);
}
