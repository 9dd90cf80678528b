using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.SignIn;

/// <summary>Signing in with a passkey, by a device that this test is.</summary>
public class PasskeyTests
{
    private const string Keys = "/account/toegangssleutels";

    [Theory, BothDatabases]
    public async Task A_passkey_is_added_named_used_and_removed(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        var key = new SoftKey();
        await Add(browser, key);
        var page = await browser.Get(Keys);
        Assert.Contains("telefoon", page.Main);
        page = await page.Submit(new() { ["Name"] = "laptop thuis" }, form: "form[action*=Rename]");
        Assert.Contains("laptop thuis", page.ShouldBeOk().Main);

        var visitor = app.Visitor();
        var account = await SignIn(visitor, key);
        Assert.Equal("/account", account.ShouldBeOk().Url);
        Assert.Contains("Met toegangssleutel", account.Main);

        await (await browser.Get(Keys)).Submit(form: "form[action*=Remove]");
        Assert.NotEmpty((await SignIn(app.Visitor(), key)).Errors);
        await using var work = await app.Read(Actor.System);
        var kinds = await work.Context.Set<JournalLine>().Where(l => l.Account == town.Sanne.Account).OrderBy(l => l.Seq).Select(l => l.Kind).ToListAsync();
        Assert.Equal(["access.passkey-added", "access.passkey-renamed", "access.signed-in", "access.passkey-removed"], kinds);
    }

    [Fact]
    public async Task An_answer_that_is_not_right_in_everything_opens_nothing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var key = new SoftKey();
        await Add(await app.SignedIn(town.Sanne), key);

        // A site that looks like ours, a question of somebody else's browser, a device that asked for no finger, a key that nobody has.
        key.Origin = "http://localhost.elders.example";
        await Refused(await SignIn(app.Visitor(), key));
        key.Origin = "http://localhost";
        key.Domain = "elders.example";
        await Refused(await SignIn(app.Visitor(), key));
        key.Domain = "localhost";
        var other = await Options(await app.Visitor().Get("/aanmelden"));
        await Refused(await SignIn(app.Visitor(), key, options: other));
        key.Verifies = false;
        await Refused(await SignIn(app.Visitor(), key));
        key.Verifies = true;
        await Refused(await SignIn(app.Visitor(), new SoftKey(), asOwner: town.Sanne.Account!.Value.Text()));
        // Her own key, as somebody else.
        await Refused(await SignIn(app.Visitor(), key, asOwner: town[Role.Administrator].Account!.Value.Text()));
        Assert.Equal("/account", (await SignIn(app.Visitor(), key)).Url);
    }

    [Fact]
    public async Task An_answer_opens_the_door_once()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var key = new SoftKey();
        await Add(await app.SignedIn(town.Sanne), key);
        var (owner, copy) = (app.Visitor(), app.Visitor());
        var form = await owner.Get("/aanmelden?naar=/account");
        var options = await Options(form);
        copy.Cookies.Add(owner.Cookies.GetAllCookies());
        var answer = key.Get(options);

        Assert.Equal("/account", (await form.Submit(new() { ["Credential"] = answer }, form: "form[data-passkey]")).Url);
        await Refused(await (form with { Browser = copy }).Submit(new() { ["Credential"] = answer }, form: "form[data-passkey]"));
    }

    [Fact]
    public async Task A_question_for_one_account_adds_no_key_to_another_and_a_closed_account_has_none()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (sanne, anouk) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Anouk));
        var hers = await anouk.Get(Keys);
        var asked = await Options(await sanne.Get(Keys));
        foreach (var cookie in sanne.Cookies.GetAllCookies().Where(c => c.Name == "sk-sleutel")) anouk.Cookies.Add(cookie);
        Assert.NotEmpty((await hers.Submit(new() { ["Name"] = "telefoon", ["Credential"] = new SoftKey().Create(asked) }, form: "form[data-passkey]")).Errors);

        var key = new SoftKey();
        await Add(sanne, key);
        await using (var work = await app.Begin(Actor.System))
        {
            (await work.Query<Account>().FirstAsync(a => a.Id == town.Sanne.Account)).Close();
            await work.Seal(default);
        }
        await Refused(await SignIn(app.Visitor(), key));
    }

    private static async Task Refused(Page page)
    {
        Assert.NotEmpty(page.Errors);
        Assert.StartsWith("/aanmelden", (await page.Browser.Get("/account")).Url);
    }

    private static async Task Add(TestBrowser browser, SoftKey key)
    {
        var page = await browser.Get(Keys);
        var added = await page.Submit(new() { ["Name"] = "telefoon", ["Credential"] = key.Create(await Options(page)) }, form: "form[data-passkey]");
        Assert.Empty(added.ShouldBeOk().Errors);
    }

    private static async Task<Page> SignIn(TestBrowser browser, SoftKey key, string? options = null, string? asOwner = null)
    {
        var form = await browser.Get("/aanmelden?naar=/account");
        var own = await Options(form);
        return await form.Submit(new() { ["Credential"] = key.Get(options ?? own, asOwner) }, form: "form[data-passkey]");
    }

    // As the script does: the same form, to the address that gives the question.
    private static async Task<string> Options(Page page)
    {
        var form = page.Html.QuerySelector("form[data-passkey]")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await page.Browser.Post(form.GetAttribute("data-options")!, new() { ["__RequestVerificationToken"] = token });
        return await answer.ShouldBeOk().Response.Content.ReadAsStringAsync();
    }
}
