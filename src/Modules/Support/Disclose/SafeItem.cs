using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Disclose;

/// <summary>Iets wat alleen in een gesprek wordt verteld: a question, goal, sent letter or conversation of the safety compartment, as far as the actor sees it.</summary>
internal sealed record SafeItem
{
    public required Guid Id { get; init; }
    public required HouseholdId Household { get; init; }
    public required OrganisationId Controller { get; init; }
    public required Law Law { get; init; }
    public required Audience Audience { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset Since { get; init; }
    public QuestionId? Question { get; init; }
    public GoalId? Goal { get; init; }
    public LetterId? Letter { get; init; }
    public ConversationId? Conversation { get; init; }
    /// <summary>A report has a duty of its own, with its own page.</summary>
    public Guid? FromSignal { get; init; }

    public string Kind => Question is not null ? "Vraag" : Goal is not null ? "Doel" : Letter is not null ? "Brief" : "Gesprek";

    /// <summary>A month after it was written down (AVG art. 14.3.a). Of a letter no law sets a day, and who was spoken with heard it themselves: null.</summary>
    public DateOnly? TellBy => Question is null && Goal is null ? null : Amsterdam.Date(Since).AddMonths(1);

    /// <summary>The same in a list to choose from.</summary>
    public string Short => $"{Kind}: {(Text.Length > Most ? $"{Text[..Most].TrimEnd()}…" : Text)}";

    private const int Most = 80;

    /// <summary>Of a household that opens to the actor: all when it is shielded as a whole.</summary>
    public static async Task<IReadOnlyList<SafeItem>> In(Work work, HouseholdCard household, CancellationToken cancel)
    {
        var whole = household.Safety == SafetyMark.Shielded;
        var questions = await work.Query<Question>().Where(q => q.Household == household.Id && (whole || q.Safety == SafetyMark.Shielded)).Select(AQuestion).ToListAsync(cancel);
        var goals = await work.Query<Goal>().Where(g => g.Household == household.Id && (whole || g.Safety == SafetyMark.Shielded)).Select(AGoal).ToListAsync(cancel);
        var letters = await work.Query<Letter>().Where(l => l.Household == household.Id && l.SentAt != null && (whole || l.Safety == SafetyMark.Shielded)).Select(ALetter).ToListAsync(cancel);
        var conversations = await work.Query<Conversation>().Where(c => c.Household == household.Id && (whole || c.Safety == SafetyMark.Shielded)).Select(AConversation).ToListAsync(cancel);
        return [.. questions.Concat(goals).Concat(letters).Concat(conversations).OrderBy(i => i.Since)];
    }

    /// <summary>The questions that nobody was told of in person, or that are to be weighed again, the oldest first; also those outside the compartment.</summary>
    public static IQueryable<Question> Untold(Work work, DateOnly today)
    {
        var said = work.Query<Disclosure>();
        var closed = work.Query<QuestionClosure>();
        return work.Query<Question>().Where(q => q.FromSignal == null && !closed.Any(c => c.Question == q.Id)
            && !said.Any(d => d.Question == q.Id && (d.ToldOn != null || d.ReviewOn > today))).OrderBy(q => q.AskedAt);
    }

    /// <summary>The shielded letters that nobody was given yet, or that are to be weighed again, the oldest first; also those outside the compartment.</summary>
    public static IQueryable<Letter> Ungiven(Work work, DateOnly today)
    {
        var said = work.Query<Disclosure>();
        return work.Query<Letter>().Where(l => l.SentAt != null && !said.Any(d => d.Letter == l.Id && (d.ToldOn != null || d.ReviewOn > today))).OrderBy(l => l.SentAt);
    }

    private static readonly System.Linq.Expressions.Expression<Func<Question, SafeItem>> AQuestion = q => new SafeItem
    {
        Id = q.Id.Value,
        Household = q.Household,
        Controller = q.Controller,
        Law = q.Law,
        Audience = q.Audience,
        Text = q.Text,
        Since = q.AskedAt,
        Question = q.Id,
        FromSignal = q.FromSignal,
    };

    private static readonly System.Linq.Expressions.Expression<Func<Goal, SafeItem>> AGoal = g => new SafeItem
    {
        Id = g.Id.Value,
        Household = g.Household,
        Controller = g.Controller,
        Law = g.Law,
        Audience = g.Audience,
        Text = g.Text,
        Since = g.SetAt,
        Goal = g.Id,
    };

    private static readonly System.Linq.Expressions.Expression<Func<Letter, SafeItem>> ALetter = l => new SafeItem
    {
        Id = l.Id.Value,
        Household = l.Household,
        Controller = l.Controller,
        Law = l.Law,
        Audience = l.Audience,
        Text = l.Subject,
        Since = l.SentAt!.Value,
        Letter = l.Id,
    };

    private static readonly System.Linq.Expressions.Expression<Func<Conversation, SafeItem>> AConversation = c => new SafeItem
    {
        Id = c.Id.Value,
        Household = c.Household,
        Controller = c.Controller,
        Law = c.Law,
        Audience = c.Audience,
        Text = c.Text,
        Since = c.WrittenAt,
        Conversation = c.Id,
    };
}
