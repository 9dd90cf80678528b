using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Web;

/// <summary>A list asks the database no more for a hundred rows than for one.</summary>
/// <remarks>The lists of signals and households have this test beside their own.</remarks>
public class ListPageTests
{
    private static readonly JournalKind Entered = new("test.entered", "Ingevoerd", Purpose.Administration);

    private static readonly Dictionary<string, (Role Reader, Func<Work, Town, int, object[]> Rows)> Lists = new()
    {
        ["/gemeenschappen"] = (Role.CouncilMember, (work, _, i) => [Community.Enter(new CommunityDetails($"Club {i}", CommunityKind.SportsClub))]),
        ["/beheer/accounts"] = (Role.Administrator, (work, town, i) => [Account.Open(new NewAccount($"a{i}@voorbeeld.test", $"Naam {i}", Role.TeamMember, "", town.WijkteamOrganisation))]),
        ["/beheer/organisaties"] = (Role.Administrator, (work, _, i) => [Organisation.Found($"Organisatie {i}", OrganisationKind.Other, null)]),
        ["/beheer/teams"] = (Role.Administrator, (work, town, i) => [Team.Form($"Team {i}", town.WijkteamOrganisation, ["WK999901", "WK999902"])]),
        ["/kwesties"] = (Role.TeamMember, (work, _, i) => [Issue(work, i)]),
        ["/beleidstafel"] = (Role.CouncilMember, (work, _, i) => OnAgenda(work, i)),
    };

    public static TheoryData<string> Urls => [.. Lists.Keys];

    [Theory, MemberData(nameof(Urls))]
    public async Task One_row_and_a_hundred_take_the_same_number_of_queries(string url)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (reader, rows) = Lists[url];
        var browser = await app.SignedIn(town[reader]);
        await Enter(app, town, rows, 0, 1);
        (await browser.Get(url)).ShouldBeOk();

        var one = await app.Queries.During(() => browser.Get(url));
        await Enter(app, town, rows, 1, 99);
        var hundred = await app.Queries.During(async () => Assert.InRange((await browser.Get(url)).Html.QuerySelectorAll("main tr, main li:not(.sk-pager li), main article").Length, 10, 60));

        Assert.Equal(one.Count, hundred.Count);
    }

    [Fact]
    public async Task Who_looked_takes_the_same_number_of_queries_for_one_look_and_a_hundred()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var pages = new[] { (await app.SignedIn(town.Sanne), $"/huishoudens/{id}/inzage"), (await app.SignedIn(await town.Resident(id)), "/mijn/inzage") };
        foreach (var (browser, url) in pages) (await browser.Get(url)).ShouldBeOk();

        var few = await app.Queries.During(() => All());
        var reads = app.Services.GetRequiredService<ReadLog>();
        foreach (var role in Roles.OfAccounts.Where(role => role.IsProfessional()))
            for (var i = 0; i < 6; i++) await reads.Looked(town[role], id, "Huishouden", Purpose.Support);
        var many = await app.Queries.During(() => All());

        Assert.Equal(few.Count, many.Count);

        async Task All()
        {
            foreach (var (browser, url) in pages) (await browser.Get(url)).ShouldBeOk();
        }
    }

    private static async Task Enter(WebApp app, Town town, Func<Work, Town, int, object[]> rows, int from, int count)
    {
        await using var work = await app.Begin(town.Sanne);
        foreach (var row in Enumerable.Range(from, count).SelectMany(i => rows(work, town, i)).ToList())
        {
            work.Add(row);
            await work.Flush();
        }
        await work.Note(work.Because(Entered), Guid.Empty);
        await work.Commit();
    }

    private static object[] OnAgenda(Work work, int number)
    {
        var issue = Issue(work, number);
        var draft = new AgendaDraft(DecidingTable.Municipality, null, $"Kan het anders, {number}?", work.Actor.Account!.Value, new DateOnly(2026, 12, 24));
        return [issue, AgendaItem.Put(work.Because(Entered), issue.Id, draft)];
    }

    private static CollectiveIssue Issue(Work work, int number) =>
        CollectiveIssue.Open(work.Because(InsightEvents.IssueOpened), new IssueDraft($"Kwestie {number}", Theme.Money, "Meer mensen.", [], []));
}
