using Samenkracht.Kernel.Keys;

namespace Samenkracht.Bench.Pages;

/// <summary>Opening a household with no more SQL than its page needs, written as well as one can for each database. On PostgreSQL the policies say which rows;
/// SQLite has none, so there the statements do.</summary>
static class BareHousehold
{
    const string Law = "CASE i.law WHEN 'Wmo' THEN 1 WHEN 'Jeugdwet' THEN 2 WHEN 'Participatiewet' THEN 4 ELSE 8 END";
    const string Seen = $"(i.audience <> 'Author' OR i.author = @me) AND i.safety = 'None' AND (({Law}) | i.shared_with) & @laws <> 0";

    /// <summary>The households of one's circles; in <see cref="Samenkracht.Residents.Sight"/> in full.</summary>
    public const string Own = """
        (SELECT m.household FROM circle_member m WHERE m.account = @me AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > @now)
            AND (m.sees_safety OR NOT EXISTS (SELECT 1 FROM household s WHERE s.id = m.household AND s.safety = 'Shielded')))
        """;

    const string Opened = """
        EXISTS (SELECT 1 FROM circle_member m WHERE m.household = @household AND m.account = @me AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > @now) AND (h.safety = 'None' OR m.sees_safety))
        """;

    const string Card = $"""
        SELECT h.id, h.name, h.street, h.house_number, h.postcode, h.place, h.buurt_code, h.secrecy, h.safety, h.known_since, h.contact_from, h.version, p.started_at, c.account, d.account,
            (SELECT coalesce(sum({Law}), 0) FROM circle_member m JOIN circle_law i ON i.member = m.id
                WHERE m.household = h.id AND m.account = @me AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > @now)) AS laws
        FROM household h LEFT JOIN support_period p ON p.household = h.id AND p.ended_at IS NULL
            LEFT JOIN circle_member c ON c.id = p.coordinator LEFT JOIN circle_member d ON d.id = p.deputy
        WHERE h.id = @household
        """;

    const string People = "SELECT name, id, birth_date, relation, phone, call_from, call_until, no_post, safety FROM person i WHERE household = @household ORDER BY birth_date, name";
    const string Circle = """
        SELECT m.id, m.account, m.role, m.since, m.sees_safety, m.ends_at, m.beside, m.parts, l.law, a.name, a.function, a.role, a.phone_number, a.team, o.name
        FROM circle_member m JOIN account_card a ON a.id = m.account LEFT JOIN organisation o ON o.id = a.organisation LEFT JOIN circle_law l ON l.member = m.id
        WHERE m.household = @household AND m.until IS NULL
        """;
    const string Plan = """
        SELECT i.*, a.edition, a.agrees, a.words, a.at FROM plan i
            LEFT JOIN plan_approval a ON a.id = (SELECT b.id FROM plan_approval b WHERE b.plan = i.id ORDER BY b.at DESC LIMIT 1)
        WHERE i.household = @household AND i.ended_at IS NULL
        """;
    const string Held = "SELECT 1 FROM contact_hold WHERE household = @household AND blocks AND released_at IS NULL";
    const string Keys = "SELECT part, wrapped FROM journal_key WHERE household = @household";
    const string Requests = """
        SELECT r.id, r.kind, r.due_on, p.name FROM person_request r JOIN person p ON p.id = r.person
        WHERE r.household = @household AND r.answered_at IS NULL AND r.withdrawn_at IS NULL ORDER BY r.due_on
        """;
    const string Joined = "SELECT i.id, i.title, i.theme, c.wants_answer FROM issue_contribution c JOIN collective_issue i ON i.id = c.issue WHERE c.household = @household ORDER BY c.added_at DESC";
    const string Answers = """
        SELECT a.*, i.title, g.decision, g.text, g.answered_at, c.wants_answer, o.is_answer FROM issue_contribution c JOIN agenda_item a ON a.issue = c.issue JOIN collective_issue i ON i.id = a.issue
            LEFT JOIN answer g ON g.item = a.id LEFT JOIN answer_opinion o ON o.item = a.id AND o.household = c.household
        WHERE c.household = @household ORDER BY a.put_at DESC
        """;

    /// <summary>What stands on the page, by words that must be found on it.</summary>
    public static async Task<IEnumerable<string>> Open(BareRequest request, Guid household)
    {
        await request.LookInto(household);
        var (seen, own) = request.IsPostgres ? ("true", "") : (Seen, $" AND {Opened}");
        var card = (await request.Ask(Card + own, ("household", household))).Single();
        await request.Log("Opened", "Huishouden en plan", "File", [household]);
        (string, object?)[] here = [("household", household), ("laws", Convert.ToInt32(card[^1]))];
        var people = await request.Ask(People, here);
        await request.Ask(Circle, here);
        var questions = await request.Ask($"""
            SELECT i.text, i.theme, i.*, c.closed_at, c.outcome, k.name FROM question i LEFT JOIN question_closure c ON c.question = i.id LEFT JOIN community k ON k.id = i.via_community
            WHERE i.household = @household AND {seen} ORDER BY i.asked_at
            """, here);
        await request.Ask(Plan, here);
        var goals = await request.Ask($"SELECT i.text, i.* FROM goal i JOIN plan p ON p.id = i.plan AND p.ended_at IS NULL WHERE p.household = @household AND {seen} ORDER BY i.set_at", here);
        var actions = await request.Ask($"""
            SELECT i.text, i.*, k.name FROM plan p JOIN goal g ON g.plan = p.id JOIN plan_action i ON i.goal = g.id LEFT JOIN community k ON k.id = i.community
            WHERE p.household = @household AND p.ended_at IS NULL AND {seen} ORDER BY i.due_on, i.agreed_at
            """, here);
        await Timeline(request, here);
        await request.AskAsSystem(Held, here);
        await request.Ask($"""
            SELECT i.what, i.kind, (SELECT a.agrees FROM consent_answer a WHERE a.request = i.id ORDER BY a.at DESC LIMIT 1) FROM consent_request i
            WHERE i.household = @household AND i.ended_at IS NULL AND {seen} ORDER BY i.asked_at DESC, i.id LIMIT 5
            """, here);
        var letters = await request.Ask($"SELECT i.subject, i.id, i.sent_at, i.read_at FROM letter i WHERE i.household = @household AND {seen} ORDER BY i.sent_at IS NOT NULL, i.sent_at DESC, i.drafted_at DESC LIMIT 3", here);
        await request.Ask(Requests, here);
        await request.Ask(Joined, here);
        await request.Ask($"""
            SELECT id, title, theme, summary, opened_at FROM collective_issue WHERE theme IN (SELECT i.theme FROM question i WHERE i.household = @household AND {seen})
                AND id NOT IN (SELECT issue FROM issue_contribution WHERE household = @household) ORDER BY opened_at DESC LIMIT 5
            """, here);
        await request.Ask($"SELECT * FROM duty_to_tell i WHERE i.household = @household AND {(request.IsPostgres ? "true" : $"i.safety = 'None' AND ({Law}) & @laws <> 0")} ORDER BY CASE WHEN state IN ('Open', 'Withheld') THEN 0 ELSE 1 END, due_on LIMIT 5", here);
        await request.Ask(Answers, here);
        // Opened outside the time that is measured: what the rows say is no matter of SQL.
        return Unsealed(people, "person.name").Concat(Unsealed(questions, "question.text")).Concat(Unsealed(goals, "goal.text")).Concat(Unsealed(actions, "plan_action.text")).Concat(Unsealed(letters, "letter.subject"));
    }

    static IEnumerable<string> Unsealed(List<object[]> rows, string place) => rows.Select(row => SealedColumns.Open((byte[])row[0], place));

    // The last lines of the journal without those about what is hidden. PostgreSQL shows what is hidden to the system only.
    static async Task Timeline(BareRequest request, (string, object?)[] here)
    {
        const string Lines = $"""
            SELECT i.at, i.seq, i.kind, i.law, i.actor_role, i.account, i.organisation, i.subject, i.payload, a.name FROM journal_line i LEFT JOIN account_card a ON a.id = i.account
            WHERE i.household = @household AND (i.law IS NULL OR ({Law}) & @laws <> 0) AND i.purpose <> 'Safety' AND i.actor_role <> 'AttentionOfficer' AND
            """;
        const string Last = " ORDER BY i.at DESC, i.seq DESC LIMIT 8";
        string[] items = ["question", "conversation", "goal", "plan_action", "letter", "consent_request"];
        var hidden = string.Join(" UNION ALL ", items.Select(item => $"SELECT i.id FROM {item} i WHERE i.household = @household AND NOT ({Seen})")) + """
             UNION ALL SELECT id FROM person WHERE household = @household AND safety = 'Shielded'
            UNION ALL SELECT m.id FROM circle_member m JOIN account_card a ON a.id = m.account WHERE m.household = @household AND a.role = 'AttentionOfficer'
            UNION ALL SELECT r.id FROM person_request r WHERE r.household = @household AND NOT EXISTS (SELECT 1 FROM support_period s JOIN circle_member m ON m.id IN (s.coordinator, s.deputy)
                WHERE s.household = r.household AND s.ended_at IS NULL AND m.account = @me)
            """;
        if (request.IsPostgres)
        {
            var ids = (await request.AskAsSystem(hidden, here)).Select(row => (Guid)row[0]).ToArray();
            await request.Ask($"{Lines} i.subject <> ALL (@hidden) {Last}", [.. here, ("hidden", ids)]);
        }
        else await request.Ask($"{Lines} i.subject NOT IN ({hidden}) {Last}", here);
        await request.Ask(Keys, here);
    }
}
