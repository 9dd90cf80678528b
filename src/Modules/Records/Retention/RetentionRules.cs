using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Samenkracht.Kernel.Records;

namespace Samenkracht.Records.Retention;

/// <summary>Termijn: how long, and counted from when: "15 jaar na afsluiting".</summary>
internal sealed partial record RetentionTerm(int Count, string Unit, bool FromLastChange)
{
    /// <exception cref="FormatException">Not in the form that the message names.</exception>
    public static RetentionTerm Parse(string text) =>
        Form().Match(text.Trim()) is { Success: true } read && int.TryParse(read.Groups[1].Value, out var count) && count is > 0 and <= 200
            ? new(count, read.Groups[2].Value, read.Groups[3].Value == "laatste wijziging")
            : throw new FormatException($"'{text}' is geen bewaartermijn; schrijf bijvoorbeeld '15 jaar na afsluiting' of '6 weken na laatste wijziging'.");

    public DateOnly From(KeptPart part) => FromLastChange ? part.ChangedOn : part.ClosedOn;

    /// <summary>The first day on which it has passed.</summary>
    public DateOnly Ends(KeptPart part) => Unit switch
    {
        "jaar" => From(part).AddYears(Count),
        "maand" or "maanden" => From(part).AddMonths(Count),
        _ => From(part).AddDays(7 * Count),
    };

    public override string ToString() => $"{Count} {Unit} na {(FromLastChange ? "laatste wijziging" : "afsluiting")}";

    [GeneratedRegex("^([0-9]{1,3}) (jaar|maand|maanden|week|weken) na (afsluiting|laatste wijziging)$")]
    private static partial Regex Form();
}

/// <summary>Bewaartermijnen: for each kind of file and each way that it ended how long it stays, under <c>Bewaartermijnen</c> in the configuration, e.g.
/// <c>Bewaartermijnen__Wmo__HulpGegeven="15 jaar na afsluiting"</c>. What is not set there is the standard.</summary>
internal sealed class RetentionRules
{
    private const string Section = "Bewaartermijnen";

    // Wmo art. 5.3.4 (15 years); Jeugdwet art. 7.3.8, third paragraph (20 years after the last change); Selectielijst gemeenten 2020 for what led to no provision
    // and for what was withdrawn. For Participatiewet, Wgs and signals alone a municipality must look up its own (design: to be checked).
    private static readonly Dictionary<(string Kind, KeptResult Result), string> Standard = new()
    {
        [("Wmo", KeptResult.HelpGiven)] = "15 jaar na afsluiting",
        [("Wmo", KeptResult.NoHelp)] = "5 jaar na afsluiting",
        [("Wmo", KeptResult.Withdrawn)] = "6 weken na afsluiting",
        [("Jeugdwet", KeptResult.HelpGiven)] = "20 jaar na laatste wijziging",
        [("Jeugdwet", KeptResult.NoHelp)] = "5 jaar na laatste wijziging",
        [("Jeugdwet", KeptResult.Withdrawn)] = "6 weken na laatste wijziging",
        [("Participatiewet", KeptResult.HelpGiven)] = "10 jaar na afsluiting",
        [("Participatiewet", KeptResult.NoHelp)] = "5 jaar na afsluiting",
        [("Participatiewet", KeptResult.Withdrawn)] = "6 weken na afsluiting",
        [("Wgs", KeptResult.HelpGiven)] = "5 jaar na afsluiting",
        [("Wgs", KeptResult.NoHelp)] = "1 jaar na afsluiting",
        [("Wgs", KeptResult.Withdrawn)] = "6 weken na afsluiting",
        [("Huishouden", KeptResult.NoHelp)] = "1 jaar na laatste wijziging",
        [("Signaal", KeptResult.OnlySignal)] = "1 jaar na afsluiting",
        [("Signaal", KeptResult.Joint)] = "2 jaar na afsluiting",
        [("Signaal", KeptResult.Withdrawn)] = "6 weken na afsluiting",
    };

    private static readonly Dictionary<string, KeptResult> Results = new()
    {
        ["HulpGegeven"] = KeptResult.HelpGiven,
        ["GeenHulp"] = KeptResult.NoHelp,
        ["Ingetrokken"] = KeptResult.Withdrawn,
        ["AlleenSignaal"] = KeptResult.OnlySignal,
        ["GezamenlijkOpgepakt"] = KeptResult.Joint,
    };

    private readonly Dictionary<(string Kind, KeptResult Result), RetentionTerm> terms = Standard.ToDictionary(rule => rule.Key, rule => RetentionTerm.Parse(rule.Value));

    public IEnumerable<(string Kind, KeptResult Result, RetentionTerm Term)> All => terms.Select(rule => (rule.Key.Kind, rule.Key.Result, rule.Value));

    /// <summary>As a setting calls it.</summary>
    public static string NameOf(KeptResult result) => Results.First(known => known.Value == result).Key;

    /// <exception cref="InvalidOperationException">A setting names no kind or result, or is no term: the program does not start with it.</exception>
    public static RetentionRules From(IConfiguration? configuration)
    {
        var rules = new RetentionRules();
        foreach (var kind in configuration?.GetSection(Section).GetChildren() ?? [])
            foreach (var setting in kind.GetChildren())
                rules.Set(kind.Key, setting.Key, setting.Value ?? "");
        return rules;
    }

    public RetentionTerm Of(KeptPart part) => terms[(part.Law?.ToString() ?? (part.Signal is null ? "Huishouden" : "Signaal"), part.Result)];

    private void Set(string kind, string result, string text)
    {
        var name = $"{Section}:{kind}:{result}";
        var known = Results.FirstOrDefault(r => r.Key.Equals(result, StringComparison.OrdinalIgnoreCase));
        var key = terms.Keys.FirstOrDefault(k => k.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase) && known.Key is not null && k.Result == known.Value);
        if (key.Kind is null)
            throw new InvalidOperationException($"{name} is geen bewaartermijn. U kunt instellen: {string.Join(", ", terms.Keys.Select(k => $"{k.Kind}:{Results.First(r => r.Value == k.Result).Key}"))}.");
        try
        {
            terms[key] = RetentionTerm.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new InvalidOperationException($"{name}: {wrong.Message}", wrong);
        }
    }
}
