using System.Text;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

public class EventsTests
{
    private const string Switch = "SAMENKRACHT_WRITE_DOCS";

    /// <summary>The list is written by this very test when the switch is on, so that a page of paper and a test cannot differ.</summary>
    [Fact]
    public void The_list_of_events_is_current()
    {
        var file = Repository.Path("docs", "events.md");
        var events = Written();
        if (Environment.GetEnvironmentVariable(Switch) == "1") File.WriteAllText(file, events);

        Assert.True(File.Exists(file) && File.ReadAllText(file) == events,
            $"docs/events.md is not what the modules declare. Write it anew: {Switch}=1 ./samenkracht test EventsTests");
    }

    [Fact]
    public void An_event_has_a_code_of_its_own_and_Dutch_words()
    {
        var kinds = Rooms.All.SelectMany(JournalKinds.In).ToList();

        Assert.Empty(kinds.GroupBy(kind => kind.Code).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(kinds, kind => Assert.Matches(@"^[a-z]+(\.[a-z]+([-_][a-z]+)*)+$", kind.Code));
        Assert.All(kinds, kind => Assert.Matches(@"^\p{Lu}.*[^.]$", kind.Dutch));
    }

    private static string Written()
    {
        var text = new StringBuilder("""
            # Gebeurtenissen · Events

            What the journal can keep: one line per change, with who, when, what for and under which law. Generated from the modules' `JournalKind` fields; a test
            keeps it current. A code is stable: it stands in stored lines. The Dutch words are what a timeline shows.

            | code | op de tijdlijn | doel | module |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var room in Rooms.All)
            foreach (var kind in JournalKinds.In(room).OrderBy(kind => kind.Code, StringComparer.Ordinal))
                text.Append($"| `{kind.Code}` | {kind.Dutch} | {kind.Purpose.Label()} | {Rooms.Name(room)} |\n");
        return text.ToString();
    }
}
