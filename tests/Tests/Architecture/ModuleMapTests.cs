using System.Xml.Linq;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

public class ModuleMapTests
{
    // The arrows of ARCHITECTURE.md.
    private static readonly Dictionary<string, string[]> Map = new()
    {
        ["src/Kernel"] = [],
        ["src/Scan"] = [],
        ["src/Web"] = ["Kernel"],
        ["src/Modules/Geography"] = ["Web"],
        ["src/Modules/Access"] = ["Web"],
        ["src/Modules/Directory"] = ["Geography", "Access"],
        ["src/Modules/Residents"] = ["Directory"],
        ["src/Modules/Support"] = ["Residents"],
        ["src/Modules/Signals"] = ["Support"],
        ["src/Modules/Insight"] = ["Signals", "Scan"],
        ["src/Modules/PolicyTable"] = ["Insight"],
        ["src/Modules/Records"] = ["Support"],
        ["demo"] = ["PolicyTable", "Records"],
        ["src/App"] = ["Demo"],
    };

    [Fact]
    public void References_are_the_map()
    {
        var projects = new[] { "src", "demo" }.SelectMany(folder => System.IO.Directory.GetFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories));

        var found = projects.ToDictionary(
            file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!),
            file => XDocument.Load(file).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)).ToArray());

        Assert.Equal(Map.Keys.Order(), found.Keys.Order());
        Assert.All(Map, room => Assert.Equal(room.Value.Order(), found[room.Key].Order()));
    }

    [Fact]
    public void A_module_shows_the_others_only_its_contract()
    {
        var outside = Samenkracht.App.Modules.All
            .SelectMany(module => module.GetType().Assembly.GetExportedTypes())
            .Where(type => !type.IsNested && !$"{type.Namespace}.".Contains(".Contract.") && !type.Name.EndsWith("Module", StringComparison.Ordinal))
            // Tags are for the pages of all modules.
            .Where(type => !type.IsAssignableTo(typeof(TagHelper)))
            // Compiled pages are public by the Razor compiler's choice; nobody can name them.
            .Where(type => !$"{type.Namespace}".StartsWith("AspNetCore", StringComparison.Ordinal))
            .Select(type => type.FullName);

        Assert.Empty(outside);
    }
}
