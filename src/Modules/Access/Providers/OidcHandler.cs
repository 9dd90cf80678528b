using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samenkracht.Access.Providers;

/// <summary>How one provider is spoken to.</summary>
internal sealed class OidcOptions : OAuthOptions
{
    public ProviderSettings Provider { get; set; } = null!;

    public ProviderDocuments Documents { get; set; } = null!;
}

/// <summary>Aanmelden via een aanbieder: OpenID Connect's authorization code flow on the framework's OAuth handler (docs/adr/0040). The framework does state,
/// the cookie that binds it to the browser, and PKCE; here are discovery, nonce, issuer and the ID token.</summary>
internal sealed class OidcHandler(IOptionsMonitor<OidcOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<OidcOptions>(options, logger, encoder)
{
    public const string Nonce = "nonce";
    public const string IdToken = "id_token";
    private OpenIdConnectConfiguration configuration = null!;

    private CancellationToken Cancel => Context.RequestAborted;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        configuration = await Options.Documents.Get(Cancel);
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    // The framework's own parameters (scope, redirect_uri, PKCE, and the state that holds the nonce), sent to where the discovery document says.
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var parameters = QueryHelpers.ParseQuery(new Uri(base.BuildChallengeUrl(properties, redirectUri)).Query);
        parameters[Nonce] = properties.Items[Nonce];
        return QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, parameters);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        configuration = await Options.Documents.Get(Cancel);
        // RFC 9207: an answer of another provider is not even exchanged, or that one's code would be handed to this one.
        var issuer = Request.Query["iss"];
        if (issuer.Count > 0 ? issuer != Options.Provider.Issuer : configuration.AuthorizationResponseIssParameterSupported) return HandleRequestResult.Fail(new ProviderException("iss is another provider's"));
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            [OAuthConstants.CodeVerifierKey] = context.Properties.Items[OAuthConstants.CodeVerifierKey]!,
        };
        context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        Identify(request, form);
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await Backchannel.SendAsync(request, Cancel);
        return answer.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)))
            : OAuthTokenResponse.Failed(new ProviderException($"the token endpoint answered {(int)answer.StatusCode}"));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var idToken = tokens.Response?.RootElement.TryGetProperty(IdToken, out var given) == true ? given.GetString() : null;
        if (idToken is null) throw new ProviderException("no ID token");
        var token = await IdTokens.Check(idToken, Options.Provider, properties.Items[Nonce]!, Options.Documents, TimeProvider.GetUtcNow(), Cancel);
        identity.AddClaims(token.Claims.Where(c => c.Type != IdToken));
        identity.AddClaims(await UserInfo.Complete(Backchannel, await Options.Documents.Get(Cancel), Options.Provider, token, tokens.AccessToken, Cancel));
        identity.AddClaim(new Claim(IdToken, idToken));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // OpenID Connect Core 9: basic is the default, and what every provider must speak unless it says otherwise.
    private void Identify(HttpRequestMessage request, Dictionary<string, string> form)
    {
        var ways = configuration.TokenEndpointAuthMethodsSupported;
        if (ways.Count == 0 || ways.Contains("client_secret_basic"))
        {
            var pair = $"{Uri.EscapeDataString(Options.ClientId)}:{Uri.EscapeDataString(Options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else (form["client_id"], form["client_secret"]) = (Options.ClientId, Options.ClientSecret);
    }
}
