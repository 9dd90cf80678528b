using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access;

/// <summary>Somebody leaves: nothing and nobody is left without anyone.</summary>
public class CloseAccountTests
{
    [Theory, BothDatabases]
    public async Task What_someone_carried_goes_to_others_with_the_closing_of_the_account(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var (supported, alone, shielded) = await Carries(app, town);
        var hers = await app.SignedIn(town.Sanne);
        var administrator = await app.SignedIn(town[Role.Administrator]);

        var page = await (await administrator.Get($"/beheer/accounts/{town.Sanne.Account}")).Follow("Sluit het account");
        // Two of the three: the shielded one is in no number.
        Assert.Contains("Uit 2 kringen", page.Main);
        Assert.Contains("Bij 1 huishouden neemt de vervanger het over.", page.Main);
        Assert.Contains("1 open afspraak gaat naar de vaste contactpersoon.", page.Main);
        Assert.Contains("1 signaal komt terug op de lijst van het team.", page.Main);
        Assert.DoesNotContain("Molenpad", page.Main);
        Assert.NotEmpty((await page.Submit()).Errors);
        (await hers.Get("/account")).ShouldBeOk();
        // The deputy is contact person from now on, and cannot deputise for herself.
        Assert.Null(page.Html.QuerySelector($"option[value='{town.Anouk.Account}']"));
        var successor = town[Role.TeamMember];
        (await page.Submit(new() { ["Successor"] = successor.Account!.Value.Text() })).ShouldBeOk();

        Assert.StartsWith("/aanmelden", (await hers.Get("/account")).Url);
        await using var work = await app.Read(Actor.System);
        var households = await work.Households.ToDictionaryAsync(h => h.Id);
        Assert.Equal((town.Anouk.Account, successor.Account), (households[supported].Coordinator, households[supported].Deputy));
        Assert.Equal([successor.Account!.Value], (await work.Circle(alone)).Select(m => m.Who.Id));
        Assert.Equal([town[Role.AttentionOfficer].Account!.Value], (await work.Circle(shielded)).Select(m => m.Who.Id));
        Assert.Equal(town.Anouk.Account, (await work.Query<PlanAction>().SingleAsync()).DoerAccount);
        Assert.Equal(SignalState.Received, (await work.Query<Signal>().SingleAsync()).State);
        Assert.NotNull((await work.Query<SignalClaim>().SingleAsync()).ReleasedAt);
        // Each line names the administrator, whose doing it is.
        var lines = await work.Context.Set<JournalLine>().Where(l => l.Account == town[Role.Administrator].Account).Select(l => l.Kind).ToListAsync();
        Assert.Equal(
            ["access.account-closed", "action.handed", "circle.joined", "circle.joined", "circle.joined", "circle.left", "circle.left", "circle.left", "signal.released", "support.handed"],
            lines.Order());
        var day = await (await app.SignedIn(town.Anouk)).Get("/");
        Assert.Contains("Overgenomen: gezin met begeleiding", day.Main);
        Assert.Contains("U bent nu de vaste contactpersoon", day.Main);
        Assert.DoesNotContain("Overgenomen", (await (await app.SignedIn(town[Role.TeamLead])).Get("/")).Main);
    }

    [Theory, BothDatabases]
    public async Task Who_becomes_a_wijkagent_leaves_every_circle_and_not_before_somebody_takes_over(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var (seen, hidden) = (await town.Household(), await town.Household(by: town[Role.AttentionOfficer], safety: SafetyMark.Shielded));
        await town.Join(seen, town.Anouk);
        await town.Support(seen, town.Sanne, town.Anouk);
        await town.Name(await town.Join(hidden, town.Anouk));
        var police = await town.Found("Politie Waterveen", Samenkracht.Access.Contract.OrganisationKind.Police);
        var administrator = await app.SignedIn(town[Role.Administrator]);
        async Task<Page> Save() => await (await administrator.Get($"/beheer/accounts/{town.Anouk.Account}"))
            .Submit(new() { ["Input.Role"] = "Wijkagent", ["Input.Organisation"] = police.ToString(), ["Input.Team"] = "" }, form: "form[action*=Save]");

        Assert.Contains("die niemand anders overneemt", (await Save()).Main);
        Assert.Empty(await app.Journal("circle.left"));
        await town.Join(seen, town.Hugo);
        Assert.Contains("Het account is bewaard.", (await Save()).Main);

        await using var work = await app.Read(Actor.System);
        Assert.Equal(town.Hugo.Account, (await work.Households.SingleAsync(h => h.Id == seen)).Deputy);
        foreach (var household in (HouseholdId[])[seen, hidden]) Assert.DoesNotContain(await work.Circle(household), m => m.Who.Id == town.Anouk.Account);
        Assert.All(await app.Journal("circle.left"), line => Assert.Equal(town[Role.Administrator].Account, line.Account));
        Assert.Equal(town[Role.Administrator].Account, Assert.Single(await app.Journal("access.account-changed")).Account);
    }

    [Theory, BothDatabases]
    public async Task For_a_hidden_household_no_successor_is_asked_and_the_next_attention_officer_finds_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var officer = town[Role.AttentionOfficer];
        var hidden = await town.Household(by: officer, safety: SafetyMark.Shielded);
        await town.Name(await town.Join(hidden, town.Hugo));
        await town.Support(hidden, officer, town.Hugo);

        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{officer.Account}/sluiten");
        Assert.DoesNotContain("kring", page.Main);
        Assert.Null(page.Html.QuerySelector("select"));
        (await page.Submit()).ShouldBeOk();

        await using var work = await app.Read(Actor.System);
        Assert.Null((await work.Households.SingleAsync()).SupportedSince);
        Assert.Equal([town.Hugo.Account!.Value], (await work.Circle(hidden)).Select(m => m.Who.Id));
    }

    [Theory, BothDatabases]
    public async Task What_someone_weighed_and_would_still_tell_is_for_who_sees_it_and_for_who_puts_a_hand_to_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var officer = town[Role.AttentionOfficer];
        var open = await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern());
        var (handed, told, safe) = (await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern()), await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern()),
            await SignalTestData.Give(app.Storage, town.Anouk, SignalTestData.Concern()));
        foreach (var one in (SignalId[])[open.Id, told.Id, safe.Id]) await SignalTestData.Assess(app.Storage, town.Anouk, one);
        await SignalTestData.Assess(app.Storage, town.Anouk, handed.Id, Decision.HandOver("Veilig Thuis", null));
        await SignalTestData.Tell(app.Storage, town.Anouk, told.Id);
        await using (var work = await app.Begin(Actor.System))
        {
            var because = new Because(town.Anouk, work.Now, SignalEvents.Shielded, null, null);
            (await work.Query<Signal>().SingleAsync(s => s.Id == safe.Id)).Shield(because);
            (await work.Query<Samenkracht.Signals.Tell.DutyToTell>().SingleAsync(d => d.Signal == safe.Id)).Shield();
            await work.Note(because, safe.Id.Value);
            await work.Commit();
        }
        var sanne = await app.SignedIn(town.Sanne);
        Assert.Contains("Anouk Kuiper vertelt dit", (await sanne.Get("/signalen/vertellen")).Main);
        Assert.DoesNotContain("/vertellen", (await sanne.Get("/")).Main);

        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town.Anouk.Account}/sluiten");
        // Of the open one and the one handed over; what is shielded is in no number.
        Assert.Contains("2 meldingen moeten nog worden verteld: dat doet iemand anders van het team.", page.Main);
        (await page.Submit()).ShouldBeOk();

        var list = (await sanne.Get("/signalen/vertellen")).Main;
        Assert.DoesNotContain("Anouk Kuiper", list);
        Assert.Equal(3, list.Split("nog niemand vertelt dit").Length);
        Assert.Equal([handed.Id, open.Id], await OnTheirDay(town.Sanne));
        Assert.Contains("nog niemand vertelt dit", (await sanne.Get("/")).Main);
        Assert.Equal([safe.Id], await OnTheirDay(officer, s => s == safe.Id));
        Assert.Empty(await OnTheirDay(town[Role.Wijkagent]));
        var lines = await app.Journal("signal.teller_left");
        Assert.Equivalent(new[] { open.Id.Value, handed.Id.Value, safe.Id.Value }, lines.Select(l => l.Subject), strict: true);
        Assert.All(lines, l => Assert.Equal((town[Role.Administrator].Account, (HouseholdId?)null), (l.Account, l.Household)));

        // Who puts it off sees to it from now on.
        await SignalTestData.Withhold(app.Storage, town.Sanne, handed.Id);
        app.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal([handed.Id, open.Id], await OnTheirDay(town.Sanne));
        Assert.Equal([open.Id], await OnTheirDay(town[Role.TeamMember]));
        Assert.Contains("Sanne Bakker vertelt dit", (await (await app.SignedIn(town[Role.TeamMember])).Get("/signalen/vertellen")).Main);

        async Task<IEnumerable<SignalId>> OnTheirDay(Actor actor, Func<SignalId, bool>? of = null)
        {
            await using var work = await app.Read(actor);
            var urls = (await new Samenkracht.Signals.Tell.TellingDay().For(work, default)).Select(i => i.Url).ToList();
            return ((SignalId[])[handed.Id, open.Id, told.Id, safe.Id]).Where(id => urls.Contains($"/signalen/{id}/vertellen") && of?.Invoke(id) != false);
        }
    }

    [Fact]
    public async Task A_deputy_who_leaves_is_followed_by_who_is_longest_in_the_circle_and_the_contact_person_is_told()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var household = await town.Household();
        await town.Join(household, town.Anouk);
        await town.Join(household, town.Hugo);
        await town.Support(household);

        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town.Anouk.Account}/sluiten");
        Assert.Null(page.Html.QuerySelector("select"));
        (await page.Submit()).ShouldBeOk();

        await using var work = await app.Read(town.Sanne);
        var now = await work.Households.SingleAsync();
        Assert.Equal((town.Sanne.Account, town.Hugo.Account), (now.Coordinator, now.Deputy));
        var day = await (await app.SignedIn(town.Sanne)).Get("/");
        Assert.Contains("De vervanger is weg", day.Main);
    }

    private static async Task<(HouseholdId Supported, HouseholdId Alone, HouseholdId Shielded)> Carries(WebApp app, Town town)
    {
        var supported = await town.Household("gezin met begeleiding");
        await town.Join(supported, town.Anouk);
        await town.Support(supported);
        await town.Plan(supported);
        var alone = await town.Household("gezin zonder begeleiding");
        var shielded = await town.Household("afgeschermd gezin", safety: SafetyMark.Shielded);
        await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern());
        await using var work = await app.Begin(town.Sanne);
        var signal = await work.Query<Signal>().SingleAsync();
        work.Add(signal.Claim(work.Because(SignalEvents.Claimed)));
        await work.Seal(default);
        await using var system = await app.Begin(Actor.System);
        await system.Query<PlanAction>().ExecuteUpdateAsync(set => set.SetProperty(a => a.DoerAccount, town.Sanne.Account).SetProperty(a => a.Doer, Doer.Professional));
        await system.Commit();
        return (supported, alone, shielded);
    }
}
