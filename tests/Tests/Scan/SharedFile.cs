using System.Globalization;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Scan;

/// <summary>Reference data that lies beside the checkout and is never committed; a test that needs it is skipped where it is absent.</summary>
static class SharedFile
{
    /// <summary>The rows of a file of numbers, without its head.</summary>
    public static List<double[]> Rows(string name)
    {
        var path = Path.Combine(Repository.Shared ?? "", "data", name);
        Assert.SkipUnless(File.Exists(path), $"The reference file {name} is not beside the checkout.");
        return [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())];
    }
}
