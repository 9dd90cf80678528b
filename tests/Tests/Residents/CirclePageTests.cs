using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

public class CirclePageTests
{
    [Fact]
    public async Task A_colleague_joins_for_a_law_and_becomes_deputy()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring");

        var joined = await page.Submit(new() { ["Who"] = $"{town.Anouk.Account}", ["Laws"] = "Wmo" }, form: "form[action*=Join]");
        Assert.Contains("Anouk Kuiper", joined.Main);
        var appointed = await joined.Submit(new() { ["Coordinator"] = Value(joined, "Sanne Bakker"), ["Deputy"] = Value(joined, "Anouk Kuiper") }, form: "form[action*=Appoint]");

        Assert.Contains("De vaste contactpersoon en de vervanger staan vast.", appointed.Main);
        Assert.Single(await app.Journal("support.started"));
        await using var work = await app.Read(town.Anouk);
        var household = await work.Households.SingleAsync();
        Assert.Equal((town.Sanne.Account, town.Anouk.Account), (household.Coordinator, household.Deputy));
    }

    [Fact]
    public async Task Police_and_supervision_are_not_to_be_chosen_and_refused_when_sent()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring");
        Assert.DoesNotContain("Wijkagent", page.Main);

        var refused = await page.Submit(new() { ["Who"] = $"{town[Role.Wijkagent].Account}", ["Laws"] = "Wmo" }, form: "form[action*=Join]");

        Assert.Contains("kan niet in een kring", refused.Main);
        Assert.Single(await app.Journal("circle.joined"));
    }

    [Theory]
    [InlineData(OrganisationKind.Police)]
    [InlineData(OrganisationKind.Enforcement)]
    [InlineData(OrganisationKind.Creditor)]
    public async Task Nobody_of_police_enforcement_or_a_creditor_joins_whatever_their_role(OrganisationKind kind)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await using (var work = await app.Begin(Actor.System))
        {
            (await work.Query<Samenkracht.Access.Organisations.Organisation>().SingleAsync(o => o.Id == town.HealthOrganisation)).Change("Toezicht", kind, null, null);
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.Described), town.HealthOrganisation.Value);
            await work.Commit();
        }
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring");
        Assert.Null(page.Html.QuerySelector($"option[value='{town.Hugo.Name}']"));

        var refused = await page.Submit(new() { ["Who"] = $"{town.Hugo.Account}", ["Laws"] = "Wmo" }, form: "form[action*=Join]");

        Assert.Contains("kan niet in een kring", refused.Main);
    }

    [Fact]
    public async Task A_membership_for_one_law_does_not_open_the_others()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(laws: [Law.Jeugdwet]);
        await town.Join(id, town.Anouk, CircleRole.Member, Law.Wmo);
        var page = await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}/kring");
        Assert.DoesNotContain(page.Html.QuerySelectorAll("input[name=Laws]"), box => box.GetAttribute("value") == "Jeugdwet");
        var partner = town[Role.Partner].Account;

        var refused = await page.Submit(new() { ["Who"] = $"{partner}", ["Laws"] = "Jeugdwet" }, form: "form[action*=Join]");
        Assert.Contains("U kunt iemand alleen toelaten voor: Wmo", string.Join(' ', refused.Errors));
        // For a law that nobody works for here yet, someone must be the first.
        Assert.Contains("Toegevoegd aan de kring", (await page.Submit(new() { ["Who"] = $"{partner}", ["Laws"] = "Wgs" }, form: "form[action*=Join]")).Main);
    }

    [Fact]
    public async Task The_last_professional_and_the_contact_person_cannot_just_leave()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var browser = await app.SignedIn(town.Sanne);

        var alone = await (await browser.Get($"/huishoudens/{id}/kring")).Submit(form: "form[action*=Leave]");
        Assert.Contains("Dit is de laatste professional in de kring.", alone.Main);
        await town.Join(id, town.Anouk);
        var before = await browser.Get($"/huishoudens/{id}/kring");
        await town.Support(id);
        var leave = await before.Submit(form: "form[action*=Leave]");

        Assert.Contains("Wijs eerst een andere vaste contactpersoon of vervanger aan.", leave.Main);
        Assert.Empty(await app.Journal("circle.left"));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_take_on_a_household_at_once_exactly_one_succeeds_and_the_other_reads_why(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        var pages = await Task.WhenAll(
            (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/kring"),
            (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}/kring"));
        var (sanne, anouk) = (Value(pages[0], "Sanne Bakker"), Value(pages[0], "Anouk Kuiper"));

        var answers = await Task.WhenAll(
            pages[0].Submit(new() { ["Coordinator"] = sanne, ["Deputy"] = anouk }, form: "form[action*=Appoint]"),
            pages[1].Submit(new() { ["Coordinator"] = anouk, ["Deputy"] = sanne }, form: "form[action*=Appoint]"));

        Assert.All(answers, a => a.ShouldBeOk());
        await using var work = await app.Read(town.Sanne);
        var period = Assert.Single(await work.Query<SupportPeriod>().ToListAsync());
        Assert.NotEqual(period.Coordinator, period.Deputy);
        Assert.Single(answers, a => a.Main.Contains("staan vast", StringComparison.Ordinal));
        Assert.Single(answers, a => a.Main.Contains("Iemand anders", StringComparison.Ordinal));
        Assert.Single(await app.Journal("support.started"));
    }

    [Theory, BothDatabases]
    public async Task The_database_itself_refuses_a_contact_person_from_another_circle_and_one_person_twice(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        var here = await town.Join(id, town.Anouk);
        var other = await town.Household("vrouw aan de Haverweg", Address.Unknown);
        var there = await town.Join(other, town.Anouk);

        await Assert.ThrowsAsync<DbUpdateException>(() => Keep(database, id, here, there));
        await Assert.ThrowsAsync<DbUpdateException>(() => Keep(database, id, here, here));
    }

    [Theory, BothDatabases]
    public async Task No_rule_of_the_circle_tells_who_may_not_know_it_that_the_attention_officer_is_in_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town[Role.AttentionOfficer], CircleRole.Member, Law.Wgs);
        var sanne = await app.SignedIn(town.Sanne);
        var page = await sanne.Get($"/huishoudens/{id}/kring");

        // The laws for which only the officer is there are free to give, and nobody else is left when Sanne goes.
        Assert.Contains(page.Html.QuerySelectorAll("input[name=Laws]"), box => box.GetAttribute("value") == "Wgs");
        Assert.Contains("Dit is de laatste professional in de kring.", (await page.Submit(form: "form[action*=Leave]")).Main);
        var said = await page.Submit(new() { ["Who"] = $"{town[Role.AttentionOfficer].Account}", ["Laws"] = "Wmo" }, form: "form[action*=Join]");
        Assert.Contains("Toegevoegd aan de kring.", said.Main);
        Assert.Equal(page.Text("main table"), said.Text("main table"));

        await using var work = await app.Read(Actor.System);
        Assert.Equal(1, await work.Query<CircleMember>().CountAsync(m => m.Account == town[Role.AttentionOfficer].Account));
        var officer = await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/huishoudens/{id}/kring");
        Assert.Contains("zit al in de kring", (await officer.Submit(new() { ["Who"] = $"{town[Role.AttentionOfficer].Account}", ["Laws"] = "Wmo" }, form: "form[action*=Join]")).Main);
    }

    private static async Task Keep(TestDatabase database, Kernel.HouseholdId household, CircleMemberId coordinator, CircleMemberId deputy)
    {
        await using var work = await database.Begin(Actor.System);
        var because = work.Because(Samenkracht.Residents.ResidentEvents.SupportStarted);
        work.Add(SupportPeriod.Start(household, coordinator, deputy, because));
        await work.Note(because, household.Value, household);
        await work.Commit();
    }

    private static string Value(Page page, string name) =>
        page.Html.QuerySelectorAll("form[action*=Appoint] option").First(o => o.TextContent.StartsWith(name, StringComparison.Ordinal)).GetAttribute("value")!;
}
