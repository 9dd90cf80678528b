using Samenkracht.Geography.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;

namespace Samenkracht.Tests.Insight;

/// <summary>Arrears, violence, abuse, addiction and sexuality are never looked for around a community, however much they concentrate there, by any model.</summary>
public class NeverByCommunityTests
{
    private static readonly Theme[] Never = [Theme.Arrears, Theme.Safety, Theme.Addiction, Theme.Sexuality];
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(nameof(ScanKind.Households))]
    [InlineData(nameof(ScanKind.Areas))]
    [InlineData(nameof(ScanKind.Signals))]
    public void However_much_it_concentrates_there(string model)
    {
        var kind = Enum.Parse<ScanKind>(model);
        var run = ScanRun.Queue(new(Actor.System, DateTimeOffset.UnixEpoch, InsightEvents.ScanQueued, null, null), ScanSettings.Standard(kind, Today, 7) with { Replicates = 499 });
        var found = PatternSearch.Run(run, Town(), DateTimeOffset.UnixEpoch, new ScanMeter(499), TestContext.Current.CancellationToken).Findings;

        var around = found.Where(f => f.Community is not null).Select(f => f.Theme).ToHashSet();
        Assert.Empty(around.Intersect(Never));
        // The same concentration of another theme is found, where the model looks at communities at all.
        Assert.Equal(kind != ScanKind.Areas, around.Contains(Theme.Money));
    }

    [Fact]
    public void Every_model_is_tried() => Assert.Equal(3, Enum.GetValues<ScanKind>().Length);

    [Fact]
    public void What_is_never_looked_at_is_what_the_law_of_the_house_names() =>
        Assert.Equal(Never, Enum.GetValues<Theme>().Where(theme => !theme.MayBeScannedByCommunity()));

    // Thirty buurten on a line; in each one household of the club that asked this week, and three others that asked in the course of the year; of each theme the same.
    private static ScanInput Town()
    {
        Samenkracht.Directory.Contract.CommunityId club = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
        List<ScanPlace> places = [.. Enumerable.Range(10, 30).Select(i => new ScanPlace(AreaCode.Parse($"BU999901{i}"), i * 1000, 0, 100))];
        List<ScanRow> rows = [];
        foreach (var theme in Never.Append(Theme.Money))
            foreach (var (place, i) in places.Select((place, i) => (place, i)))
            {
                if (i % 3 == 0) rows.Add(new(place.Buurt, [new(theme, Today.AddDays(-(i % 5)))], [club]));
                rows.AddRange(Enumerable.Range(1, 2).Select(n => new ScanRow(place.Buurt, [new(theme == Theme.Money && n == 1 ? Theme.Work : theme, Today.AddDays(-30 - (n * 97) - i))], [])));
            }
        foreach (var place in places) rows.AddRange(Enumerable.Range(0, 20).Select(n => new ScanRow(place.Buurt, [new(Theme.Work, Today.AddDays(-n * 17))], [])));
        return ScanInput.Of(places, rows, 0);
    }
}
