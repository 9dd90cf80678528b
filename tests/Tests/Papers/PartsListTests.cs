using System.Text.Json;
using System.Text.RegularExpressions;
using Samenkracht.App.Papers;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

/// <summary>The list of parts (SBOM) names what is delivered, each once, with the hash by which it was restored.</summary>
public class PartsListTests
{
    [Fact]
    public void Every_package_of_the_lock_files_stands_there_once_with_its_hash_and_nothing_of_the_tests()
    {
        var parts = PartsList.Of(Repository.Root);
        using var app = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "src", "App", "packages.lock.json")));
        var locked = app.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject().Where(p => p.Value.TryGetProperty("resolved", out _))
            .Select(p => $"pkg:nuget/{p.Name}@{p.Value.GetProperty("resolved").GetString()}").ToList();

        Assert.NotEmpty(locked);
        Assert.Empty(locked.Except(parts.Select(p => p.Purl)));
        Assert.Equal(parts.Count, parts.Select(p => p.Purl).Distinct().Count());
        Assert.All(parts, part => Assert.Matches(new Regex("^[0-9a-f]{128}$"), part.Sha512));
        Assert.Contains(parts, p => p.Purl.StartsWith("pkg:npm/htmx.org@", StringComparison.Ordinal));
        Assert.Contains(parts, p => p.Purl.StartsWith("pkg:npm/%40utrecht/", StringComparison.Ordinal));
        Assert.DoesNotContain(parts, p => p.Name.Contains("xunit", StringComparison.OrdinalIgnoreCase));
        var written = JsonSerializer.Serialize(PartsList.Document(parts));
        Assert.Contains("\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\"", written);
        Assert.Throws<Samenkracht.App.RefusedException>(() => PartsList.Of(Path.GetTempPath()));
    }
}
