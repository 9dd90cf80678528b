using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Sessions;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Security;

/// <summary>Who watches the log sees doors that stay shut, and nobody's name (ASVS 7.2.2); rest ends a sign-in (3.3.2).</summary>
public class RefusedAccessTests
{
    [Fact]
    public async Task A_page_that_a_role_may_not_open_is_a_warning_without_a_name_and_half_an_hour_of_rest_signs_out()
    {
        var seen = new Seen();
        await using var app = await WebApp.Start(adjust: services => services.AddLogging(logging => logging.AddProvider(seen).AddFilter<Seen>("Samenkracht.Web.Access", LogLevel.Warning)));
        var town = await Town.Build(app.Storage);

        await (await app.SignedIn(town.Sanne)).Get("/beheer/accounts?naam=Dirk");

        var line = Assert.Single(seen.Lines, line => line.Contains("Access refused", StringComparison.Ordinal));
        Assert.Equal("Access refused: GET beheer/accounts to TeamMember", line);
        Assert.Equal(TimeSpan.FromMinutes(30), app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookies.Scheme).ExpireTimeSpan);
    }

    private sealed class Seen : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose() { }
    }
}
