using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Design;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class AssessPageTests
{
    private static readonly string[] Steps = ["", "/huishouden", "/doorgeven", "/geen-actie"];

    [Fact]
    public async Task A_signal_without_action_takes_three_clicks_from_the_worklist()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var list = await (await app.SignedIn(town.Sanne)).Get("/signalen");

        var signal = (await list.Browser.Get(list.Html.QuerySelector("a.sk-item__title")!.GetAttribute("href")!)).ShouldBeOk();
        var form = (await signal.Follow("Geen actie")).ShouldBeOk();
        var done = (await form.Submit(new() { ["Reason"] = "De thuiszorg komt al." })).ShouldBeOk();

        Assert.Equal("/signalen", done.Url);
        await using var work = await app.Read(Actor.System);
        var assessment = await work.Query<Assessment>().SingleAsync();
        Assert.Equal((Outcome.NoAction, "De thuiszorg komt al.", Feedback.SeenAndDone), (assessment.Outcome, assessment.Reason, assessment.Feedback));
        Assert.Equal(1, await work.Context.Set<JournalLine>().CountAsync(l => l.Kind == "signal.assessed" && l.Subject == given.Id.Value && l.Account == town.Sanne.Account));
    }

    [Fact]
    public async Task Without_a_reason_it_stays_open_and_each_time_it_was_read_is_in_the_log_of_looks()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());

        var form = await (await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}")).Follow("Geen actie");
        var refused = await form.Submit();

        Assert.Contains("Schrijf op waarom er nu niets nodig is.", refused.Main);
        Assert.Equal(SignalState.Received, (await Stored(app)).State);
        // What it says of people was read three times, before it is any household's.
        var looks = await app.Looks();
        Assert.Equal(3, looks.Count);
        Assert.All(looks, look => Assert.Equal((town.Sanne.Account, given.Id.Value, null, Purpose.SignalHandling, LookData.Signal, LookBasis.Assessment),
            (look.Account, look.Subject, look.Household, look.Purpose, look.Data, look.Basis)));
        await using var context = app.Services.GetRequiredService<LogDatabase>().Open();
        Assert.Equal(3, await context.Set<ProcessingLine>().CountAsync(l => l.Name == "look.opened" && l.DataSubjectType == "signaal" && l.Activity == "signalen"));
    }

    [Fact]
    public async Task Handed_over_it_tells_to_whom()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, town.Hugo, Concern());

        var form = await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}/doorgeven");
        // What each will read: the reporter, and who it is about.
        foreach (var words in (string[])["Een andere organisatie kan hier meer in betekenen.", "“Wij gaven het door aan een andere organisatie.”", "“De beoordeling is klaar.”", "staat er nooit bij"]) Assert.Contains(words, form.Main);
        await form.Submit(new() { ["HandedTo"] = "Voedselbank" });

        await using var work = await app.Read(Actor.System);
        var assessment = await work.Query<Assessment>().SingleAsync();
        Assert.Equal((Outcome.HandedOver, "Voedselbank", Feedback.HandedOver), (assessment.Outcome, assessment.HandedTo, assessment.Feedback));
        // The line of nobody's household holds nothing that was typed: it would outlive the signal.
        var key = (await work.JournalKeys(Samenkracht.Kernel.Journal.JournalKeys.Nobody, new HashSet<string> { "" }, default))[""];
        var line = Assert.Single(await app.Journal("signal.assessed"));
        Assert.Contains("Outcome", line.Read(key)!.Value.GetRawText());
        Assert.DoesNotContain("Voedselbank", line.Read(key)!.Value.GetRawText());
    }

    [Fact]
    public async Task It_becomes_the_question_of_a_new_household_in_the_assessors_circle()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern(theme: Theme.Loneliness));
        var form = await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}/huishouden");

        var done = await form.Submit(new() { ["Input.Street"] = "Neuweg", ["Input.HouseNumber"] = "12" });

        Assert.Equal("/signalen", done.Url);
        await using var work = await app.Read(town.Sanne);
        var household = await work.Households.SingleAsync();
        Assert.Equal("Neuweg", household.Street);
        var question = await work.Questions.SingleAsync();
        Assert.Equal((household.Id, Theme.Loneliness, given.Id.Value), (question.Household, question.Theme, question.FromSignal!.Value));
        Assert.Equal(question.Id, (await work.Query<Assessment>().SingleAsync()).Question);
    }

    [Fact]
    public async Task Possible_duplicates_are_shown_before_a_household_is_made_and_outside_the_circle_only_who_to_call()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var known = await town.Household("gezin aan het Molenpad");
        var given = await Give(app.Storage, Actor.Anonymous, Concern(theme: Theme.Money));
        var form = await (await app.SignedIn(town.Anouk)).Get($"/signalen/{given.Id}/huishouden");

        var shown = await form.Submit(new() { ["Input.Street"] = "Molenpad", ["Input.HouseNumber"] = "3" });

        Assert.Contains("Is het een van deze huishoudens?", shown.Main);
        Assert.Contains("Sanne Bakker", shown.Main);
        Assert.DoesNotContain("gezin aan het Molenpad", shown.Main);
        var done = await shown.Submit(new() { ["Input.Household"] = known.ToString() });
        Assert.Equal("/signalen", done.Url);
        await using var outside = await app.Read(town.Anouk);
        Assert.Empty(await outside.Households.ToListAsync());
        await using var inside = await app.Read(town.Sanne);
        Assert.Equal(known, (await inside.Questions.SingleAsync()).Household);
    }

    [Fact]
    public async Task A_household_that_is_none_of_the_known_ones_is_made_anew()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household();
        var given = await Give(app.Storage, Actor.Anonymous, Concern(theme: Theme.Money));
        var form = await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}/huishouden");

        var shown = await form.Submit(new() { ["Input.Street"] = "Molenpad", ["Input.HouseNumber"] = "3" });
        Assert.Contains("gezin aan het Molenpad", shown.Main);
        await shown.Submit(new() { ["Input.Household"] = "nieuw" });

        await using var work = await app.Read(town.Sanne);
        Assert.Equal(2, await work.Households.CountAsync());
    }

    [Fact]
    public async Task A_household_that_was_not_shown_cannot_be_chosen()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var elsewhere = await town.Household(address: new Address("Dorpsplein", "1", null, null, null));
        await town.Household();
        var given = await Give(app.Storage, Actor.Anonymous, Concern(theme: Theme.Money));
        var form = await (await app.SignedIn(town.Anouk)).Get($"/signalen/{given.Id}/huishouden");
        var shown = await form.Submit(new() { ["Input.Street"] = "Molenpad", ["Input.HouseNumber"] = "3" });

        await shown.Submit(new() { ["Input.Household"] = elsewhere.ToString() });

        Assert.Equal(SignalState.Received, (await Stored(app)).State);
    }

    [Fact]
    public async Task A_communitys_signal_has_no_way_to_a_household()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, OfCommunity());
        var browser = await app.SignedIn(town.Sanne);

        Assert.DoesNotContain("Vraag van een huishouden", (await browser.Get($"/signalen/{given.Id}")).ShouldBeOk().Main);
        (await browser.Get($"/signalen/{given.Id}/huishouden")).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town[Role.CommunityWorker])).Get($"/signalen/{given.Id}")).ShouldBeOk();
    }

    [Fact]
    public async Task It_joins_what_a_later_module_offers()
    {
        await using var app = await WebApp.Start(adjust: services => services.AddSingleton<IAssessmentOutcome, Together>());
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var signal = await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}");

        var form = await signal.Follow("Hoort bij een proef");
        var refused = await form.Submit(new() { ["Choice"] = "vol" });
        Assert.Contains("Hier past niets meer bij.", refused.Main);
        await refused.Submit(new() { ["Choice"] = "open" });

        await using var work = await app.Read(Actor.System);
        Assert.Equal((Outcome.Contributed, "trial"), await work.Query<Assessment>().Select(a => ValueTuple.Create(a.Outcome, a.Contribution)).SingleAsync());
    }

    [Fact]
    public async Task Of_two_assessors_the_second_sees_what_was_done_and_keeps_every_word()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var slow = await (await app.SignedIn(town.Anouk)).Get($"/signalen/{given.Id}/geen-actie");
        await (await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}/doorgeven")).Submit(new() { ["HandedTo"] = "Voedselbank" });

        var late = await slow.Submit(new() { ["Reason"] = "Dit typte ik met moeite." });

        Assert.Contains("Sanne Bakker was u net voor", late.Main);
        Assert.Contains("Voedselbank", late.Main);
        Assert.Equal("Dit typte ik met moeite.", late.Text("textarea").Trim());
        await using var work = await app.Read(Actor.System);
        Assert.Equal(1, await work.Query<Assessment>().CountAsync());
    }

    [Fact]
    public async Task I_take_it_up_and_a_colleague_sees_that()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var (mine, hers) = (await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}"), await (await app.SignedIn(town.Anouk)).Get($"/signalen/{given.Id}"));

        await mine.Submit(button: "Ik pak dit op", form: "form[action*=Claim]");
        var refused = await hers.Submit(button: "Ik pak dit op", form: "form[action*=Claim]");

        Assert.Contains("Iemand anders was u net voor", refused.Main);
        Assert.Contains("Sanne Bakker", refused.Main);
        await using var work = await app.Read(Actor.System);
        Assert.Equal(town.Sanne.Account, (await work.Query<SignalClaim>().SingleAsync()).Account);
    }

    [Fact]
    public async Task Looking_at_the_reporter_is_kept()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, town.Hugo, Concern());
        var page = await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}");
        Assert.DoesNotContain("Hugo Veen", page.Main);

        var shown = await page.Submit(form: "form[action*=Contact]");

        Assert.Contains("Hugo Veen", shown.Main);
        await using var work = await app.Read(Actor.System);
        Assert.Equal(1, await work.Context.Set<JournalLine>().CountAsync(l => l.Kind == "signal.contact_shown" && l.Account == town.Sanne.Account));
    }

    [Fact]
    public async Task Laid_with_the_attention_officer_it_is_gone_for_the_team()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var browser = await app.SignedIn(town.Sanne);

        await (await browser.Get($"/signalen/{given.Id}")).Submit(form: "form[action*=Shield]");

        (await browser.Get($"/signalen/{given.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/signalen/{given.Id}")).ShouldBeOk();
    }

    [Fact]
    public async Task Pages_are_closed_to_visitors_to_roles_without_the_right_and_to_ids_that_do_not_exist()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var (visitor, police, officer) = (app.Visitor(), await app.SignedIn(town[Role.Wijkagent]), await app.SignedIn(town[Role.CommunityWorker]));
        foreach (var step in Steps)
        {
            Assert.DoesNotContain("Neuweg", (await visitor.Get($"/signalen/{given.Id}{step}")).Main);
            (await police.Get($"/signalen/{given.Id}{step}")).ShouldBe(HttpStatusCode.Forbidden);
            Assert.Contains((await officer.Get($"/signalen/{given.Id}{step}")).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
            (await (await app.SignedIn(town.Sanne)).Get($"/signalen/{Guid.NewGuid():N}{step}")).ShouldBe(HttpStatusCode.NotFound);
        }
        (await police.Get("/signalen")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_assessed_signal_cannot_be_assessed_again()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        await Assess(app.Storage, town.Sanne, given.Id);
        var browser = await app.SignedIn(town.Anouk);

        var page = await browser.Get($"/signalen/{given.Id}/geen-actie");

        Assert.Equal($"/signalen/{given.Id}", page.Url);
        Assert.DoesNotContain("Wat doet u ermee?", page.Main);
        Assert.Contains("Sanne Bakker", page.Main);
    }

    [Fact]
    public async Task The_worklist_asks_the_same_number_of_queries_for_one_signal_and_for_a_hundred()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        await Give(app.Storage, town.Hugo, Concern());
        await browser.Get("/signalen");
        var one = await app.Queries.During(() => browser.Get("/signalen"));
        for (var i = 0; i < 99; i++) await Give(app.Storage, town.Hugo, Concern());

        var hundred = await app.Queries.During(async () => Assert.Contains("van 100", (await browser.Get("/signalen")).Main));

        Assert.Equal(one.Count(IsOurs), hundred.Count(IsOurs));
    }

    [Fact]
    public async Task A_list_is_paged_by_links_and_what_was_searched_by_buttons()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        for (var i = 0; i < 30; i++) await Give(app.Storage, town.Hugo, Concern());
        var first = await (await app.SignedIn(town.Sanne)).Get("/signalen");

        var second = await first.Follow("Volgende");
        Assert.Contains("26 tot 30 van 30", second.Main);
        var found = await first.Submit(new() { ["Search"] = "neuweg" });

        Assert.Contains("1 tot 25 van 30", found.Main);
        Assert.NotNull(found.Html.QuerySelector(".sk-pager button[form=zoeken]"));
    }

    [Fact]
    public async Task Searching_keeps_names_out_of_the_address()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await Give(app.Storage, town.Hugo, Concern("Jan Smit komt niet meer buiten"));

        var found = await (await (await app.SignedIn(town.Sanne)).Get("/signalen")).Submit(new() { ["Search"] = "smit" });

        Assert.Equal("/signalen", found.Url);
        Assert.Contains("Zorg om iemand", found.Main);
    }

    // The sealer of the journal works in the background.
    private static bool IsOurs(string query) => !query.Contains("journal", StringComparison.Ordinal);

    private static async Task<Signal> Stored(WebApp app)
    {
        await using var work = await app.Read(Actor.System);
        return await work.Query<Signal>().SingleAsync();
    }

    private sealed class Together : IAssessmentOutcome
    {
        public string Code => "trial";
        public string Title => "Hoort bij een proef";
        public string Explanation => "Het speelt bij meer mensen.";
        public Task<IReadOnlyList<Option>> Choices(Work work, SignalCard signal, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<Option>>([new Option("open", "Open"), new Option("vol", "Vol")]);
        public Task<string?> Apply(Work work, SignalCard signal, string choice, CancellationToken cancel) =>
            Task.FromResult(choice == "vol" ? "Hier past niets meer bij." : null);
    }

    [Fact]
    public async Task A_congregation_is_no_channel_of_a_question_whatever_the_form_sends()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var mosque = await Community(app.Storage, CommunityKind.Religious, "Moskee De Brug");
        var form = await (await app.SignedIn(town.Sanne)).Get($"/signalen/{given.Id}/huishouden");

        var refused = await form.Submit(new() { ["Input.Name"] = "Dirk Vos", ["Input.Theme"] = "Money", ["Input.Channel"] = $"{mosque}" });

        Assert.Contains("Kies een gemeenschap uit de lijst.", refused.ShouldBeOk().Main);
        Assert.Equal(SignalState.Received, (await Stored(app)).State);
    }

    [Fact]
    public async Task To_learn_that_someone_is_involved_is_a_look()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var household = await town.Household();
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var form = await (await app.SignedIn(town.Anouk)).Get($"/signalen/{given.Id}/huishouden");
        Assert.Empty(await app.Looks(household));

        Assert.Contains("al bekend", (await form.Submit(new() { ["Input.Name"] = "Dirk Vos", ["Input.Theme"] = "Money" })).Main);

        Assert.Equal(town.Anouk.Account, Assert.Single(await app.Looks(household)).Account);
    }
}
