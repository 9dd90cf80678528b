using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.PolicyTable;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Tests.Insight;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;

namespace Samenkracht.Tests.PolicyTable;

/// <summary>A question to a table, its term, its answer, and the way back to who asked.</summary>
public class AnswerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-23", false, true)]
    [InlineData("2026-11-24", false, false)]
    [InlineData("2026-11-23", true, false)]
    public void Late_is_past_the_day_without_an_answer(string answerBy, bool answered, bool late) =>
        Assert.Equal(late, AgendaItem.IsLate(DateOnly.Parse(answerBy, System.Globalization.CultureInfo.InvariantCulture), answered, new(2026, 11, 24)));

    [Fact]
    public void Who_owes_the_answer_is_the_council_or_the_organisation()
    {
        Assert.Equal("het college", DecidingTable.Municipality.Debtor(null));
        Assert.Equal("Woonstichting De Brug", DecidingTable.HousingCorporation.Debtor("Woonstichting De Brug"));
    }

    [Fact]
    public async Task A_team_member_puts_an_issue_on_the_agenda()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var issue = await town.Issue();
        var form = await (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}")).Follow("Zet op de agenda");
        Assert.NotEmpty((await form.ShouldBeOk().Submit(new() { ["Input.Table"] = "Employer" })).Errors);
        var page = await form.Submit(new()
        {
            ["Input.Question"] = "Kan het eenvoudiger?",
            ["Input.Table"] = "Municipality",
            ["Input.Owner"] = town.Town[Role.PolicyOfficer].Account!.Value.ToString(),
        });

        Assert.Equal("Kan het eenvoudiger?", page.ShouldBeOk().Heading);
        Assert.DoesNotContain("PolicyOfficer Voorbeeld", page.Main, StringComparison.Ordinal);
        await using var work = await app.Read(Actor.System);
        Assert.True(await work.Context.Set<JournalLine>().AnyAsync(l => l.Kind == PolicyTableEvents.PutOnAgenda.Code, Cancel));
    }

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Wijkagent)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.Volunteer)]
    public async Task What_is_late_is_for_every_role_to_see_and_names_the_council_not_the_official(Role role)
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var item = await Put(app, town, await town.Issue(), due: -11);
        var browser = await app.SignedIn(town.Town[role]);
        var list = (await browser.Get("/beleidstafel")).ShouldBeOk();

        Assert.Contains("het college is te laat met een antwoord", list.Main, StringComparison.Ordinal);
        Assert.Contains("11 dagen te laat", list.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("PolicyOfficer Voorbeeld", (await browser.Get($"/beleidstafel/{item}")).Main, StringComparison.Ordinal);
        Assert.Contains(await Day(app, town.Town[role]), i => i.Title.StartsWith("Antwoord van het college te laat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_who_may_answer_does_and_only_once()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var item = await Put(app, town, await town.Issue());
        var officer = await app.SignedIn(town.Town[Role.PolicyOfficer]);
        Assert.DoesNotContain("Antwoord geven", (await (await app.SignedIn(town.Sanne)).Get($"/beleidstafel/{item}")).Main, StringComparison.Ordinal);
        var form = await officer.Get($"/beleidstafel/{item}");
        Dictionary<string, string?> answer = new() { ["Input.Decision"] = "Partly", ["Input.Text"] = "Tien brieven herschrijven wij." };
        var page = await form.Submit(answer);

        Assert.Contains("Tien brieven herschrijven wij.", page.Main, StringComparison.Ordinal);
        Assert.Contains("al een antwoord", (await form.Submit(answer)).Main, StringComparison.Ordinal);
        Assert.Contains("wij doen een deel", (await officer.Get("/beleidstafel")).Main, StringComparison.Ordinal);
        await using var work = await app.Read(town.Sanne);
        Assert.Equal(1, await work.Query<Answer>().CountAsync(Cancel));
    }

    [Fact]
    public async Task A_resident_who_took_part_and_asked_reads_the_answer_and_says_what_it_is()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household();
        var resident = await town.Town.Resident(household);
        var issue = await town.Issue();
        await town.Join(issue, household, wantsAnswer: true);
        var item = await Put(app, town, issue, answer: "Ja, wij doen dit.");
        var day = Assert.Single(await Day(app, resident), i => i.Title.StartsWith("Er is een antwoord", StringComparison.Ordinal));
        var browser = await app.SignedIn(resident);
        var form = (await browser.Get(day.Url)).ShouldBeOk();
        Assert.Contains("Ja, wij doen dit.", form.Main, StringComparison.Ordinal);
        Assert.Contains("Ja, wij doen dit.", (await browser.Get("/mijn")).Main, StringComparison.Ordinal);
        await form.Submit(new() { ["IsAnswer"] = "No", ["Words"] = "Wanneer dan?" });

        await using var work = await app.Read(Actor.System);
        var said = await work.Query<AnswerOpinion>().SingleAsync(Cancel);
        Assert.Equal((item, false, "Wanneer dan?"), (said.Item, said.IsAnswer, said.Words));
        Assert.True(await work.Context.Set<JournalLine>().AnyAsync(l => l.Kind == PolicyTableEvents.OpinionGiven.Code && l.Household == household, Cancel));
        Assert.DoesNotContain(await Day(app, resident), i => i.Title.StartsWith("Er is een antwoord", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_an_issue_shows_the_whole_chain_from_the_signals_to_the_answer_in_one_picture()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var issue = await town.Issue();
        await Contribute(app, town, issue, await Raise(app));
        await town.Join(issue, await town.Town.Household(), wantsAnswer: true);
        await Put(app, town, issue, answer: "Ja, wij doen dit.");
        var page = (await (await app.SignedIn(town.Sanne)).Get($"/kwesties/{issue}")).ShouldBeOk();
        var steps = page.Html.QuerySelectorAll("[aria-label='De keten van deze kwestie'] li");

        string[] chain = ["Signalen", "Huishoudens", "Patroon", "Kwestie", "Acties", "Beleidstafel", "Antwoord", "Terug"];
        Assert.All(chain.Zip(steps), pair => Assert.StartsWith(pair.First, pair.Second.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(chain.Length, steps.Length);
        Assert.All(steps.Take(2), step => Assert.Contains("1", step.TextContent, StringComparison.Ordinal));
        Assert.NotNull(steps[6].QuerySelector("a[href^='/beleidstafel/']"));
        Assert.Contains("het antwoord ging naar wie het vroeg", steps[7].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_beside_the_resident_reads_the_answer_but_does_not_judge_it()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household();
        await town.Town.Join(household, town.Town[Role.Supporter], CircleRole.Supporter);
        var issue = await town.Issue();
        await town.Join(issue, household, wantsAnswer: true);
        var item = await Put(app, town, issue, answer: "Ja, wij doen dit.");
        var browser = await app.SignedIn(town.Town[Role.Supporter]);
        var plan = (await browser.Get("/mijn")).ShouldBeOk();

        Assert.Contains("Ja, wij doen dit.", plan.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Is dit een antwoord?", plan.Main, StringComparison.Ordinal);
        (await browser.Get($"/beleidstafel/{item}/mening/{household}")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_merely_counted_or_did_not_ask_hears_nothing(bool tookPart)
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var household = await town.Town.Household();
        await town.Town.Ask(household, "Te weinig geld");
        var resident = await town.Town.Resident(household);
        var issue = await town.Issue();
        if (tookPart) await town.Join(issue, household, wantsAnswer: false);
        var item = await Put(app, town, issue, answer: "Ja, wij doen dit.");
        var browser = await app.SignedIn(resident);

        Assert.DoesNotContain(await Day(app, resident), i => i.Title.StartsWith("Er is een antwoord", StringComparison.Ordinal));
        Assert.DoesNotContain("Ja, wij doen dit.", (await browser.Get("/mijn")).Main, StringComparison.Ordinal);
        (await browser.Get($"/beleidstafel/{item}/mening/{household}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task The_reporter_of_a_signal_that_joined_hears_the_answer_and_another_does_not(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await KnownTown.Build(app.Storage, areas: false);
        var issue = await town.Issue();
        var (joined, other) = (await Raise(app), await Raise(app));
        await Contribute(app, town, issue, joined);
        var item = await Put(app, town, issue, answer: "Ja, wij doen dit.");
        var slot = app.Services.GetServices<ISignalFeedback>().Single(s => s is AnswerToReporter);

        await using (var work = await app.Begin(Actor.Anonymous))
        {
            var line = Assert.Single(await slot.For(work, [joined], Cancel));
            Assert.Equal(("Antwoord van het college", item.Value, (bool?)null), (line.Title, line.Question!.Value, line.Answered));
            Assert.Contains("Ja, wij doen dit.", line.Text, StringComparison.Ordinal);
            Assert.Empty(await slot.For(work, [other], Cancel));
            Assert.False(await slot.Reply(work, other, item.Value, true, null, Cancel));
            Assert.True(await slot.Reply(work, joined, item.Value, false, "Te vaag", Cancel));
            await work.Commit(Cancel);
        }
        await using var later = await app.Read(Actor.Anonymous);
        Assert.False(Assert.Single(await slot.For(later, [joined], Cancel)).Answered);
    }

    /// <summary>A number of opinions beside a lower number of who takes part would say how many are hidden.</summary>
    [Theory, BothDatabases]
    public async Task What_lies_in_the_safety_compartment_is_in_no_number_of_opinions_and_its_words_are_read_by_nobody(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await KnownTown.Build(app.Storage, areas: false);
        var (issue, open, hidden, shielded) = (await town.Issue(), await town.Town.Household(), await town.Town.Household("vrouw aan de Haverweg"), await town.Town.Household());
        foreach (var household in (HouseholdId[])[open, hidden]) await town.Join(issue, household, wantsAnswer: true);
        var question = await town.Town.Ask(shielded, "Wat betekent deze brief?", safety: SafetyMark.Shielded);
        var (seen, safe) = (await Raise(app), await Raise(app));
        await Contribute(app, town, issue, seen);
        await Contribute(app, town, issue, safe);
        var item = await Put(app, town, issue, answer: "Ja, wij doen dit.");
        await using (var work = await app.Begin(Actor.System))
        {
            var because = work.Because(PolicyTableEvents.OpinionGiven);
            work.Add(Samenkracht.Insight.Issues.IssueContribution.ByHousehold(because, issue, shielded, question, wantsAnswer: true));
            foreach (var (household, words) in ((HouseholdId, string)[])[(open, "Mooi zo."), (hidden, "Sinds ik weg ben."), (shielded, "Van de brief.")])
            {
                var with = await work.Contributions.Where(c => c.Household == household).Select(c => c.Question!.Value).FirstOrDefaultAsync(Cancel);
                work.Add(AnswerOpinion.OfHousehold(because, item, household, household == shielded ? question : with, isAnswer: true, words));
            }
            foreach (var (signal, words) in ((SignalId, string)[])[(seen, "Te vaag."), (safe, "Hij slaat nog.")])
                work.Add(AnswerOpinion.OfReporter(because, item, signal, isAnswer: false, words));
            (await work.Query<Samenkracht.Residents.Household>().SingleAsync(h => h.Id == hidden, Cancel)).Shield(SafetyMark.Shielded, work.Secrets);
            (await work.Query<Signal>().SingleAsync(s => s.Id == safe, Cancel)).Shield(because with { Actor = town.Sanne });
            await work.Note(because, item.Value);
            await work.Commit(Cancel);
        }

        await using var read = await app.Read(town.Town[Role.PolicyOfficer]);
        var said = (await Opinions.Count(read, [item], Cancel))[item];
        Assert.Equal((1, 1), (said.Yes, said.No));
        Assert.Equal(["Mooi zo.", "Te vaag."], (await Opinions.Words(read, item, Cancel)).Order());
        var taking = (await read.ContributionCounts([issue], Cancel))[issue];
        Assert.Equal((said.Yes, said.No), (taking.Households, taking.Signals));
    }

    /// <summary>Of another law, shielded, or about somebody hidden: who does not see the question with which a household takes part, does not read that it says something of the answer.</summary>
    [Theory, BothDatabases]
    public async Task Who_may_not_see_the_question_reads_no_line_of_an_opinion(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await KnownTown.Build(app.Storage, areas: false);
        var (issue, household) = (await town.Issue(), await town.Town.Household());
        await town.Town.Join(household, town.Town.Anouk, laws: Law.Wgs);
        await town.Join(issue, household, wantsAnswer: true);
        var item = await Put(app, town, issue, answer: "Ja, wij doen dit.");
        var (sanne, anouk) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Town.Anouk));
        await (await sanne.Get($"/beleidstafel/{item}/mening/{household}")).Submit(new() { ["IsAnswer"] = "No", ["Words"] = "Wanneer dan?" });

        Assert.Contains("Gezegd of het een antwoord is", (await sanne.Get($"/huishoudens/{household}")).ShouldBeOk().Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Gezegd of het een antwoord is", (await anouk.Get($"/huishoudens/{household}")).ShouldBeOk().Main, StringComparison.Ordinal);
        await using var work = await app.Read(town.Town.Anouk);
        Assert.Equal((0, 0), (await work.Query<AnswerOpinion>().CountAsync(Cancel), await work.Context.Set<JournalLine>().CountAsync(l => l.Law == null && l.Kind == PolicyTableEvents.OpinionGiven.Code, Cancel)));
        await using var hers = await app.Read(town.Sanne);
        Assert.Equal(1, await hers.Query<AnswerOpinion>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Who_leaves_passes_on_what_waits_for_an_answer()
    {
        await using var app = await WebApp.Start();
        var town = await KnownTown.Build(app.Storage, areas: false);
        var (waits, answered) = (await Put(app, town, await town.Issue("Een")), await Put(app, town, await town.Issue("Twee"), answer: "Ja, wij doen dit."));
        var leaver = town.Town[Role.PolicyOfficer];
        var administrator = await app.SignedIn(town.Town[Role.Administrator]);

        Assert.Contains("1 agendapunt zonder antwoord gaat naar Alderman Voorbeeld.", (await administrator.Get($"/beheer/accounts/{leaver.Account}/sluiten")).ShouldBeOk().Main, StringComparison.Ordinal);
        var colleague = await town.Town.Enrol(Role.PolicyOfficer, "Noor Beleid");
        var page = (await administrator.Get($"/beheer/accounts/{leaver.Account}/sluiten")).ShouldBeOk();
        Assert.Contains("1 agendapunt zonder antwoord gaat naar Noor Beleid.", page.Main, StringComparison.Ordinal);
        (await page.Submit()).ShouldBeOk();

        await using var work = await app.Read(Actor.System);
        var owners = await work.Query<AgendaItem>().ToDictionaryAsync(i => i.Id, i => i.Owner);
        Assert.Equal((colleague.Account, leaver.Account), (owners[waits], owners[answered]));
        Assert.Single(await app.Journal("agenda.handed"));
        Assert.Contains("Kan het eenvoudiger?", (await (await app.SignedIn(colleague)).Get("/")).Main, StringComparison.Ordinal);
    }

    private static async Task<AgendaItemId> Put(WebApp app, KnownTown town, IssueId issue, int due = 10, string? answer = null)
    {
        await using var work = await app.Begin(town.Sanne);
        var because = work.Because(PolicyTableEvents.PutOnAgenda);
        var today = DateOnly.FromDateTime(app.Clock.Now.Date);
        var item = AgendaItem.Put(because, issue, new AgendaDraft(DecidingTable.Municipality, null, "Kan het eenvoudiger?", town.Town[Role.PolicyOfficer].Account!.Value, today.AddDays(due)));
        work.Add(item);
        if (answer is not null) work.Add(item.Answer(because, Samenkracht.PolicyTable.Agenda.Decision.Done, answer));
        await work.Note(because, item.Id.Value);
        await work.Commit();
        return item.Id;
    }

    private static async Task<SignalId> Raise(WebApp app)
    {
        await using var work = await app.Begin(Actor.Anonymous);
        var said = new NewSignal(SignalKind.Concern, "De brieven zijn te moeilijk.", "bij ons in de straat", Urgency.FewDays, Told.NotYet);
        var signal = await app.Services.GetRequiredService<RaiseSignal>().Run(work, new SealedForm(Kernel.Id.New<SignalId>(), SignalCode.New(), work.Now), said, null);
        await work.Commit();
        return signal.Id;
    }

    private static async Task Contribute(WebApp app, KnownTown town, IssueId issue, SignalId signal)
    {
        await using var work = await app.Begin(town.Sanne);
        var card = await work.Signals.SingleAsync(s => s.Id == signal);
        var outcome = app.Services.GetServices<IAssessmentOutcome>().Single(o => o.Code == "issue");
        Assert.Contains(await outcome.Choices(work, card, Cancel), choice => choice.Value == issue.ToString());
        Assert.Equal("Kies een kwestie.", await outcome.Apply(work, card, "onzin", Cancel));
        Assert.Null(await outcome.Apply(work, card, issue.ToString(), Cancel));
        await work.Commit();
    }

    private static async Task<IReadOnlyList<DayItem>> Day(WebApp app, Actor actor)
    {
        await using var work = await app.Read(actor);
        var items = new List<DayItem>();
        foreach (var slot in app.Services.GetServices<IDayItems>()) items.AddRange(await slot.For(work, Cancel));
        return items;
    }
}
