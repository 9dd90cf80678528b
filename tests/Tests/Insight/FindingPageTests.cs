using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>The page of a finding: exact for the team, rounded for others, and judged by people.</summary>
public class FindingPageTests
{
    [Fact]
    public async Task Without_signing_in_one_is_asked_to()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var page = await app.Visitor().Get($"/kwesties/bevinding/{await town.Found()}");

        Assert.DoesNotContain("Geld en schulden", page.Main, StringComparison.Ordinal);
        Assert.StartsWith("/aanmelden", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wijkagent_never_sees_a_finding()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Town[Role.Wijkagent]);

        (await browser.Get($"/kwesties/bevinding/{await town.Found()}")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Geld en schulden rond", (await browser.Get("/kwesties")).ShouldBeOk().Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_reads_what_was_seen_compared_with_what_and_how_likely_by_chance()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{await town.Found()}")).ShouldBeOk();

        Assert.Equal("Geld en schulden rond een sportvereniging", page.Heading);
        Assert.Contains("Van de 40 huishoudens die wij via deze sportvereniging kennen, hebben er 12 een vraag over geld en schulden. Bij de andere huishoudens zijn dat er 8 op de 100. Door toeval komt dit hooguit één op de duizend keer voor.", page.Main, StringComparison.Ordinal);
        Assert.Contains("De buurten verklaren dit niet", page.Main, StringComparison.Ordinal);
        Assert.Contains("SV De Dijk", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("svg.sk-map__drawing"));
        Assert.NotNull(page.Html.QuerySelector("svg.sk-histogram__drawing"));
        Assert.Contains("Haverveld", page.Text("details table"), StringComparison.Ordinal);
        Assert.DoesNotContain("39", page.Text("details table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_it_returns_when_it_has_grown_by_a_quarter_and_says_why()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found(cases: 12);
        var browser = await app.SignedIn(town.Sanne);
        await (await browser.Get($"/kwesties/bevinding/{found}/afgewezen")).Submit(new() { ["Reason"] = "Dit kwam door één actie." });
        await town.Found(cases: 14, repeats: found);
        Assert.Contains("Geen mogelijke kwesties", (await browser.Get("/kwesties")).Main, StringComparison.Ordinal);

        var grown = await town.Found(cases: 15, repeats: found);

        Assert.Contains("gegroeid", (await browser.Get("/kwesties")).Main, StringComparison.Ordinal);
        var page = await browser.Get($"/kwesties/bevinding/{grown}");
        Assert.Contains("Het team wees dit eerder af, toen het er 12 waren. Nu zijn het er 15.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Dit herkennen wij", page.Main, StringComparison.Ordinal);
        var outside = await app.SignedIn(town.Town[Role.CouncilMember]);
        // Three more than what everyone could read before: that would tell of three.
        (await outside.Get($"/kwesties/bevinding/{grown}")).ShouldBe(HttpStatusCode.NotFound);
        var enough = await outside.Get($"/kwesties/bevinding/{await town.Found(cases: 26, households: 60, repeats: found)}");
        Assert.DoesNotContain("12", enough.ShouldBeOk().Text("main .sk-card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_team_the_lines_go_to_wijken_only()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var page = (await (await app.SignedIn(town.Town[Role.PolicyOfficer])).Get($"/kwesties/bevinding/{await town.Found()}")).ShouldBeOk();

        // Haverveld lies in Oost; of Sluiskwartier one household would be told.
        Assert.Contains("Oost", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Sluiskwartier", page.Main, StringComparison.Ordinal);
        Assert.NotEmpty(page.Html.QuerySelectorAll(".sk-map__tie"));
        Assert.All(page.Html.QuerySelectorAll(".sk-map__dot title"), dot => Assert.EndsWith("hier wonen huishoudens", dot.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.PolicyOfficer)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.Resident)]
    public async Task Outside_the_team_numbers_are_rounded_and_the_club_has_no_name(Role role)
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found(cases: 12, households: 38);
        var browser = await app.SignedIn(town.Town[role]);
        var page = (await browser.Get($"/kwesties/bevinding/{found}")).ShouldBeOk();

        Assert.Contains("Van ongeveer 40 huishoudens die wij via deze sportvereniging kennen, hebben er ongeveer 10 een vraag", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("De Dijk", page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("38", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit herkennen wij", page.Main, StringComparison.Ordinal);

        await town.Hear();
        var heard = await browser.Get($"/kwesties/bevinding/{found}");
        Assert.Contains("SV De Dijk", heard.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("dat herkennen wij", heard.Main, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(9, 40)]
    [InlineData(12, 21)]
    public async Task A_small_finding_is_not_there_outside_the_team(int cases, int households)
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found(cases, households);
        var outside = await app.SignedIn(town.Town[Role.CouncilMember]);

        (await outside.Get($"/kwesties/bevinding/{found}")).ShouldBe(HttpStatusCode.NotFound);
        var list = await outside.Get("/kwesties");
        Assert.DoesNotContain("sportvereniging", list.Main, StringComparison.Ordinal);
        Assert.Contains("zeggen te veel over een klein aantal huishoudens", list.Main, StringComparison.Ordinal);
        (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{found}")).ShouldBeOk();
    }

    [Fact]
    public async Task Recognised_it_becomes_an_issue_that_everyone_may_read_without_exact_numbers()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var found = await town.Found(cases: 12, households: 38);
        var browser = await app.SignedIn(town.Sanne);
        var form = await (await browser.Get($"/kwesties/bevinding/{found}")).Follow("Dit herkennen wij");
        Assert.Contains("Schrijf in een paar woorden waarom.", string.Join(' ', (await form.Submit()).Errors), StringComparison.Ordinal);
        var issue = await form.Submit(new() { ["Reason"] = "Ook de trainers vertellen dit." });

        Assert.Equal("Geld en schulden rond een sportvereniging", issue.ShouldBeOk().Heading);
        Assert.Contains("ongeveer 40 huishoudens", issue.Main, StringComparison.Ordinal);
        var outside = await (await app.SignedIn(town.Town[Role.CouncilMember])).Get(issue.Url);
        Assert.DoesNotContain("De Dijk", outside.Main, StringComparison.Ordinal);
        await using var work = await app.Read(town.Sanne);
        Assert.Equal("Ook de trainers vertellen dit.", (await work.Query<Verdict>().SingleAsync(TestContext.Current.CancellationToken)).Reason);
        Assert.True(await work.Context.Set<JournalLine>().AnyAsync(l => l.Kind == InsightEvents.FindingJudged.Code, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rejected_it_is_no_longer_a_possible_issue_and_gone_outside_the_team()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found();
        var browser = await app.SignedIn(town.Sanne);
        await (await browser.Get($"/kwesties/bevinding/{found}/afgewezen")).Submit(new() { ["Reason"] = "Dit kwam door één actie." });

        Assert.Contains("Geen mogelijke kwesties", (await browser.Get("/kwesties")).Main, StringComparison.Ordinal);
        Assert.Contains("Dit kwam door één actie.", (await browser.Get($"/kwesties/bevinding/{found}")).Main, StringComparison.Ordinal);
        (await (await app.SignedIn(town.Town[Role.CouncilMember])).Get($"/kwesties/bevinding/{found}")).ShouldBe(HttpStatusCode.NotFound);
        Assert.Contains("al beoordeeld", (await browser.Get($"/kwesties/bevinding/{found}/herkend")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_it_stays_gone_outside_the_team_when_a_later_scan_finds_it_again()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found();
        await (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{found}/afgewezen")).Submit(new() { ["Reason"] = "Dit kwam door één actie." });
        var again = await town.Found(repeats: found);

        (await (await app.SignedIn(town.Town[Role.CouncilMember])).Get($"/kwesties/bevinding/{again}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{again}")).ShouldBeOk();
    }

    [Fact]
    public async Task Who_may_not_judge_cannot()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found();

        (await (await app.SignedIn(town.Town[Role.PolicyOfficer])).Get($"/kwesties/bevinding/{found}/herkend")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Hearing_the_contact_person_is_kept_with_what_was_said()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found();
        var browser = await app.SignedIn(town.Sanne);
        var form = await (await browser.Get($"/kwesties/bevinding/{found}")).Follow("De contactpersoon is gehoord");
        var page = await form.Submit(new() { ["Words"] = "Wij zien dat ook." });

        Assert.Equal($"/kwesties/bevinding/{found}", page.Url);
        Assert.Contains("Wij zien dat ook.", page.Main, StringComparison.Ordinal);
    }
}
