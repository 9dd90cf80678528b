namespace Samenkracht.Records.Listing;

/// <summary>Woorden voor wat er in een tabel staat, as the archivist and a declaration read it.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["household"] = "huishouden",
        ["person"] = "personen",
        ["account"] = "accounts van inwoners en naasten",
        ["circle_member"] = "kringleden",
        ["circle_law"] = "wetten van kringleden",
        ["support_period"] = "perioden van begeleiding",
        ["resident_account"] = "koppelingen met een account",
        ["emergency_access"] = "noodtoegang",
        ["person_request"] = "verzoeken over gegevens",
        ["restriction"] = "beperkingen van de verwerking",
        ["contact_hold"] = "wachtend bezoek en post",
        ["question"] = "hulpvragen",
        ["question_closure"] = "afsluitingen van hulpvragen",
        ["plan"] = "plannen",
        ["plan_approval"] = "oordelen over het plan",
        ["goal"] = "doelen",
        ["plan_action"] = "afspraken",
        ["signal"] = "signalen",
        ["signal_reporter"] = "melders",
        ["signal_claim"] = "wie een signaal oppakte",
        ["assessment"] = "beoordelingen van signalen",
        ["issue_contribution"] = "deelname aan kwesties",
        ["answer_opinion"] = "meningen over een antwoord",
        ["journal_key"] = "sleutels van het journaal",
    };

    /// <summary>In words, the most first; what has no word of its own is counted together.</summary>
    public static IEnumerable<(string Words, int Rows)> Of(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.GroupBy(c => Known.GetValueOrDefault(c.Key, "andere regels")).Select(g => (g.Key, g.Sum(c => c.Value))).OrderByDescending(g => g.Item2);
}
