using Samenkracht.Directory.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;

namespace Samenkracht.Insight.Findings;

/// <summary>Een bevinding in gewone woorden: sentences that a team member can repeat at a kitchen table. All numbers pass the disclosure.</summary>
internal sealed record FindingWords(Finding Finding, CommunityKind? Kind, Disclosure Disclosure)
{
    /// <summary>"Geld en schulden rond een sportvereniging". Never the community's name: a title travels.</summary>
    public string Title => $"{Finding.Theme.Label()} {Place}";

    /// <summary>Seen, compared with what, how likely by chance.</summary>
    public string Sentence => $"{Seen} {Compared} {Chance}";

    /// <summary>For a list: "12 van de 40 huishoudens".</summary>
    public string Short => Disclosure.IsExact
        ? $"{Finding.Cases} van de {Finding.Households} huishoudens"
        : $"{Disclosure.Words(Finding.Cases)} van {Disclosure.Words(Finding.Households)} huishoudens";

    /// <summary>For an issue, which everyone who signs in may read.</summary>
    public string ForEveryone => Disclosure.Outside.MayShow(Finding.Cases, Finding.Households)
        ? (this with { Disclosure = Disclosure.Outside }).Sentence
        : $"Het wijkteam ziet dit bij meer huishoudens {Place}.";

    private bool AroundCommunity => Finding.Family == FindingFamily.Community;

    private string Place => AroundCommunity ? $"rond een {KindWord}" : Finding.Buurten.Count == 1 ? "in één buurt" : $"in {Finding.Buurten.Count} buurten";

    private string KindWord => (Kind ?? CommunityKind.Association).Label().ToLowerInvariant();

    private string Theme => Finding.Theme.Label().ToLowerInvariant();

    private string Seen
    {
        get
        {
            var known = AroundCommunity ? $"die wij via deze {KindWord} kennen" : Finding.Buurten.Count == 1 ? "die wij in deze buurt kennen" : $"die wij in deze {Finding.Buurten.Count} buurten kennen";
            return Disclosure.IsExact
                ? $"Van de {Finding.Households} huishoudens {known}, {(Finding.Cases == 1 ? "heeft" : "hebben")} er {Finding.Cases} een vraag over {Theme}."
                : $"Van {Disclosure.Words(Finding.Households)} huishoudens {known}, hebben er {Disclosure.Words(Finding.Cases)} een vraag over {Theme}.";
        }
    }

    private string Compared
    {
        get
        {
            var elsewhere = Disclosure.OfHundred(Finding.TotalCases - Finding.Cases, Finding.TotalHouseholds - Finding.Households);
            var others = AroundCommunity ? "Bij de andere huishoudens" : "In de andere buurten";
            return elsewhere is { } share ? $"{others} zijn dat er {share} op de 100." : $"{others} zijn dat er te weinig om te noemen.";
        }
    }

    private string Chance => $"Door toeval komt dit {Often(Finding.P)} voor.";

    /// <summary>A p-value as people say it. With 999 draws the smallest is one in a thousand.</summary>
    internal static string Often(double p) => p switch
    {
        <= 0.001 => "hooguit één op de duizend keer",
        < 0.0095 => $"ongeveer {Math.Round(p * 1000)} op de duizend keer",
        _ => $"ongeveer {Math.Max(1, Math.Round(p * 100))} op de honderd keer",
    };
}
