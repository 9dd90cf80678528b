using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.Support;

/// <summary>Wat deze module bewaart over mensen.</summary>
internal static class SupportData
{
    // What a question is about may be health, addiction or sexuality: the theme alone already tells it.
    public static readonly StoredData Question = StoredData.In("question", Purpose.Support, DataSubject.Residents)
        .FreeText("hulpvraag in eigen woorden", "text")
        .Special("thema van de hulpvraag", "theme")
        .Sensitive("onder welke wet, over wie, voor wie zichtbaar, met welke wet gedeeld, afgeschermd of niet", "law", "audience", "safety", "shared_with", "about")
        .Ordinary("wie de vraag noteerde, voor welke organisatie en wanneer", "controller", "author", "asked_at")
        .Sensitive("langs welke weg de vraag kwam: een signaal, een gemeenschap", "from_signal", "via_community")
        .Plain("id", "household", "via_community_linkable", "version");

    public static readonly StoredData Conversation = StoredData.In("conversation", Purpose.Support, DataSubject.Residents)
        .FreeText("wat in een gesprek is gezegd", "text")
        .Sensitive("onder welke wet, over wie, voor wie zichtbaar, afgeschermd of niet", "law", "audience", "safety", "shared_with", "about")
        .Ordinary("wie het gesprek vastlegde, voor welke organisatie en wanneer", "controller", "author", "held_on", "written_at")
        .Plain("id", "household");

    public static readonly StoredData Disclosure = StoredData.In("disclosure", Purpose.Safety, DataSubject.Residents)
        .FreeText("wat van het afgeschermde in een gesprek is verteld en waar, of waarom dat nog niet veilig is", "place", "words")
        .Sensitive("onder welke wet, aan wie, voor wie zichtbaar, afgeschermd of niet", "law", "audience", "safety", "shared_with", "about", "question", "goal", "letter", "conversation")
        .Ordinary("wie het vertelde, voor welke organisatie en wanneer, of wanneer er opnieuw naar wordt gekeken", "controller", "author", "told_on", "review_on", "at")
        .Plain("id", "household");

    public static readonly StoredData QuestionClosure = StoredData.In("question_closure", Purpose.Support, DataSubject.Residents)
        .Sensitive("hoe een hulpvraag afliep", "outcome", "closed_at", "closed_by").Plain("question");

    public static readonly StoredData Plan = StoredData.In("plan", Purpose.Support, DataSubject.Residents)
        .Sensitive("dat er een plan is, van wanneer tot wanneer", "controller", "edition", "judged_edition", "changes", "started_at", "ended_at").Plain("id", "household", "version");

    public static readonly StoredData PlanApproval = StoredData.In("plan_approval", Purpose.OwnAffairs, DataSubject.Residents)
        .FreeText("wat een bewoner van het plan vindt, in eigen woorden", "words")
        .Sensitive("of een bewoner het met het plan eens is", "agrees", "edition", "by_account", "at")
        .Plain("id", "plan");

    public static readonly StoredData Goal = StoredData.In("goal", Purpose.Support, DataSubject.Residents)
        .FreeText("doel, en van wie het is", "text", "whose")
        .Sensitive("onder welke wet, over wie, voor wie zichtbaar, met welke wet gedeeld, afgeschermd of niet", "law", "audience", "safety", "shared_with", "about")
        .Ordinary("wie het doel noteerde, voor welke organisatie en wanneer", "controller", "author", "set_at", "reached_at")
        .Plain("id", "plan", "household", "version");

    public static readonly StoredData Letter = StoredData.In("letter", Purpose.Support, DataSubject.Residents)
        .FreeText("brief of besluit: onderwerp, tekst en wat er is besloten", "subject", "text", "outcome")
        .Sensitive("aan wie, onder welke wet, voor wie zichtbaar, afgeschermd of niet, en of de brief is gelezen", "about", "law", "audience", "safety", "shared_with", "kind", "read_at")
        .Ordinary("wie de brief schreef en verstuurde, kenmerk, datums en de bezwaartermijn", "controller", "author", "sent_by", "reference", "drafted_at", "sent_at", "objection_until", "posted_at", "posted_by")
        .Ordinary("namens wie is besloten en waar iemand bezwaar maakt", "decided_for", "objection_address")
        .Plain("id", "household", "version");

    public static readonly StoredData ConsentRequest = StoredData.In("consent_request", Purpose.Support, DataSubject.Residents)
        .FreeText("waarvoor om instemming is gevraagd, en waarom", "what", "why")
        .Sensitive("aan wie het is gevraagd, onder welke wet en over welke organisatie", "about", "law", "to_law", "with_organisation", "kind", "audience", "safety", "shared_with")
        .Ordinary("wie het vroeg, voor welke organisatie en wanneer", "controller", "author", "asked_at", "ended_at")
        .Plain("id", "household", "version");

    public static readonly StoredData ConsentAnswer = StoredData.In("consent_answer", Purpose.OwnAffairs, DataSubject.Residents)
        .FreeText("wat iemand bij ja of nee zei", "words")
        .Sensitive("of iemand instemt, wie antwoordde en wanneer", "agrees", "by_person", "by_account", "spoken", "at")
        .Plain("id", "request");

    public static readonly StoredData LawfulSharing = StoredData.In("lawful_sharing", Purpose.Support, DataSubject.Residents)
        .FreeText("waarom iets toch is gedeeld", "reason")
        .Sensitive("de grond in de wet om toch te delen, door wie en wanneer", "ground", "at", "by_account")
        .Plain("id", "request");

    public static readonly StoredData PlanAction = StoredData.In("plan_action", Purpose.Support, DataSubject.Residents)
        .FreeText("afspraak, en wie haar nakomt", "text", "doer_name")
        .Sensitive("wat voor iemand de afspraak nakomt", "doer")
        .Sensitive("onder welke wet, over wie, voor wie zichtbaar, met welke wet gedeeld, afgeschermd of niet", "law", "audience", "safety", "shared_with", "about")
        .Sensitive("welke gemeenschap helpt (nooit van geloof, afkomst, gezondheid of politiek)", "community")
        .Ordinary("wie de afspraak noteerde, voor welke organisatie en wanneer", "controller", "author", "doer_account", "due_on", "rhythm", "agreed_at", "done_at")
        .Plain("id", "goal", "household", "community_linkable", "version");
}
