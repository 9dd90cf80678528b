using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.App;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Bench.Pages;

/// <summary>The whole site in this process, as it runs for users, without its work in the background: how long it takes over a request, from the first byte in to the last out.</summary>
sealed partial class RunningSite : IAsyncDisposable
{
    readonly DirectoryInfo keys;
    readonly bool keeps;
    readonly WebApplication site;

    RunningSite(DatabaseConnection database, string? keep)
    {
        keeps = keep is not null;
        keys = keep is null ? System.IO.Directory.CreateTempSubdirectory("samenkracht-keys-") : System.IO.Directory.CreateDirectory(Path.Combine(keep, "keys"));
        site = Site.Build(new Deployment(database, keys.FullName, IsDemo: true), builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IInterceptor>(Statements);
            builder.Services.AddSingleton<IStartupFilter>(new Watch(this));
            // To seal two million lines would take the processor that is measured.
            foreach (var background in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Samenkracht", StringComparison.Ordinal) == true).ToList())
                builder.Services.Remove(background);
        });
    }

    public static async Task<RunningSite> Start(DatabaseConnection database, string? keep = null)
    {
        var running = new RunningSite(database, keep);
        await running.site.StartAsync();
        return running;
    }

    public Storage Storage => site.Services.GetRequiredService<Storage>();

    public StatementCount Statements { get; } = new();

    /// <summary>Over the last request.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>A browser with the cookie that signing in gives.</summary>
    public async Task<Browser> SignIn(Actor actor)
    {
        await using var work = await Storage.Begin(Actor.System);
        var account = await work.Query<Account>().AsNoTracking().SingleAsync(a => a.Id == actor.Account);
        var session = AccountSession.Start(account, SignInMethod.Password, "Firefox op Linux", work.Now);
        work.Add(session);
        await work.Seal(default);
        var cookies = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookies.Scheme);
        var ticket = new AuthenticationTicket(SignInCookies.Of(account, session.Id), new() { IssuedUtc = work.Now, ExpiresUtc = work.Now.AddHours(8) }, SignInCookies.Scheme);
        return new Browser(new Uri(site.Urls.Single()), new SignedIn(actor, session.Id.Value), new Cookie(cookies.Cookie.Name!, cookies.TicketDataFormat.Protect(ticket)));
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        if (!keeps) keys.Delete(recursive: true);
    }

    /// <summary>The outermost of all that a request passes.</summary>
    sealed class Watch(RunningSite running) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, further) =>
            {
                var started = Stopwatch.GetTimestamp();
                await further(http);
                running.Took = Stopwatch.GetElapsedTime(started);
            });
            next(app);
        };
    }

    internal sealed partial class Browser : IDisposable
    {
        readonly HttpClient client;
        Dictionary<string, string>? form;

        public Browser(Uri site, SignedIn who, Cookie signIn)
        {
            var cookies = new CookieContainer();
            cookies.Add(site, signIn);
            (client, Who) = (new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site, DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } } }, who);
        }

        public SignedIn Who { get; }

        public async Task<string> Get(string url) => await Page(await client.GetAsync(url));

        public async Task<string> Search(string text)
        {
            form ??= Hidden().Matches(await Get("/zoeken")).DistinctBy(input => input.Groups["name"].Value).ToDictionary(input => input.Groups["name"].Value, input => input.Groups["value"].Value);
            return await Page(await client.PostAsync("/zoeken", new FormUrlEncodedContent(new Dictionary<string, string>(form) { ["Tekst"] = text })));
        }

        public void Dispose() => client.Dispose();

        static async Task<string> Page(HttpResponseMessage response)
        {
            var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            return response.StatusCode == HttpStatusCode.OK ? html : throw new InvalidOperationException($"{response.RequestMessage!.RequestUri} gave {(int)response.StatusCode}");
        }

        [GeneratedRegex("""<input[^>]*name="(?<name>__[^"]*)"[^>]*value="(?<value>[^"]*)"[^>]*>""")]
        private static partial Regex Hidden();
    }
}
