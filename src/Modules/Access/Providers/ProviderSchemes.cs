using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Sessions;

namespace Samenkracht.Access.Providers;

/// <summary>One authentication scheme for each provider in the configuration. A mistake there stops the start.</summary>
internal sealed class ProviderSchemes(ProviderBook book) : IConfigureOptions<AuthenticationOptions>
{
    public void Configure(AuthenticationOptions options)
    {
        foreach (var provider in book.All) options.AddScheme<OidcHandler>(provider.Scheme, provider.Name);
    }

    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton(all => new ProviderBook(ProviderSettings.All(all.GetService<IConfiguration>())));
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, ProviderSchemes>();
        services.AddSingleton<IConfigureOptions<OidcOptions>, ProviderOptions>();
        services.AddSingleton<IPostConfigureOptions<OidcOptions>, OAuthPostConfigureOptions<OidcOptions, OidcHandler>>();
        services.AddSingleton<IPostConfigureOptions<OidcOptions>, ProviderOptions>();
        services.AddScoped<ProviderDesk>().AddScoped<BsnDesk>().AddScoped<ProviderSignOut>();
    }
}

/// <summary>The framework's options of a provider's scheme.</summary>
internal sealed class ProviderOptions(ProviderBook book, TimeProvider clock, IOptions<AccessOptions> access) : IConfigureNamedOptions<OidcOptions>, IPostConfigureOptions<OidcOptions>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void Configure(OidcOptions options) => throw new InvalidOperationException("Providers have a name.");

    public void Configure(string? name, OidcOptions options)
    {
        if (book.All.FirstOrDefault(p => p.Scheme == name) is not { } provider) return;
        options.Provider = provider;
        (options.ClientId, options.ClientSecret, options.CallbackPath) = (provider.ClientId, provider.ClientSecret, provider.CallbackPath);
        // Where they lie is in the discovery document; the framework only wants that something stands here.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (provider.Issuer, provider.Issuer);
        options.UsePkce = true;
        options.SignInScheme = SignInCookies.Scheme;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        options.BackchannelTimeout = Patience;
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);
        options.TimeProvider = clock;
        // The way back is a plain link of the provider to us.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = access.Value.IsDemo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Events = new OAuthEvents
        {
            OnTicketReceived = ProviderArrival.Received,
            OnRemoteFailure = ProviderArrival.Failed,
            OnAccessDenied = ProviderArrival.Denied,
        };
    }

    public void PostConfigure(string? name, OidcOptions options)
    {
        if (options.Provider is { } provider) options.Documents = new ProviderDocuments(provider.Issuer, options.Backchannel, clock);
    }
}
