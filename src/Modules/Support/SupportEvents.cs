using Samenkracht.Kernel;

namespace Samenkracht.Support;

/// <summary>Gebeurtenissen: what the journal keeps of questions and plans.</summary>
internal static class SupportEvents
{
    public static readonly JournalKind Asked = new("question.asked", "Hulpvraag gesteld", Purpose.Support);
    public static readonly JournalKind Shown = new("question.shown", "Hulpvraag ook voor het huishouden zelf te lezen", Purpose.Support);
    public static readonly JournalKind Closed = new("question.closed", "Hulpvraag afgesloten", Purpose.Support);
    public static readonly JournalKind PlanStarted = new("plan.started", "Plan gestart", Purpose.Support);
    public static readonly JournalKind PlanEnded = new("plan.ended", "Plan afgesloten", Purpose.Support);
    public static readonly JournalKind Approved = new("plan.approved", "Bewoner keurde het plan goed", Purpose.Support, Personal: true);
    public static readonly JournalKind Disagreed = new("plan.disagreed", "Bewoner is het niet eens met het plan", Purpose.Support, Personal: true);
    public static readonly JournalKind GoalSet = new("goal.set", "Doel toegevoegd", Purpose.Support);
    public static readonly JournalKind GoalReached = new("goal.reached", "Doel bereikt", Purpose.Support);
    public static readonly JournalKind Agreed = new("action.agreed", "Afspraak gemaakt", Purpose.Support);
    public static readonly JournalKind Changed = new("action.changed", "Afspraak gewijzigd", Purpose.Support);
    public static readonly JournalKind Done = new("action.done", "Afspraak gedaan", Purpose.Support);
    public static readonly JournalKind Handed = new("action.handed", "Afspraak overgedragen aan een collega", Purpose.Support);
    public static readonly JournalKind Undone = new("action.undone", "Afspraak weer open", Purpose.Support);
    public static readonly JournalKind ConversationKept = new("conversation.kept", "Gesprek vastgelegd", Purpose.Support);
    public static readonly JournalKind Disclosed = new("disclosure.told", "In een gesprek verteld wat is afgeschermd", Purpose.Safety);
    public static readonly JournalKind DisclosurePutOff = new("disclosure.put-off", "Vastgelegd waarom vertellen nu niet veilig is", Purpose.Safety);
    public static readonly JournalKind LetterDrafted = new("letter.drafted", "Concept van een brief", Purpose.Support);
    public static readonly JournalKind LetterSent = new("letter.sent", "Brief verstuurd", Purpose.Support);
    public static readonly JournalKind DecisionSent = new("letter.decided", "Besluit verstuurd", Purpose.Support);
    public static readonly JournalKind LetterPosted = new("letter.posted", "Brief met de post verstuurd", Purpose.Support);
    public static readonly JournalKind LetterRead = new("letter.read", "Brief gelezen", Purpose.Support);
    public static readonly JournalKind ConsentAsked = new("consent.asked", "Om instemming gevraagd", Purpose.Support);
    public static readonly JournalKind ConsentGiven = new("consent.given", "Instemming gegeven", Purpose.Support);
    public static readonly JournalKind ConsentRefused = new("consent.refused", "Instemming geweigerd", Purpose.Support);
    public static readonly JournalKind ConsentEnded = new("consent.ended", "Vraag om instemming vervallen", Purpose.Support);
    public static readonly JournalKind Shared = new("item.shared", "Delen met een andere wet gewijzigd", Purpose.Support);
}
