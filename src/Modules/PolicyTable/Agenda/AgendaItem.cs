using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Contract;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Agendapunt: a collective issue put to a table as one question, with an owner and a day by which an answer is due.</summary>
internal sealed class AgendaItem : IVersioned
{
    public const int MaxQuestion = 1000;
    public const int MaxTableName = 120;

    private AgendaItem() { }

    public AgendaItemId Id { get; private set; }
    public IssueId Issue { get; private set; }
    public DecidingTable PolicyTable { get; private set; }
    public string? TableName { get; private set; }
    public string Question { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    /// <summary>The official who prepares the answer. Never shown to those who wait for it: late is the council, not the official.</summary>
    public AccountId Owner { get; private set; }
    public DateOnly AnswerBy { get; private set; }
    public AccountId PutBy { get; private set; }
    public DateTimeOffset PutAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>"het college", "Woonstichting De Brug".</summary>
    public string Debtor => PolicyTable.Debtor(TableName);

    public static AgendaItem Put(Because because, IssueId issue, AgendaDraft draft, AgendaItemId? id = null) => new()
    {
        Id = id ?? Kernel.Id.New<AgendaItemId>(),
        Issue = issue,
        PolicyTable = draft.Table,
        TableName = draft.Table.HasOwnName() ? draft.TableName!.Trim() : null,
        Question = draft.Question.Trim(),
        SearchText = Kernel.SearchText.Of(draft.Question),
        Owner = draft.Owner,
        AnswerBy = draft.AnswerBy,
        PutBy = because.Actor.Account ?? throw new InvalidOperationException("Only a person puts something on the agenda."),
        PutAt = because.At,
    };

    /// <summary>Past its day without an answer. The day itself is still in time.</summary>
    public static bool IsLate(DateOnly answerBy, bool answered, DateOnly today) => !answered && answerBy < today;

    /// <summary>Another colleague prepares the answer from now on.</summary>
    public void HandTo(AccountId colleague) => Owner = colleague;

    /// <summary>The answer. Given once: another question is another item.</summary>
    public Answer Answer(Because because, Decision decision, string text) => Agenda.Answer.Give(because, Id, decision, text);
}

/// <summary>What someone asks of a table.</summary>
internal sealed record AgendaDraft(DecidingTable Table, string? TableName, string Question, AccountId Owner, DateOnly AnswerBy);
