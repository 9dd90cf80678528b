using System.Text.RegularExpressions;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

public partial class PapersTests
{
    [Fact]
    public void A_link_in_the_papers_leads_somewhere()
    {
        var dead = from paper in Papers()
                   from link in Link().Matches(File.ReadAllText(paper)).Select(match => match.Groups[1].Value)
                   where !link.Contains("://", StringComparison.Ordinal)
                   where !Path.Exists(Path.Combine(Path.GetDirectoryName(paper)!, link))
                   select $"{Path.GetRelativePath(Repository.Root, paper)}: {link}";

        Assert.Empty(dead);
    }

    [Fact]
    public void Every_decision_stands_in_the_index()
    {
        var decisions = System.IO.Directory.GetFiles(Repository.Path("docs", "adr"), "0*.md").Order().Select(file => (File: Path.GetFileName(file), Head: File.ReadLines(file).First()));

        var index = File.ReadLines(Repository.Path("docs", "adr", "README.md")).Where(line => line.StartsWith("- [", StringComparison.Ordinal));

        Assert.Equal(decisions.Select(d => $"- [{d.File[..4]}]({d.File}) {d.Head[(d.Head.IndexOf(". ", StringComparison.Ordinal) + 2)..]}"), index);
    }

    [Fact]
    public void A_module_introduces_itself_on_one_screen()
    {
        Assert.All(Rooms.Modules.Select(Rooms.Name), module =>
        {
            var readme = File.ReadAllLines(Repository.Path("src", "Modules", module, "README.md"));
            Assert.StartsWith($"# {module}", readme[0], StringComparison.Ordinal);
            Assert.InRange(readme.Length, 3, 30);
        });
    }

    private static IEnumerable<string> Papers() =>
        ((string[])["docs", "src", "database", "tests"]).SelectMany(folder => System.IO.Directory.GetFiles(Repository.Path(folder), "*.md", SearchOption.AllDirectories))
            .Concat(System.IO.Directory.GetFiles(Repository.Root, "*.md"))
            .Where(paper => !paper.Contains("node_modules", StringComparison.Ordinal) && !paper.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // [text](path) without the part after #.
    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
