using System.Text.RegularExpressions;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Security;

/// <summary>docs/security/asvs.md is whole, and names only proof that is there.</summary>
public partial class AsvsTests
{
    // Levels 1 and 2 of version 4.0.3, by section; numbers that the standard itself took out are left out.
    private static readonly string[] Sections =
    [
        "1.1: 1 2 3 4 5 6 7",
        "1.2: 1 2 3 4",
        "1.4: 1 4 5",
        "1.5: 1 2 3 4",
        "1.6: 1 2 3 4",
        "1.7: 1 2",
        "1.8: 1 2",
        "1.9: 1 2",
        "1.10: 1",
        "1.11: 1 2",
        "1.12: 2",
        "1.14: 1 2 3 4 5 6",
        "2.1: 1 2 3 4 5 6 7 8 9 10 11 12",
        "2.2: 1 2 3",
        "2.3: 1 2 3",
        "2.4: 1 2 3 4 5",
        "2.5: 1 2 3 4 5 6 7",
        "2.6: 1 2 3",
        "2.7: 1 2 3 4 5 6",
        "2.8: 1 2 3 4 5 6 7",
        "2.9: 1 2 3",
        "2.10: 1 2 3 4",
        "3.1: 1",
        "3.2: 1 2 3 4",
        "3.3: 1 2 3 4",
        "3.4: 1 2 3 4 5",
        "3.5: 1 2 3",
        "3.7: 1",
        "4.1: 1 2 3 5",
        "4.2: 1 2",
        "4.3: 1 2 3",
        "5.1: 1 2 3 4 5",
        "5.2: 1 2 3 4 5 6 7 8",
        "5.3: 1 2 3 4 5 6 7 8 9 10",
        "5.4: 1 2 3",
        "5.5: 1 2 3 4",
        "6.1: 1 2 3",
        "6.2: 1 2 3 4 5 6",
        "6.3: 1 2",
        "6.4: 1 2",
        "7.1: 1 2 3 4",
        "7.2: 1 2",
        "7.3: 1 3 4",
        "7.4: 1 2 3",
        "8.1: 1 2 3 4",
        "8.2: 1 2 3",
        "8.3: 1 2 3 4 5 6 7 8",
        "9.1: 1 2 3",
        "9.2: 1 2 3 4",
        "10.2: 1 2",
        "10.3: 1 2 3",
        "11.1: 1 2 3 4 5 6 7 8",
        "12.1: 1 2 3",
        "12.2: 1",
        "12.3: 1 2 3 4 5 6",
        "12.4: 1 2",
        "12.5: 1 2",
        "12.6: 1",
        "13.1: 1 3 4 5",
        "13.2: 1 2 3 5 6",
        "13.3: 1 2",
        "13.4: 1 2",
        "14.1: 1 2 3 4",
        "14.2: 1 2 3 4 5 6",
        "14.3: 2 3",
        "14.4: 1 2 3 4 5 6 7",
        "14.5: 1 2 3 4",
    ];

    private static readonly string Text = File.ReadAllText(Repository.Path("docs", "security", "asvs.md"));

    private static readonly IReadOnlyList<string[]> Rows = [.. Text.Split('\n').Where(line => Numbered().IsMatch(line)).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Every_requirement_of_levels_1_and_2_stands_there_once() =>
        Assert.Equal(Sections.SelectMany(section => section.Split(": ") is [var of, var numbers] ? numbers.Split(' ').Select(number => $"{of}.{number}") : []), Rows.Select(row => row[0]));

    [Fact]
    public void Every_line_has_a_status_and_what_it_rests_on() => Assert.All(Rows, row =>
    {
        Assert.Equal(4, row.Length);
        Assert.Contains(row[2], (string[])["yes", "no", "operator", "n/a"]);
        Assert.NotEmpty(row[3]);
    });

    [Fact]
    public void Its_totals_are_those_of_its_lines() =>
        Assert.Contains($"yes {Of("yes")} · no {Of("no")} · operator {Of("operator")} · n/a {Of("n/a")}", Text);

    [Fact]
    public void Each_test_and_file_that_it_names_is_there()
    {
        var tests = typeof(AsvsTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();

        var gone = Named().Matches(Text).Select(match => match.Groups[1].Value).Where(name => name.EndsWith("Tests", StringComparison.Ordinal) ? !tests.Contains(name) : name.Contains('/') && !Path.Exists(Repository.Path(name)));

        Assert.Empty(gone);
    }

    private static int Of(string status) => Rows.Count(row => row[2] == status);

    [GeneratedRegex(@"^\| [0-9]+\.[0-9]+\.[0-9]+ \|")]
    private static partial Regex Numbered();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Named();
}
