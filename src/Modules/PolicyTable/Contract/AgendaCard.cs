using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Agenda;

namespace Samenkracht.PolicyTable.Contract;

/// <summary>Agendapunt, as everyone who signs in may know it: who owes the answer is the council or the organisation, never an official.</summary>
public sealed record AgendaCard
{
    public required AgendaItemId Id { get; init; }
    public required IssueId Issue { get; init; }
    public required string IssueTitle { get; init; }
    internal DecidingTable Table { get; init; }
    internal string? TableName { get; init; }
    public required string Question { get; init; }
    internal string SearchText { get; init; } = "";
    public required DateOnly AnswerBy { get; init; }
    public required DateTimeOffset PutAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    internal Decision? Decision { get; init; }
    public string? AnswerText { get; init; }

    /// <summary>"het college", "Woonstichting De Brug".</summary>
    public string Debtor => Table.Debtor(TableName);

    public bool IsLate(DateOnly today) => AgendaItem.IsLate(AnswerBy, AnsweredAt is not null, today);
}

public static class AgendaQueries
{
    extension(Work work)
    {
        /// <summary>What was asked of which table, and answered.</summary>
        public IQueryable<AgendaCard> Agenda =>
            from item in work.Query<AgendaItem>()
            join issue in work.Issues on item.Issue equals issue.Id
            join given in work.Query<Answer>() on item.Id equals given.Item into answers
            from answer in answers.DefaultIfEmpty()
            select new AgendaCard
            {
                Id = item.Id,
                Issue = item.Issue,
                IssueTitle = issue.Title,
                Table = item.PolicyTable,
                TableName = item.TableName,
                Question = item.Question,
                SearchText = item.SearchText + " " + issue.SearchText,
                AnswerBy = item.AnswerBy,
                PutAt = item.PutAt,
                AnsweredAt = (DateTimeOffset?)answer.AnsweredAt,
                Decision = (Decision?)answer.Decision,
                AnswerText = answer.Text,
            };
    }
}
