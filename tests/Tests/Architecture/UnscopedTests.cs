using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Who looks past a scope, in code and in the database. A new place belongs here only after someone asked what it can betray.</summary>
public class UnscopedTests
{
    private static readonly string[] Known =
    [
        "Kernel/Storage/Work.cs",
        // Scopes themselves, and what they join.
        "Modules/Residents/Sight.cs", "Modules/Residents/Contract/HouseholdCard.cs", "Modules/Support/Contract/Questions.cs", "Modules/Insight/InsightTables.cs",
        // Existence before content: that someone is involved, and duplicates that answer blind.
        "Modules/Residents/Existence.cs", "Modules/Residents/Contract/Households.cs", "Modules/Residents/Contract/PossibleDuplicates.cs",
        // Blind hits on hidden households: kept for the attention officer, told to nobody else.
        "Modules/Residents/Safety/Guard.cs", "Modules/Residents/Safety/HiddenHouseholds.cs", "Modules/Residents/Safety/HeldContact.cs", "Modules/Residents/Safety/ReleasedContact.cs", "Modules/Residents/Contract/ContactRules.cs", "Modules/Signals/EarlierSignals.cs",
        "Modules/Signals/Assess/AskQuestion.cshtml.cs", "Modules/Residents/Contract/CircleCard.cs", "Modules/Residents/Contract/PersonCard.cs", "Modules/Residents/Authority/Authority.cshtml.cs",
        // A request about one's own data: its scope, whose it is, and the ids of others' to leave out.
        "Modules/Residents/Requests/RequestSight.cs", "Modules/Residents/Requests/Restriction.cs", "Modules/Residents/Requests/WhoAsks.cs",
        // That there is a restriction, for who opens the household and for who approves destruction: never who asked it.
        "Modules/Residents/Contract/HouseholdFile.cs", "Modules/Residents/Contract/Restrictions.cs",
        // A granted request puts its line on a list that who grants it does not see.
        "Modules/Records/Listing/ListGranted.cs",
        // For a copy: names that must not stand in it, and a signal without its reporter.
        "Modules/Residents/Contract/CopySubjects.cs", "Modules/Signals/Copy/SignalCopy.cs",
        // Whether anything shielded is left at a household, to take its mark back.
        "Modules/Residents/Safety/ShieldedHere.cs", "Modules/Support/Kept/ShieldedSupport.cs",
        // A BSN that stands elsewhere.
        "Modules/Residents/Identify/PersonBsn.cs",
        // Names for ids in rows of one's own, and residents by their exact address.
        "Modules/Access/Contract/AccessQueries.cs", "Modules/Support/Show/HouseholdTimeline.cs",
        // Numbers alone, and whether another law goes on.
        "Modules/Support/End/EndPlan.cshtml.cs",
        "Modules/Signals/Contract/SignalCard.cs", "Modules/Residents/List/CaseLoadLine.cs", "Modules/Insight/Contract/Contributions.cs", "Modules/PolicyTable/Agenda/Opinions.cs",
        // Whether a community was heard, which decides over its name.
        "Modules/Insight/Findings/Hearings.cs", "Modules/Insight/Findings/FindingList.cs",
        // A reporter who showed reference and secret, and the form that was already sent.
        "Modules/Signals/Follow/Reports.cs", "Modules/Signals/Raise/Form.cshtml.cs", "Modules/PolicyTable/Agenda/AnswerToReporter.cs",
        // What was reported: for who must tell it, and for who was told.
        "Modules/Signals/Tell/Reported.cs", "Modules/Signals/Tell/OwnReports.cs",
        // That something was told, for the attention officer who takes it from the portal: nothing of what.
        "Modules/Signals/Tell/Duties.cs",
    ];

    /// <summary>Where PostgreSQL shows its row-level security's exceptions: <c>Work.Beyond</c> asks as the system.</summary>
    private static readonly string[] KnownBeyond =
    [
        // Names, by ids that stand in rows that one sees.
        "Modules/Access/Contract/AccessQueries.cs",
        // What is answered is a number, ids to leave out, or whether another law goes on.
        "Modules/Support/End/EndPlan.cshtml.cs",
        "Modules/Residents/List/CaseLoadLine.cs", "Modules/Insight/Contract/Contributions.cs", "Modules/PolicyTable/Agenda/Opinions.cs", "Modules/Support/Show/HouseholdTimeline.cs",
        // Whose request it is, for who decides on it, and the ids of others' to leave out; for whose children a parent may ask.
        "Modules/Residents/Requests/RequestSight.cs", "Modules/Residents/Requests/WhoAsks.cs",
        // Which of the households that were found lies at the address, or has someone born on the day, that somebody typed.
        "Modules/Residents/Existence.cs",
        // Names that are like another, compared in code; the household is then told of by sight.involved.
        "Modules/Residents/Contract/PossibleDuplicates.cs",
        // A reporter who showed reference and secret, and the form that was already sent.
        "Modules/Signals/Follow/Reports.cs", "Modules/Signals/Raise/Form.cshtml.cs", "Modules/PolicyTable/Agenda/AnswerToReporter.cs",
        // Writes that were allowed, and end one's own sight.
        "Modules/Residents/Circles/Circle.cshtml.cs", "Modules/Residents/Describe/Describe.cshtml.cs", "Modules/Residents/People/Person.cshtml.cs", "Modules/Signals/Assess/Look.cshtml.cs",
        // Hidden households: compared blind, and told to the attention officer alone; that post waits, never why; ids to leave out.
        "Modules/Residents/Safety/HiddenHouseholds.cs", "Modules/Residents/Safety/HeldContact.cs", "Modules/Residents/Safety/ReleasedContact.cs", "Modules/Residents/Contract/ContactRules.cs", "Modules/Signals/EarlierSignals.cs",
        "Modules/Signals/Assess/AskQuestion.cshtml.cs", "Modules/Residents/Contract/CircleCard.cs", "Modules/Residents/Contract/PersonCard.cs", "Modules/Residents/Identify/PersonBsn.cs",
        "Modules/Residents/Authority/Authority.cshtml.cs",
        // What was reported: for who must tell it, for who was told, and the duty to tell, handed to a circle by who need not be in it.
        "Modules/Signals/Tell/Reported.cs", "Modules/Signals/Tell/OwnReports.cs", "Modules/Signals/Tell/Duties.cs",
        // Whether destruction waits for a restriction, for who approves it: yes or no.
        "Modules/Residents/Contract/Restrictions.cs",
        // A granted request puts its line on a list that who grants it does not see.
        "Modules/Records/Listing/ListGranted.cs",
        // For a copy: names that must not stand in it, and a signal without its reporter.
        "Modules/Residents/Contract/CopySubjects.cs", "Modules/Signals/Copy/SignalCopy.cs",
        // What a parent would see, to leave out of a copy made for them.
        "Modules/Residents/Contract/OwnDoor.cs",
        // A mark on a household, by who hands it a shielded question.
        "Modules/Residents/Contract/Households.cs",
    ];

    [Fact]
    public void Only_known_places_look_past_a_scope() => Assert.Equal(Known.Order(), Users("Unscoped<").Order());

    [Fact]
    public void Only_known_places_ask_beyond_what_the_database_shows() => Assert.Equal(KnownBeyond.Order(), Users("work.Beyond(").Order());

    private static IEnumerable<string> Users(string call)
    {
        var source = Path.Combine(Repository.Root, "src");
        return System.IO.Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && File.ReadAllText(file).Contains(call))
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'));
    }
}
