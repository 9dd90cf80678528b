using System.Reflection;
using System.Text.RegularExpressions;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

/// <summary>ARCHITECTURE.md names types, verbs and files; this keeps it true when the code moves on.</summary>
public partial class ArchitecturePaperTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly string[] Named = [.. Code().Matches(System.IO.File.ReadAllText(Repository.Path("ARCHITECTURE.md"))).Select(match => match.Groups[1].Value).Distinct()];

    [Fact]
    public void A_type_or_verb_that_it_names_exists()
    {
        var types = Rooms.All.SelectMany(room => room.GetTypes()).ToLookup(type => type.Name.Split('`')[0]);

        var gone = Named.Where(name => Word().IsMatch(name)).Select(name => name.Split('.'))
            .Where(name => !types[name[0]].Any(type => name.Length == 1 || type.GetMember(name[1], Any).Length > 0));

        Assert.Empty(gone.Select(name => string.Join('.', name)));
    }

    [Fact]
    public void A_file_that_it_names_exists()
    {
        var gone = Named.Where(name => File().IsMatch(name)).Where(name => ((string[])["", "src", "src/Modules"]).All(folder => !Path.Exists(Repository.Path(folder, name))));

        Assert.Empty(gone);
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z]\w*[a-z]\w*(\.[A-Z]\w+)?$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\w.]+(/[\w.]+)+$")]
    private static partial Regex File();
}
