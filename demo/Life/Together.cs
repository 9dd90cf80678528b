using Microsoft.EntityFrameworkCore;
using Samenkracht.Demo.City;
using Samenkracht.Demo.People;
using Samenkracht.Directory.Contract;
using Samenkracht.Insight;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Issues;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Demo.Life;

/// <summary>What was taken up together: scans, one finding that was recognised, issues in every state, and answers given, waited for and overdue.</summary>
sealed class Together(Work work, Staff staff, IReadOnlyList<CommunityId> communities, Signalling signalling, DateTimeOffset now)
{
    private const int Seed = 20_261;

    public async Task Live(HouseholdId family, CancellationToken cancel)
    {
        await Scan(ScanKind.Households, now.AddDays(-40), cancel);
        await Recognise(now.AddDays(-38), cancel);
        await Answered(cancel);
        await Overdue(family, cancel);
        await Scan(ScanKind.Areas, now.AddHours(-10), cancel);
        await Scan(ScanKind.Signals, now.AddHours(-9), cancel);
        await Scan(ScanKind.Households, now.AddHours(-8), cancel);
    }

    // The scan as the page or the schedule runs it, on what was known by then.
    private async Task Scan(ScanKind kind, DateTimeOffset at, CancellationToken cancel)
    {
        var byHand = kind == ScanKind.Households;
        work.Live(byHand ? staff[Role.TeamLead] : Actor.System, at);
        var today = Amsterdam.Date(at);
        var settings = ScanSettings.Standard(kind, byHand ? today : today.AddDays(-1), Seed);
        var queued = work.Because(byHand ? InsightEvents.ScanQueued : InsightEvents.ScanScheduled);
        var run = byHand ? ScanRun.Queue(queued, settings) : ScanRun.Schedule(queued, settings, today);
        work.Add(run);
        await work.Note(queued, run.Id.Value, payload: run.Settings, cancel: cancel);
        await work.Flush(cancel);
        work.Live(Actor.System, at.AddSeconds(5));
        var begun = work.Because(InsightEvents.ScanBegun);
        run.Begin(begun, "demo");
        await work.Note(begun, run.Id.Value, cancel: cancel);
        await work.Flush(cancel);
        var input = await ScanReading.Read(work, run.Settings, cancel);
        var found = PatternSearch.Run(run, input, run.BeatAt, new ScanMeter(run.Replicates), cancel);
        await ScanResults.Keep(work, run, input, found, cancel);
        await work.Flush(cancel);
    }

    /// <summary>The damp flats: recognised, opened as an issue, and put to the housing corporation.</summary>
    private async Task Recognise(DateTimeOffset at, CancellationToken cancel)
    {
        if (await work.Query<Finding>().Include(f => f.Buurten).FirstOrDefaultAsync(f => f.Family == FindingFamily.Area && f.Theme == Theme.Housing, cancel) is not { } finding) return;
        work.Live(staff[Role.CommunityWorker], at);
        var judged = work.Because(InsightEvents.FindingJudged, reason: "In de flats aan de Sluiskade horen wij dit aan elke deur.");
        work.Add(Verdict.Give(judged, finding.Id, confirmed: true, judged.Reason!));
        await work.Note(judged, finding.Id.Value, payload: new { confirmed = true }, cancel: cancel);
        var issue = await Open(new IssueDraft("Vocht en schimmel in de flats aan de Linde", Theme.Housing,
            "Bewoners van de flats langs de rivier melden vocht en schimmel. Het speelt in meer gebouwen van dezelfde verhuurder.",
            [.. finding.Buurten.Select(b => b.BuurtCode)], []), finding.Id, cancel);
        await Agree(issue, Direction.Community, "Bewonersavond in de buurtkamer", "opbouwwerker", -12, done: true, cancel);
        await Agree(issue, Direction.Personal, "Gezinnen met jonge kinderen eerst langsgaan", "wijkteam Zuid", 3, done: false, cancel);
        await Agree(issue, Direction.Rules, "Huurcommissie: één gezamenlijk verzoek", "sociaal raadslid", 10, done: false, cancel);
        await Agree(issue, Direction.PolicyTable, "Plan van aanpak vragen aan de verhuurder", "beleidsmedewerker", 1, done: false, cancel);
        await Put(issue, DecidingTable.HousingCorporation, "Woonstichting De Brug", "Wanneer worden de flats aan de Linde geïsoleerd en geventileerd, en wat kunnen bewoners deze winter verwachten?", now.AddDays(-30), 7, cancel);
    }

    /// <summary>Asked and answered: the reporters and the residents who asked read it.</summary>
    private async Task Answered(CancellationToken cancel)
    {
        work.Live(staff[Role.CommunityWorker], now.AddDays(-150));
        var issue = await Open(new IssueDraft("Geen plek op de taalles", Theme.Language, "Wie Nederlands wil leren staat maanden op een wachtlijst.", [CityPlan.Wijken[1].Code, CityPlan.Wijken[2].Code], []), null, cancel);
        await Contribute(issue, "Ik sta al een half jaar op de wachtlijst voor taalles.", Theme.Language, now.AddDays(-148), cancel);
        await Agree(issue, Direction.Community, "Taalcafé een avond extra open", "Taalmaatjes Waterveen", -100, done: true, cancel);
        var item = await Put(issue, DecidingTable.Municipality, null, "Kan de gemeente zorgen dat iedereen binnen zes weken met taalles begint?", now.AddDays(-120), -60, cancel);
        work.Live(staff[Role.PolicyOfficer], now.AddDays(-66));
        var because = work.Because(PolicyTableEvents.Answered);
        work.Add(item.Answer(because, Decision.Partly, "Er komen twee groepen bij. De wachttijd wordt daarmee ongeveer tien weken. In het voorjaar kijken wij of dat genoeg is."));
        await work.Note(because, item.Id.Value, cancel: cancel);
        await work.Flush(cancel);
    }

    /// <summary>Asked and not answered in time: everyone who signs in can see it.</summary>
    private async Task Overdue(HouseholdId family, CancellationToken cancel)
    {
        work.Live(staff[Role.TeamMember], now.AddDays(-75));
        var issue = await Open(new IssueDraft("Inkomensgrens van de minimaregeling", Theme.Money,
            "Gezinnen die net iets meer verdienen vallen buiten de minimaregeling en houden minder over dan gezinnen erbinnen.", [CityPlan.Wijken[1].Code, CityPlan.Wijken[4].Code, CityPlan.Wijken[5].Code], [communities[Circles.Club]]), null, cancel);
        await Contribute(issue, "Bij onze club kunnen kinderen niet meedoen omdat ouders net te veel verdienen.", Theme.Money, now.AddDays(-74), cancel);
        var asked = await work.Questions.FirstAsync(q => q.Household == family && q.Theme == issue.Theme, cancel);
        var because = work.Because(InsightEvents.Joined, asked.Law);
        work.Add(IssueContribution.ByHousehold(because, issue.Id, family, asked.Id, wantsAnswer: true));
        await work.Note(because, asked.Id.Value, family, new { issue = issue.Id, issue.Title, wantsAnswer = true }, cancel);
        await Agree(issue, Direction.Personal, "Budgetkring in twee buurtkamers", "vrijwilligers", -20, done: true, cancel);
        await Agree(issue, Direction.Rules, "Bijzondere bijstand ruimer toepassen", "consulent inkomen", 12, done: false, cancel);
        await Put(issue, DecidingTable.Municipality, null, "Kan de inkomensgrens van de minimaregeling naar 130 procent?", now.AddDays(-60), -11, cancel);
    }

    private async Task<CollectiveIssue> Open(IssueDraft draft, FindingId? finding, CancellationToken cancel)
    {
        var because = work.Because(InsightEvents.IssueOpened);
        var issue = CollectiveIssue.Open(because, draft, finding);
        work.Add(issue);
        await work.Note(because, issue.Id.Value, payload: new { issue.Title }, cancel: cancel);
        await work.Flush(cancel);
        return issue;
    }

    private async Task Agree(CollectiveIssue issue, Direction direction, string text, string who, int dueIn, bool done, CancellationToken cancel)
    {
        var because = work.Because(InsightEvents.ActionAdded);
        var action = IssueAction.Agree(because, issue.Id, direction, text, who, Amsterdam.Date(now.AddDays(dueIn)));
        if (done) action.Finish(because);
        work.Add(action);
        await work.Note(because, action.Id.Value, payload: new { issue = issue.Id, action.Text, action.Direction }, cancel: cancel);
    }

    private async Task<AgendaItem> Put(CollectiveIssue issue, DecidingTable table, string? name, string question, DateTimeOffset at, int answerIn, CancellationToken cancel)
    {
        work.Live(staff[Role.TeamMember], at);
        var because = work.Because(PolicyTableEvents.PutOnAgenda);
        var item = AgendaItem.Put(because, issue.Id, new AgendaDraft(table, name, question, staff[Role.PolicyOfficer].Account!.Value, Amsterdam.Date(now.AddDays(answerIn))));
        work.Add(item);
        await work.Note(because, item.Id.Value, payload: new { issue.Id, item.Question }, cancel: cancel);
        await work.Flush(cancel);
        return item;
    }

    private async Task Contribute(CollectiveIssue issue, string text, Theme theme, DateTimeOffset at, CancellationToken cancel)
    {
        var assessor = work.Actor.May(Permission.AssessSignals) ? work.Actor : staff[Role.TeamMember];
        var signal = await signalling.Raise(work, Actor.Anonymous, new(SignalKind.Concern, text, null, Signals.Contract.Urgency.FewDays, Told.Yes, theme), null, at, cancel);
        await work.Flush(cancel);
        work.Live(assessor, at.AddDays(1));
        var because = work.Because(InsightEvents.Joined);
        work.Add(IssueContribution.BySignal(because, issue.Id, signal.Id));
        await work.Note(because, issue.Id.Value, payload: new { signal = signal.Id }, cancel: cancel);
        await Signalling.Conclude(work, signal, Signals.Decision.Contributes(new PartOfIssue()), null, cancel);
        await Signalling.FindNobody(work, signal, cancel);
    }
}
