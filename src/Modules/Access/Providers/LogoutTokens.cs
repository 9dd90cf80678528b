using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Samenkracht.Access.Providers;

/// <summary>Afmeldbericht: whom a provider signed out, and in which of its sessions; at least one of the two.</summary>
internal sealed record LogoutWord(string? Subject, string? Session, string Id);

/// <summary>Whether a logout token is this provider's, for us and of now (OpenID Connect Back-Channel Logout 1.0, 2.6). That it comes once is held in the database.</summary>
internal static class LogoutTokens
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestId = 255;

    /// <exception cref="ProviderException">It does not hold.</exception>
    public static async Task<LogoutWord> Check(string token, ProviderSettings provider, ProviderDocuments documents, DateTimeOffset now, CancellationToken cancel)
    {
        var read = await IdTokens.Signed(token, provider, documents, now, cancel);
        if (Complaint(read, now) is { } complaint) throw new ProviderException($"logout token refused: {complaint}");
        return new(read.Subject is { Length: > 0 } sub ? sub : null, Claim(read, "sid"), read.Id);
    }

    private static string? Complaint(JsonWebToken token, DateTimeOffset now)
    {
        // An ID token is no logout token: it has a nonce, and no event.
        if (token.Claims.Any(c => c.Type == "nonce")) return "it has a nonce";
        if (!IsLogout(token)) return "no logout event";
        if (token.IssuedAt == default || token.IssuedAt > now + IdTokens.Skew || token.IssuedAt < now - IdTokens.Freshest) return "iat is not now";
        if (token.Id is not { Length: > 0 and <= LongestId }) return "no jti";
        return string.IsNullOrEmpty(token.Subject) && Claim(token, "sid") is null ? "neither sub nor sid" : null;
    }

    private static bool IsLogout(JsonWebToken token) => token.TryGetPayloadValue<JsonElement>("events", out var events)
        && events.ValueKind == JsonValueKind.Object && events.TryGetProperty(Event, out var logout) && logout.ValueKind == JsonValueKind.Object;

    private static string? Claim(JsonWebToken token, string type) => token.Claims.FirstOrDefault(c => c.Type == type)?.Value is { Length: > 0 and <= LongestId } value ? value : null;
}
