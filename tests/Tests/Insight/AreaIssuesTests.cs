using Samenkracht.Directory;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>The page of an area shows neighbourhood and network side by side.</summary>
public class AreaIssuesTests
{
    private static readonly string Wijk = KnownTown.Haverveld.Parent!.Value.Value;

    [Fact]
    public async Task A_buurt_and_its_wijk_show_the_issues_that_play_there_and_another_wijk_does_not()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var issue = await town.Issue("Vocht in de flats", Theme.Housing);
        var browser = await app.SignedIn(town.Sanne);

        foreach (var url in (string[])[$"/wijken/{KnownTown.Haverveld}", $"/wijken/{Wijk}"])
            Assert.Equal($"/kwesties/{issue}", (await (await browser.Get(url)).Follow("Vocht in de flats")).ShouldBeOk().Url);
        Assert.DoesNotContain("Vocht in de flats", (await browser.Get("/wijken/WK999908")).ShouldBeOk().Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_take_part_is_exact_for_the_team_and_rounded_for_others()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var issue = await town.Issue();
        for (var i = 0; i < 12; i++) await town.Join(issue, await town.Town.Household(), wantsAnswer: false);

        Assert.Contains("12 huishoudens", (await Profile(app, town.Sanne)).Main, StringComparison.Ordinal);
        var outside = await Profile(app, town.Town[Role.PolicyOfficer]);
        Assert.Contains("ongeveer 10 huishoudens en minder dan 10 signalen", outside.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("12", outside.Text(".sk-card.sk-direction-3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_around_a_club_of_this_wijk_is_named_outside_the_team_only_after_the_club_was_heard()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var club = await Settled(app, town, "FC Oost", CommunityKind.SportsClub);
        await using (var work = await app.Begin(town.Sanne))
        {
            var because = work.Because(Samenkracht.Insight.InsightEvents.IssueOpened);
            var issue = Samenkracht.Insight.Issues.CollectiveIssue.Open(because, new("Schulden rond de club", Theme.Money, "Meer gezinnen.", [], [club]));
            work.Add(issue);
            await work.Note(because, issue.Id.Value);
            await work.Commit();
        }
        const string title = "Schulden rond de club";

        Assert.Contains(title, (await Profile(app, town.Sanne)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await Profile(app, town.Town[Role.PolicyOfficer])).Main, StringComparison.Ordinal);
        await using (var work = await app.Begin(town.Sanne))
        {
            var because = work.Because(Samenkracht.Insight.InsightEvents.CommunityHeard);
            var hearing = Samenkracht.Insight.Findings.Hearing.Hold(because, club, Theme.Money, "Ja, dat herkennen wij.");
            work.Add(hearing);
            await work.Note(because, hearing.Id.Value);
            await work.Commit();
        }
        Assert.Contains(title, (await Profile(app, town.Town[Role.PolicyOfficer])).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wijk_shows_the_communities_that_have_their_place_there()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var mosque = await Settled(app, town, "Moskee An-Nour", CommunityKind.Religious);

        var page = await Profile(app, town.Town[Role.CouncilMember]);

        Assert.Equal($"/gemeenschappen/{mosque}", (await page.Follow("Moskee An-Nour")).ShouldBeOk().Url);
        Assert.DoesNotContain("Moskee", (await (await app.SignedIn(town.Sanne)).Get("/wijken/WK999908")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_asks_no_more_with_many_issues_than_with_one()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        await town.Issue();
        var browser = await app.SignedIn(town.Town[Role.PolicyOfficer]);
        await browser.Get($"/wijken/{Wijk}");

        var one = await app.Queries.During(() => browser.Get($"/wijken/{Wijk}"));
        for (var i = 0; i < 12; i++) await town.Issue($"Kwestie {i}");
        var many = await app.Queries.During(() => browser.Get($"/wijken/{Wijk}"));

        Assert.Equal(one.Count, many.Count);
    }

    private static async Task<Page> Profile(WebApp app, Actor who) => (await (await app.SignedIn(who)).Get($"/wijken/{Wijk}")).ShouldBeOk();

    private static async Task<CommunityId> Settled(WebApp app, KnownTown town, string name, CommunityKind kind)
    {
        await using var work = await app.Begin(town.Town[Role.CommunityWorker]);
        var community = Community.Enter(new CommunityDetails(name, kind, WijkCode: Wijk));
        work.Add(community);
        await work.Note(work.Because(DirectoryEvents.CommunityEntered), community.Id.Value);
        await work.Commit();
        return community.Id;
    }
}
