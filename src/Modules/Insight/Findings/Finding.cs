using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Findings;

/// <summary>Where was looked: adjoining buurten, or households that share a community.</summary>
internal enum FindingFamily
{
    [Label("Buurten")] Area,
    [Label("Gemeenschap")] Community,
}

/// <summary>Wijk of netwerk: whether a community's excess stands out beside what the buurten of its people let expect.</summary>
internal enum BesideBuurt
{
    [Label("De buurten verklaren dit niet")] Holds,
    [Label("Niet aangetoond")] NotShown,
    [Label("Niet uit elkaar te houden")] CannotTell,
}

/// <summary>Bevinding: a theme that concentrates in buurten or around a community. It counts households and names none; a person judges it.</summary>
internal sealed class Finding
{
    /// <summary>Above this chance gives such a pattern too often to bother anyone with it.</summary>
    public const double Level = 0.05;

    private readonly List<FindingBuurt> buurten = [];

    private Finding() { }

    public FindingId Id { get; private set; }
    public ScanRunId Run { get; private set; }
    public FindingFamily Family { get; private set; }
    public Theme Theme { get; private set; }
    public CommunityId? Community { get; private set; }
    public bool? CommunityLinkable { get; private set; }
    public DateTimeOffset FoundAt { get; private set; }
    public int Cases { get; private set; }
    public int Households { get; private set; }
    public int TotalCases { get; private set; }
    public int TotalHouseholds { get; private set; }
    /// <summary>Log likelihood ratio: how strong the pattern is, without unit.</summary>
    public double Score { get; private set; }
    /// <summary>How likely by chance, over all families and themes of the scan.</summary>
    public double P { get; private set; }
    /// <summary>The same had this family and theme been the only ones.</summary>
    public double ChanceWithinFamily { get; private set; }
    public BesideBuurt? BesideBuurt { get; private set; }
    public double? ExpectedByBuurt { get; private set; }
    public double? ChanceBesideBuurt { get; private set; }
    /// <summary>The first finding about the same, in this scan or an earlier one; itself when it is the first.</summary>
    public FindingId Origin { get; private set; }
    public IReadOnlyList<FindingBuurt> Buurten => buurten;

    /// <summary>What the counts would be if everyone were alike.</summary>
    public double ExpectedIfAlike => (double)Households * TotalCases / TotalHouseholds;

    public static Finding InBuurten(ScanRun run, DateTimeOffset at, Theme theme, Pattern pattern) =>
        new(run, at, FindingFamily.Area, theme, pattern);

    public static Finding AroundCommunity(ScanRun run, DateTimeOffset at, Theme theme, CommunityId community, Pattern pattern, BuurtComparison comparison) =>
        new(run, at, FindingFamily.Community, theme, pattern)
        {
            Community = community,
            CommunityLinkable = true,
            BesideBuurt = comparison.Result,
            ExpectedByBuurt = comparison.Expected,
            ChanceBesideBuurt = comparison.P,
        };

    /// <summary>Whether an earlier finding is about the same: the community, or buurten that lie for at least half within the other's. A window that grew or shrank is no news.</summary>
    public bool Repeats(Finding earlier) =>
        Theme == earlier.Theme && Family == earlier.Family && Community == earlier.Community
        && (Community is not null || Buurten.Select(b => b.BuurtCode).Intersect(earlier.Buurten.Select(b => b.BuurtCode)).Count() * 2 >= Math.Min(Buurten.Count, earlier.Buurten.Count));

    public void Repeat(Finding earlier) => Origin = earlier.Origin;

    private Finding(ScanRun run, DateTimeOffset at, FindingFamily family, Theme theme, Pattern pattern)
    {
        (Id, Run, FoundAt, Family, Theme) = (Kernel.Id.New<FindingId>(), run.Id, at, family, theme);
        Origin = Id;
        (Cases, Households, TotalCases, TotalHouseholds) = (pattern.Cases, pattern.Households, pattern.TotalCases, pattern.TotalHouseholds);
        (Score, P, ChanceWithinFamily) = (pattern.Score, pattern.P, pattern.ChanceWithinFamily);
        buurten.AddRange(pattern.Buurten.Select(b => new FindingBuurt(Id, b.Code, b.Cases, b.Households)));
    }
}

/// <summary>What a scan saw, in numbers.</summary>
internal sealed record Pattern(
    int Cases, int Households, int TotalCases, int TotalHouseholds, double Score, double P, double ChanceWithinFamily, IReadOnlyList<BuurtCount> Buurten);

internal sealed record BuurtCount(AreaCode Code, int Cases, int Households);

/// <summary>A community beside the buurten of its people.</summary>
/// <param name="P">Null where the two cannot be told apart.</param>
internal sealed record BuurtComparison(double Expected, double? P)
{
    public BesideBuurt Result => P switch { null => BesideBuurt.CannotTell, <= Finding.Level => BesideBuurt.Holds, _ => BesideBuurt.NotShown };
}

/// <summary>Where the households of a finding live.</summary>
internal sealed class FindingBuurt
{
    internal FindingBuurt(FindingId finding, AreaCode buurtCode, int cases, int households) =>
        (Finding, BuurtCode, Cases, Households) = (finding, buurtCode, cases, households);

    public FindingId Finding { get; private set; }
    public AreaCode BuurtCode { get; private set; }
    public int Cases { get; private set; }
    public int Households { get; private set; }
}
