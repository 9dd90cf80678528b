using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Demo.City;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access;

public class ManageTests
{
    private static readonly string[] Pages =
        ["/beheer", "/beheer/accounts", "/beheer/accounts/nieuw", "/beheer/organisaties", "/beheer/organisaties/nieuw", "/beheer/teams", "/beheer/teams/nieuw"];

    /// <summary>Who may not be in a circle does not get there by way of the organisation either.</summary>
    [Fact]
    public async Task An_organisation_with_people_in_circles_does_not_become_the_police()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/organisaties/{town.WijkteamOrganisation}");

        Assert.Contains("Hier werken mensen die in een kring kunnen zitten.", (await form.Submit(new() { ["Kind"] = "Police" })).ShouldBeOk().Main, StringComparison.Ordinal);
        Assert.Contains("Hier werkt een aandachtsfunctionaris.", (await form.Submit(new() { ["Kind"] = "HealthCare" })).ShouldBeOk().Main, StringComparison.Ordinal);
        Assert.Empty(await app.Journal("access.organisation-saved"));
    }

    [Fact]
    public async Task Only_the_administrator_manages()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var account = $"/beheer/accounts/{town.Sanne.Account}";
        var administrator = await app.SignedIn(town[Role.Administrator]);

        foreach (var url in (string[])[.. Pages, account])
        {
            Assert.StartsWith("/aanmelden", (await app.Visitor().Get(url)).Url);
            (await (await app.SignedIn(town.Sanne)).Get(url)).ShouldBe(HttpStatusCode.Forbidden);
            (await administrator.Get(url)).ShouldBeOk();
        }
        (await administrator.Get($"/beheer/accounts/{Guid.NewGuid():N}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task An_account_is_made_with_a_password_that_is_shown_once(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town[Role.Administrator])).Get("/beheer/accounts/nieuw");
        Dictionary<string, string?> typed = new() { ["Input.Name"] = "Joost de Wit", ["Input.Email"] = "joost@voorbeeld.test", ["Input.Role"] = "TeamMember" };

        Assert.Contains(form.Errors.Count == 0 ? (await form.Submit(typed)).Errors : [], e => e.Contains("organisatie", StringComparison.Ordinal));
        typed["Input.Organisation"] = town.WijkteamOrganisation.Text();
        var made = await form.Submit(typed);

        Assert.Equal("Het account is gemaakt", made.Heading);
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", made.Text("main code"));
        // The same form once more: told what happened and what to do, and the password that stands is the first.
        var again = await form.Submit(typed);
        Assert.Equal("Het account is gemaakt", again.Heading);
        foreach (var told in (string[])["U verstuurde dit formulier twee keer", "Geef een eenmalig wachtwoord"]) Assert.Contains(told, again.Main);
        Assert.Empty(again.Html.QuerySelectorAll("main code"));
        Assert.Single(await app.Journal("access.account-created"));
        Assert.Equal("Joost de Wit", (await again.Follow("Open het account")).ShouldBeOk().Heading);
        // Another form, or other words, is another account.
        Assert.Contains((await (await form.Browser.Get("/beheer/accounts/nieuw")).Submit(typed)).Errors, e => e.Contains("Er is al een account met dit e-mailadres.", StringComparison.Ordinal));
        typed["Input.Name"] = "Joost Wit";
        Assert.Contains((await form.Submit(typed)).Errors, e => e.Contains("Er is al een account met dit e-mailadres.", StringComparison.Ordinal));
        typed["Input.Email"] = "joost.wit@voorbeeld.test";
        var atOnce = await Task.WhenAll(form.Submit(typed), form.Submit(typed));
        Assert.All(atOnce, page => Assert.Equal("Het account is gemaakt", page.Heading));
        Assert.Single(atOnce, page => page.Html.QuerySelector("main code") is not null);
        Assert.Equal(2, (await app.Journal("access.account-created")).Count);
    }

    [Theory, BothDatabases]
    public async Task Someone_who_left_is_out_at_once_and_what_they_wrote_keeps_its_name(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var leaving = await app.SignedIn(town.Sanne);
        (await leaving.Get("/account")).ShouldBeOk();

        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town.Sanne.Account}/sluiten");
        await page.Submit();

        Assert.StartsWith("/aanmelden", (await leaving.Get("/account")).Url);
        await using var work = await app.Read(town.Anouk);
        Assert.False(await work.Accounts.AnyAsync(a => a.Id == town.Sanne.Account!.Value));
    }

    [Theory, BothDatabases]
    public async Task Two_administrators_who_change_the_same_account_both_see_what_the_other_did(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.Administrator]);
        var one = await browser.Get($"/beheer/accounts/{town.Sanne.Account}");
        var other = await browser.Get($"/beheer/accounts/{town.Sanne.Account}");
        await one.Submit(new() { ["Input.Name"] = "Sanne de Boer" }, form: "form[action*=Save]");

        var late = await other.Submit(new() { ["Input.Name"] = "Sanne Bakker-de Boer" }, form: "form[action*=Save]");

        Assert.Contains(late.Errors, e => e.StartsWith("Iemand anders heeft dit net gewijzigd", StringComparison.Ordinal));
        Assert.Contains("Sanne de Boer", late.Main);
        Assert.Equal("Sanne Bakker-de Boer", late.Html.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal($"/beheer/accounts/{town.Sanne.Account}", (await late.Submit(form: "form[action*=Save]")).Url);
    }

    [Fact]
    public async Task One_cannot_lock_oneself_out()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town[Role.Administrator].Account}");

        Assert.NotEmpty((await (await page.Follow("Sluit het account")).Submit()).Errors);
        Assert.NotEmpty((await page.Submit(new() { ["Input.Role"] = "CouncilMember" }, form: "form[action*=Save]")).Errors);
    }

    [Fact]
    public async Task A_name_that_is_looked_for_stays_out_of_the_URL()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);

        var found = await (await (await app.SignedIn(town[Role.Administrator])).Get("/beheer/accounts")).Submit(new() { ["Search"] = "sánne" }, form: "#zoeken");

        Assert.Equal("/beheer/accounts", found.Url);
        Assert.Equal("Sanne Bakker", found.Text("tbody a"));
        Assert.Single(found.Html.QuerySelectorAll("tbody tr"));
    }

    [Theory, BothDatabases]
    public async Task Two_who_change_the_wijken_of_a_team_meet(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.Administrator]);
        var team = $"/beheer/teams/{town.Sanne.Team}";
        var (one, other) = (await browser.Get(team), await browser.Get(team));
        Assert.NotEmpty((await one.Submit(new() { ["Wijken"] = "BU12345678" })).Errors);

        Assert.Equal("/beheer/teams", (await one.Submit(new() { ["Wijken"] = "WK999901 wk999902" })).Url);
        var late = await other.Submit(new() { ["Wijken"] = "WK999903" });

        Assert.NotEmpty(late.Errors);
        Assert.Contains("WK999901 WK999902", late.Main);
    }

    [Theory, BothDatabases]
    public async Task Wijken_that_were_imported_are_ticked_by_name(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        await using (var work = await app.Begin(Actor.System))
        {
            await CityAreas.Import(work);
            await work.Commit();
        }
        var browser = await app.SignedIn(town[Role.Administrator]);
        var form = await browser.Get($"/beheer/teams/{town.Sanne.Team}");
        Assert.NotEmpty((await form.Submit(new() { ["Ticked"] = "WK040201" })).Errors);

        var list = await form.Submit(new() { ["Ticked"] = "WK999902" });

        Assert.Contains("Oost", list.ShouldBeOk().Text("td[data-label=Wijken]"), StringComparison.Ordinal);
        Assert.DoesNotContain("WK999902", list.Main, StringComparison.Ordinal);
        var again = await browser.Get($"/beheer/teams/{town.Sanne.Team}");
        Assert.NotNull(again.Html.QuerySelector("input[name=Ticked][value=WK999902][checked]"));
        await using var read = await app.Read(town.Sanne);
        Assert.Equal("Team Oost", (await read.TeamsOf("WK999902").SingleAsync()).Name);
    }
}
