using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;

namespace Samenkracht.Access.Providers;

/// <summary>Afmelden bij een aanbieder: a form for it, so that its token stands in no address.</summary>
internal sealed record ProviderFarewell(string Name, Uri Address, IReadOnlyList<(string Name, string Value)> Fields);

/// <summary>OpenID Connect RP-Initiated Logout: what to send to a provider that offers it.</summary>
internal sealed class ProviderSignOut(ProviderBook book, ProviderDesk desk, IOptionsMonitor<OidcOptions> options)
{
    public async Task<ProviderFarewell?> From(AccountSession ended, HttpRequest request, CancellationToken cancel)
    {
        if (book.Find(ended.Provider) is not { } provider) return null;
        // Of a resident no token is kept; the provider then asks whom it knows.
        var token = desk.IdToken(ended);
        if (token is null && !provider.ForResidents) return null;
        if (await EndSession(provider, cancel) is not { } address) return null;
        return new(provider.Name, address,
        [
            .. token is null ? Array.Empty<(string, string)>() : [("id_token_hint", token)], ("client_id", provider.ClientId),
            ("post_logout_redirect_uri", $"{request.Scheme}://{request.Host}{request.PathBase}{SignedOutPage.Address}"),
        ]);
    }

    // One is signed out here whatever becomes of there.
    private async Task<Uri?> EndSession(ProviderSettings provider, CancellationToken cancel)
    {
        try
        {
            var configuration = await options.Get(provider.Scheme).Documents.Get(cancel);
            return Uri.TryCreate(configuration.EndSessionEndpoint, UriKind.Absolute, out var address) ? address : null;
        }
        catch (Exception unreachable) when (unreachable is IOException or HttpRequestException or ProviderException or TaskCanceledException)
        {
            return null;
        }
    }
}
