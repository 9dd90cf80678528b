using System.Reflection;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Support.Contract;

namespace Samenkracht.Tests.Insight;

/// <summary>What reaches the statistics: buurt, theme, community link and date. Nothing else about anyone.</summary>
public class ScanInputTests
{
    private static readonly AreaCode Here = AreaCode.Parse("BU99990101");
    private static readonly AreaCode There = AreaCode.Parse("BU99990102");

    [Fact]
    public void No_feature_of_a_person_reaches_the_scan()
    {
        Assert.Equal(["Location", "Sets", "Themes"], Properties(typeof(Samenkracht.Scan.Household)));
        Assert.Equal(["Asked", "Buurt", "Communities"], Properties(typeof(ScanRow)));
        Assert.Equal(["Day", "Theme"], Properties(typeof(AskedAbout)));
        Assert.Equal(["Buurt", "Day", "Theme", "Via"], Properties(typeof(Samenkracht.Signals.Contract.ScanSignal)));
        Assert.Equal(["Buurt", "Communities", "Index", "Questions"], Properties(typeof(ScanHousehold)));
        Assert.Equal(["AskedOn", "Theme"], Properties(typeof(ScanQuestion)));
    }

    [Fact]
    public void The_statistics_know_no_other_part_of_the_program() =>
        Assert.DoesNotContain(typeof(Samenkracht.Scan.BernoulliScan).Assembly.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Samenkracht", StringComparison.Ordinal) || a.Name.StartsWith("Microsoft.", StringComparison.Ordinal));

    [Fact]
    public void Only_the_scan_module_calls_the_statistics()
    {
        var callers = Samenkracht.App.Modules.All.Select(m => m.GetType().Assembly)
            .Where(a => a.GetReferencedAssemblies().Any(r => r.Name == "Samenkracht.Scan")).Select(a => a.GetName().Name);
        Assert.Equal(["Samenkracht.Insight"], callers);
    }

    [Fact]
    public void The_order_of_households_makes_no_difference()
    {
        var club = new CommunityId(Guid.NewGuid());
        ScanRow[] rows = [new(Here, [May(Theme.Money)], [club]), new(There, [May(Theme.Work), May(Theme.Money)], []), new(Here, [], [])];

        Assert.Equal(Of(rows).Digest(), Of([.. rows.Reverse()]).Digest());
        Assert.NotEqual(Of(rows).Digest(), Of([.. rows, new(Here, [], [])]).Digest());
    }

    [Fact]
    public void What_is_kept_of_the_input_is_the_whole_input_and_names_no_household()
    {
        var (club, school) = (new CommunityId(Guid.NewGuid()), new CommunityId(Guid.NewGuid()));
        var input = ScanInput.Of([new(There, -40, 1200, 310), new(Here, 0, 7, 640)],
            [new(Here, [May(Theme.Money), new(Theme.Work, new(2026, 3, 1))], [club, school]), new(There, [], [])], unplaced: 3, CbsUnit.Inhabitants, buurtenLeftOut: 2);

        var kept = KeptInput.Of(new(Guid.NewGuid()), input, default).Text();
        var again = ScanInputText.Parse(kept);

        Assert.Equal(input.Facts, again.Facts);
        Assert.Equal(kept, again.Text);
        Assert.Equal((3, 2, CbsUnit.Inhabitants, 640), (again.Unplaced, again.BuurtenLeftOut, again.Population, again.Places[0].Population));
        Assert.Contains("row 0;Money 2026-05-01,Work 2026-03-01;0,1", kept, StringComparison.Ordinal);
        Assert.Equal(2, kept.Split("community ").Length - 1);
    }

    [Fact]
    public void A_theme_that_is_never_looked_at_by_community_is_not_in_the_mask()
    {
        var input = Of([new(Here, [May(Theme.Money), May(Theme.Arrears), May(Theme.Work), May(Theme.Safety), May(Theme.Addiction), May(Theme.Sexuality)], [])]);

        Assert.Equal([Theme.Money, Theme.Work], input.Themes.Index().Where(t => (input.ByCommunity >> t.Index & 1) == 1).Select(t => t.Item));
    }

    [Fact]
    public void Few_households_are_not_enough() =>
        Assert.Equal((false, true), (Many(19).IsEnough, Many(20).IsEnough));

    private static ScanInput Many(int count) => Of([.. Enumerable.Repeat(new ScanRow(Here, [May(Theme.Work)], []), count)]);

    private static ScanInput Of(IReadOnlyList<ScanRow> rows) => ScanInput.Of([new(Here, 0, 0), new(There, 1000, 0)], rows, 0);

    private static AskedAbout May(Theme theme) => new(theme, new(2026, 5, 1));

    private static IEnumerable<string> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => p.Name).Where(n => n != "EqualityContract").Order();
}
