using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.PolicyTable;

/// <summary>Wat deze module bewaart over mensen.</summary>
internal static class PolicyTableData
{
    public static readonly StoredData AgendaItem = StoredData.In("agenda_item", Purpose.Policy, DataSubject.Accounts)
        .Ordinary("wie een punt op de agenda zette en wie ervoor zorgt", "owner", "put_by", "put_at")
        .Plain("id", "issue", "policy_table", "table_name", "question", "search_text", "answer_by", "version");

    public static readonly StoredData Answer = StoredData.In("answer", Purpose.Policy, DataSubject.Accounts)
        .Ordinary("wie antwoord gaf, en wanneer", "answered_by", "answered_at").Plain("item", "decision", "text");

    public static readonly StoredData AnswerOpinion = StoredData.In("answer_opinion", Purpose.Policy, DataSubject.Residents)
        .FreeText("wat iemand van het antwoord vindt, in eigen woorden", "words")
        .Sensitive("of iemand het een antwoord vindt, en bij welk signaal of huishouden dat hoort", "signal", "household", "question", "is_answer", "given_by", "given_at")
        .Plain("id", "item");
}
