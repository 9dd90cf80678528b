using System.Text;
using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Import;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Geography.Import;

/// <summary>Small files as CBS would give them, and the plan that is made of them.</summary>
static class Files
{
    public const string Square = """{"type":"Polygon","coordinates":[[[5.1,52.2],[5.2,52.2],[5.2,52.3],[5.1,52.3],[5.1,52.2]]]}""";

    public static string Feature(string properties, string geometry = Square) =>
        $$"""{"type":"Feature","properties":{{{properties}}},"geometry":{{geometry}}}""";

    public static string Wijk(string code, string more = "") => Feature($"\"wijkcode\":\"{code}\",\"wijknaam\":\"Oost\"{more}");

    public static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",", features)}}]}""";

    public static SourceFile GeoJson(string text, ImportLimits? limits = null) =>
        GeoJsonFile.Read("grenzen.geojson", Encoding.UTF8.GetBytes(text), limits ?? ImportLimits.Standard);

    public static SourceFile Csv(string text, ImportLimits? limits = null) =>
        CsvFile.Read("cijfers.csv", Encoding.UTF8.GetBytes(text), limits ?? ImportLimits.Standard);

    public static ImportPlan Plan(string geoJson, string? csv = null, int year = 2022, string? municipality = null) => ImportPlan.Of(
        GeoJson(geoJson), csv is null ? null : Csv(csv), year, municipality is null ? null : AreaCode.Parse(municipality), ImportLimits.Standard);

    public static double? Figure(this ImportPlan plan, string code, string key) =>
        plan.Figures.Single(f => f.Code.Value == code && f.Key == key).Value;

    /// <summary>A file of the real data beside the checkout, which is never part of the project.</summary>
    public static string Shared(string name)
    {
        Assert.SkipWhen(Repository.Shared is null, "The real data of ../shared is not here.");
        return Path.Combine(Repository.Shared!, "data", "areas", name);
    }
}
