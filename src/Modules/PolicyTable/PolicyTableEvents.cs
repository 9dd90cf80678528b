using Samenkracht.Kernel;

namespace Samenkracht.PolicyTable;

/// <summary>What the journal keeps of the policy table.</summary>
internal static class PolicyTableEvents
{
    public static readonly JournalKind PutOnAgenda = new("agenda.put", "Op de agenda gezet", Purpose.Policy);
    public static readonly JournalKind Handed = new("agenda.handed", "Agendapunt overgedragen", Purpose.Policy);
    public static readonly JournalKind Answered = new("agenda.answered", "Antwoord gegeven", Purpose.Policy);
    public static readonly JournalKind OpinionGiven = new("agenda.opinion", "Gezegd of het een antwoord is", Purpose.Policy);
}
