using Microsoft.EntityFrameworkCore;
using Samenkracht.Demo.City;
using Samenkracht.Directory;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Issues;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>A small town with areas, a club and findings, as the tests of Insight and PolicyTable need them.</summary>
internal sealed class KnownTown
{
    public static readonly AreaCode Haverveld = CityPlan.Buurten.Single(b => b.Name == "Haverveld").Code;
    public static readonly AreaCode Sluiskade = CityPlan.Buurten.Single(b => b.Name == "Sluiskade").Code;
    private readonly Storage storage;

    private KnownTown(Storage storage, Town town) => (this.storage, Town) = (storage, town);

    public Town Town { get; }

    public Actor Sanne => Town.Sanne;

    public CommunityId Club { get; private set; }

    public static async Task<KnownTown> Build(Storage storage, bool areas = true)
    {
        var known = new KnownTown(storage, await Town.Build(storage));
        known.Club = await known.Community("SV De Dijk", CommunityKind.SportsClub);
        if (!areas) return known;
        await using var work = await storage.Begin(Actor.System);
        await CityAreas.Import(work);
        await work.Commit();
        return known;
    }

    public async Task<CommunityId> Community(string name, CommunityKind kind)
    {
        await using var work = await storage.Begin(Town[Role.CommunityWorker]);
        var community = Samenkracht.Directory.Communities.Community.Enter(new CommunityDetails(name, kind, ContactName: "Marco Prins"));
        work.Add(community);
        await work.Note(work.Because(DirectoryEvents.CommunityEntered), community.Id.Value);
        await work.Commit();
        return community.Id;
    }

    /// <summary>Households in one buurt; of each so many the first ask about the theme and the others about work.</summary>
    public async Task Households(AreaCode buurt, int count, int asking, Theme theme, CommunityId? via = null)
    {
        await using var work = await storage.Begin(Sanne);
        for (var i = 0; i < count; i++)
        {
            var id = await Samenkracht.Residents.Contract.Households.Open(work, new NewHousehold("inwoner", new Address("Molenpad", $"{i}", "1234 AB", "Lindevaart", buurt), [], [Law.Wmo]));
            await Questions.Ask(work, new NewQuestion(id, Law.Wmo, i < asking ? theme : Theme.Work, "Een vraag.", ViaCommunity: via));
        }
        await work.Commit();
    }

    /// <summary>Two buurten in which few ask about money, and a club in both of which 14 of 20 do.</summary>
    public async Task DebtsAroundClub()
    {
        await Households(Haverveld, 10, asking: 7, Theme.Money, Club);
        await Households(Sluiskade, 10, asking: 7, Theme.Money, Club);
        await Households(Haverveld, 25, asking: 1, Theme.Money);
        await Households(Sluiskade, 25, asking: 1, Theme.Money);
    }

    /// <summary>Signals that became a question, each of a household of its own in one buurt, so many days ago.</summary>
    public async Task Signals(AreaCode buurt, IEnumerable<int> daysAgo, Theme theme, CommunityId? via = null, HouseholdId? of = null)
    {
        await using var work = await storage.Begin(Sanne);
        var now = work.Now;
        foreach (var days in daysAgo)
        {
            work.Live(Sanne, now.AddDays(-days));
            var household = of ?? await Samenkracht.Residents.Contract.Households.Open(work, new NewHousehold("inwoner", new Address("Molenpad", "1", "1234 AB", "Lindevaart", buurt), [], [Law.Wmo]));
            var signal = Signal.Raise(Id.New<SignalId>(), SignalCode.New(), SignalTestData.Concern(theme: theme), work.Because(SignalEvents.Raised), SignalTerms.Standard, SignalTestData.Days);
            signal.CameThrough(via);
            work.Add(signal);
            await work.Flush();
            var question = await Questions.Ask(work, new NewQuestion(household, Law.Wmo, theme, "Een vraag.", FromSignal: signal.Id.Value));
            await work.Flush();
            work.Add(signal.Assess(Samenkracht.Signals.Decision.AsQuestion(household, question), work.Because(SignalEvents.Assessed, Law.Wmo)));
            await work.Note(work.Because(SignalEvents.Assessed, Law.Wmo), signal.Id.Value, household);
        }
        await work.Commit();
    }

    /// <summary>A scan that waits to be carried out.</summary>
    public async Task<ScanRunId> Queue(Actor? by = null, long seed = 7, int replicates = 99, ScanKind kind = ScanKind.Households)
    {
        await using var work = await storage.Begin(by ?? Sanne);
        var run = await Queue(work, seed, replicates, kind);
        await work.Commit();
        return run.Id;
    }

    private static async Task<ScanRun> Queue(Work work, long seed, int replicates, ScanKind kind)
    {
        var because = work.Because(InsightEvents.ScanQueued);
        var today = DateOnly.FromDateTime(work.Now.UtcDateTime);
        var run = ScanRun.Queue(because, ScanSettings.Standard(kind, today.AddDays(1), seed) with { Replicates = replicates });
        work.Add(run);
        await work.Note(because, run.Id.Value);
        return run;
    }

    /// <summary>A finding of a finished scan, with the numbers that a test needs.</summary>
    public async Task<FindingId> Found(int cases = 12, int households = 40, bool aroundClub = true, BesideBuurt? beside = BesideBuurt.Holds, FindingId? repeats = null,
        ScanKind kind = ScanKind.Households, Theme theme = Theme.Money)
    {
        // In one work: a site that runs would take what is queued.
        await using var work = await storage.Begin(Actor.System);
        var run = await Queue(work, 7, 99, kind);
        var because = work.Because(InsightEvents.ScanFinished);
        run.Begin(because, "machine");
        run.Finish(because, new(1200, 3, new string('a', 64), kind == ScanKind.Areas ? 2 : null, kind == ScanKind.Areas ? CbsUnit.Households : null));
        var until = run.Until.AddDays(-1);
        var period = kind == ScanKind.Signals ? new FindingPeriod(until.AddDays(-9), null, until) : new FindingPeriod(new(2025, 9, 1), new(2026, 3, 1), until);
        var pattern = new Pattern(cases, households, 100, 1200, 8.5, kind == ScanKind.Signals ? 0.0005 : 0.001, 0.001, [new(Haverveld, cases, households - 1), new(Sluiskade, 0, 1)], period);
        var comparison = kind == ScanKind.Households ? new BuurtComparison(4.1, beside switch { BesideBuurt.Holds => 0.01, BesideBuurt.NotShown => 0.4, _ => null }) : null;
        var finding = aroundClub
            ? Finding.AroundCommunity(run, because.At, theme, Club, pattern, comparison)
            : Finding.InBuurten(run, because.At, theme, pattern);
        if (repeats is { } earlier) await Repeat(work, finding, earlier);
        await Telling.Decide(work, [finding], default);
        work.Add(finding);
        work.Add(ScanNull.Of(run.Id, finding.Family, theme, Enumerable.Range(0, 99).Select(i => i / 20.0)));
        await work.Note(because, run.Id.Value);
        await work.Commit();
        return finding.Id;
    }

    private static async Task Repeat(Work work, Finding finding, FindingId earlier)
    {
        var first = work.Query<Finding>().Single(f => f.Id == earlier);
        var verdict = await work.Query<Verdict>().FirstOrDefaultAsync(v => v.Finding == earlier);
        finding.Repeat(first, verdict is null ? null : new(first, verdict));
    }

    public async Task<IssueId> Issue(string title = "Brieven die niemand begrijpt", Theme theme = Theme.Money, bool withClub = false)
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(InsightEvents.IssueOpened);
        var issue = CollectiveIssue.Open(because, new IssueDraft(title, theme, "Meer mensen hebben hiermee te maken.", [Haverveld], withClub ? [Club] : []));
        work.Add(issue);
        await work.Note(because, issue.Id.Value);
        await work.Commit();
        return issue.Id;
    }

    /// <summary>The household asks about money, and takes part with that question.</summary>
    public async Task Join(IssueId issue, HouseholdId household, bool wantsAnswer)
    {
        var question = await Town.Ask(household, "Wat betekent deze brief?");
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(InsightEvents.Joined);
        work.Add(IssueContribution.ByHousehold(because, issue, household, question, wantsAnswer));
        await work.Note(because, question.Value, household);
        await work.Commit();
    }

    public async Task Hear(Theme theme = Theme.Money)
    {
        await using var work = await storage.Begin(Sanne);
        var because = work.Because(InsightEvents.CommunityHeard);
        var hearing = Hearing.Hold(because, Club, theme, "Ja, dat herkennen wij.");
        work.Add(hearing);
        await work.Note(because, hearing.Id.Value);
        await work.Commit();
    }
}
