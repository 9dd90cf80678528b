using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.Tests.Insight;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Architecture;

/// <summary>Only the statistics service turns counts of households into what leaves the team.</summary>
public partial class OutsideTheTeamTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>
    /// Two towns that differ in every exact number of a finding and an issue, and agree in what the statistics service tells of them: whoever is outside the team reads the same pages, to the letter.
    /// So no page can hold anything else of those numbers, by whatever path.
    /// </summary>
    [Fact]
    public async Task What_the_statistics_service_does_not_tell_changes_no_letter_of_a_page()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var found = await town.Found(cases: 12, households: 40);
        var place = await town.Found(cases: 24, households: 90, aroundClub: false, theme: Samenkracht.Support.Contract.Theme.Housing);
        var issue = await town.Issue(withClub: true);
        string[] pages = ["/", "/kwesties", $"/kwesties/bevinding/{found}", $"/kwesties/bevinding/{place}", $"/kwesties/{issue}", $"/wijken/{KnownTown.Haverveld}"];
        // A volunteer sees what every account sees; the others have rights of their own on these pages, or fewer.
        Role[] readers = [Role.Volunteer, Role.PolicyOfficer, Role.Partner, Role.Wijkagent];
        var before = await Read(app, town, readers, pages);
        var team = await Read(app, town, [Role.TeamMember], pages);

        await Change(app, town, issue);

        Assert.Equal(before, await Read(app, town, readers, pages));
        Assert.Empty(team.Intersect(await Read(app, town, [Role.TeamMember], [.. pages.Skip(1)])));
    }

    [Fact]
    public void Who_starts_or_judges_a_scan_or_works_on_an_issue_is_of_the_team() =>
        Assert.All(Roles.OfAccounts.Select(Permissions.Of), rights =>
            Assert.True(rights.Contains(Permission.SeeFindings) || !rights.Overlaps([Permission.StartScans, Permission.JudgeFindings, Permission.WorkOnIssues])));

    private static readonly Type[] Counted =
        [typeof(Finding), typeof(FindingBuurt), typeof(ContributionCount), typeof(OpinionCount), typeof(Samenkracht.Insight.Scanning.ScanRun)];

    private static readonly string[] Numbers =
        ["Cases", "Among", "TotalCases", "TotalAmong", "ExpectedIfAlike", "ExpectedByBuurt", "Signals", "Households", "Yes", "No", "All", "Counted", "Unplaced"];

    /// <summary>Who touches an exact count. A new place belongs here only when it passes the number to <see cref="Disclosure"/>, or shows it where the reader is of the team; the test above sees to it that it does.</summary>
    private static readonly string[] Known =
    [
        // The entities and counts themselves, and what weighs them.
        "Finding", "FindingBuurt", "ContributionCount", "OpinionCount", "Telling",
        // What pages say.
        "FindingWords", "FindingFacts", "FindingMap", "IssueView", "AreaIssuesView",
        // For the administrator's terminal.
        "ScanAgainWords",
        // Pages that hand a number to the service, or ask whether the reader is of the team.
        "Insight/Findings//Table", "Insight/Findings//WijkOrNetwork", "Insight/Findings/Judge", "Insight/Issues/Issue", "Insight/Scanning/Scan",
    ];

    [Fact]
    public void Only_known_places_touch_an_exact_count()
    {
        var users = from room in Samenkracht.App.Modules.All.Select(module => module.GetType().Assembly)
                    from type in room.GetTypes()
                    where !type.IsNested && Calls.Of(type).Any(IsCount)
                    select Name(type);

        var found = users.Distinct().ToList();
        Assert.True(found.ToHashSet().SetEquals(Known), $"New: {string.Join(", ", found.Except(Known))}. Gone: {string.Join(", ", Known.Except(found))}.");
    }

    private static bool IsCount(MethodBase called) =>
        called.Name.StartsWith("get_", StringComparison.Ordinal) && Counted.Contains(called.DeclaringType) && Numbers.Contains(called.Name[4..]);

    // A compiled page is called after its path.
    private static string Name(Type type) => $"{type.Namespace}".StartsWith("AspNetCore", StringComparison.Ordinal) ? type.Name.Replace('_', '/') : type.Name;

    // Other cases, households, totals, months and strength behind the same rounded numbers; two who take part where there was nobody.
    private static async Task Change(WebApp app, KnownTown town, IssueId issue)
    {
        await using (var work = await app.Begin(Actor.System))
        {
            foreach (var sql in (string[])[
                "UPDATE finding_buurt SET cases = cases - 1, among = among + 1 WHERE among > 2", "UPDATE finding SET cases = cases - 1, among = among + 1, total_cases = total_cases + 1",
                "UPDATE finding SET total_among = total_among + 1, score = score - 0.1, since = '2025-08-01', half_since = '2026-02-01', expected_by_buurt = expected_by_buurt + 0.5",
                "UPDATE scan_run SET counted = counted + 7, unplaced = unplaced + 1"])
                await work.Context.Database.ExecuteSqlRawAsync(sql, Cancel);
            await work.Note(work.Because(Samenkracht.Insight.InsightEvents.ScanFinished), issue.Value, cancel: Cancel);
            await work.Commit(Cancel);
        }
        foreach (var wants in (bool[])[true, false]) await town.Join(issue, await town.Town.Household(), wants);
    }

    private static async Task<IReadOnlyList<string>> Read(WebApp app, KnownTown town, IEnumerable<Role> readers, IReadOnlyList<string> pages)
    {
        var read = new List<string>();
        foreach (var role in readers)
        {
            var browser = await app.SignedIn(town.Town[role]);
            foreach (var page in pages) read.Add($"{role} {page}\n{Token().Replace((await browser.Get(page)).Html.QuerySelector("main")!.InnerHtml, "")}");
        }
        return read;
    }

    // Numbers of headings count on from page to page.
    [GeneratedRegex("<input name=\"(?:__RequestVerificationToken|Once)\"[^>]*>|-[0-9]+(?=\")")]
    private static partial Regex Token();
}
