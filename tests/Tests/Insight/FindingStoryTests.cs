using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>What the page of a finding tells of each kind of scan: compared with what, since when, where, through whom, wijk or network, and what nobody knows.</summary>
public class FindingStoryTests
{
    [Fact]
    public async Task Wijk_or_network_has_three_answers()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var browser = await app.SignedIn(town.Sanne);

        foreach (var (beside, answer) in ((BesideBuurt, string)[])[(BesideBuurt.Holds, "Het netwerk."), (BesideBuurt.NotShown, "Misschien de wijk."), (BesideBuurt.CannotTell, "Dat kunnen wij niet uit elkaar houden.")])
            Assert.Contains(answer, (await browser.Get($"/kwesties/bevinding/{await town.Found(beside: beside)}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_reads_compared_with_what_since_when_in_which_wijken_and_through_which_community()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{await town.Found()}")).ShouldBeOk();
        var facts = page.Text("dl.sk-facts");

        Assert.Contains("Alle andere huishoudens die wij kennen.", facts, StringComparison.Ordinal);
        Assert.Contains("De eerste vraag kwam in september 2025. De helft was er in maart 2026.", facts, StringComparison.Ordinal);
        Assert.Contains("tot en met 25 november 2026", facts, StringComparison.Ordinal);
        Assert.Contains("In welke wijkenOost en Sluiskwartier", facts, StringComparison.Ordinal);
        Assert.Contains("SV De Dijk (sportvereniging)", facts, StringComparison.Ordinal);
        Assert.Contains("Wij zien alleen huishoudens die al contact hebben met het team.", page.Main, StringComparison.Ordinal);
        Assert.Contains("telt daardoor eerder mee", page.Main, StringComparison.Ordinal);
        Assert.Contains("Van 3 huishoudens weten wij de buurt niet.", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_team_no_month_no_community_and_no_left_out_household_is_told()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var page = (await (await app.SignedIn(town.Town[Role.PolicyOfficer])).Get($"/kwesties/bevinding/{await town.Found()}")).ShouldBeOk();

        Assert.DoesNotContain("eerste vraag", page.Main, StringComparison.Ordinal);
        Assert.Contains("Wij keken naar vragen van 25 mei 2025 tot en met 25 november 2026.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Een sportvereniging. De naam staat hier als haar contactpersoon is gehoord.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Van 3 huishoudens", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("scan-again", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_of_buurten_by_population_says_who_live_there_and_that_CBS_may_be_old()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{await town.Found(kind: ScanKind.Areas, aroundClub: false)}")).ShouldBeOk();

        Assert.Equal("Geld en schulden in 2 buurten, vergeleken met wie er woont", page.Heading);
        Assert.Contains("In deze 2 buurten kennen wij 12 huishoudens met een vraag over geld en schulden. Er wonen 40 huishoudens. Was elke buurt gelijk, dan waren het er 3,3.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Alle huishoudens die CBS per buurt telt.", page.Main, StringComparison.Ordinal);
        Assert.Contains("De cijfers van CBS zijn ouder dan de vragen.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Van 2 buurten zegt CBS niet hoeveel mensen er wonen.", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_of_the_night_says_since_when_what_is_usual_and_how_often_chance_gives_one()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{await town.Found(kind: ScanKind.Signals, aroundClub: false)}")).ShouldBeOk();

        Assert.Equal("Veel nieuwe signalen over geld en schulden in 2 buurten", page.Heading);
        Assert.Contains("Van 15 november tot en met 24 november kwamen uit deze 2 buurten 12 signalen over geld en schulden. Gewoon zijn het er in zo’n tijd 3,3.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Wij kijken elke nacht. Door toeval zien wij dit ongeveer eens in de 5 jaar.", page.Main, StringComparison.Ordinal);
        Assert.Contains("De drukte begon op 15 november 2026.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Wie niets doorgeeft, zien wij niet.", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_and_network_stand_together_with_a_table_of_the_same()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var url = $"/kwesties/bevinding/{await town.Found()}";
        var page = (await (await app.SignedIn(town.Sanne)).Get(url)).ShouldBeOk();

        Assert.NotNull(page.Html.QuerySelector("svg.sk-map__drawing"));
        Assert.Equal(2, page.Html.QuerySelectorAll("svg.sk-network__drawing .sk-network__dot").Length);
        Assert.Contains("Haverveld: 10 of meer huishoudens", page.Text("svg.sk-network__drawing"), StringComparison.Ordinal);
        Assert.Contains("SV De Dijk", page.Html.QuerySelector("svg.sk-network__drawing")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains("Haverveld", page.Text("details table"), StringComparison.Ordinal);

        var outside = (await (await app.SignedIn(town.Town[Role.PolicyOfficer])).Get(url)).ShouldBeOk();
        Assert.DoesNotContain("De Dijk", outside.Html.QuerySelector("svg.sk-network__drawing")!.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Haverveld:", outside.Html.QuerySelector("svg.sk-network__drawing")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_start_scans_reads_how_to_do_it_again()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var found = await town.Found();
        await using var work = await app.Read(town.Sanne);
        var finding = await work.Query<Finding>().SingleAsync(f => f.Id == found, TestContext.Current.CancellationToken);

        Assert.Equal($"./samenkracht scan-again {finding.Run} --database var/demo.db", FindingModel.CommandFor(finding, inDemo: true));
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/bevinding/{found}")).Main;
        Assert.Contains($"./samenkracht scan-again {finding.Run}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("--database", page, StringComparison.Ordinal);
        Assert.DoesNotContain("scan-again", (await (await app.SignedIn(town.Town[Role.AttentionOfficer])).Get($"/kwesties/bevinding/{found}")).ShouldBeOk().Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_team_nobody_is_told_that_there_is_no_community_for_one_may_be_withheld()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var url = $"/kwesties/bevinding/{await town.Found(aroundClub: false)}";

        Assert.Contains("Eerder de wijk.", (await (await app.SignedIn(town.Sanne)).Get(url)).ShouldBeOk().Main, StringComparison.Ordinal);
        var outside = (await (await app.SignedIn(town.Town[Role.PolicyOfficer])).Get(url)).ShouldBeOk();
        Assert.Contains("Dat bekijkt het team.", outside.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("geen enkele gemeenschap", outside.Main, StringComparison.Ordinal);
    }
}
