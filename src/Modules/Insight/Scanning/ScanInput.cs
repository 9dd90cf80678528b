using System.Security.Cryptography;
using System.Text;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Scanning;

/// <summary>One household or signal as the scan knows it: where, what about and when, through which communities. There is nothing else to know it by.</summary>
internal sealed record ScanRow(AreaCode Buurt, IReadOnlyList<AskedAbout> Asked, IReadOnlyCollection<CommunityId> Communities)
{
    public bool Asks(Theme theme) => Asked.Any(asked => asked.Theme == theme);
}

/// <summary>A theme on a day. Of a household's first question about it only the month is kept, as the first day of it.</summary>
internal readonly record struct AskedAbout(Theme Theme, DateOnly Day);

/// <summary>Where a buurt lies, in whole metres, and how many live there when that is compared with.</summary>
internal sealed record ScanPlace(AreaCode Buurt, int X, int Y, int? Population = null);

/// <summary>
/// All that a scan looks at, in an order that follows from the contents alone: the same households give the same result, and the order says nothing of who is who.
/// With the settings of the run it is enough to have every finding again.
/// </summary>
internal sealed class ScanInput
{
    public const int Fewest = 20;

    private readonly Lazy<string> text;

    private ScanInput(IReadOnlyList<ScanPlace> places, IReadOnlyList<ScanRow> rows, int unplaced)
    {
        (Places, Unplaced) = (places, unplaced);
        Communities = [.. rows.SelectMany(r => r.Communities).Distinct().OrderBy(c => c.Value.ToString("N"), StringComparer.Ordinal)];
        Themes = [.. rows.SelectMany(r => r.Asked).Select(a => a.Theme).Distinct().Order()];
        var words = new ScanInputText(this);
        Rows = [.. rows.Select(row => (Row: row, Key: words.Of(row))).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Row)];
        text = new(words.Write);
    }

    public IReadOnlyList<ScanRow> Rows { get; }

    /// <summary>The buurten that take part, by code; with a population also those where nobody asked anything.</summary>
    public IReadOnlyList<ScanPlace> Places { get; }

    public IReadOnlyList<CommunityId> Communities { get; }

    /// <summary>The themes that occur; a scan speaks of them by their index here.</summary>
    public IReadOnlyList<Theme> Themes { get; }

    /// <summary>Left out because nobody can say where it is.</summary>
    public int Unplaced { get; }

    /// <summary>What the population counts; null where it is not compared with.</summary>
    public CbsUnit? Population { get; init; }

    /// <summary>Buurten without a population.</summary>
    public int? BuurtenLeftOut { get; init; }

    /// <summary>With fewer a pattern says nothing and might point at someone.</summary>
    public bool IsEnough => Rows.Count >= Fewest && Themes.Count > 0 && Places.Count > 1;

    /// <summary>The same as text, to keep.</summary>
    public string Text => text.Value;

    public ScanFacts Facts => new(Rows.Count, Unplaced, Digest(), BuurtenLeftOut, Population);

    /// <param name="places">Where the rows lie, and perhaps more buurten; in any order.</param>
    /// <param name="rows">In any order, each in one of the places.</param>
    /// <param name="unplaced">How many more there are without a place.</param>
    public static ScanInput Of(IEnumerable<ScanPlace> places, IReadOnlyList<ScanRow> rows, int unplaced, CbsUnit? population = null, int? buurtenLeftOut = null) =>
        new([.. places.OrderBy(p => p.Buurt.Value, StringComparer.Ordinal)], rows, unplaced) { Population = population, BuurtenLeftOut = buurtenLeftOut };

    /// <summary>Which place each row lies in, as an index.</summary>
    public IReadOnlyDictionary<AreaCode, int> PlaceIndex() => Places.Index().ToDictionary(p => p.Item.Buurt, p => p.Index);

    public IReadOnlyDictionary<CommunityId, int> CommunityIndex() => Communities.Index().ToDictionary(c => c.Item, c => c.Index);

    public IReadOnlyDictionary<Theme, int> ThemeIndex() => Themes.Index().ToDictionary(t => t.Item, t => t.Index);

    /// <summary>Bit t is set for each theme t that may be looked at by community. Arrears, violence, abuse, addiction and sexuality never are: that would put a mark on its people.</summary>
    public ulong ByCommunity => Themes.Index().Where(t => t.Item.MayBeScannedByCommunity()).Aggregate(0UL, (bits, t) => bits | (1UL << t.Index));

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
