using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samenkracht.Access.Providers;

/// <summary>Wat een aanbieder over zichzelf zegt: its discovery document and keys, read once and again after half a day, or sooner when it signs with a key
/// that was not there yet; not more than once a minute, so that a made-up key makes nobody ask in a loop.</summary>
internal sealed class ProviderDocuments(string issuer, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim asking = new(1);
    private OpenIdConnectConfiguration? known;
    private DateTimeOffset readAt;

    public Task<OpenIdConnectConfiguration> Get(CancellationToken cancel) => Get(Kept, cancel);

    /// <summary>After a key that is not in it.</summary>
    public Task<OpenIdConnectConfiguration> GetFresh(CancellationToken cancel) => Get(AtMostEvery, cancel);

    private async Task<OpenIdConnectConfiguration> Get(TimeSpan noOlderThan, CancellationToken cancel)
    {
        await asking.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (known is not null && now - readAt < noOlderThan) return known;
            var read = await Read(cancel);
            // OpenID Connect Discovery 4.3: else one provider could speak for another.
            if (read.Issuer != issuer) throw new ProviderException("discovery names another issuer");
            (known, readAt) = (read, now);
            return read;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <exception cref="ProviderException">What came is no such document. Not what the library says of it: that repeats what came.</exception>
    private async Task<OpenIdConnectConfiguration> Read(CancellationToken cancel)
    {
        var documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(issuer).IsLoopback };
        try
        {
            return await OpenIdConnectConfigurationRetriever.GetAsync($"{issuer.TrimEnd('/')}/.well-known/openid-configuration", documents, cancel);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or JsonException or FormatException or NotSupportedException)
        {
            throw new ProviderException($"discovery cannot be read: {unreadable.GetType().Name}");
        }
    }

    public void Dispose() => asking.Dispose();
}

/// <summary>What a provider sent does not hold. The message is for the log: it never has anything of a token in it.</summary>
internal sealed class ProviderException(string message) : Exception(message);
