using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Samenkracht.Access.Providers;

/// <summary>Identiteitsbewijs: whether an ID token is this provider's, for us, for this browser and for now (OpenID Connect Core 3.1.3.7).</summary>
internal static class IdTokens
{
    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    // A token for a sign-in of this moment is made at this moment.
    internal static readonly TimeSpan Freshest = TimeSpan.FromMinutes(10);

    // Signed with a private key, always: "none" and a shared secret (HS*) would make whoever knows the public key a signer.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>The token when it holds.</summary>
    /// <exception cref="ProviderException">It does not.</exception>
    public static async Task<JsonWebToken> Check(string token, ProviderSettings provider, string nonce, ProviderDocuments documents, DateTimeOffset now, CancellationToken cancel)
    {
        var jwt = await Signed(token, provider, documents, now, cancel);
        if (Complaint(jwt, provider, nonce, now) is { } complaint) throw new ProviderException($"ID token refused: {complaint}");
        return jwt;
    }

    /// <summary>Signed by this provider, for us, and not over: what holds of an ID token and of a logout token.</summary>
    public static async Task<JsonWebToken> Signed(string token, ProviderSettings provider, ProviderDocuments documents, DateTimeOffset now, CancellationToken cancel)
    {
        var read = await Validate(token, provider, await documents.Get(cancel), now);
        // An unknown key may be a new one.
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException)
            read = await Validate(token, provider, await documents.GetFresh(cancel), now);
        return read.IsValid ? (JsonWebToken)read.SecurityToken : throw new ProviderException($"token refused: {read.Exception?.GetType().Name}");
    }

    private static Task<TokenValidationResult> Validate(string token, ProviderSettings provider, OpenIdConnectConfiguration configuration, DateTimeOffset now) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            // On the site's clock; "from" may be absent, as null or as the first of days.
            LifetimeValidator = (from, until, _, _) => until > (now - Skew).UtcDateTime && !(from > (now + Skew).UtcDateTime),
        });

    private static string? Complaint(JsonWebToken token, ProviderSettings provider, string nonce, DateTimeOffset now)
    {
        var parties = token.Claims.Where(c => c.Type == "azp").Select(c => c.Value).ToList();
        if (token.Audiences.Count() > 1 && parties.Count == 0) return "several audiences and no azp";
        if (parties.Any(party => party != provider.ClientId)) return "azp is another client";
        if (token.Claims.FirstOrDefault(c => c.Type == "nonce")?.Value != nonce) return "nonce is not this browser's";
        if (token.IssuedAt == default || token.IssuedAt > now + Skew || token.IssuedAt < now - Freshest) return "iat is not now";
        return token.Subject is { Length: > 0 and <= 255 } ? null : "no sub";
    }
}
