using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Who looks past a scope. A new place belongs here only after someone asked what it can betray.</summary>
public class UnscopedTests
{
    private static readonly string[] Known =
    [
        "Kernel/Storage/Work.cs",
        // Scopes themselves, and what they join.
        "Modules/Residents/Sight.cs", "Modules/Residents/Contract/HouseholdCard.cs", "Modules/Support/Contract/Questions.cs", "Modules/Insight/InsightTables.cs",
        // Existence before content: that someone is involved, and duplicates that answer blind.
        "Modules/Residents/Existence.cs", "Modules/Residents/Contract/Households.cs", "Modules/Residents/Contract/Involvement.cs",
        "Modules/Residents/Contract/PossibleDuplicates.cs",
        // Blind hits on hidden households: kept for the attention officer, told to nobody else.
        "Modules/Residents/Safety/HiddenHouseholds.cs", "Modules/Residents/Safety/SafetyDesk.cshtml.cs", "Modules/Residents/Contract/ContactRules.cs",
        "Modules/Signals/Assess/AskQuestion.cshtml.cs", "Modules/Residents/Contract/CircleCard.cs",
        // Names for ids in rows of one's own, and residents by their exact address.
        "Modules/Access/Contract/AccessQueries.cs", "Modules/Support/Show/HouseholdTimeline.cs",
        // Numbers alone.
        "Modules/Residents/List/CaseLoadLine.cs", "Modules/Insight/Contract/Contributions.cs", "Modules/PolicyTable/Agenda/Opinions.cs",
        // Whether a community was heard, which decides over its name.
        "Modules/Insight/Findings/Hearings.cs", "Modules/Insight/Findings/FindingList.cs",
        // A reporter who showed reference and secret, and the form that was already sent.
        "Modules/Signals/Follow/Reports.cs", "Modules/Signals/Raise/Form.cshtml.cs", "Modules/PolicyTable/Agenda/AnswerToReporter.cs",
    ];

    [Fact]
    public void Only_known_places_look_past_a_scope()
    {
        var source = Path.Combine(Repository.Root, "src");
        var users = System.IO.Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && File.ReadAllText(file).Contains("Unscoped<"))
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'));

        Assert.Equal(Known.Order(), users.Order());
    }
}
