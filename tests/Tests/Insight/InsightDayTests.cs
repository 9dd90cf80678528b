using Samenkracht.Insight;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;

namespace Samenkracht.Tests.Insight;

/// <summary>What Insight puts on "Mijn dag".</summary>
public class InsightDayTests
{
    [Theory, BothDatabases]
    public async Task A_finding_that_nobody_judged_is_for_who_may_judge_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        var finding = await town.Found();

        var item = Assert.Single(await Day(database, town.Sanne));

        Assert.Equal((Direction.Community, "scan", $"/kwesties/bevinding/{finding}"), (item.Direction, item.Tag, item.Url));
        Assert.StartsWith("Mogelijke kwestie: ", item.Title, StringComparison.Ordinal);
        foreach (var role in (Role[])[Role.CouncilMember, Role.PolicyOfficer, Role.Wijkagent, Role.Resident])
            Assert.Empty(await Day(database, town.Town[role]));
    }

    [Theory, BothDatabases]
    public async Task An_action_of_an_issue_is_for_who_added_it_until_it_is_done(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage, areas: false);
        var issue = await town.Issue("Vocht in de flats");
        await using (var work = await database.Begin(town.Sanne))
        {
            var because = work.Because(InsightEvents.IssueChanged);
            work.Add(IssueAction.Agree(because, issue, Direction.Community, "Bewonersavond", "opbouwwerker", new DateOnly(2026, 12, 1)));
            await work.Note(because, issue.Value);
            await work.Commit();
        }

        var item = Assert.Single(await Day(database, town.Sanne));

        Assert.Equal(("Bewonersavond", Direction.Community, new DateOnly(2026, 12, 1), "kwestie: Vocht in de flats"), (item.Title, item.Direction, item.Due, item.Detail));
        Assert.Empty(await Day(database, town.Town.Anouk));
    }

    private static async Task<IReadOnlyList<DayItem>> Day(TestDatabase database, Actor who)
    {
        await using var work = await database.Read(who);
        return await new InsightDay().For(work, default);
    }
}
