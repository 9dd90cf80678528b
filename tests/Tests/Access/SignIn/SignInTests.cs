using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.SignIn;

public class SignInTests
{
    private const string Email = "mina@voorbeeld.test";
    private const string Password = "paarse fiets onder de brug";

    [Theory, BothDatabases]
    public async Task A_resident_signs_in_with_a_password(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        var account = await Open(app, Role.Resident);

        var page = await SignIn(app.Visitor());

        Assert.Equal("/account", page.Url);
        Assert.Equal(["access.account-created", "access.signed-in"], await Lines(app, account));
    }

    /// <summary>Who has the database and not the keys has nothing to guess at.</summary>
    [Theory, BothDatabases]
    public async Task The_hash_of_a_password_lies_sealed(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        var account = await Open(app, Role.Resident);

        await using var work = await app.Read(Actor.System);
        var hash = (await work.Query<Account>().SingleAsync(a => a.Id == account)).PasswordHash!;
        await using var raw = work.Context.Database.GetDbConnection().CreateCommand();
        (raw.CommandText, raw.Transaction) = ("SELECT password_hash FROM account WHERE password_hash IS NOT NULL", work.Context.Database.CurrentTransaction!.GetDbTransaction());
        var kept = Assert.IsType<byte[]>(await raw.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(null!, hash, Password));
        foreach (var readable in (byte[][])[Encoding.ASCII.GetBytes(hash), Convert.FromBase64String(hash)]) Assert.Equal(-1, kept.AsSpan().IndexOf(readable));
    }

    [Theory, BothDatabases]
    public async Task Unknown_wrong_closed_and_locked_get_the_same_answer(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        var account = await Open(app, Role.Resident);
        var visitor = app.Visitor();

        var unknown = await SignIn(visitor, email: "niemand@voorbeeld.test");
        var wrong = await SignIn(visitor, password: "iets anders dan dit");
        for (var i = 0; i < 4; i++) await SignIn(visitor, password: "iets anders dan dit");
        var locked = await SignIn(visitor);
        await Change(app, account, a => a.Close());
        var closed = await SignIn(visitor);

        foreach (var page in (Page[])[unknown, wrong, locked, closed])
        {
            Assert.Equal("/aanmelden", page.Url.Split('?')[0]);
            Assert.Equal(unknown.Errors, page.Errors);
        }
        // Also the attempts at a locked and at a closed account are kept.
        Assert.Equal(6, (await Lines(app, account)).Count(k => k == "access.sign-in-failed"));
        Assert.Single(await Lines(app, account), "access.locked-out");
    }

    /// <summary>Otherwise the time of an answer tells which addresses have an account.</summary>
    [Fact]
    public async Task An_unknown_address_is_as_much_work_as_a_wrong_password()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app, Role.Resident);
        var visitor = app.Visitor();

        await SignIn(visitor, email: "warm@voorbeeld.test");
        var unknown = await app.Queries.During(() => SignIn(visitor, email: "niemand@voorbeeld.test"));
        var wrong = await app.Queries.During(() => SignIn(visitor, password: "iets anders dan dit"));

        Assert.InRange(unknown.Count, wrong.Count - 1, wrong.Count);
        Assert.Contains("access.sign-in-failed", await Lines(app, new AccountId(Guid.Empty)));
    }

    [Theory, BothDatabases]
    public async Task A_lock_ends_after_a_quarter_of_an_hour(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app, Role.Resident);
        for (var i = 0; i < 5; i++) await SignIn(app.Visitor(), password: "iets anders dan dit");

        app.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.StartsWith("/aanmelden", (await SignIn(app.Visitor())).Url);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/account", (await SignIn(app.Visitor())).Url);
    }

    [Fact]
    public async Task Guesses_sent_at_the_same_moment_are_all_counted()
    {
        await using var app = await WebApp.Start(Engine.Postgres, demo: false);
        var account = await Open(app, Role.Resident);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignIn(app.Visitor(), password: "iets anders dan dit")));

        Assert.Single(await Lines(app, account), "access.locked-out");
    }

    [Theory, BothDatabases]
    public async Task A_closed_account_loses_its_open_sign_ins_at_once(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        (await browser.Get("/account")).ShouldBeOk();

        await Change(app, town.Sanne.Account!.Value, a => a.Close());

        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
    }

    [Fact]
    public async Task Another_role_counts_from_the_next_request()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.Administrator]);
        (await browser.Get("/beheer")).ShouldBeOk();

        await Change(app, town[Role.Administrator].Account!.Value, a => a.Describe(
            new NewAccount(a.Email!, a.Name, Role.CouncilMember, "", a.Organisation)));

        (await browser.Get("/beheer")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_sign_in_ends_after_half_an_hour_of_rest_and_after_a_working_day()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app, Role.Resident);
        var browser = app.Visitor();
        await SignIn(browser);

        // Twelve hours, and never twenty minutes without a look: until the last of them one is in.
        for (var minutes = 20; minutes < 12 * 60; minutes += 20) await Later(20, stays: true);
        await Later(19, stays: true);
        await Later(2, stays: false);

        await SignIn(browser);
        await Later(29, stays: true);
        await Later(31, stays: false);

        async Task Later(int minutes, bool stays)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            var page = await browser.Get("/account");
            Assert.StartsWith(stays ? "/account" : "/aanmelden", page.ShouldBeOk().Url);
        }
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app, Role.Resident);
        var (laptop, phone) = (app.Visitor(), app.Visitor());
        await SignIn(laptop);
        await SignIn(phone);

        await (await laptop.Get("/account")).Submit(button: "Overal afmelden", form: "form[action*=Everywhere]");

        Assert.StartsWith("/aanmelden", (await phone.Get("/account")).Url);
        Assert.StartsWith("/aanmelden", (await laptop.Get("/account")).Url);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sign_ins_and_replaces_the_old()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app, Role.Resident);
        var (laptop, phone) = (app.Visitor(), app.Visitor());
        await SignIn(laptop);
        await SignIn(phone);

        var page = await (await laptop.Get("/account")).Submit(
            new() { ["CurrentPassword"] = Password, ["NewPassword"] = "groene boot in de haven" }, form: "form[action*=Password]");

        Assert.Equal("/account", page.Url);
        Assert.StartsWith("/aanmelden", (await phone.Get("/account")).Url);
        Assert.StartsWith("/aanmelden", (await SignIn(phone)).Url);
        Assert.Equal("/account", (await SignIn(phone, password: "groene boot in de haven")).Url);
    }

    [Fact]
    public async Task The_demo_lets_one_be_a_person_of_each_role_and_an_installation_does_not()
    {
        await using var demo = await WebApp.Start(demo: true);
        await Town.Build(demo.Storage);
        await using var serve = await WebApp.Start(demo: false);
        await Town.Build(serve.Storage);

        var page = await demo.Visitor().Get("/aanmelden");
        Assert.Equal(Roles.OfAccounts.Count(), page.Html.QuerySelectorAll("button[name=Person]").Length);
        var day = await page.Submit(button: page.Text("button[name=Person]"), form: "form[action*=Be]");
        Assert.Equal("/", day.Url);
        Assert.NotNull(day.Html.QuerySelector(".sk-person"));

        var real = await serve.Visitor().Get("/aanmelden");
        Assert.Empty(real.Html.QuerySelectorAll("button[name=Person]"));
    }

    [Fact]
    public async Task The_page_to_return_to_is_one_of_ours()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app, Role.Resident);

        var page = await (await app.Visitor().Get("/aanmelden?naar=https://elders.example/account")).Submit(new() { ["Email"] = Email, ["Password"] = Password });

        Assert.Equal("/", page.Url);
    }

    [Fact]
    public async Task The_page_to_return_to_may_hold_any_sign()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app, Role.Resident);
        var browser = app.Visitor();
        var form = await browser.Get("/aanmelden?naar=%2Fwijken%3Fzoek%3Dé%20ü%F0%9F%8F%A1");

        var page = await form.Submit(new() { ["Email"] = Email, ["Password"] = Password });

        Assert.Equal("/wijken?zoek=%C3%A9%20%C3%BC%F0%9F%8F%A1", page.Url);
    }

    private static async Task<Page> SignIn(TestBrowser browser, string email = Email, string password = Password) =>
        await (await browser.Get("/aanmelden?naar=%2Faccount")).Submit(new() { ["Email"] = email, ["Password"] = password });

    private static async Task<AccountId> Open(WebApp app, Role role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var work = await app.Begin(Actor.System);
        var opened = await scope.ServiceProvider.GetRequiredService<AccountRegistry>().Open(work, new NewAccount(Email, "Mina Haddad", role), Password);
        Assert.Empty(opened.Refusals);
        await work.Commit();
        return opened.Account!.Value;
    }

    private static async Task Change(WebApp app, AccountId id, Action<Account> change)
    {
        await using var work = await app.Begin(Actor.System);
        change(await work.Query<Account>().SingleAsync(a => a.Id == id));
        await work.Note(work.Because(Samenkracht.Access.AccessEvents.AccountChanged), id.Value);
        await work.Commit();
    }

    private static async Task<IReadOnlyList<string>> Lines(WebApp app, AccountId id)
    {
        await using var work = await app.Read(Actor.System);
        return await work.Context.Set<JournalLine>().Where(l => l.Subject == id.Value).OrderBy(l => l.Seq).Select(l => l.Kind).ToListAsync();
    }
}
