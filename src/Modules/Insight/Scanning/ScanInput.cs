using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Scan;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Scanning;

/// <summary>One household as the scan knows it: where, what about, through which communities. There is nothing else to know it by.</summary>
internal sealed record ScanRow(AreaCode Buurt, IReadOnlyCollection<Theme> Themes, IReadOnlyCollection<CommunityId> Communities);

/// <summary>What goes into a scan, in an order that follows from the contents alone, so that the same households give the same result.</summary>
internal sealed class ScanInput
{
    public const int Fewest = 20;

    private ScanInput(IReadOnlyList<ScanRow> rows, IReadOnlyList<AreaCode> buurten, IReadOnlyList<CommunityId> communities, int unplaced) =>
        (Rows, Buurten, Communities, Unplaced) = (rows, buurten, communities, unplaced);

    public static IReadOnlyList<Theme> Themes { get; } = Enum.GetValues<Theme>();

    public IReadOnlyList<ScanRow> Rows { get; }
    public IReadOnlyList<AreaCode> Buurten { get; }
    public IReadOnlyList<CommunityId> Communities { get; }

    /// <summary>Households left out because nobody can say where they live.</summary>
    public int Unplaced { get; }

    /// <summary>With fewer households a pattern says nothing and might point at someone.</summary>
    public bool IsEnough => Rows.Count >= Fewest;

    /// <param name="rows">All known households, in any order.</param>
    /// <param name="unplaced">How many more there are without a buurt.</param>
    public static ScanInput Of(IEnumerable<ScanRow> rows, int unplaced)
    {
        var sorted = rows.Select(row => (Row: row, Key: Key(row))).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Row).ToList();
        return new ScanInput(sorted,
            [.. sorted.Select(r => r.Buurt).Distinct()],
            [.. sorted.SelectMany(r => r.Communities).Distinct().OrderBy(c => c.Value.ToString("N"), StringComparer.Ordinal)],
            unplaced);
    }

    /// <summary>As arrays for the statistics.</summary>
    /// <param name="place">Where a buurt lies, in metres.</param>
    public KnownHouseholds ForScan(Func<AreaCode, Point> place)
    {
        var buurt = Buurten.Index().ToDictionary(b => b.Item, b => b.Index);
        var community = Communities.Index().ToDictionary(c => c.Item, c => c.Index);
        return new KnownHouseholds(
            [.. Buurten.Select(place)],
            [.. Rows.Select(row => new Household(buurt[row.Buurt], Bits(row.Themes), [.. row.Communities.Select(c => community[c]).Order()]))],
            Themes.Count,
            Communities.Count);
    }

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public string Digest() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(Key)))));

    /// <summary>Themes as the statistics take them.</summary>
    public static ulong Bits(IEnumerable<Theme> themes) => themes.Aggregate(0UL, (bits, theme) => bits | (1UL << (int)theme));

    private static string Key(ScanRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Buurt}|{Bits(row.Themes):x16}|{string.Join(',', row.Communities.Select(c => c.Value.ToString("N")).Order(StringComparer.Ordinal))}");
}
