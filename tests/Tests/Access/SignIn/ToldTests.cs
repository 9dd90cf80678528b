using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Access;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.SignIn;

/// <summary>One is told what changed in how one signs in, until one says that it is right (ASVS 2.2.3 and 2.5.5).</summary>
public class ToldTests
{
    private const string Email = "mina@voorbeeld.test";
    private const string Given = "hrtd-wqmz-kbvn-pcxs";
    private const string Password = "paarse fiets onder de brug";
    private const string NextPassword = "zonnebloem tapijt ladder";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
    private const string Notice = "Klopt dit?";
    private const string Form = "form[action*=Known]";

    [Theory, BothDatabases]
    public async Task Who_signs_in_next_reads_what_an_intruder_did_until_it_is_answered(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app);
        var intruder = app.Visitor();
        intruder.UserAgent = Phone;
        await SignIn(intruder, Password);
        var account = await intruder.Get("/account");
        await account.Submit(new() { ["CurrentPassword"] = Password, ["NewPassword"] = NextPassword }, form: "form[action*=Password]");

        // Who just did it knows it, and cannot say in that sign-in that it is right.
        foreach (var start in (string[])["/", "/mijn"]) Assert.DoesNotContain(Notice, (await intruder.Get(start)).ShouldBeOk().Main);
        var (owner, elsewhere) = (app.Visitor(), app.Visitor());
        await SignIn(owner, NextPassword);
        foreach (var start in (string[])["/", "/mijn", "/"])
        {
            var told = (await owner.Get(start)).ShouldBeOk();
            Assert.Contains(Notice, told.Main);
            Assert.Matches("Wachtwoord gewijzigd ?[a-z]{2} [0-9]+ [a-z]+ [0-9]{4}, [0-9]{1,2}[.][0-9]{2} uur, Safari op een iPhone", told.Main);
            Assert.Equal("/account#aanmeldingen", told.Html.QuerySelector(".sk-notice a[href^='/account']")!.GetAttribute("href"));
        }
        Assert.NotNull((await owner.Get("/account")).Html.QuerySelector("#aanmeldingen form[action*=Everywhere]"));
        Assert.DoesNotContain(Notice, (await owner.Get("/signaal")).Main);
        await SignIn(elsewhere, NextPassword);
        Assert.Contains("Wachtwoord gewijzigd", (await elsewhere.Get("/")).Main);

        var answered = await (await owner.Get("/mijn")).Submit(form: Form);

        Assert.Equal("/mijn", answered.ShouldBeOk().Url);
        Assert.DoesNotContain("Wachtwoord gewijzigd", answered.Main);
        Assert.DoesNotContain("Wachtwoord gewijzigd", (await elsewhere.Get("/")).Main);
        // The line stays, with who said so.
        var kept = (await elsewhere.Get("/account")).Main;
        Assert.Matches("Wachtwoord gewijzigd.*Safari op een iPhone ?Bevestigd: .*Een browser op een onbekend apparaat", kept);
        await using var work = await app.Read(Actor.System);
        Assert.Single(await work.Context.Set<JournalLine>().Where(l => l.Kind == "access.changes-known").ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task Nobody_answers_for_somebody_else_nor_for_what_was_done_in_the_same_sign_in(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        await Loosen(app, town);
        var hers = (await Changes(app, town.Sanne)).Single();
        var anouk = await app.SignedIn(town.Anouk);
        Assert.DoesNotContain(Notice, (await anouk.Get("/")).Main);

        await Answer(anouk, hers.Id);
        Assert.Null((await Changes(app, town.Sanne)).Single().AnsweredAt);
        Assert.DoesNotContain("Code-app los", (await anouk.Get("/account")).Main);

        // Her own, in the sign-in in which she does it.
        var sanne = await app.SignedIn(town.Sanne);
        await AddKey(sanne);
        var added = (await Changes(app, town.Sanne)).Single(c => c.Kind == "access.passkey-added");
        await Answer(sanne, added.Id, hers.Id);
        var after = await Changes(app, town.Sanne);
        Assert.Null(after.Single(c => c.Id == added.Id).AnsweredAt);
        Assert.NotNull(after.Single(c => c.Id == hers.Id).AnsweredAt);
        // Said again it changes nothing, and an answer leads to no other site.
        Assert.Equal("/", (await Answer(sanne, from: "https://elders.example/", hers.Id)).Url);
        Assert.Equal(after.Single(c => c.Id == hers.Id).AnsweredAt, (await Changes(app, town.Sanne)).Single(c => c.Id == hers.Id).AnsweredAt);
    }

    [Theory, BothDatabases]
    public async Task What_comes_between_reading_and_answering_is_told_still(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        await Loosen(app, town);
        var sanne = await app.SignedIn(town.Sanne);
        var read = await sanne.Get("/");
        await AddKey(await app.SignedIn(town.Sanne));

        var after = await read.Submit(form: Form);

        Assert.Contains("Toegangssleutel toegevoegd", after.Main);
        Assert.DoesNotContain("Code-app los", after.Main);
    }

    [Fact]
    public async Task What_the_administrator_does_is_told_without_a_device()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var admin = await app.SignedIn(town[Role.Administrator]);
        var address = $"/beheer/accounts/{town.Sanne.Account}";
        await using (var work = await app.Begin(Actor.System))
        {
            await work.Context.Database.ExecuteSqlRawAsync("UPDATE account SET two_factor_enabled = 1");
            await work.Seal(default);
        }

        (await (await admin.Get(address)).Submit(form: "form[action*=Authenticator]")).ShouldBeOk();
        await Reset(app, town);
        var form = await admin.Get(address);
        (await form.Submit(new() { ["Input.Email"] = "sanne.nieuw@voorbeeld.test" }, form: "form[action*=Save]")).ShouldBeOk();
        (await (await admin.Get(address)).Submit(new() { ["Input.Function"] = "iets anders" }, form: "form[action*=Save]")).ShouldBeOk();
        await using (var work = await app.Begin(Actor.System))
        {
            (await work.Query<Samenkracht.Access.Accounts.Account>().FirstAsync(a => a.Id == town.Sanne.Account)).Close();
            await work.Seal(default);
        }
        (await (await admin.Get(address)).Submit(form: "form[action*=Reopen]")).ShouldBeOk();

        var changes = await Changes(app, town.Sanne);
        Assert.Equal(["access.account-reopened", "access.address-changed", "access.authenticator-off", "access.password-reset"], changes.Select(c => c.Kind).Order());
        Assert.All(changes, c => Assert.Null(c.Device));
        Assert.Contains(", door de beheerder", (await (await app.SignedIn(town.Sanne)).Get("/")).Main);
        Assert.DoesNotContain(Notice, (await admin.Get("/")).Main);
    }

    [Theory, BothDatabases]
    public async Task What_one_does_on_the_way_in_is_no_news_in_the_sign_in_that_came_of_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app, temporary: true, role: Role.Volunteer);
        var owner = app.Visitor();

        var own = await (await owner.Get("/aanmelden")).Submit(new() { ["Email"] = Email, ["Password"] = Given });
        var start = await own.Submit(new() { ["OwnPassword"] = Password });

        Assert.Equal("/", start.Url);
        Assert.DoesNotContain(Notice, start.Main);
        Assert.Contains("Wachtwoord gewijzigd", (await owner.Get("/account")).Main);
        var next = app.Visitor();
        await SignIn(next, Password);
        Assert.Contains("Wachtwoord gewijzigd", (await next.Get("/")).Main);
    }

    [Theory, BothDatabases]
    public async Task A_code_app_recovery_codes_and_the_use_of_one_are_told_at_the_next_sign_in(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app, temporary: true, role: Role.TeamMember);
        var own = await (await app.Visitor().Get("/aanmelden")).Submit(new() { ["Email"] = Email, ["Password"] = Given });
        var link = await own.Submit(new() { ["OwnPassword"] = Password });
        var key = PhoneApp.KeyOn(link);
        var linked = await link.Submit(new() { ["Code"] = PhoneApp.CodeOf(key) });
        // Password and app in one go: no news to who did that.
        Assert.DoesNotContain(Notice, (await linked.Browser.Get("/")).ShouldBeOk().Main);

        var second = await (await SignIn(app.Visitor(), Password)).Submit(new() { ["Code"] = linked.Text("main code") });
        Assert.Equal("/account", second.Url);
        var told = (await second.Browser.Get("/")).Main;
        Assert.Contains("Wachtwoord gewijzigd", told);
        Assert.Contains("Code-app gekoppeld", told);
        Assert.DoesNotContain("Aangemeld met een herstelcode", told);

        var third = (await (await SignIn(app.Visitor(), Password)).Submit(new() { ["Code"] = PhoneApp.CodeOf(key, steps: 1) })).Browser;
        Assert.Contains("Aangemeld met een herstelcode", (await third.Get("/")).Main);
        await (await third.Get("/account/herstelcodes")).Submit(new() { ["Code"] = PhoneApp.CodeOf(key, steps: 2) });
        Assert.DoesNotContain("Nieuwe herstelcodes", (await third.Get("/")).Main);
        Assert.Contains("Nieuwe herstelcodes", (await second.Browser.Get("/")).Main);
    }

    [Theory, BothDatabases]
    public async Task A_device_that_was_not_known_is_told_and_the_first_one_is_not(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app);
        var own = app.Visitor();
        await SignIn(own, Password);
        Assert.DoesNotContain(Notice, (await own.Get("/")).Main);
        await (await own.Get("/afmelden")).Submit();
        await SignIn(own, Password);
        Assert.DoesNotContain(Notice, (await own.Get("/")).Main);

        var strange = app.Visitor();
        strange.UserAgent = Phone;
        await SignIn(strange, Password);

        Assert.DoesNotContain(Notice, (await strange.Get("/")).Main);
        Assert.Contains("Aangemeld op een apparaat dat wij nog niet kenden", (await own.Get("/")).Main);
        // Also after so long that every device was forgotten.
        await (await own.Get("/")).Submit(form: Form);
        app.Clock.Advance(TimeSpan.FromDays(200));
        await SignIn(app.Visitor(), Password);
        var late = app.Visitor();
        await SignIn(late, Password);
        Assert.Contains("Aangemeld op een apparaat dat wij nog niet kenden", (await late.Get("/")).Main);
    }

    [Theory, BothDatabases]
    public async Task Passkeys_are_told_in_other_sign_ins(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var (here, there) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Sanne));

        await AddKey(here);
        await (await here.Get("/account/toegangssleutels")).Submit(new() { ["Name"] = "laptop" }, form: "form[action*=Rename]");
        await (await here.Get("/account/toegangssleutels")).Submit(form: "form[action*=Remove]");

        Assert.DoesNotContain(Notice, (await here.Get("/")).Main);
        var told = (await there.Get("/")).Main;
        Assert.Contains("Toegangssleutel toegevoegd", told);
        Assert.Contains("Toegangssleutel verwijderd", told);
        Assert.Equal(2, (await Changes(app, town.Sanne)).Count);
    }

    /// <summary>A new kind is weighed: what opens the door anew is told.</summary>
    [Fact]
    public void Each_kind_of_line_about_the_door_is_weighed()
    {
        string[] told = ["NewDevice", "PasswordChanged", "AuthenticatorOn", "AuthenticatorOff", "RecoveryCodeUsed", "RecoveryCodesMade", "PasskeyAdded", "PasskeyRemoved",
            "ProviderLinked", "ProviderUnlinked", "AddressChanged", "AccountReopened", "PasswordReset"];
        string[] not = ["SignedIn", "SignInFailed", "LockedOut", "SignedOut", "SignedOutEverywhere", "SessionEnded", "PasskeyRenamed", "ProviderVouched", "SignedOutThere", "ProviderSaidSignedOut", "ChangesKnown",
            "AccountCreated", "AccountChanged", "AccountClosed", "OfficerAsked", "OfficerConfirmed", "OfficerRefused", "OfficerWithdrawn", "OrganisationSaved", "TeamSaved"];

        Assert.Equal(told.Concat(not).Order(), typeof(AccessEvents).GetFields().Where(f => f.FieldType == typeof(JournalKind)).Select(f => f.Name).Order());
    }

    [Theory, BothDatabases]
    public async Task An_answered_line_goes_after_a_year_and_one_without_answer_stays(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app);
        var own = app.Visitor();
        await SignIn(own, Password);
        await SignIn(app.Visitor(), Password);
        await (await own.Get("/")).Submit(form: Form);
        await SignIn(app.Visitor(), Password);
        var (first, second) = await Two();
        Assert.NotNull(first.AnsweredAt);

        app.Clock.Advance(SignInChange.Kept - TimeSpan.FromDays(1));
        await SignIn(app.Visitor(), Password);
        Assert.Contains(await All(), c => c.Id == first.Id);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await SignIn(app.Visitor(), Password);

        Assert.DoesNotContain(await All(), c => c.Id == first.Id);
        Assert.Contains(await All(), c => c.Id == second.Id);

        async Task<List<SignInChange>> All()
        {
            await using var work = await app.Read(Actor.System);
            return await work.Query<SignInChange>().OrderBy(c => c.AnsweredAt == null).ToListAsync();
        }

        async Task<(SignInChange First, SignInChange Second)> Two() => (await All()) is [var one, var other] ? (one, other) : throw new InvalidOperationException("not two");
    }

    /// <summary>What forgets to narrow still takes nothing away, and writes nothing to another.</summary>
    [Fact]
    public async Task PostgreSQL_lets_one_read_and_answer_ones_own_and_remove_nothing()
    {
        await using var app = await WebApp.Start(Engine.Postgres);
        var town = await Town.Build(app.Storage);
        await Reset(app, town);

        await using (var other = await app.Begin(town.Anouk))
        {
            Assert.Empty(await other.Context.Set<SignInChange>().ToListAsync());
            Assert.Equal(0, await other.Context.Database.ExecuteSqlRawAsync("UPDATE sign_in_change SET answered_at = now(), answered_on = 'x'"));
            await Assert.ThrowsAsync<PostgresException>(() => other.Context.Database.ExecuteSqlAsync(
                $"INSERT INTO sign_in_change (id, account, kind, at) VALUES ({Guid.NewGuid()}, {town.Sanne.Account!.Value.Value}, 'x', now())"));
        }
        await using var own = await app.Begin(town.Sanne);
        Assert.Single(await own.Context.Set<SignInChange>().ToListAsync());
        Assert.Equal(0, await own.Context.Database.ExecuteSqlRawAsync("DELETE FROM sign_in_change"));
        Assert.Equal(1, await own.Context.Database.ExecuteSqlRawAsync("UPDATE sign_in_change SET answered_at = now() + interval '100 years', answered_on = 'x'"));
    }

    private static async Task Reset(WebApp app, Town town) =>
        (await (await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town.Sanne.Account}")).Submit(form: "form[action*='handler=Password']")).ShouldBeOk();

    private static async Task Loosen(WebApp app, Town town)
    {
        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town.Sanne.Account}");
        await page.Browser.Post($"{page.Url}?handler=Authenticator", new() { ["__RequestVerificationToken"] = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
    }

    private static async Task<List<SignInChange>> Changes(WebApp app, Actor whose)
    {
        await using var work = await app.Read(Actor.System);
        return await work.Query<SignInChange>().Where(c => c.Account == whose.Account).OrderBy(c => c.At).ToListAsync();
    }

    private static Task<Page> Answer(TestBrowser browser, params SignInChangeId[] ids) => Answer(browser, "/", ids);

    private static async Task<Page> Answer(TestBrowser browser, string from, params SignInChangeId[] ids)
    {
        var token = (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["From"] = from };
        for (var i = 0; i < ids.Length; i++) fields[$"Known[{i}]"] = ids[i].ToString();
        return await browser.Post("/account?handler=Known", fields);
    }

    private static async Task AddKey(TestBrowser browser)
    {
        var page = await browser.Get("/account/toegangssleutels");
        var form = page.Html.QuerySelector("form[data-passkey]")!;
        var options = await browser.Post(form.GetAttribute("data-options")!, new() { ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        Assert.Empty((await page.Submit(new() { ["Name"] = "telefoon", ["Credential"] = new SoftKey().Create(options.Source) }, form: "form[data-passkey]")).Errors);
    }

    private static async Task<Page> SignIn(TestBrowser browser, string password) =>
        await (await browser.Get("/aanmelden?naar=/account")).Submit(new() { ["Email"] = Email, ["Password"] = password });

    private static async Task Open(WebApp app, bool temporary = false, Role role = Role.Resident)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var work = await app.Begin(Actor.System);
        var organisation = Samenkracht.Access.Organisations.Organisation.Found("Wijkteam", OrganisationKind.Welfare, null);
        work.Add(organisation);
        await work.Flush();
        var opened = await scope.ServiceProvider.GetRequiredService<AccountRegistry>().Open(
            work, new NewAccount(Email, "Mina", role, "", role.IsProfessional() ? organisation.Id : null), temporary ? Given : Password, passwordIsTemporary: temporary);
        Assert.Empty(opened.Refusals);
        await work.Commit();
    }
}
