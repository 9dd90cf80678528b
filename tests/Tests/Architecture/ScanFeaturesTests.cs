using System.Reflection;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Scanning;
using Samenkracht.Scan;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Tests.Architecture;

/// <summary>Of a person nothing but theme, buurt, community and date reaches the scan.</summary>
public class ScanFeaturesTests
{
    // What one can say of a person here; the rest are numbers that count or order.
    private static readonly Type[] Features = [typeof(Theme), typeof(AreaCode), typeof(CommunityId), typeof(DateOnly)];

    [Fact]
    public void What_the_modules_hand_to_the_scan_holds_theme_buurt_community_and_date_and_nothing_else()
    {
        var leaves = new[] { typeof(ScanHousehold), typeof(ScanSignals), typeof(ScanInput) }.SelectMany(type => Leaves(type, [])).ToHashSet();

        // The population of CBS is of a buurt, and so is where it lies on the map; the text is the same input to keep.
        Assert.Equal(Names([.. Features, typeof(int), typeof(ulong), typeof(bool), typeof(string), typeof(CbsUnit)]), Names(leaves));
        Assert.Equal(["Text"], typeof(ScanInput).GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name));
        Assert.DoesNotContain(typeof(string), new[] { typeof(ScanHousehold), typeof(ScanSignals), typeof(ScanRow), typeof(ScanPlace) }.SelectMany(type => Leaves(type, [])));
        Assert.Equal(["Index"], typeof(ScanHousehold).GetProperties().Where(p => p.PropertyType == typeof(int)).Select(p => p.Name));
    }

    [Fact]
    public void The_statistics_take_numbers_and_indexes_only()
    {
        var taken = typeof(BernoulliScan).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == "Run").SelectMany(m => m.GetParameters())
                .Concat(type.Name is nameof(KnownHouseholds) or nameof(DatedCases) ? type.GetConstructors().SelectMany(c => c.GetParameters()) : []))
            .Where(p => p.ParameterType != typeof(ScanOptions) && p.ParameterType != typeof(CancellationToken) && !p.Name!.StartsWith("famil", StringComparison.Ordinal))
            .SelectMany(p => Leaves(p.ParameterType, [])).ToHashSet();

        Assert.Equal(Names([typeof(int), typeof(long), typeof(ulong), typeof(double)]), Names(taken));
    }

    /// <summary>The code that reads the input may ask households and signals for nothing else than the two sources made for it.</summary>
    [Fact]
    public void The_scan_asks_the_other_modules_for_nothing_about_people_but_its_two_sources()
    {
        var scanning = typeof(ScanInput).Assembly.GetTypes().Where(type => !type.IsNested && type.Namespace == typeof(ScanInput).Namespace);
        var asked = scanning.SelectMany(Calls.Of).Select(called => Calls.Outermost(called.DeclaringType!))
            .Where(type => type.Assembly.GetName().Name is "Samenkracht.Residents" or "Samenkracht.Support" or "Samenkracht.Signals" or "Samenkracht.Access" or "Samenkracht.Directory");

        Assert.Equal(Names([typeof(ScanSource), typeof(ScanHousehold), typeof(ScanQuestion), typeof(SignalSource), typeof(ScanSignals), typeof(ScanSignal), typeof(Themes), typeof(CommunityId)]),
            Names(asked));
    }

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Distinct().Order();

    private static IEnumerable<Type> Leaves(Type type, HashSet<Type> seen)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Leaves(value, seen);
        if (type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable))) return type.GetGenericArguments().SelectMany(part => Leaves(part, seen));
        if (type.IsEnum || type.IsPrimitive || type == typeof(string) || Features.Contains(type)) return [type];
        return seen.Add(type)
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").SelectMany(p => Leaves(p.PropertyType, seen))
            : [];
    }
}
