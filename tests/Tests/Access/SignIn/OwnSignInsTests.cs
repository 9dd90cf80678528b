using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.SignIn;

/// <summary>Where one is signed in, how one ends it, and what a stranger's guesses do to whom.</summary>
public class OwnSignInsTests
{
    private const string Email = "mina@voorbeeld.test";
    private const string Password = "paarse fiets onder de brug";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";

    [Theory, BothDatabases]
    public async Task One_sees_each_device_and_ends_one_of_them_at_once(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app);
        var (laptop, phone) = (app.Visitor(), app.Visitor());
        await SignIn(laptop);
        phone.UserAgent = Phone;
        await SignIn(phone);

        var account = await laptop.Get("/account");
        Assert.Contains("Safari op een iPhone", account.Main);
        Assert.Contains("(dit apparaat)", account.Main);
        var ended = await account.Submit(button: "Meld af op Safari op een iPhone", form: "form[action*=End]");

        Assert.DoesNotContain("iPhone", ended.ShouldBeOk().Text("#aanmeldingen"));
        Assert.StartsWith("/aanmelden", (await phone.Get("/account")).Url);
        Assert.Equal("/account", (await laptop.Get("/account")).Url);
        await using var work = await app.Read(Actor.System);
        Assert.Single(await work.Context.Set<JournalLine>().Where(l => l.Kind == "access.session-ended").ToListAsync());
    }

    [Fact]
    public async Task Nobody_ends_or_sees_a_sign_in_of_someone_else()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var sanne = await app.SignedIn(town.Sanne);
        await app.SignedIn(town.Anouk);
        await using var work = await app.Read(Actor.System);
        var hers = await work.Query<AccountSession>().FirstAsync(s => s.Account == town.Anouk.Account);

        var own = await sanne.Get("/account");
        var refused = await sanne.Post("/account?handler=End", new() { ["session"] = hers.Id.ToString(), ["__RequestVerificationToken"] = TokenOn(own) });

        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.Status);
        await using var later = await app.Read(Actor.System);
        Assert.Null((await later.Query<AccountSession>().FirstAsync(s => s.Id == hers.Id)).EndedAt);
    }

    [Fact]
    public async Task A_request_reads_its_session_with_its_account_in_one_query_and_marks_it_seen_coarsely()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        await browser.Get("/afmelden");

        var quiet = await app.Queries.During(() => browser.Get("/afmelden"));
        Assert.Single(quiet);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await browser.Get("/afmelden");

        await using var work = await app.Read(Actor.System);
        Assert.Equal(app.Clock.Now, (await work.Query<AccountSession>().SingleAsync(s => s.Account == town.Sanne.Account)).SeenAt);
    }

    [Fact]
    public async Task Where_one_was_signed_in_is_forgotten_after_a_month()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app);
        await SignIn(app.Visitor());
        app.Clock.Advance(TimeSpan.FromDays(31));

        await SignIn(app.Visitor());

        await using var work = await app.Read(Actor.System);
        Assert.Equal(app.Clock.Now, (await work.Query<AccountSession>().SingleAsync()).StartedAt);
    }

    [Fact]
    public async Task The_administrator_ends_every_sign_in_of_an_account()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var hers = await app.SignedIn(town.Sanne);
        var page = await (await app.SignedIn(town[Role.Administrator])).Get($"/beheer/accounts/{town.Sanne.Account}");

        (await page.Submit(button: "Meld overal af", form: "form[action*=Everywhere]")).ShouldBeOk();

        Assert.StartsWith("/aanmelden", (await hers.Get("/account")).Url);
    }

    [Theory, BothDatabases]
    public async Task A_stranger_who_guesses_does_not_close_the_door_for_a_device_that_signed_in_before(Engine engine)
    {
        await using var app = await WebApp.Start(engine, demo: false);
        await Open(app);
        var own = app.Visitor();
        await SignIn(own);
        await (await own.Get("/afmelden")).Submit();

        for (var i = 0; i < 5; i++) await SignIn(app.Visitor(), "iets anders dan dit");

        Assert.StartsWith("/aanmelden", (await SignIn(app.Visitor())).Url);
        Assert.Equal("/account", (await SignIn(own)).Url);
        // And what the own device guesses closes that device only: five times too.
        await (await own.Get("/afmelden")).Submit();
        for (var i = 0; i < 5; i++) await SignIn(own, "iets anders dan dit");
        Assert.StartsWith("/aanmelden", (await SignIn(own)).Url);
    }

    [Fact]
    public async Task A_known_device_of_one_account_is_a_stranger_to_another()
    {
        await using var app = await WebApp.Start(demo: false);
        await Open(app);
        await Open(app, "ander@voorbeeld.test");
        var attacker = app.Visitor();
        await SignIn(attacker, email: "ander@voorbeeld.test");
        await (await attacker.Get("/afmelden")).Submit();

        for (var i = 0; i < 5; i++) await SignIn(attacker, "iets anders dan dit");

        Assert.StartsWith("/aanmelden", (await SignIn(app.Visitor())).Url);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge op Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome op een Android-apparaat")]
    [InlineData(Phone, "Safari op een iPhone")]
    [InlineData("curl/8", "Een browser op een onbekend apparaat")]
    [InlineData(null, "Een browser op een onbekend apparaat")]
    public void A_device_is_told_in_plain_words(string? userAgent, string words) => Assert.Equal(words, DeviceWords.Of(userAgent));

    private static string TokenOn(Page page) => page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<Page> SignIn(TestBrowser browser, string password = Password, string email = Email) =>
        await (await browser.Get("/aanmelden?naar=/account")).Submit(new() { ["Email"] = email, ["Password"] = password });

    private static async Task Open(WebApp app, string email = Email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var work = await app.Begin(Actor.System);
        var opened = await scope.ServiceProvider.GetRequiredService<AccountRegistry>().Open(work, new NewAccount(email, "Mina", Role.Resident), Password);
        Assert.Empty(opened.Refusals);
        await work.Commit();
    }
}
