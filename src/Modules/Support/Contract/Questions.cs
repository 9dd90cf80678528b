using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Contract;

/// <summary>Nieuwe hulpvraag.</summary>
/// <param name="FromSignal">The id of the signal it came from.</param>
/// <param name="About">About whom of the household; null is about all of it.</param>
/// <param name="Id">The id that follows from the form; a random one without it.</param>
/// <param name="ViaCommunity">The community through which the household came; the database admits linkable ones only.</param>
public sealed record NewQuestion(HouseholdId Household, Law Law, Theme Theme, string Text,
    Audience Audience = Audience.Circle, SafetyMark Safety = SafetyMark.None, Guid? FromSignal = null, CommunityId? ViaCommunity = null, PersonId? About = null, QuestionId? Id = null);

/// <summary>Hulpvraag op een lijst: only those that the actor may see.</summary>
public sealed record QuestionCard
{
    public required QuestionId Id { get; init; }
    public required HouseholdId Household { get; init; }
    public required Law Law { get; init; }
    public required Theme Theme { get; init; }
    public required string Text { get; init; }
    public Audience Audience { get; init; }
    public SafetyMark Safety { get; init; }
    /// <summary>The other laws whose members read along, as bits.</summary>
    public int SharedWith { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public Guid? FromSignal { get; init; }
    public CommunityId? ViaCommunity { get; init; }
    /// <summary>About whom; null is about the whole household.</summary>
    public PersonId? About { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public QuestionOutcome? Outcome { get; init; }
    public int Version { get; init; }
}

public static class QuestionQueries
{
    extension(Work work)
    {
        /// <summary>The questions that the actor may see.</summary>
        public IQueryable<QuestionCard> Questions =>
            from question in work.Query<Question>()
            join closed in work.Unscoped<QuestionClosure>("joined to questions that the actor may see") on question.Id equals closed.Question into closures
            from closure in closures.DefaultIfEmpty()
            select new QuestionCard
            {
                Id = question.Id,
                Household = question.Household,
                Law = question.Law,
                Theme = question.Theme,
                Text = question.Text,
                Audience = question.Audience,
                Safety = question.Safety,
                SharedWith = question.SharedWith,
                AskedAt = question.AskedAt,
                FromSignal = question.FromSignal,
                ViaCommunity = question.ViaCommunity,
                About = question.About,
                ClosedAt = (DateTimeOffset?)closure.ClosedAt,
                Outcome = (QuestionOutcome?)closure.Outcome,
                Version = question.Version,
            };

        /// <summary>All questions of which nothing lies in the safety compartment, to count with; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<QuestionId> CountableQuestions
        {
            get
            {
                var (households, hidden) = (work.CountableHouseholds, work.UncountablePeople);
                return work.Unscoped<Question>("counts only").Where(q => q.Safety == SafetyMark.None && !hidden.Any(p => p == q.About) && households.Contains(q.Household)).Select(q => q.Id);
            }
        }

        /// <summary>The questions that lie in the safety compartment, or are about who does; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<QuestionId> HiddenQuestions
        {
            get
            {
                var hidden = work.UncountablePeople;
                return work.Unscoped<Question>("only to leave out what came of them").Where(q => q.Safety == SafetyMark.Shielded || hidden.Any(p => p == q.About)).Select(q => q.Id);
            }
        }

        /// <summary>Whether the actor sees something of this household that is told in person only.</summary>
        public async Task<bool> IsToldInPerson(HouseholdId household, CancellationToken cancel = default) =>
            await work.Query<Question>().AnyAsync(q => q.Household == household && q.Safety == SafetyMark.Shielded, cancel)
            || await work.Query<Goal>().AnyAsync(g => g.Household == household && g.Safety == SafetyMark.Shielded, cancel);
    }
}

public static class Questions
{
    /// <summary>Adds a question to a household. The actor need not be in its circle: who assesses a signal hands it over without seeing more.</summary>
    /// <exception cref="InvalidOperationException">The actor works for no organisation, so that nobody would answer for the item.</exception>
    public static async Task<QuestionId> Ask(Work work, NewQuestion wanted, CancellationToken cancel = default)
    {
        var controller = work.Actor.Organisation ?? throw new InvalidOperationException("A question needs an organisation that answers for it.");
        var because = work.Because(SupportEvents.Asked, wanted.Law);
        var question = Question.Ask(wanted, controller, because, wanted.Id);
        work.Add(question);
        await work.Note(because, question.Id.Value, wanted.Household, wanted, cancel);
        await Households.KeepSafetyItems(work, wanted.Household, wanted.Safety, cancel);
        return question.Id;
    }

    /// <summary>Lets the household itself read a question that came from a report about it. False when there is nothing to show that the actor may change.</summary>
    public static async Task<bool> ShowToHousehold(Work work, QuestionId id, CancellationToken cancel = default)
    {
        if (await work.Query<Question>().FirstOrDefaultAsync(q => q.Id == id && q.Audience == Audience.Professionals && q.Safety == SafetyMark.None, cancel) is not { } question) return false;
        question.ForTheWholeCircle();
        await work.Note(work.Because(SupportEvents.Shown, question.Law), question.Id.Value, question.Household, cancel: cancel);
        return true;
    }
}
