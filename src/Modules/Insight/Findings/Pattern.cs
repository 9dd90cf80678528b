using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Findings;

/// <summary>What a scan saw, in numbers.</summary>
/// <param name="Among">As in <see cref="Finding.Among"/>.</param>
internal sealed record Pattern(
    int Cases, int Among, int TotalCases, int TotalAmong, double Score, double P, double ChanceWithinFamily, IReadOnlyList<BuurtCount> Buurten, FindingPeriod Period);

internal sealed record BuurtCount(AreaCode Code, int Cases, int Among);

/// <summary>Since when until when.</summary>
/// <param name="Half">By when half of it was there; null where that says nothing.</param>
internal readonly record struct FindingPeriod(DateOnly Since, DateOnly? Half, DateOnly Until)
{
    /// <summary>Of the households inside, when they first asked about the theme.</summary>
    public static FindingPeriod Of(ScanRun run, IEnumerable<ScanRow> inside, Theme theme)
    {
        var days = inside.SelectMany(row => row.Asked).Where(asked => asked.Theme == theme).Select(asked => asked.Day).Order().ToList();
        return new(days[0], days[(days.Count - 1) / 2], run.Until);
    }
}

/// <summary>A community beside the buurten of its people.</summary>
/// <param name="P">Null where the two cannot be told apart.</param>
internal sealed record BuurtComparison(double Expected, double? P)
{
    public BesideBuurt Result => P switch { null => BesideBuurt.CannotTell, <= Finding.Level => BesideBuurt.Holds, _ => BesideBuurt.NotShown };
}
