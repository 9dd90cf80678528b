using System.Globalization;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;

namespace Samenkracht.Insight.Findings;

/// <summary>What stands under the sentence of a finding: compared with what, since when, in which wijken, through which community, and what nobody knows.</summary>
internal sealed class FindingFacts(FindingView view)
{
    private const int MostWijken = 4;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private readonly Finding finding = view.Finding;

    public string ComparedWith => finding.Kind switch
    {
        ScanKind.Signals => "Wat er op deze plek gewoon binnenkomt, en wat er nu in de hele gemeente binnenkomt.",
        ScanKind.Areas => $"Alle {(view.Run.Population ?? CbsUnit.Households).Label()} die CBS per buurt telt.",
        _ when AroundCommunity => "Alle andere huishoudens die wij kennen.",
        _ => "De huishoudens die wij in andere buurten kennen.",
    };

    /// <summary>A month tells of one household; outside the team only what was looked at is said.</summary>
    public string Since => finding.Kind == ScanKind.Signals
        ? $"De drukte begon op {Day(finding.Since)}. Wij keken naar een jaar, tot en met {Day(finding.Until)}."
        : view.Disclosure.IsExact
            ? $"De eerste vraag kwam in {Month(finding.Since)}. De helft was er in {Month(finding.HalfSince ?? finding.Since)}. {Looked}"
            : Looked;

    /// <summary>The wijken by name, at most a few.</summary>
    public string Wijken
    {
        get
        {
            var names = view.Wijken.Select(view.NameOf).Order(StringComparer.Create(Dutch, ignoreCase: true)).ToList();
            if (names.Count == 0) return "Verspreid. In geen enkele wijk wonen er genoeg om te noemen.";
            return names.Count <= MostWijken ? Listed(names) : $"{string.Join(", ", names.Take(MostWijken))} en {names.Count - MostWijken} andere";
        }
    }

    /// <summary>Null for a finding of places.</summary>
    public string? Through => !AroundCommunity ? null
        : view.Community is { } card ? $"{card.Name} ({view.Words.KindWord})"
        : $"Een {view.Words.KindWord}. De naam staat hier als haar contactpersoon is gehoord.";

    /// <summary>Null unless people rejected it before.</summary>
    public string? Returned => view.RejectedBefore is not { } before ? null
        : view.Disclosure.IsExact
            ? $"Het team wees dit eerder af, toen het er {before.Finding.Cases} waren. Nu zijn het er {finding.Cases}. Daarom vragen wij het opnieuw."
            : "Het team wees dit eerder af. Het is daarna duidelijk gegroeid. Daarom kijkt het team opnieuw.";

    /// <summary>What the scan cannot see.</summary>
    public IEnumerable<string> Unknown
    {
        get
        {
            yield return finding.Kind == ScanKind.Signals ? "Wie niets doorgeeft, zien wij niet." : "Wij zien alleen huishoudens die al contact hebben met het team.";
            yield return Biased;
            if (finding.Kind == ScanKind.Areas) yield return "De cijfers van CBS zijn ouder dan de vragen.";
            yield return "Wat de oorzaak is, zegt dit niet.";
        }
    }

    /// <summary>How many took no part; for the team.</summary>
    public IEnumerable<string> LeftOut
    {
        get
        {
            if (!view.Disclosure.IsExact) yield break;
            if (view.Run.Unplaced is > 0 and { } unplaced)
                yield return finding.Kind == ScanKind.Signals
                    ? $"Van {unplaced:N0} {(unplaced == 1 ? "signaal" : "signalen")} weten wij de buurt niet, bijvoorbeeld omdat het nog wordt bekeken. Dat telde niet mee."
                    : $"Van {unplaced:N0} {(unplaced == 1 ? "huishouden" : "huishoudens")} weten wij de buurt niet. {(unplaced == 1 ? "Dat telde" : "Die telden")} niet mee.";
            if (view.Run.BuurtenLeftOut is > 0 and { } left)
                yield return $"Van {left:N0} {(left == 1 ? "buurt" : "buurten")} zegt CBS niet hoeveel mensen er wonen. {(left == 1 ? "Die telde" : "Die telden")} niet mee.";
        }
    }

    /// <summary>"Bernoulli, cirkels van buurten, …": for who wants to check it.</summary>
    public string Method => finding.Kind switch
    {
        ScanKind.Signals => $"Ruimte-tijd-permutatie, vooruitkijkend · {(AroundCommunity ? "gemeenschappen" : "cirkels")} maal perioden tot {view.Run.MaxDays} dagen",
        ScanKind.Areas => $"Poisson · cirkels tot {view.Run.MaxSharePercent} % van de bevolking",
        _ => AroundCommunity ? "Bernoulli · gemeenschappen" : $"Bernoulli · cirkels tot {view.Run.MaxSharePercent} % van de huishoudens",
    };

    private bool AroundCommunity => finding.Family == FindingFamily.Community;

    private string Looked => $"Wij keken naar vragen van {Day(view.Run.Since)} tot en met {Day(view.Run.Until)}.";

    private string Biased => (finding.Kind, AroundCommunity) switch
    {
        (ScanKind.Signals, true) => "Een actie bij deze gemeenschap kan veel signalen geven.",
        (ScanKind.Signals, false) => "Een actie, een folder of een bericht in de krant kan veel signalen geven.",
        (_, true) => "Wie via deze gemeenschap bij ons kwam, telt daardoor eerder mee.",
        _ => "Waar het team vaker komt, kennen wij meer mensen en dus meer vragen.",
    };

    private static string Listed(List<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} en {names[^1]}";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", Dutch);
}
