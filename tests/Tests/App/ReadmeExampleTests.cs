using System.Text.RegularExpressions;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>The two-minute example of the README does what the README says.</summary>
public sealed partial class ReadmeExampleTests : IDisposable
{
    private readonly ScanFolder folder = new();

    [Fact]
    public async Task The_example_of_the_scan_answers_as_written()
    {
        var readme = await File.ReadAllTextAsync(Repository.Path("README.md"), TestContext.Current.CancellationToken);
        var example = Example().Match(readme);
        foreach (Match file in Files().Matches(example.Groups["script"].Value)) folder.Write(file.Groups["name"].Value, file.Groups["content"].Value);

        var result = await folder.Run(Command().Match(example.Groups["script"].Value).Groups["options"].Value);

        Assert.True(result.Status == 0, result.Text);
        Assert.Contains(example.Groups["answer"].Value, result.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Path("result.json")));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("```\n(?<script>cat > units.csv.*?)```.*?```\n(?<answer>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("cat > (?<name>\\S+) <<'CSV'\n(?<content>.*?)CSV\n", RegexOptions.Singleline)]
    private static partial Regex Files();

    [GeneratedRegex("^./samenkracht scan (?<options>.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
