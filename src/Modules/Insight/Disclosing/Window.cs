using Samenkracht.Geography.Contract;

namespace Samenkracht.Insight.Disclosing;

/// <summary>Households with the question and others.</summary>
internal readonly record struct Count(int Cases, int Others)
{
    public int Households => Cases + Others;

    public static Count operator +(Count one, Count two) => new(one.Cases + two.Cases, one.Others + two.Others);

    /// <summary>What is left of the first, kind by kind; never below nothing.</summary>
    public static Count operator -(Count one, Count two) => new(Math.Max(0, one.Cases - two.Cases), Math.Max(0, one.Others - two.Others));

    public static Count Min(Count one, Count two) => new(Math.Min(one.Cases, two.Cases), Math.Min(one.Others, two.Others));
}

/// <summary>The households of a finding, counted per buurt: enough to see how two findings overlap, and no household can be told from it.</summary>
/// <remarks>
/// The overlap of two windows is taken as large as it can be: buurt by buurt the smaller count. Of whole buurten of one scan, and of a community beside them, that is exact; of two communities, or of
/// two scans, it is the overlap that would betray most, for it leaves the smallest difference.
/// </remarks>
internal sealed class Window(IEnumerable<KeyValuePair<AreaCode, Count>> counts)
{
    private readonly Dictionary<AreaCode, Count> at = new(counts.Where(c => c.Value.Households > 0));

    public Count All => at.Values.Aggregate(default(Count), (sum, count) => sum + count);

    public bool IsWithin(Window other) => at.All(here => (here.Value - other.At(here.Key)).Households == 0);

    public bool Overlaps(Window other) => at.Any(here => Count.Min(here.Value, other.At(here.Key)).Households > 0);

    public Window Without(Window other) => new(at.Select(here => KeyValuePair.Create(here.Key, here.Value - other.At(here.Key))));

    public Window With(Window other) => new(at.Keys.Union(other.at.Keys).Select(buurt => KeyValuePair.Create(buurt, At(buurt) + other.At(buurt))));

    private Count At(AreaCode buurt) => at.GetValueOrDefault(buurt);
}
