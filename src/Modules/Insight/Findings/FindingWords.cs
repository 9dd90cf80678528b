using System.Globalization;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;

namespace Samenkracht.Insight.Findings;

/// <summary>Een bevinding in gewone woorden: sentences that a team member can repeat at a kitchen table. All numbers pass the disclosure.</summary>
/// <param name="People">What CBS counted in the buurten; null for the other kinds of scan.</param>
internal sealed record FindingWords(Finding Finding, CommunityKind? Kind, Disclosure Disclosure, CbsUnit? People = null)
{
    private const int NightsInYear = 365;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"Geld en schulden rond een sportvereniging". Never the community's name: a title travels.</summary>
    public string Title => Finding.Kind switch
    {
        ScanKind.Signals => $"Veel nieuwe signalen over {Theme} {Place}",
        ScanKind.Areas => $"{Finding.Theme.Label()} {Place}, vergeleken met wie er woont",
        _ => $"{Finding.Theme.Label()} {Place}",
    };

    /// <summary>Seen, compared with what, how likely by chance.</summary>
    public string Sentence => $"{Seen} {Compared} {Chance}";

    /// <summary>For a list: "12 van de 40 huishoudens".</summary>
    public string Short => Finding.Kind switch
    {
        ScanKind.Signals => $"{Disclosure.Words(Finding.Cases)} signalen, gewoon {Disclosure.Expected(Finding.ExpectedIfAlike)}",
        ScanKind.Areas => $"{Disclosure.Words(Finding.Cases)} huishoudens, gewoon {Disclosure.Expected(Finding.ExpectedIfAlike)}",
        _ when Disclosure.IsExact => $"{Finding.Cases} van de {Finding.Among} huishoudens",
        _ => $"{Disclosure.Words(Finding.Cases)} van {Disclosure.Words(Finding.Among)} huishoudens",
    };

    /// <summary>For an issue, which everyone who signs in may read.</summary>
    public string ForEveryone => Finding.ToldOutside
        ? (this with { Disclosure = Disclosure.Outside }).Sentence
        : $"Het wijkteam ziet dit bij meer huishoudens {Place}.";

    /// <summary>How likely by chance, as a part of a sentence.</summary>
    public string ByChance => Finding.RecurrenceDays is { } nights ? $"door toeval {OnceIn(nights)}" : $"door toeval {Often(Finding.P)}";

    private bool AroundCommunity => Finding.Family == FindingFamily.Community;

    private string Place => AroundCommunity ? $"rond een {KindWord}" : Finding.Buurten.Count == 1 ? "in één buurt" : $"in {Finding.Buurten.Count} buurten";

    private string These => Finding.Buurten.Count == 1 ? "deze buurt" : $"deze {Finding.Buurten.Count} buurten";

    /// <summary>"sportvereniging"</summary>
    public string KindWord => (Kind ?? CommunityKind.Association).Label().ToLowerInvariant();

    private string Theme => Finding.Theme.Label().ToLowerInvariant();

    private string Seen => Finding.Kind switch
    {
        ScanKind.Signals => $"{In} kwamen {(AroundCommunity ? $"via deze {KindWord}" : $"uit {These}")} {Counted("signaal", "signalen")} over {Theme}.",
        ScanKind.Areas => $"In {These} kennen wij {Counted("huishouden", "huishoudens")} met een vraag over {Theme}.",
        _ => SeenAmongKnown,
    };

    private string SeenAmongKnown
    {
        get
        {
            var have = Finding.Cases == 1 ? "heeft" : "hebben";
            if (!AroundCommunity) return $"In {These} kennen wij {Disclosure.Words(Finding.Among, "huishouden", "huishoudens")}. Daarvan {have} er {Disclosure.Words(Finding.Cases)} een vraag over {Theme}.";
            var (the, known) = (Disclosure.IsExact ? "de " : "", $"die wij via deze {KindWord} kennen");
            return $"Van {the}{Disclosure.Words(Finding.Among)} huishoudens {known}, {have} er {Disclosure.Words(Finding.Cases)} een vraag over {Theme}.";
        }
    }

    private string Compared => Finding.Kind switch
    {
        ScanKind.Signals => $"Gewoon zijn het er in zo’n tijd {Expected}.",
        ScanKind.Areas => $"Er wonen {Disclosure.Words(Finding.Among)} {(People ?? CbsUnit.Households).Label()}. Was elke buurt gelijk, dan waren het er {Expected}.",
        _ => ComparedWithOthers,
    };

    private string ComparedWithOthers
    {
        get
        {
            var elsewhere = Disclosure.OfHundred(Finding.TotalCases - Finding.Cases, Finding.TotalAmong - Finding.Among);
            var others = AroundCommunity ? "Bij de andere huishoudens" : "In de andere buurten";
            return elsewhere is { } share ? $"{others} zijn dat er {share} op de 100." : $"{others} zijn dat er te weinig om te noemen.";
        }
    }

    private string Chance => Finding.RecurrenceDays is { } nights
        ? $"Wij kijken elke nacht. Door toeval zien wij dit {OnceIn(nights)}."
        : $"Door toeval komt dit {Often(Finding.P)} voor.";

    private string In => Finding.Since == Finding.Until ? $"Op {Day(Finding.Until)}" : $"Van {Day(Finding.Since)} tot en met {Day(Finding.Until)}";

    private string Expected => Disclosure.Expected(Finding.ExpectedIfAlike);

    private string Counted(string one, string many) => Disclosure.Words(Finding.Cases, one, many);

    private static string Day(DateOnly day) => day.ToString("d MMMM", Dutch);

    /// <summary>A p-value as people say it. With 999 draws the smallest is one in a thousand.</summary>
    internal static string Often(double p) => p switch
    {
        <= 0.001 => "hooguit één op de duizend keer",
        < 0.0095 => $"ongeveer {Math.Round(p * 1000)} op de duizend keer",
        _ => $"ongeveer {Math.Max(1, Math.Round(p * 100))} op de honderd keer",
    };

    // A recurrence interval of 365 days or more.
    private static string OnceIn(int nights) => (nights / NightsInYear) switch
    {
        1 => "hooguit eens per jaar",
        var years => $"ongeveer eens in de {years} jaar",
    };
}
