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
        Assert.Equal(["Buurt", "Communities", "Themes"], Properties(typeof(ScanRow)));
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
        ScanRow[] rows = [new(Here, [Theme.Money], [club]), new(There, [Theme.Work, Theme.Money], []), new(Here, [], [])];

        Assert.Equal(ScanInput.Of(rows, 0).Digest(), ScanInput.Of(rows.Reverse(), 0).Digest());
        Assert.NotEqual(ScanInput.Of(rows, 0).Digest(), ScanInput.Of([.. rows, new(Here, [], [])], 0).Digest());
    }

    [Fact]
    public void Few_households_are_not_enough() =>
        Assert.Equal((false, true), (Of(19).IsEnough, Of(20).IsEnough));

    private static ScanInput Of(int count) => ScanInput.Of(Enumerable.Repeat(new ScanRow(Here, [Theme.Work], []), count), 0);

    private static IEnumerable<string> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => p.Name).Where(n => n != "EqualityContract").Order();
}
