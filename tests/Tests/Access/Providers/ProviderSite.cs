using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Providers;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.Providers;

/// <summary>A site as <c>serve</c> runs it, with a provider for who works here and one for residents. One for all tests: each comes as somebody else.</summary>
public sealed class ProviderSite : IAsyncLifetime
{
    public const string Organisation = "Gemeente Waterveen";

    internal WebApp App { get; private set; } = null!;

    internal FakeProvider Staff { get; private set; } = null!;

    internal FakeProvider Broker { get; private set; } = null!;

    /// <summary>A broker of DigiD that gives the burgerservicenummer as well.</summary>
    internal FakeProvider Digid { get; private set; } = null!;

    internal Town Town { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Staff, Broker, Digid) = (await FakeProvider.Start(), await FakeProvider.Start(), await FakeProvider.Start());
        var book = new ProviderBook([Of("gemeente", Staff), Of("digid", Broker) with { ForResidents = true, Organisation = null, Roles = [] },
            Of("mijn", Digid) with { ForResidents = true, Organisation = null, Roles = [], Bsn = new("bsn", BsnSettings.FromMidden) }]);
        App = await WebApp.Start(demo: false, adjust: services => services.Replace(ServiceDescriptor.Singleton(book))
            .AddLogging(logging => logging.AddFilter("Samenkracht.Access.Providers", LogLevel.None)));
        Staff.Now = Broker.Now = Digid.Now = () => App.Clock.Now;
        Town = await Town.Build(App.Storage);
        await using var work = await App.Begin(Actor.System);
        work.Add(Samenkracht.Access.Organisations.Organisation.Found(Organisation, OrganisationKind.Municipality, null));
        await work.Seal(default);
    }

    /// <summary>Somebody new at the provider, with this role there and two factors unless told.</summary>
    internal static string Comes(FakeProvider provider, string? group = "wijkteam", string? email = null, string acr = "mfa", string? sub = null)
    {
        provider.Lies = new Lies();
        provider.Claims.Clear();
        provider.UserInfo = null;
        var subject = sub ?? Guid.NewGuid().ToString("N");
        (provider.Claims["sub"], provider.Claims["name"], provider.Claims["acr"]) = (subject, "Nora Vos", acr);
        provider.Claims["email"] = email ?? $"{subject}@voorbeeld.test";
        if (group is not null) provider.Claims["groups"] = new[] { "iedereen", group };
        return subject;
    }

    /// <summary>A browser that reaches both the site and the providers.</summary>
    internal TestBrowser Visitor() => App.Visitor(outside: new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    internal async Task<Account?> AccountOf(FakeProvider provider, string subject)
    {
        await using var work = await App.Read(Actor.System);
        var logins = work.Context.Set<Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>>();
        return await work.Query<Account>().AsNoTracking().FirstOrDefaultAsync(a => logins.Any(l => l.UserId == a.Id && l.LoginProvider == provider.Issuer && l.ProviderKey == subject));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Staff.DisposeAsync();
        await Broker.DisposeAsync();
        await Digid.DisposeAsync();
    }

    private static ProviderSettings Of(string key, FakeProvider provider) => new()
    {
        Key = key,
        Name = $"Aanbieder {key}",
        Issuer = provider.Issuer,
        ClientId = FakeProvider.ClientId,
        ClientSecret = FakeProvider.ClientSecret,
        Organisation = Organisation,
        Roles = [new("wijkteam", Role.TeamMember), new("beheer", Role.Administrator), new("veiligheid", Role.AttentionOfficer)],
        TwoFactors = ["mfa"],
    };
}
