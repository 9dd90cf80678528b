using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>Everyone can read what a scan found: every kind of finding, for every reader, in short sentences without the words of statisticians.</summary>
public class FindingPlainDutchTests
{
    [Fact]
    public async Task Every_page_of_every_kind_of_finding_is_plain_Dutch()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage);
        var team = await app.SignedIn(town.Sanne);
        var outside = await app.SignedIn(town.Town[Role.PolicyOfficer]);
        var faults = new List<string>();
        foreach (var (kind, aroundClub, beside) in Kinds())
        {
            var finding = await town.Found(kind: kind, aroundClub: aroundClub, beside: beside);
            foreach (var browser in (TestBrowser[])[team, outside])
                faults.AddRange(Faults((await browser.Get($"/kwesties/bevinding/{finding}")).ShouldBeOk()));
            foreach (var verdict in (string[])["herkend", "afgewezen"])
                faults.AddRange(Faults((await team.Get($"/kwesties/bevinding/{finding}/{verdict}")).ShouldBeOk()));
        }
        faults.AddRange(Faults((await team.Get($"/kwesties/gehoord/{town.Club}/Money")).ShouldBeOk()));
        faults.AddRange(Faults(await team.Get("/kwesties")));
        faults.AddRange(Faults(await team.Get("/kwesties/scan")));

        Assert.Empty(faults.Distinct());
    }

    [Fact]
    public void Every_sentence_is_plain_with_any_theme_community_and_number()
    {
        var sentences = from theme in Enum.GetValues<Theme>()
                        from community in Enum.GetValues<CommunityKind>().Where(kind => !kind.IsSensitive())
                        from disclosure in (Disclosure[])[Disclosure.Outside, Disclosure.For(Actor.System)]
                        from finding in Findings(theme)
                        let words = new FindingWords(finding, community, disclosure, CbsUnit.Inhabitants)
                        from text in (string[])[words.Title, words.Sentence, words.Short, words.ForEveryone]
                        select text;

        Assert.Empty(sentences.Distinct().SelectMany(PlainDutch.Faults));
    }

    [Theory]
    [InlineData("Dit is een korte zin. En dit ook.", 0)]
    [InlineData("Dit is een zin die maar doorgaat en doorgaat en doorgaat en doorgaat tot niemand nog weet waar hij over ging.", 1)]
    [InlineData("Het cluster is significant.", 2)]
    public void The_measure_itself_tells_long_from_short(string text, int faults) => Assert.Equal(faults, PlainDutch.Faults(text).Count());

    // What someone opens to check the numbers is for who knows those words.
    private static IEnumerable<string> Faults(Page page)
    {
        foreach (var check in page.Html.QuerySelectorAll("details").Where(d => d.QuerySelector("code") is not null)) check.Remove();
        return PlainDutch.Faults(page.Html.QuerySelector("main")!);
    }

    private static IEnumerable<(ScanKind, bool, BesideBuurt?)> Kinds() =>
    [
        (ScanKind.Households, false, null),
        (ScanKind.Households, true, BesideBuurt.Holds),
        (ScanKind.Households, true, BesideBuurt.NotShown),
        (ScanKind.Households, true, BesideBuurt.CannotTell),
        (ScanKind.Areas, false, null),
        (ScanKind.Signals, false, null),
        (ScanKind.Signals, true, null),
    ];

    private static IEnumerable<Finding> Findings(Theme theme)
    {
        var today = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        BuurtCount[] buurten = [new(AreaCode.Parse("BU99990001"), 12, 100), new(AreaCode.Parse("BU99990002"), 3, 1240)];
        foreach (var (kind, aroundClub, _) in Kinds())
            foreach (var p in (double[])[0.0001, 0.0015, 0.0027])
            {
                var until = new DateOnly(2026, 9, 30);
                var run = ScanRun.Queue(new(Actor.System, today, InsightEvents.ScanQueued, null, null), ScanSettings.Standard(kind, until, 1));
                var pattern = new Pattern(1015, 1340, 1201, 12_000, 8, p, 0.01, p > 0.002 ? buurten[..1] : buurten, new(until.AddDays(-20), null, until));
                yield return aroundClub
                    ? Finding.AroundCommunity(run, today, theme, new(Guid.NewGuid()), pattern, kind == ScanKind.Households ? new BuurtComparison(3, 0.1) : null)
                    : Finding.InBuurten(run, today, theme, pattern);
            }
    }
}
