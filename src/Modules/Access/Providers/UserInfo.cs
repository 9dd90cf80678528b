using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samenkracht.Access.Providers;

/// <summary>Userinfo: what a provider says of someone apart from the ID token, asked when a claim that we need is not in it, and only of the same subject (OpenID Connect Core 5.3).</summary>
internal static class UserInfo
{
    private const int MostBytes = 100_000;

    /// <summary>The claims that are read there, as far as the ID token does not have them. How sure the provider was (acr, amr) is the token's alone.</summary>
    public static async Task<IReadOnlyList<Claim>> Complete(HttpClient http, OpenIdConnectConfiguration configuration, ProviderSettings provider, JsonWebToken token, string? accessToken, CancellationToken cancel)
    {
        if (accessToken is null || !Needed(provider).Any(claim => IsMissing(token, claim)) || !Uri.TryCreate(configuration.UserInfoEndpoint, UriKind.Absolute, out var address)) return [];
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(request, cancel);
        // Who says nothing there gives no claim; what is then missing is refused as such.
        if (!answer.IsSuccessStatusCode) return [];
        await answer.Content.LoadIntoBufferAsync(MostBytes, cancel);
        return [.. Read(await answer.Content.ReadAsStringAsync(cancel), provider, token.Subject).Where(claim => IsMissing(token, claim.Type))];
    }

    /// <exception cref="ProviderException">It is no JSON object, or about somebody else.</exception>
    internal static IReadOnlyList<Claim> Read(string json, ProviderSettings provider, string subject)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            var about = read.RootElement;
            if (about.ValueKind != JsonValueKind.Object || !about.TryGetProperty("sub", out var sub) || sub.ValueKind != JsonValueKind.String || sub.GetString() != subject)
                throw new ProviderException("userinfo is about somebody else");
            return [.. Needed(provider).Append("email").SelectMany(name => about.TryGetProperty(name, out var value) ? Values(value).Select(text => new Claim(name, text)) : [])];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ProviderException("userinfo cannot be read");
        }
    }

    private static IEnumerable<string> Needed(ProviderSettings provider) => ((string?[])["name", provider.ForResidents ? provider.Bsn?.Claim : provider.RoleClaim]).OfType<string>();

    private static bool IsMissing(JsonWebToken token, string claim) => !token.Claims.Any(c => c.Type == claim);

    private static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!),
        _ => [],
    };
}
