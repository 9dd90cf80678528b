using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Samenkracht.Tests.Access.Providers;

/// <summary>A provider on this machine that signs whoever comes in at once, strict in what it is asked and able to answer wrongly in one thing.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "samenkracht";
    public const string ClientSecret = "geheim-van-de-test";
    private readonly WebApplication site;
    private readonly Dictionary<string, (string Challenge, string Nonce, string RedirectUri)> codes = [];

    private FakeProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = $"{Issuer}/authorize",
            token_endpoint = $"{Issuer}/token",
            jwks_uri = $"{Issuer}/jwks",
            userinfo_endpoint = $"{Issuer}/userinfo",
            end_session_endpoint = $"{Issuer}/end",
            authorization_response_iss_parameter_supported = true,
        }));
        site.MapGet("/jwks", () => Results.Json(new { keys = new[] { PublicKey(Key) } }));
        site.MapGet("/authorize", Authorize);
        site.MapPost("/token", Token);
        site.MapGet("/userinfo", (HttpRequest request) => request.Headers.Authorization == "Bearer toegang" && UserInfo is { } known ? Results.Json(known) : Results.StatusCode(401));
    }

    public string Issuer { get; private set; } = "";

    /// <summary>Its key; another one is as if it had rolled its keys.</summary>
    public RsaSecurityKey Key { get; set; } = NewKey();

    /// <summary>What it says of who comes.</summary>
    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>What it tells apart from the ID token; null when it tells nothing.</summary>
    public Dictionary<string, object>? UserInfo { get; set; }

    /// <summary>Says that somebody signed out there.</summary>
    public string LogoutToken(Dictionary<string, object> claims, RsaSecurityKey? key = null, TimeSpan ago = default) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = ClientId,
        IssuedAt = Now().UtcDateTime - ago,
        Expires = Now().UtcDateTime.AddMinutes(2) - ago,
        Claims = claims,
        TokenType = "logout+jwt",
        SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
    });

    public Lies Lies { get; set; } = new();

    public int TokensAsked { get; private set; }

    /// <summary>When it makes its tokens: the time of the site under test.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    public static async Task<FakeProvider> Start()
    {
        var provider = new FakeProvider();
        await provider.site.StartAsync();
        provider.Issuer = provider.site.Urls.Single();
        return provider;
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["response_type"] != "code" || query["client_id"] != ClientId || query["code_challenge_method"] != "S256" || query["code_challenge"].Count != 1 || query["nonce"].Count != 1
            || !query["scope"].ToString().Split(' ').Contains("openid")) return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"]!, query["nonce"]!, query["redirect_uri"]!);
        var back = new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"], ["iss"] = Lies.IssParameter ?? Issuer };
        if (Lies.LeavesIssOut) back.Remove("iss");
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, back));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        TokensAsked++;
        var form = await request.ReadFormAsync();
        var knows = request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"))}";
        if (!knows || form["grant_type"] != "authorization_code" || !codes.Remove(form["code"].ToString(), out var asked) || asked.RedirectUri != form["redirect_uri"]
            || asked.Challenge != WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "toegang", token_type = "Bearer", id_token = IdToken(asked.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var now = Now().UtcDateTime + Lies.MadeAt;
        var claims = new Dictionary<string, object>(Claims) { ["nonce"] = Lies.Nonce ?? nonce };
        if (Lies.LeavesNonceOut) claims.Remove("nonce");
        if (Lies.AuthorizedParty is { } party) claims["azp"] = party;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Lies.Issuer ?? Issuer,
            Audience = Lies.Audience ?? ClientId,
            IssuedAt = now,
            Expires = now + Lies.Lives,
            Claims = claims,
            SigningCredentials = Lies.Signs?.Invoke(Key) ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
        return Lies.Unsigned ? $"{WebEncoders.Base64UrlEncode("""{"alg":"none","typ":"JWT"}"""u8)}.{token.Split('.')[1]}." : token;
    }

    private static object PublicKey(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = WebEncoders.Base64UrlEncode(numbers.Modulus!), e = WebEncoders.Base64UrlEncode(numbers.Exponent!) };
    }
}

/// <summary>What a provider, or someone between, does wrong.</summary>
internal sealed record Lies
{
    public string? Issuer { get; init; }
    public string? Audience { get; init; }
    public string? AuthorizedParty { get; init; }
    public string? Nonce { get; init; }
    public bool LeavesNonceOut { get; init; }
    public TimeSpan MadeAt { get; init; }
    public TimeSpan Lives { get; init; } = TimeSpan.FromMinutes(5);
    public bool Unsigned { get; init; }
    public Func<RsaSecurityKey, SigningCredentials>? Signs { get; init; }
    public string? IssParameter { get; init; }
    public bool LeavesIssOut { get; init; }
}
