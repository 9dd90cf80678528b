using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.SignIn;

public class AuthenticatorTests
{
    private const string Email = "nora@voorbeeld.test";
    private const string Given = "hrtd-wqmz-kbvn-pcxs";
    private const string Own = "paarse fiets onder de brug";

    [Theory, BothDatabases]
    public async Task Who_works_here_chooses_a_password_and_links_an_app_before_anything_else(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Employ(app);
        var browser = app.Visitor();

        var ownPassword = await (await browser.Get("/aanmelden")).Submit(new() { ["Email"] = Email, ["Password"] = Given });
        Assert.Equal("Kies een eigen wachtwoord", ownPassword.Heading);
        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
        var same = await ownPassword.Submit(new() { ["OwnPassword"] = Given });
        Assert.NotEmpty(same.Errors);
        // The meter knows of whom it is, as the rule does.
        foreach (var page in (Page[])[ownPassword, same])
            Assert.Equal($"Nora Vos {Email} ", page.Html.QuerySelector("input[autocomplete=new-password]")!.GetAttribute("data-about"));

        var link = await same.Submit(new() { ["OwnPassword"] = Own });
        Assert.Equal("/aanmelden/code-app", link.Url);
        Assert.NotNull(link.Html.QuerySelector("svg.sk-qr path"));
        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
        Assert.NotEmpty((await link.Submit(new() { ["Code"] = "000000" })).Errors);

        var key = PhoneApp.KeyOn(link);
        var linked = await link.Submit(new() { ["Code"] = PhoneApp.CodeOf(key) });
        Assert.Equal(10, linked.Html.QuerySelectorAll("main code").Length);
        Assert.Equal($"Nora Vos {Email} ", (await browser.Get("/account")).ShouldBeOk().Html.QuerySelector("input[autocomplete=new-password]")!.GetAttribute("data-about"));
    }

    [Theory, BothDatabases]
    public async Task A_code_opens_the_door_once_and_so_does_a_recovery_code(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Employ(app);
        var (key, recovery) = await Link(app);

        var asked = await Password(app.Visitor());
        Assert.Equal("Nog één stap", asked.Heading);
        Assert.StartsWith("/aanmelden", (await asked.Browser.Get("/account")).Url);
        Assert.NotEmpty((await asked.Submit(new() { ["Code"] = "000000" })).Errors);
        // The code that linked the app has been used.
        Assert.Contains("klopt niet", (await asked.Submit(new() { ["Code"] = PhoneApp.CodeOf(key) })).Main);

        Assert.Equal("/", (await (await Password(app.Visitor())).Submit(new() { ["Code"] = recovery })).Url);
        Assert.NotEmpty((await (await Password(app.Visitor())).Submit(new() { ["Code"] = recovery })).Errors);
    }

    [Fact]
    public async Task A_code_that_was_used_stays_used_after_the_next_one()
    {
        await using var app = await WebApp.Start(demo: false);
        await Employ(app);
        var (key, _) = await Link(app);
        var linkedWith = PhoneApp.CodeOf(key);
        var next = PhoneApp.CodeOf(key, steps: 1);

        Assert.Equal("/", (await (await Password(app.Visitor())).Submit(new() { ["Code"] = next })).Url);

        Assert.Contains("klopt niet", (await (await Password(app.Visitor())).Submit(new() { ["Code"] = linkedWith })).Main);
        Assert.Contains("klopt niet", (await (await Password(app.Visitor())).Submit(new() { ["Code"] = next })).Main);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account()
    {
        await using var app = await WebApp.Start(demo: false);
        await Employ(app);
        var (_, recovery) = await Link(app);
        var asked = await Password(app.Visitor());

        for (var i = 0; i < 5; i++) await asked.Submit(new() { ["Code"] = "000000" });

        Assert.NotEmpty((await asked.Submit(new() { ["Code"] = recovery })).Errors);
    }

    [Theory, BothDatabases]
    public async Task Recovery_codes_are_renewed_with_a_code_of_the_app_and_shown_once(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Employ(app);
        var (key, old) = await Link(app);
        var browser = (await (await Password(app.Visitor())).Submit(new() { ["Code"] = PhoneApp.CodeOf(key, steps: 1) })).Browser;
        var page = await browser.Get("/account/herstelcodes");
        Assert.Contains("nog 10 herstelcodes", page.Main);
        Assert.NotEmpty((await page.Submit(new() { ["Code"] = old })).Errors);

        var renewed = await page.Submit(new() { ["Code"] = PhoneApp.CodeOf(key, steps: 2) });

        Assert.Equal(10, renewed.Html.QuerySelectorAll("main code").Length);
        Assert.Empty((await browser.Get("/account/herstelcodes")).Html.QuerySelectorAll("main code"));
        Assert.NotEmpty((await (await Password(app.Visitor())).Submit(new() { ["Code"] = old })).Errors);
        Assert.Equal("/", (await (await Password(app.Visitor())).Submit(new() { ["Code"] = renewed.Text("main code") })).Url);
        await using var work = await app.Read(Actor.System);
        var kinds = await work.Context.Set<Samenkracht.Kernel.Journal.JournalLine>().Select(l => l.Kind).ToListAsync();
        Assert.Contains("access.recovery-codes-made", kinds);
        Assert.Contains("access.recovery-code-used", kinds);
    }

    [Fact]
    public async Task A_password_alone_cannot_replace_the_app()
    {
        await using var app = await WebApp.Start(demo: false);
        await Employ(app);
        await Link(app);
        var asked = await Password(app.Visitor());

        Assert.StartsWith("/aanmelden", (await asked.Browser.Get("/aanmelden/code-app")).Url);
        Assert.NotEqual("/aanmelden/code-app", (await asked.Browser.Get("/aanmelden/code-app")).Url);
    }

    [Theory, BothDatabases]
    public async Task A_copy_of_the_database_does_not_hold_the_key(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Employ(app);
        var (key, recovery) = await Link(app);

        await using var work = await app.Read(Actor.System);
        var kept = await work.Context.Database.SqlQueryRaw<string>("SELECT value AS \"Value\" FROM account_token").ToListAsync();

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, k => k.Contains(key, StringComparison.Ordinal) || k.Contains(recovery, StringComparison.Ordinal));
    }

    private static async Task Employ(WebApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var work = await app.Begin(Actor.System);
        var organisation = Organisation.Found("Wijkteam", OrganisationKind.Welfare, null);
        work.Add(organisation);
        await work.Flush();
        var opened = await scope.ServiceProvider.GetRequiredService<AccountRegistry>().Open(
            work, new NewAccount(Email, "Nora Vos", Role.TeamMember, "", organisation.Id), Given, passwordIsTemporary: true);
        Assert.Empty(opened.Refusals);
        await work.Commit();
    }

    private static async Task<(string Key, string Recovery)> Link(WebApp app)
    {
        var page = await (await app.Visitor().Get("/aanmelden")).Submit(new() { ["Email"] = Email, ["Password"] = Given });
        var link = await page.Submit(new() { ["OwnPassword"] = Own });
        var key = PhoneApp.KeyOn(link);
        var linked = await link.Submit(new() { ["Code"] = PhoneApp.CodeOf(key) });
        return (key, linked.Text("main code"));
    }

    private static async Task<Page> Password(TestBrowser browser) => await (await browser.Get("/aanmelden")).Submit(new() { ["Email"] = Email, ["Password"] = Own });
}
