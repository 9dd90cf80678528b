using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.App;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Tests.TestData;

/// <summary>The whole site in this process, on a fresh migrated database, with a clock that the test moves.</summary>
/// <example><code>
/// await using var app = await WebApp.Start();
/// var browser = await app.SignedIn(actor);              // or app.Visitor()
/// var page = await browser.Get("/signaal");
/// var next = await page.Submit(new() { ["Input.Text"] = "…" });
/// </code></example>
public sealed class WebApp : IAsyncDisposable
{
    // What MVC finds out about the page models by reflection is most of the time that a start takes, and the same for every site.
    private static IModelMetadataProvider? models;

    private readonly EmptyDatabase database;
    private readonly DirectoryInfo keys = System.IO.Directory.CreateTempSubdirectory("samenkracht-keys-");
    private readonly WebApplication site;
    private readonly bool demo;

    private WebApp(EmptyDatabase database, bool demo, Action<IServiceCollection>? adjust)
    {
        (this.database, this.demo) = (database, demo);
        site = Site.Build(new Deployment(database.Connection, keys.FullName, demo), builder =>
        {
            builder.WebHost.UseTestServer(server => server.PreserveExecutionContext = true);
            builder.Logging.AddFilter("Microsoft", LogLevel.Error);
            // Tests send forged forms by the hundred, and read the answer.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
            builder.Logging.AddFilter("Samenkracht.Web.Access", LogLevel.None);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            builder.Services.AddSingleton<IInterceptor>(Queries);
            // Nothing by chance in a test.
            builder.Configuration["Veiligheid:Steekproef"] = "0";
            builder.Configuration["Veiligheid:Bereikbaar"] = "0350 100 999";
            if (models is not null) builder.Services.Replace(ServiceDescriptor.Singleton(models));
            adjust?.Invoke(builder.Services);
        });
        models ??= site.Services.GetRequiredService<IModelMetadataProvider>();
    }

    public TestClock Clock { get; } = new();

    /// <summary>To say to the database itself what the site may not.</summary>
    public DatabaseConnection Database => database.Connection;

    public QueryCounter Queries { get; } = new();

    public IServiceProvider Services => site.Services;

    public Storage Storage => site.Services.GetRequiredService<Storage>();

    /// <param name="demo">As <c>demo</c> runs it, on plain http; false as <c>serve</c> runs it, on https.</param>
    public static async Task<WebApp> Start(Engine engine = Engine.Sqlite, bool demo = true, Action<IServiceCollection>? adjust = null)
    {
        var app = new WebApp(await EmptyDatabase.CreateMigrated(engine), demo, adjust);
        await app.site.StartAsync();
        return app;
    }

    public Task<Work> Begin(Actor actor) => Storage.Begin(actor);

    public Task<Work> Read(Actor actor) => Storage.Read(actor);

    /// <summary>A browser without account.</summary>
    /// <param name="outside">How it reaches other sites than this one.</param>
    public TestBrowser Visitor(HttpMessageHandler? outside = null) =>
        new(new HttpMessageInvoker(new Internet(site.GetTestServer().CreateHandler(), outside)), new Uri(demo ? "http://localhost/" : "https://localhost/"));

    /// <summary>A browser with the cookie that the sign-in of this actor's account gives.</summary>
    public async Task<TestBrowser> SignedIn(Actor actor, TestBrowser? browser = null)
    {
        var (account, session) = await Enter(actor);
        var scheme = (await Services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync())!.Name;
        var cookies = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var ticket = new AuthenticationTicket(SignInCookies.Of(account, session), new() { IssuedUtc = Clock.Now, ExpiresUtc = Clock.Now.AddHours(8) }, scheme);
        browser ??= Visitor();
        browser.Cookies.Add(browser.Site, new System.Net.Cookie(cookies.Cookie.Name!, cookies.TicketDataFormat.Protect(ticket)));
        return browser;
    }

    // Without a journal line: tests of the journal count those of what they do.
    private async Task<(Account Account, SessionId Session)> Enter(Actor actor)
    {
        await using var work = await Begin(Actor.System);
        var account = await work.Query<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == actor.Account)
            ?? throw new InvalidOperationException("Only who has an account can be signed in: take an actor of a Town.");
        var session = AccountSession.Start(account, SignInMethod.Password, "Firefox op Linux", work.Now);
        work.Add(session);
        await work.Seal(default);
        return (account, session.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await database.DisposeAsync();
        keys.Delete(recursive: true);
    }

    private sealed class Internet(HttpMessageHandler site, HttpMessageHandler? outside) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker here = new(site);
        private readonly HttpMessageInvoker? elsewhere = outside is null ? null : new(outside);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (elsewhere is null || request.RequestUri!.Host == "localhost" ? here : elsewhere).SendAsync(request, cancellationToken);
    }
}
