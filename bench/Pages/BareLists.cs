using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Bench.Pages;

/// <summary>The worklist, the list of households and search with no more SQL than they need.</summary>
static class BareLists
{
    const string Card = """
        SELECT h.id, h.name, h.street, h.house_number, h.postcode, h.place, h.buurt_code, h.secrecy, h.safety, h.search_text, h.known_since, p.started_at, a.id, a.name
        FROM household h LEFT JOIN support_period p ON p.household = h.id AND p.ended_at IS NULL LEFT JOIN circle_member c ON c.id = p.coordinator LEFT JOIN account_card a ON a.id = c.account
        """;

    /// <summary>The signals on the first page.</summary>
    public static async Task<IEnumerable<string>> Worklist(BareRequest request, Actor actor)
    {
        const string Open = "FROM signal s LEFT JOIN signal_claim c ON c.signal = s.id AND c.released_at IS NULL LEFT JOIN assessment x ON x.signal = s.id LEFT JOIN account_card a ON a.id = c.account LEFT JOIN organisation o ON o.id = s.by_organisation LEFT JOIN community k ON k.id = s.community";
        const string Where = "WHERE s.state IN ('Received', 'Claimed') AND s.safety <> 'Shielded' AND (s.organisation IS NULL OR s.organisation = @organisation) AND (s.team IS NULL OR s.team = @team)";
        (string, object?)[] own = [("organisation", actor.Organisation!.Value.Value), ("team", actor.Team!.Value.Value)];
        await request.Ask($"SELECT count(*) FROM signal s {Where}", own);
        var rows = await request.Ask($"""
            SELECT s.id, s.reference, s.kind, s.state, s.theme, s.about, s.told, s.urgency, s.by_role, s.by_organisation, s.by_neighbour, s.community, s.people_from, s.people_to, s.received_at, s.due_on, c.account, x.outcome, a.name, o.name, k.name
            {Open} {Where} ORDER BY s.due_on, CASE WHEN s.urgency = 'Today' THEN 0 ELSE 1 END, s.received_at, s.id LIMIT 25
            """, own);
        return [.. rows.Select(row => $"/signalen/{Text(row[0])}")];
    }

    /// <summary>The households on the first page, and for a lead the work of the team.</summary>
    public static async Task<IEnumerable<string>> Households(BareRequest request, Actor actor)
    {
        const string Where = $"WHERE h.id IN {BareHousehold.Own}";
        await request.Ask($"SELECT count(*) FROM household h {Where}");
        var rows = await request.Ask($"{Card} {Where} ORDER BY h.search_text, h.id LIMIT 25");
        await request.Log("Listed", "Lijst van huishoudens", "NameAndAddress", Ids(rows));
        if (actor.Role == Role.TeamLead) await CaseLoad(request, actor);
        return Links(rows);
    }

    /// <summary>Own households in whose name, address or people each word occurs, and who is involved elsewhere by that full name or address.</summary>
    public static async Task<IEnumerable<string>> Search(BareRequest request, string text)
    {
        var words = SearchText.Of(text).Split(' ');
        var within = request.IsPostgres ? "strpos" : "instr";
        var where = words.Select((_, n) => $"({within}(h.search_text, @w{n}) > 0 OR EXISTS (SELECT 1 FROM person p WHERE p.household = h.id AND {within}(p.search_name, @w{n}) > 0))");
        var rows = await request.Ask($"{Card} WHERE h.id IN {BareHousehold.Own} AND {string.Join(" AND ", where)} ORDER BY h.search_text, h.id LIMIT 20", [.. words.Select((word, n) => ($"w{n}", (object?)word))]);
        await request.Log("Found", "Zoeken", "NameAndAddress", Ids(rows));
        if (words.Length == 1) return Links(rows);
        var elsewhere = (await Involved(request, SearchText.Of(text), Address.Key(text))).Where(row => !rows.Any(own => Text(own[0]) == Text(row[0]))).ToList();
        await request.Log("Involvement", "Zoeken: is er iemand betrokken?", "Existence", Ids(elsewhere));
        return [.. Links(rows), .. elsewhere.Select(row => (string)row[1])];
    }

    static Task<List<object[]>> Involved(BareRequest request, string name, string key)
    {
        const string Who = "a.name, a.phone_number, o.name FROM";
        const string Joined = "JOIN account_card a ON a.id = f.contact LEFT JOIN organisation o ON o.id = a.organisation";
        (string, object?)[] keys = [("name", name), ("key", key)];
        if (request.IsPostgres) return request.Ask($"SELECT f.household, {Who} sight.involved('{{}}', @name, @key, @key) f {Joined}", keys);
        return request.Ask($"""
            SELECT f.household, {Who} (
                SELECT h.id AS household, (SELECT m.account FROM circle_member m LEFT JOIN support_period s ON s.coordinator = m.id AND s.ended_at IS NULL
                    WHERE m.household = h.id AND m.until IS NULL AND m.role = 'Member' ORDER BY s.id IS NULL, m.since LIMIT 1) AS contact
                FROM household h WHERE h.safety = 'None' AND NOT h.secrecy AND h.id IN (SELECT p.household FROM person p WHERE p.search_name = @name AND p.safety = 'None'
                    UNION SELECT a.id FROM household a WHERE a.address_key = @key UNION SELECT a.id FROM household a WHERE a.postcode_key = @key)
                ORDER BY h.known_since, h.id LIMIT 20) f {Joined}
            """, keys);
    }

    // Numbers of colleagues, beyond one's own sight.
    static async Task CaseLoad(BareRequest request, Actor actor)
    {
        (string, object?)[] team = [("team", actor.Team!.Value.Value)];
        var since = request.IsPostgres ? "avg(extract(epoch FROM p.started_at))" : "avg(julianday(p.started_at))";
        foreach (var part in new[] { "coordinator", "deputy" })
            await request.AskAsSystem($"""
                SELECT a.id, a.name, count(p.id), {since} FROM account_card a JOIN circle_member m ON m.account = a.id AND m.until IS NULL JOIN support_period p ON p.{part} = m.id AND p.ended_at IS NULL
                WHERE a.team = @team AND a.active AND p.household NOT IN (SELECT id FROM household WHERE safety = 'Shielded') GROUP BY a.id, a.name
                """, team);
    }

    static Guid[] Ids(IEnumerable<object[]> rows) => [.. rows.Select(row => Guid.Parse(row[0].ToString()!))];

    static string[] Links(IEnumerable<object[]> rows) => [.. rows.Select(row => $"/huishoudens/{Text(row[0])}")];

    static string Text(object id) => Guid.Parse(id.ToString()!).ToString("N");
}
