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

/// <summary>Bevinding: a theme that concentrates in buurten or around a community. It counts and names nobody; a person judges it.</summary>
internal sealed class Finding
{
    /// <summary>Above this chance gives such a pattern too often to bother anyone with it.</summary>
    public const double Level = 0.05;

    /// <summary>Asked every night, an alert is worth one only when chance gives it at most once a year (recurrence interval of 365 days).</summary>
    public const double NightlyLevel = 1.0 / 365;

    /// <summary>What was rejected is worth another look when its count has grown by a quarter.</summary>
    private const double Growth = 1.25;

    private readonly List<FindingBuurt> buurten = [];

    private Finding() { }

    public FindingId Id { get; private set; }
    public ScanRunId Run { get; private set; }
    public ScanKind Kind { get; private set; }
    public FindingFamily Family { get; private set; }
    public Theme Theme { get; private set; }
    public CommunityId? Community { get; private set; }
    public bool? CommunityLinkable { get; private set; }
    public DateTimeOffset FoundAt { get; private set; }
    /// <summary>The month of the first question that counts, or for signals the first day of the period that stands out.</summary>
    public DateOnly Since { get; private set; }
    /// <summary>The month by which half of the questions were there; null for signals.</summary>
    public DateOnly? HalfSince { get; private set; }
    public DateOnly Until { get; private set; }
    /// <summary>Households with a question about the theme, or signals about it, inside.</summary>
    public int Cases { get; private set; }
    /// <summary>Of how many: known households; by <see cref="ScanKind.Areas"/> everyone whom CBS counts there; by <see cref="ScanKind.Signals"/> the signals from there in the whole period.</summary>
    public int Among { get; private set; }
    /// <summary>The cases everywhere; for signals everywhere in the same days.</summary>
    public int TotalCases { get; private set; }
    public int TotalAmong { get; private set; }
    /// <summary>Log likelihood ratio: how strong the pattern is, without unit.</summary>
    public double Score { get; private set; }
    /// <summary>How likely by chance, over all families and themes of the scan.</summary>
    public double P { get; private set; }
    /// <summary>The same had this family and theme been the only ones.</summary>
    public double ChanceWithinFamily { get; private set; }
    /// <summary>Only of a community among known households: signals and CBS cannot tell.</summary>
    public BesideBuurt? BesideBuurt { get; private set; }
    public double? ExpectedByBuurt { get; private set; }
    public double? ChanceBesideBuurt { get; private set; }
    /// <summary>The first finding about the same, in this scan or an earlier one; itself when it is the first.</summary>
    public FindingId Origin { get; private set; }
    /// <summary>What was rejected before and has grown by a quarter since: people are asked once more.</summary>
    public FindingId? Returns { get; private set; }
    /// <summary>Whether readers outside the team may know of it: it counts enough, and betrays no small group beside what they may know already.</summary>
    public bool ToldOutside { get; private set; }
    public IReadOnlyList<FindingBuurt> Buurten => buurten;

    /// <summary>What the counts would be if place, community and time made no difference.</summary>
    public double ExpectedIfAlike => (double)Among * TotalCases / TotalAmong;

    /// <summary>Asked every night, chance alone brings forth one as strong about once in so many days; null for what is not asked every night.</summary>
    public int? RecurrenceDays => Kind == ScanKind.Signals ? (int)Math.Round(1 / P) : null;

    public static Finding InBuurten(ScanRun run, DateTimeOffset at, Theme theme, Pattern pattern) =>
        new(run, at, FindingFamily.Area, theme, pattern);

    /// <param name="comparison">Null where nothing can be said of the buurten beside it.</param>
    public static Finding AroundCommunity(ScanRun run, DateTimeOffset at, Theme theme, CommunityId community, Pattern pattern, BuurtComparison? comparison) =>
        new(run, at, FindingFamily.Community, theme, pattern)
        {
            Community = community,
            CommunityLinkable = true,
            BesideBuurt = comparison?.Result,
            ExpectedByBuurt = comparison?.Expected,
            ChanceBesideBuurt = comparison?.P,
        };

    /// <summary>Whether an earlier finding is about the same: the community, or buurten that lie for at least half within the other's, in days that touch. A window that grew or shrank is no news.</summary>
    public bool Repeats(Finding earlier) =>
        Kind == earlier.Kind && Theme == earlier.Theme && Family == earlier.Family && Community == earlier.Community
        && (Kind != ScanKind.Signals || Since <= earlier.Until.AddDays(1))
        && (Community is not null || Buurten.Select(b => b.BuurtCode).Intersect(earlier.Buurten.Select(b => b.BuurtCode)).Count() * 2 >= Math.Min(Buurten.Count, earlier.Buurten.Count));

    /// <summary>Takes over what people said of an earlier finding about the same, unless they rejected it and it has grown by a quarter since.</summary>
    /// <param name="judged">The last verdict about the same, with the finding it was given of; null when nobody gave one.</param>
    public void Repeat(Finding earlier, JudgedFinding? judged = null)
    {
        Origin = earlier.Origin;
        if (judged is not { Verdict.Confirmed: false, Finding: var rejected }) return;
        var hasGrown = Cases >= Growth * rejected.Cases;
        (Origin, Returns) = !hasGrown ? (rejected.Origin, null)
            : earlier.Returns == rejected.Id ? (earlier.Origin, earlier.Returns)
            : (Id, rejected.Id);
    }

    /// <summary>The statistics service found that it may leave the team; see <see cref="Telling"/>.</summary>
    public void TellOutside() => ToldOutside = true;

    /// <summary>Whether another search saw the same, to the last decimal.</summary>
    public bool IsSameAs(Finding other) => Numbers.Equals(other.Numbers)
        && Buurten.Select(b => b.Numbers).Order().SequenceEqual(other.Buurten.Select(b => b.Numbers).Order());

    private object Numbers => (Kind, Family, Theme, Community, (Since, HalfSince, Until), (Cases, Among, TotalCases, TotalAmong), (Score, P, ChanceWithinFamily),
        (BesideBuurt, ExpectedByBuurt, ChanceBesideBuurt));

    private Finding(ScanRun run, DateTimeOffset at, FindingFamily family, Theme theme, Pattern pattern)
    {
        (Id, Run, Kind, FoundAt, Family, Theme) = (Kernel.Id.New<FindingId>(), run.Id, run.Kind, at, family, theme);
        Origin = Id;
        (Since, HalfSince, Until) = (pattern.Period.Since, pattern.Period.Half, pattern.Period.Until);
        (Cases, Among, TotalCases, TotalAmong) = (pattern.Cases, pattern.Among, pattern.TotalCases, pattern.TotalAmong);
        (Score, P, ChanceWithinFamily) = (pattern.Score, pattern.P, pattern.ChanceWithinFamily);
        buurten.AddRange(pattern.Buurten.Select(b => new FindingBuurt(Id, b.Code, b.Cases, b.Among)));
    }
}

/// <summary>Buurt van een bevinding: where its households live.</summary>
internal sealed class FindingBuurt
{
    internal FindingBuurt(FindingId finding, AreaCode buurtCode, int cases, int among) =>
        (Finding, BuurtCode, Cases, Among) = (finding, buurtCode, cases, among);

    public FindingId Finding { get; private set; }
    public AreaCode BuurtCode { get; private set; }
    public int Cases { get; private set; }
    /// <summary>Of how many, as in <see cref="Finding.Among"/>.</summary>
    public int Among { get; private set; }

    internal (string, int, int) Numbers => (BuurtCode.Value, Cases, Among);
}
